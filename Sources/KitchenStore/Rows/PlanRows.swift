internal import GRDB
internal import KitchenModel

/// Reads and writes plans.
enum PlanRows {
  /// Adds a plan and returns its number.
  static func insert(
    _ plan: Plan, cause: StoredPlan.Cause, at now: Instant, into db: Database
  ) throws -> Int {
    try insert(plan, as: StoredJSON.encode(plan), cause: cause, at: now, into: db)
  }

  /// Adds a plan of which `snapshot` is the text and returns its number.
  static func insert(
    _ plan: Plan, as snapshot: String, cause: StoredPlan.Cause, at now: Instant, into db: Database
  ) throws -> Int {
    var parent: Int?
    if case .replanned(let run) = cause { parent = run }
    let figures = plan.servingFigures
    try db.perform(
      """
      INSERT INTO plan (name, created_at, cause, parent_run_id, status, objective,
        makespan_seconds, hold_seconds, standing_seconds, snapshot)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        plan.menu.name, now.stored, cause.word, parent, plan.status.rawValue,
        plan.objective.rawValue, plan.makespan.count, figures.hold.count,
        figures.standing.count, snapshot,
      ])
    return Int(db.lastInsertedRowID)
  }

  /// The plans without their snapshots, newest first.
  static func summaries(limit: Int?, from db: Database) throws -> [StoredPlan.Summary] {
    try db.mapRows(
      "SELECT \(summaryColumns) FROM plan ORDER BY id DESC LIMIT ?", [limit ?? -1], summary)
  }

  /// The plan with number `id`; nil where there is none.
  static func load(_ id: Int, from db: Database) throws -> StoredPlan? {
    try db.firstRow("SELECT \(summaryColumns), snapshot FROM plan WHERE id = ?", [id]) { row in
      StoredPlan(
        summary: try summary(&row), plan: try ReadPlan.plan(in: row.text()))
    }
  }

  /// The plan that a run follows: the one it went over to last, else the one it began with; nil where
  /// there is no such run.
  static func current(of run: Int, from db: Database) throws -> StoredPlan? {
    let id = try db.firstRow(
      """
      SELECT coalesce((SELECT max(id) FROM plan WHERE parent_run_id = run.id), plan_id)
      FROM run WHERE id = ? AND removed_at IS NULL
      """, [run]
    ) { try $0.int() }
    return try id.flatMap { try load($0, from: db) }
  }

  /// The plans that a run has followed, in order; none where there is no such run.
  static func followed(by run: Int, from db: Database) throws -> [Plan] {
    var plans = FollowedPlans()
    return try plans.plans(of: run, from: db)
  }

  static func exists(_ id: Int, in db: Database) throws -> Bool {
    try db.firstRow("SELECT 1 FROM plan WHERE id = ?", [id]) { _ in true } ?? false
  }

  /// Says that there is no plan `id`.
  static func missing(_ id: Int) -> Diagnostic { Diagnostic(.noPlan(id)) }

  private static let summaryColumns = """
    id, name, created_at, cause, parent_run_id, status, objective, makespan_seconds, hold_seconds,
    standing_seconds, (SELECT count(*) FROM run WHERE plan_id = plan.id AND removed_at IS NULL),
    (SELECT count(*) FROM run WHERE plan_id = plan.id AND removed_at IS NULL AND mode = 'live')
    """

  private static func summary(_ row: inout RowReader) throws -> StoredPlan.Summary {
    let (id, name, createdAt) = (try row.int(), try row.text(), try row.instant())
    guard let cause = StoredPlan.Cause(word: try row.text(), parent: try row.optionalInt()) else {
      throw Unreadable()
    }
    return StoredPlan.Summary(
      id: id, name: name, createdAt: createdAt, cause: cause, status: try row.word(),
      objective: try row.word(), makespan: try row.seconds(), hold: try row.seconds(),
      standing: try row.seconds(), runs: try row.int(), liveRuns: try row.int())
  }
}

extension StoredPlan.Cause {
  fileprivate var word: String {
    switch self {
    case .saved: "saved"
    case .cooked: "cooked"
    case .replanned: "replanned"
    }
  }

  /// The cause that a word and a run say; nil for none.
  init?(word: String, parent: Int?) {
    switch (word, parent) {
    case ("saved", nil): self = .saved
    case ("cooked", nil): self = .cooked
    case ("replanned", let parent?): self = .replanned(run: parent)
    default: return nil
    }
  }
}
