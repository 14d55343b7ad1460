internal import GRDB
internal import KitchenModel

/// Fills in how food waits and stands where an older version did not keep it: of plans and runs that
/// were stored, or written to a history, before.
enum StandingUpkeep {
  /// The version of the tables since which it is kept.
  static let version = 9

  /// Fills in every plan and every run, also those that were removed.
  ///
  /// What cannot be read stays as it is: the doctor finds it.
  static func complete(in db: Database) throws {
    let plans = try db.mapRows("SELECT id FROM plan") { try $0.int() }
    for plan in plans { try complete(plan: plan, in: db) }
    let runs = try db.mapRows("SELECT id FROM run") { try $0.int() }
    for run in runs { try complete(run: run, in: db) }
  }

  /// Fills in what a plan's columns repeat of its snapshot.
  static func complete(plan id: Int, in db: Database) throws {
    let text = try db.firstRow("SELECT snapshot FROM plan WHERE id = ?", [id]) { try $0.text() }
    guard let text, let plan = try? ReadPlan.plan(in: text) else { return }
    let figures = plan.servingFigures
    try db.perform(
      "UPDATE plan SET status = ?, hold_seconds = ?, standing_seconds = ? WHERE id = ?",
      [plan.status.rawValue, figures.hold.count, figures.standing.count, id])
  }

  /// Fills in how the steps of a run were done and what follows from it.
  static func complete(run id: Int, in db: Database) throws {
    let plans = try db.mapRows(
      """
      SELECT snapshot FROM run JOIN plan ON plan.id = plan_id OR parent_run_id = run.id
      WHERE run.id = ? ORDER BY plan.id
      """, [id]
    ) { try? ReadPlan.plan(in: $0.text()) }.compactMap(\.self)
    guard let first = plans.first, let last = plans.last else { return }
    let planned = first.servingFigures
    try db.perform(
      "UPDATE run SET planned_hold_seconds = ?, planned_standing_seconds = ? WHERE id = ?",
      [planned.hold.count, planned.standing.count, id])
    var options: [StepReference: Int] = [:]
    for plan in plans {
      for step in plan.steps where last.menu.has(step) { options[step.reference] = step.option }
    }
    let columns = StandingColumns(last.menu)
    for (step, option) in options {
      try db.perform(
        """
        UPDATE run_step SET option = ?, keeps_seconds = ?, takers = ?
        WHERE run_id = ? AND dish_position = ? AND position = ?
        """,
        [
          option, columns.keeps(step, option: option), columns.takers(step), id, step.dish,
          step.step,
        ])
    }
    try RunRows.updateFigures(of: id, in: db)
  }
}

extension Menu {
  /// Whether a planned step is one of this menu, done in one of its ways.
  fileprivate func has(_ planned: PlannedStep) -> Bool {
    let (dish, step) = (planned.reference.dish, planned.reference.step)
    return dishes.indices.contains(dish) && dishes[dish].dish.steps.indices.contains(step)
      && self[planned.reference].ways.indices.contains(planned.option)
  }
}
