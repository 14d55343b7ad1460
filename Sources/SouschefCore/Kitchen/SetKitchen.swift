package import KitchenModel
import KitchenStore

/// Changes the kitchen; what is not named stays.
package struct SetKitchen {
  private let changes: KitchenChanges
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(changes: KitchenChanges, rehearsing: Rehearsing = .no) {
    self.changes = changes
    self.rehearsing = rehearsing
  }

  /// Changes the kitchen.
  ///
  /// - Throws: ``Diagnostic``, also where the kitchen would not be sound.
  package func perform(in workspace: Workspace) throws -> Outcome<Edited<Kitchen>> {
    let dishes = try workspace.storeForReading().dishes.all()
    return try workspace.change(nil, rehearsing) { change in
      let before = try change.kitchen()
      let kitchen = try changes.applied(to: before)
      try KitchenSoundness.check(kitchen)
      return Outcome(
        try change.set(kitchen) ? .changed(kitchen) : .unchanged(kitchen),
        remarks: Self.mistyped(in: kitchen, since: before)
          + Self.gone(from: kitchen, since: before, neededBy: dishes))
    }
  }

  /// Equipment that is gone though dishes need it.
  private static func gone(
    from kitchen: Kitchen, since before: Kitchen, neededBy dishes: [Dish]
  ) -> [Diagnostic] {
    DishSoundness.missingEquipment(of: dishes, in: kitchen).compactMap { name, dish in
      guard before.equipment(named: name) != nil else { return nil }
      let others =
        dishes.count { dish in
          DishSoundness.missingEquipment(of: [dish], in: kitchen).contains {
            Name.key(of: $0.name) == Name.key(of: name)
          }
        } - 1
      let what = dish.name.text.quoted + (others > 0 ? " and \(others) more need" : " needs")
      return Diagnostic(
        .couldNotBeDone, "\(what) the \(name), and cannot be planned without it.",
        hints: [.advice(.takeBack)], severity: .warning)
    }
  }

  /// New equipment whose name is nearly that of something that the kitchen had.
  private static func mistyped(in kitchen: Kitchen, since before: Kitchen) -> [Diagnostic] {
    let known = before.equipment.map(\.name)
    return kitchen.equipment.filter { before.equipment(named: $0.name) == nil }.compactMap { new in
      NearMiss.question(of: known, for: new.name).map { question in
        Diagnostic(
          .usage, "The equipment \(new.name.quoted) is new.", hints: [question], severity: .remark)
      }
    }
  }
}
