import KitchenModel

/// Why a menu cannot be planned as it stands.
enum MenuFault {
  /// A step follows one of a dish that is not in the menu, or a step the dish does not have.
  case missingPredecessor(Dependency, of: StepReference, in: Menu)

  /// The words for it.
  var diagnostic: Diagnostic {
    switch self {
    case .missingPredecessor(let dependency, let reference, let menu):
      let label = menu.dishes[reference.dish].label
      let title = menu[reference].title
      guard let dish = dependency.dish else {
        return Diagnostic(
          .badContent,
          "\"\(title)\" of \(label) comes after \"\(dependency.step)\", which \(label) does not have.",
          hints: ["Correct its `after` with: souschef dish edit \"\(label)\""])
      }
      let isThere = menu.dishes.contains { $0.dish.name.key == Name.key(of: dish) }
      return isThere
        ? Diagnostic(
          .badContent,
          "\"\(title)\" of \(label) comes after \"\(dish)/\(dependency.step)\", but \(dish) has no "
            + "such step.",
          hints: ["Correct its `after` with: souschef dish edit \"\(label)\""])
        : Diagnostic(
          .couldNotBeDone,
          "\"\(title)\" of \(label) comes after \"\(dish)/\(dependency.step)\", and \(dish) is not "
            + "in this meal.",
          hints: ["Plan \(dish) too, or remove that `after` from \(label)."])
    }
  }
}
