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
    let references = menu.stepReferences
    let resolver = StepResolver(menu)
    var offset = 0
    let firstOfDish = menu.dishes.map { serving in
      defer { offset += serving.dish.steps.count }
      return offset
    }
    limits = references.map { reference in
      menu[reference].after.compactMap { dependency in
        resolver.target(of: dependency, from: reference).map { target in
          Limit(other: firstOfDish[target.dish] + target.step, dependency: dependency)
        }
      }
    }
    self.references = references
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
}
