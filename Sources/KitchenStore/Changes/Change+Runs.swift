internal import GRDB
package import KitchenModel

extension Change {
  /// Hides a run from every question. Its log stays, so that undo can bring it back whole.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such run or it is still being cooked.
  package func removeRun(_ id: Int, at now: Instant) throws {
    guard let run = try RunRows.load(id, from: db) else { throw RunRows.missing(id) }
    guard !run.status.isOpen else {
      throw Diagnostic(.runStillCooking(id))
    }
    remember(keptRun: id)
    try db.perform("UPDATE run SET removed_at = ? WHERE id = ?", [now.stored, id])
    say("removed run \(id) (\"\(run.meal)\") from the history")
  }
}
