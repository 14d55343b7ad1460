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
      let kitchen = try changes.applied(to: change.kitchen())
      try KitchenSoundness.check(kitchen)
      return Outcome(try change.set(kitchen) ? .changed(kitchen) : .unchanged(kitchen))
    }
  }
}
