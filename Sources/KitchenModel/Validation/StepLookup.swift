/// Finds the targets of dependencies in constant time each.
struct StepLookup {
  private var dishes: [String: Int] = [:]
  private var steps: [[String: Int]] = []
  private let menu: Menu

  /// Creates a lookup in `menu`.
  init(_ menu: Menu) {
    self.menu = menu
    for (index, serving) in menu.dishes.enumerated() {
      let key = Name.key(of: serving.label)
      if dishes[key] == nil { dishes[key] = index }
      var identifiers: [String: Int] = [:]
      for (number, step) in serving.dish.steps.enumerated() {
        identifiers[Name.key(of: step.id)] = number
      }
      steps.append(identifiers)
    }
  }

  /// The step that a dependency of the step at `reference` is on; nil where the menu has none.
  ///
  /// A dish that comes again depends on its own steps; another dish is found by its label, which
  /// for one that comes again is the first's.
  func target(of dependency: Dependency, from reference: StepReference) -> StepReference? {
    guard let dish = dish(of: dependency, from: reference),
      let step = steps[dish][Name.key(of: dependency.step)]
    else { return nil }
    return StepReference(dish: dish, step: step)
  }

  /// The dish that such a dependency names, by index; nil where the menu has none.
  func dish(of dependency: Dependency, from reference: StepReference) -> Int? {
    guard let name = dependency.dish, !menu.dishes[reference.dish].dish.owns(dependency) else {
      return reference.dish
    }
    return dishes[Name.key(of: name)]
  }
}
