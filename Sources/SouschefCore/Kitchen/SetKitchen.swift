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
  package func perform(in workspace: Workspace) throws -> Outcome<Kitchen> {
    try workspace.change(nil, rehearsing) { change in
      let kitchen = try changes.applied(to: change.kitchen())
      try KitchenSoundness.check(kitchen)
      guard try change.set(kitchen) else {
        let remark = Diagnostic(
          .couldNotBeDone, "The kitchen was so already.", severity: .remark)
        return Outcome(kitchen, remarks: [remark])
      }
      return Outcome(kitchen)
    }
  }
}
