internal import GRDB
internal import KitchenModel

/// Reads and appends what cooks said of runs afterwards.
enum EditRows {
  /// The edits of a run that stand, in order.
  static func load(run: Int, from db: Database) throws -> [RunEdit] {
    try db.mapRows(
      """
      SELECT made_at, kind, rating, note, dish_position, step_position, start_seconds, end_seconds
      FROM run_edit WHERE run_id = ? AND withdrawn_at IS NULL ORDER BY id
      """, [run], edit)
  }

  /// Appends an edit, brings the run's record up to date with it, and returns the edit's number.
  static func append(_ edit: RunEdit, to run: Run, in db: Database) throws -> Int {
    var new = run
    try new.apply(edit, RunRows.serveOffsets(of: run.id, from: db))
    var (rating, note): (Int?, String?)
    var (reference, start, end): (StepReference?, Seconds?, Seconds?)
    let kind: String
    switch edit.kind {
    case .rated(let value): (kind, rating) = ("rated", value)
    case .noted(let text): (kind, note) = ("noted", text)
    case .amended(let step, let from, let to):
      (kind, reference, start, end) = ("amended", step, from, to)
    }
    try db.perform(
      """
      INSERT INTO run_edit (run_id, made_at, kind, rating, note, dish_position, step_position,
        start_seconds, end_seconds)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        run.id, edit.madeAt.stored, kind, rating, note, reference?.dish, reference?.step,
        start?.count, end?.count,
      ])
    let id = Int(db.lastInsertedRowID)
    try RunRows.update(from: run, to: new, in: db)
    return id
  }

  /// Withdraws an edit and makes the run's record again, from its log and the edits that stand.
  static func withdraw(_ id: Int, run: Int, at now: Instant, in db: Database) throws {
    try db.perform("UPDATE run_edit SET withdrawn_at = ? WHERE id = ?", [now.stored, id])
    guard let old = try RunRows.load(run, from: db),
      let plan = try PlanRows.load(old.planID, from: db)?.plan
    else { return }
    var new = Run(
      id: run, of: plan, planID: old.planID, mode: old.mode,
      speedThousandths: old.speedThousandths, policy: old.policy, startedAt: old.startedAt)
    let offsets = try RunRows.serveOffsets(of: run, from: db)
    for event in try EventRows.load(run: run, from: db) { try new.apply(event, offsets) }
    for edit in try load(run: run, from: db) { try new.apply(edit, offsets) }
    try RunRows.update(from: old, to: new, in: db)
  }

  private static func edit(_ row: inout RowReader) throws -> RunEdit {
    let madeAt = try row.instant()
    let kind = try row.text()
    let (rating, note) = (try row.optionalInt(), try row.optionalText())
    let (dish, step) = (try row.optionalInt(), try row.optionalInt())
    let (start, end) = (try row.optionalSeconds(), try row.optionalSeconds())
    switch (kind, rating, note, dish, step, start, end) {
    case ("rated", let rating?, _, _, _, _, _):
      return RunEdit(madeAt: madeAt, .rated(rating))
    case ("noted", _, let note?, _, _, _, _):
      return RunEdit(madeAt: madeAt, .noted(note))
    case ("amended", _, _, let dish?, let step?, let start?, let end?):
      let reference = StepReference(dish: dish, step: step)
      return RunEdit(madeAt: madeAt, .amended(reference, start: start, end: end))
    default: throw Unreadable()
    }
  }
}
