internal import GRDB
package import KitchenModel

extension Change {
  /// Notes where a step's new estimate came from.
  ///
  /// - Throws: ``Diagnostic``.
  package func recordLearned(
    _ dish: Name, step: String, cook: String?, before: Seconds, after: Seconds, runs: [Int],
    at now: Instant
  ) throws {
    try db.perform(
      """
      INSERT INTO learned_estimate (learned_at, dish_key, step, cook, before_seconds,
        after_seconds, times, runs)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        now.stored, dish.key, step, cook, before.count, after.count, runs.count,
        try StoredJSON.encode(runs),
      ])
    remember(learned: Int(db.lastInsertedRowID))
  }
}
