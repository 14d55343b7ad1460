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

  /// Equipment that is gone though dishes need it, under whatever name.
  private static func gone(
    from kitchen: Kitchen, since before: Kitchen, neededBy dishes: [Dish]
  ) -> [Diagnostic] {
    before.equipment.map(\.name).compactMap { name in
      let lost = dishes.filter { dish in
        dish.steps.flatMap(\.ways).flatMap(\.uses).map(\.equipment).contains {
          Name.key(of: before.ownName(ofEquipment: $0)) == Name.key(of: name)
            && kitchen.equipment(named: kitchen.ownName(ofEquipment: $0)) == nil
        }
      }
      guard let first = lost.first?.name.text.quoted else { return nil }
      let what = lost.count == 1 ? "\(first) needs" : "\(first) and \(lost.count - 1) more need"
      return Diagnostic(
        .couldNotBeDone, "\(what) the \(name), and cannot be planned without it.",
        hints: [.advice(.takeBack)], severity: .warning)
    }
  }

  /// New equipment whose name is nearly that of something that the kitchen had, or another name of it.
  private static func mistyped(in kitchen: Kitchen, since before: Kitchen) -> [Diagnostic] {
    let known = before.equipment.map(\.name)
    return kitchen.equipment.map(\.name).filter { before.equipment(named: $0) == nil }.compactMap {
      name -> Diagnostic? in
      let own = before.ownName(ofEquipment: name)
      if own != name, kitchen.equipment(named: own) != nil {
        return Diagnostic(
          .usage, "\(name.quoted) is new, beside \(own.quoted); until now they were one thing.",
          hints: [.text(NearMiss.question(own))], severity: .remark)
      }
      return NearMiss.question(of: known, for: name).map { question in
        Diagnostic(
          .usage, "The equipment \(name.quoted) is new.", hints: [question], severity: .remark)
      }
    }
  }
}
