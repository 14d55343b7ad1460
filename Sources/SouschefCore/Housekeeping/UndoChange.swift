import KitchenModel
import KitchenStore

/// Takes back the last change that stands.
package struct UndoChange {
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(rehearsing: Rehearsing = .no) { self.rehearsing = rehearsing }

  /// Takes it back and says what it was, as part of a sentence.
  ///
  /// - Throws: ``Diagnostic``, also where there is nothing to take back.
  package func perform(in workspace: Workspace) throws -> Outcome<String> {
    let store = try workspace.storeForReading()
    guard let last = try store.lastChange() else {
      throw Diagnostic(
        .couldNotBeDone, "Nothing to undo.",
        hints: ["Undo takes back changes to dishes, meals, the week, the kitchen and the history."])
    }
    switch rehearsing {
    case .dryRun: return Outcome(last.summary)
    case .no: return Outcome(try workspace.storeForWriting().undo(at: workspace.now).summary)
    }
  }
}
