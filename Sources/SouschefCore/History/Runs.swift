package import KitchenModel
import KitchenStore

/// Lists the runs, newest first, without their steps.
package struct ListRuns {
  private let limit: Int?

  /// Creates the request.
  package init(limit: Int? = nil) { self.limit = limit }

  /// The runs.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[Run]> {
    let store = try workspace.storeForReading()
    try workspace.settleAbandoned(in: store)
    return Outcome(try store.runs.list(RunFilter(limit: limit)))
  }
}

/// Finds a run with its steps.
package struct ShowRun {
  private let id: Int

  /// Creates the request.
  package init(id: Int) { self.id = id }

  /// The run and the menu it cooked.
  ///
  /// - Throws: ``Diagnostic``, also where there is none.
  package func perform(in workspace: Workspace) throws -> Outcome<(run: Run, menu: Menu)> {
    let store = try workspace.storeForReading()
    try workspace.settleAbandoned(in: store)
    guard let run = try store.runs.run(id) else {
      throw Diagnostic(
        .couldNotBeDone, "There is no run \(id).", hints: ["See them all: souschef history"])
    }
    return Outcome((run, try store.plan(run.planID).menu))
  }
}
