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
    try workspace.change(nil, rehearsing) { change in
      let before = try change.kitchen()
      let kitchen = try changes.applied(to: before)
      try KitchenSoundness.check(kitchen)
      return Outcome(
        try change.set(kitchen) ? .changed(kitchen) : .unchanged(kitchen),
        remarks: Self.mistyped(in: kitchen, since: before))
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
