internal import GRDB
internal import KitchenModel

/// The plans of the run that was asked for last, as they were read: who looks at a run again and again
/// reads each plan once, however many there are by then. What is stored of a plan never changes.
struct FollowedPlans {
  /// A plan's number and when it was made; both, since numbers may come again in a restored file.
  private struct Key: Hashable {
    var id: Int
    var createdAt: String
  }

  private var plans: [Key: Plan] = [:]

  /// The plans that a run has followed, in order; none where there is no such run.
  mutating func plans(of run: Int, from db: Database) throws -> [Plan] {
    let keys = try db.mapRows(
      """
      SELECT plan.id, plan.created_at FROM run
      JOIN plan ON plan.id = run.plan_id OR parent_run_id = run.id
      WHERE run.id = ? AND removed_at IS NULL ORDER BY plan.id
      """, [run]
    ) { row in Key(id: try row.int(), createdAt: try row.text()) }
    var latest: [Key: Plan] = [:]
    var menu: Menu?
    let all = try keys.map { key in
      var plan = try plans[key] ?? Self.plan(key.id, from: db)
      // Mostly all cook the same, which is kept once.
      if let menu, plan.menu == menu { plan.menu = menu }
      menu = plan.menu
      latest[key] = plan
      return plan
    }
    plans = latest
    return all
  }

  private static func plan(_ id: Int, from db: Database) throws -> Plan {
    let plan = try db.firstRow("SELECT snapshot FROM plan WHERE id = ?", [id]) { row in
      try ReadPlan.plan(in: row.text())
    }
    guard let plan else { throw PlanRows.missing(id) }
    return plan
  }
}
