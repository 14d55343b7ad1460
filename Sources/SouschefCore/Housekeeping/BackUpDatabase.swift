import KitchenModel
import KitchenStore

/// Writes a verified copy of the database.
package struct BackUpDatabase {
  private let path: String

  /// Creates the request.
  package init(path: String) { self.path = path }

  /// Writes the copy.
  ///
  /// - Throws: ``Diagnostic``, also where there is no database, or something is at the path.
  package func perform(in workspace: Workspace) throws -> Outcome<Void> {
    let store = try workspace.storeForReading()
    guard store.path != nil else {
      throw Diagnostic(
        .couldNotBeDone, "There is no database at \(workspace.databasePath.quotedPath) yet.",
        hints: ["It is created when something is stored."])
    }
    try store.backup(to: path)
    return Outcome(())
  }
}
