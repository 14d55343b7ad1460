internal import GRDB
package import KitchenModel

/// The stored plans: each a snapshot of the dishes and the kitchen it was made from.
///
/// Plans are not journaled: undo concerns what they are made of.
package struct PlanRepository: Sendable {
  let store: KitchenStore

  /// Stores a plan and returns its number.
  ///
  /// - Throws: ``Diagnostic``.
  package func save(_ plan: Plan, cause: StoredPlan.Cause = .saved, at now: Instant) throws -> Int {
    try store.write { db in try PlanRows.insert(plan, cause: cause, at: now, into: db) }
  }

  /// Every plan without its snapshot, newest first; at most `limit` where one is given.
  ///
  /// - Throws: ``Diagnostic``.
  package func list(limit: Int? = nil) throws -> [StoredPlan.Summary] {
    try store.read { db in try PlanRows.summaries(limit: limit, from: db) }
  }

  /// The plan with number `id`; nil where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  package func plan(_ id: Int) throws -> StoredPlan? {
    try store.read { db in try PlanRows.load(id, from: db) }
  }

  /// Removes a plan that no run uses.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such plan or a run uses it.
  package func remove(_ id: Int) throws {
    try store.write { db in
      guard try PlanRows.exists(id, in: db) else { throw PlanRows.missing(id) }
      let runs = try db.mapRows("SELECT id FROM run WHERE plan_id = ? ORDER BY id", [id]) {
        try $0.int()
      }
      guard runs.isEmpty else {
        let list = runs.map(String.init).joined(separator: ", ")
        throw Diagnostic(
          .couldNotBeDone,
          "Plan \(id) belongs to the history: it was cooked as \(runs.count == 1 ? "run" : "runs") "
            + "\(list).",
          hints: ["Plans that were cooked stay as long as their runs do."])
      }
      try db.perform("DELETE FROM plan WHERE id = ?", [id])
    }
  }
}

/// A plan with what the database knows about it.
package struct StoredPlan: Sendable, Hashable {
  /// Its number, date and main figures.
  package var summary: Summary
  /// The plan as it was stored.
  package var plan: Plan

  /// Why a plan was stored.
  package enum Cause: Sendable, Hashable {
    /// The cook asked for it.
    case saved
    /// It was cooked.
    case cooked
    /// A run needed another plan from where it stood.
    case replanned(run: Int)
  }

  /// What a list says of a plan.
  package struct Summary: Sendable, Hashable {
    /// Its number, from 1; never given again.
    package var id: Int
    /// What the whole is called.
    package var name: String
    /// When it was stored.
    package var createdAt: Instant
    /// Why it was stored.
    package var cause: Cause
    /// How far the proof came.
    package var status: Plan.Status
    /// What was optimised after the makespan.
    package var objective: PlanObjective
    /// From the plan's start to serving time.
    package var makespan: Seconds
    /// The total time that hot dishes wait.
    package var hold: Seconds
    /// How much longer what steps make stands than it keeps, added up.
    package var standing: Seconds
    /// How many runs began with it.
    package var runs: Int
    /// How many of these were live.
    package var liveRuns: Int
  }
}
