internal import GRDB
internal import JSON
internal import KitchenModel

/// Writes the history for another database: every run with its log and its edits, and the plans they
/// began with.
///
/// The lines are JSON, made by SQLite itself, which keeps up with the disk. Runs come by number, each
/// after its plan and before the plans that were made in the middle of it.
enum HistoryExport {
  /// The first line of a file.
  static let header = #"{"format":"souschef.history/1"}"#

  /// Hands each line, without its end, to `body`.
  static func forEachLine(from db: Database, _ body: (String) throws -> Void) throws {
    try body(header)
    var written: Set<Int> = []
    try db.forEachRow("SELECT id, plan_id FROM run WHERE removed_at IS NULL ORDER BY id") { row in
      let (run, plan) = (try row.int(), try row.int())
      if written.insert(plan).inserted {
        try db.forEachRow("\(planLine) WHERE id = ?", [plan]) { try body(try $0.text()) }
      }
      try db.forEachRow(runLine, [run]) { try body(try $0.text()) }
      try db.forEachRow("\(planLine) WHERE parent_run_id = ? ORDER BY id", [run]) {
        try body(try $0.text())
      }
    }
  }

  private static let planLine = """
    SELECT json_object('format', 'souschef.stored-plan/1', 'id', id, 'createdAt', created_at,
      'cause', cause, 'runId', parent_run_id, 'status', status, 'objective', objective,
      'makespanSeconds', makespan_seconds, 'holdSeconds', hold_seconds,
      'standingSeconds', standing_seconds, 'name', name,
      'plan', json(snapshot))
    FROM plan
    """

  private static let runLine = """
    SELECT json_object('format', 'souschef.run/1', 'id', id, 'meal', meal, 'status', status,
      'mode', mode,
      'speed', iif(speed_thousandths % 1000, speed_thousandths / 1000.0, speed_thousandths / 1000),
      'policy', policy, 'planId', plan_id, 'startedAt', replace(started_at, '.000Z', 'Z'),
      'finishedAt', replace(finished_at, '.000Z', 'Z'), 'plannedSeconds', planned_seconds,
      'actualSeconds', actual_seconds, 'replans', replans,
      'plannedHoldSeconds', planned_hold_seconds, 'plannedStandingSeconds', planned_standing_seconds,
      'dishes', (SELECT json_group_array(json_object('label', label, 'dish', dish, 'serve', serve,
          'serveOffsetSeconds', serve_offset_seconds))
        FROM (SELECT * FROM run_dish WHERE run_id = run.id ORDER BY position)),
      'steps', (SELECT json_group_array(json_object('dish', label, 'step', step, 'kind', kind,
          'option', option, 'keepsSeconds', keeps_seconds, 'takers', json(takers), 'status', status, 'plannedStartSeconds', planned_start_seconds,
          'plannedEndSeconds', planned_end_seconds, 'actualStartSeconds', actual_start_seconds,
          'actualEndSeconds', actual_end_seconds, 'cooks', json(cooks), 'endedBy', ended_by,
          'place', json_array(dish_position, position)))
        FROM (SELECT run_step.*, label FROM run_step
          JOIN run_dish ON run_dish.run_id = run_step.run_id
            AND run_dish.position = run_step.dish_position
          WHERE run_step.run_id = run.id ORDER BY dish_position, run_step.position)),
      'events', (SELECT json_group_array(json_array(replace(at, '.000Z', 'Z'), elapsed_seconds, kind,
          dish_position, step_position, text, ended_by, json(cooks), json(act)))
        FROM (SELECT * FROM run_event WHERE run_id = run.id ORDER BY sequence)),
      'edits', (SELECT json_group_array(json_array(replace(made_at, '.000Z', 'Z'), kind, rating,
          note, dish_position, step_position, start_seconds, end_seconds))
        FROM (SELECT * FROM run_edit
          WHERE run_id = run.id AND withdrawn_at IS NULL ORDER BY id)))
    FROM run WHERE id = ?
    """

  /// What the columns of the CSV are called.
  static let csvHeader = [
    "run", "meal", "status", "mode", "speed", "policy", "startedAt", "finishedAt",
    "plannedSeconds", "actualSeconds", "replans", "rating", "dish", "step", "kind", "stepStatus",
    "plannedStartSeconds", "plannedEndSeconds", "actualStartSeconds", "actualEndSeconds", "cooks",
    "endedBy",
  ]

  /// Hands the fields of each step of each run to `body`, after the heads.
  static func forEachRecord(from db: Database, _ body: ([String]) throws -> Void) throws {
    try body(csvHeader)
    let sql = """
      SELECT run.id, meal, run.status, mode, speed_thousandths / 1000.0, policy,
        replace(run.started_at, '.000Z', 'Z'), replace(finished_at, '.000Z', 'Z'),
        planned_seconds, actual_seconds, replans,
        (SELECT rating FROM run_edit WHERE run_id = run.id AND withdrawn_at IS NULL
          AND kind = 'rated' ORDER BY id DESC LIMIT 1),
        label, step, kind, run_step.status, planned_start_seconds, planned_end_seconds,
        actual_start_seconds, actual_end_seconds, cooks, ended_by
      FROM run CROSS JOIN run_step ON run_step.run_id = run.id
      JOIN run_dish ON run_dish.run_id = run.id AND run_dish.position = dish_position
      WHERE removed_at IS NULL ORDER BY run.id, dish_position, run_step.position
      """
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      try body((0..<row.count).map { (row[$0] as String?) ?? "" })
    }
  }
}

extension KitchenStore {
  /// Hands the history, line by line, to `body`: JSON, one run or plan a line.
  ///
  /// - Throws: ``Diagnostic``, or what `body` throws where that is one.
  package func exportHistory(_ body: (String) throws -> Void) throws {
    try read { db in
      try HistoryExport.forEachLine(from: db) { try body(JSONText.escapingControls(in: $0)) }
    }
  }

  /// Hands the fields of every step of every run, after the heads, to `body`.
  ///
  /// - Throws: ``Diagnostic``, or what `body` throws where that is one.
  package func exportStepRecords(_ body: ([String]) throws -> Void) throws {
    try read { db in try HistoryExport.forEachRecord(from: db, body) }
  }
}
