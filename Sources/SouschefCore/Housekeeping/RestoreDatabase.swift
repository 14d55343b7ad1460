import KitchenModel
import KitchenStore

/// Puts a copy in the place of the database.
package struct RestoreDatabase {
  private let path: String

  /// Creates the request.
  package init(from path: String) { self.path = path }

  /// Restores, and says where what there was is kept; nil where there was nothing.
  ///
  /// - Throws: ``Diagnostic``; then nothing has changed.
  package func perform(in workspace: Workspace) throws -> Outcome<Kept?> {
    let open = try openRuns(in: workspace)
    guard open.isEmpty else {
      throw Diagnostic(
        .busy, "Run \(open[0].run.id) is being cooked.", hints: ["Restore when it is over."])
    }
    let kept = try KitchenStore.restore(from: path, to: workspace.databasePath)
    return Outcome(
      kept.map { $0.isDamaged ? .damaged(at: $0.path) : .copied(to: $0.path) })
  }

  /// What became of the database that was there.
  package enum Kept: Sendable, Hashable {
    /// It was sound; a copy of it is there.
    case copied(to: String)
    /// It was damaged and was moved there as it was.
    case damaged(at: String)
  }

  /// The runs that live processes are at. A damaged database cannot say, and nobody can be cooking
  /// from it; what else is wrong comes up again when it is restored.
  private func openRuns(in workspace: Workspace) throws -> [OpenRun] {
    do {
      return try workspace.storeForReading().runs.open().filter {
        $0.lease.map(workspace.isAlive) ?? false
      }
    } catch let diagnostic as Diagnostic where diagnostic.kind == .storageFailed {
      return []
    }
  }
}
