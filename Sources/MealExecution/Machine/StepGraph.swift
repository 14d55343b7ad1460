import KitchenModel

/// A menu's steps numbered in listed order, with what each must keep a distance from.
struct StepGraph: Sendable {
  /// Every step in listed order.
  let references: [StepReference]
  /// For each step, its limits.
  let limits: [[Limit]]
  private let firstOfDish: [Int]

  /// A limit on the distance from another step's moment to this step's start.
  struct Limit: Sendable {
    /// The other step's number.
    var other: Int
    /// As the dish states it.
    var dependency: Dependency
  }

  /// Numbers a menu's steps. A dependency on a step that the menu does not have limits nothing.
  init(_ menu: Menu) {
    references = menu.stepReferences
    var offset = 0
    let firstOfDish = menu.dishes.map { serving in
      defer { offset += serving.dish.steps.count }
      return offset
    }
    var limits: [[Limit]] = []
    for reference in references {
      limits.append(
        menu[reference].after.compactMap { dependency in
          guard let dish = Self.dish(of: dependency, from: reference, in: menu),
            let step = menu.dishes[dish].dish.steps.firstIndex(where: { $0.id == dependency.step })
          else { return nil }
          return Limit(other: firstOfDish[dish] + step, dependency: dependency)
        })
    }
    self.limits = limits
    self.firstOfDish = firstOfDish
  }

  /// A step's number.
  func index(of reference: StepReference) -> Int { firstOfDish[reference.dish] + reference.step }

  /// Whether the menu has a step at that place.
  func contains(_ reference: StepReference) -> Bool {
    guard firstOfDish.indices.contains(reference.dish), reference.step >= 0 else { return false }
    let end =
      reference.dish + 1 < firstOfDish.count
      ? firstOfDish[reference.dish + 1] : references.count
    return index(of: reference) < end
  }

  private static func dish(
    of dependency: Dependency, from reference: StepReference, in menu: Menu
  ) -> Int? {
    guard let dish = dependency.dish else { return reference.dish }
    let key = Name.key(of: dish)
    return menu.dishes.firstIndex { Name.key(of: $0.label) == key }
  }
}
