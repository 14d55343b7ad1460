internal import GRDB
internal import KitchenModel

/// Reads and writes run records, which are what the log says of each run.
enum RunRows {
  /// The runs that `filter` lets through, newest first, without their steps.
  static func list(_ filter: RunFilter, from db: Database) throws -> [Run] {
    var runs: [Run] = []
    try list(filter, from: db) { runs += $0 }
    return runs
  }

  /// Hands the runs that `filter` lets through to `body`, newest first, some at a time.
  static func list(
    _ filter: RunFilter, from db: Database, inParts body: ([Run]) throws -> Void
  ) throws {
    let clause = filter.clause
    var part: [Run] = []
    try db.forEachRow("SELECT \(columns) \(clause.sql)", clause.arguments) {
      part.append(try run(&$0, steps: []))
      guard part.count == partSize else { return }
      try body(part)
      part.removeAll(keepingCapacity: true)
    }
    try body(part)
  }

  private static let partSize = 500

  /// The run with number `id` and its steps; nil where there is none or it has been removed.
  static func load(_ id: Int, from db: Database) throws -> Run? {
    let steps = try db.mapRows(
      """
      SELECT dish_position, run_step.position, label, step, kind, option, status, planned_start_seconds,
        planned_end_seconds, actual_start_seconds, actual_end_seconds, cooks, ended_by
      FROM run_step JOIN run_dish
        ON run_dish.run_id = run_step.run_id AND run_dish.position = dish_position
      WHERE run_step.run_id = ? ORDER BY dish_position, run_step.position
      """, [id], step)
    return try db.firstRow(
      "SELECT \(columns) FROM run WHERE id = ? AND removed_at IS NULL", [id]
    ) { try run(&$0, steps: steps) }
  }

  /// Adds a run and its dishes and steps, with a new number where none is given; the one that `run`
  /// has is not looked at.
  static func insert(
    _ run: Run, of menu: Menu, number: Int? = nil, into db: Database
  ) throws -> Int {
    let planned = ServingFigures(menu, run.plannedTimings, serving: run.planned)
    try db.perform(
      """
      INSERT INTO run (id, plan_id, meal, meal_key, status, mode, speed_thousandths, policy, started_at,
        finished_at, planned_seconds, actual_seconds, replans, planned_hold_seconds,
        planned_standing_seconds)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number, run.planID, run.meal, Name.key(of: run.meal), run.status.rawValue,
        run.mode.rawValue, run.speedThousandths, run.policy.rawValue, run.startedAt.stored,
        run.finishedAt?.stored, run.planned.count, run.actual?.count, run.replans,
        planned.hold.count, planned.standing.count,
      ])
    let id = Int(db.lastInsertedRowID)
    try insert(run.steps, of: menu, from: 0, into: (id, run.startedAt), db)
    if run.steps.contains(where: { $0.actualEnd != nil }) { try updateFigures(of: id, in: db) }
    return id
  }

  /// Has the record go over to a plan: ways of steps that it has chosen, and the dishes and steps
  /// that it has beyond those of the record, all pending.
  static func follow(_ plan: Plan, in run: Int, _ db: Database) throws {
    let standing = StandingColumns(plan.menu)
    for step in plan.chosenWays {
      try db.perform(
        """
        UPDATE run_step SET kind = ?, option = ?, keeps_seconds = ?
        WHERE run_id = ? AND dish_position = ? AND position = ?
        """,
        [
          step.kind.rawValue, step.option, standing.keeps(step.reference, option: step.option),
          run, step.reference.dish, step.reference.step,
        ])
    }
    try shrink(run, to: plan, in: db)
    try grow(run, to: plan, in: db)
  }

  /// Takes dishes out of the record that a plan does not have any more: they came on the menu by
  /// mistake, and nothing has happened to them.
  private static func shrink(_ id: Int, to plan: Plan, in db: Database) throws {
    let count = plan.menu.dishes.count
    let isLonger = try db.firstRow(
      "SELECT 1 FROM run_dish WHERE run_id = ? AND position >= ?", [id, count]
    ) { _ in true }
    guard isLonger ?? false else { return }
    try db.perform(
      """
      UPDATE dish_summary SET
        runs = runs - 1,
        last_at = (\(latestStart) AND run.id <> ?1 ORDER BY run_dish.started_at DESC LIMIT 1)
      WHERE simulated = (SELECT mode <> 'live' FROM run WHERE id = ?1)
        AND dish_key IN (SELECT dish_key FROM run_dish WHERE run_id = ?1 AND position >= ?2)
        AND dish_key NOT IN (SELECT dish_key FROM run_dish WHERE run_id = ?1 AND position < ?2)
      """, [id, count])
    try db.perform("DELETE FROM run_dish WHERE run_id = ? AND position >= ?", [id, count])
  }

  /// When the dish of a row of `dish_summary` was cooked last, except for the end of the query.
  private static let latestStart = """
    SELECT run_dish.started_at FROM run_dish CROSS JOIN run ON run.id = run_dish.run_id
    WHERE run_dish.dish_key = dish_summary.dish_key AND removed_at IS NULL
      AND (mode <> 'live') = dish_summary.simulated
    """

  /// Has a run begin at another moment than it was to, wherever that is stored.
  private static func move(_ id: Int, to startedAt: Instant, in db: Database) throws {
    try db.perform("UPDATE run SET started_at = ? WHERE id = ?", [startedAt.stored, id])
    try db.perform("UPDATE run_dish SET started_at = ? WHERE run_id = ?", [startedAt.stored, id])
    try db.perform(
      """
      UPDATE dish_summary SET last_at = (\(latestStart) ORDER BY run_dish.started_at DESC LIMIT 1)
      WHERE simulated = (SELECT mode <> 'live' FROM run WHERE id = ?1)
        AND dish_key IN (SELECT dish_key FROM run_dish WHERE run_id = ?1)
      """, [id])
  }

  private static func grow(_ id: Int, to plan: Plan, in db: Database) throws {
    let count = try db.firstRow(
      "SELECT count(*), (SELECT started_at FROM run WHERE id = ?) FROM run_dish WHERE run_id = ?",
      [id, id]
    ) { (dishes: try $0.int(), startedAt: try $0.instant()) }
    guard let count, count.dishes < plan.menu.dishes.count else { return }
    let whole = Run(
      id: id, of: plan, planID: 0, mode: .live, speedThousandths: 1000, policy: .replan,
      startedAt: count.startedAt)
    let steps = whole.steps.filter { $0.reference.dish >= count.dishes }
    try insert(steps, of: plan.menu, from: count.dishes, into: (id, count.startedAt), db)
  }

  private static func insert(
    _ steps: [RunStep], of menu: Menu, from first: Int, into run: (id: Int, startedAt: Instant),
    _ db: Database
  ) throws {
    for (position, serving) in menu.dishes.enumerated().dropFirst(first) {
      try db.perform(
        """
        INSERT INTO run_dish (run_id, position, label, dish, dish_key, started_at, serve,
          serve_offset_seconds)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          run.id, position, serving.label, serving.dish.name.text, serving.dish.name.key,
          run.startedAt.stored, serving.dish.serve.rawValue, serving.dish.serveOffset.count,
        ])
    }
    let standing = StandingColumns(menu)
    for step in steps {
      try db.perform(
        """
        INSERT INTO run_step (run_id, dish_position, position, step, kind, option, keeps_seconds,
          takers, status, planned_start_seconds, planned_end_seconds, actual_start_seconds,
          actual_end_seconds, cooks, ended_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          run.id, step.reference.dish, step.reference.step, step.step, step.kind.rawValue,
          step.option, standing.keeps(step.reference, option: step.option),
          standing.takers(step.reference), step.status.rawValue, step.plannedStart.count,
          step.plannedEnd.count,
          step.actualStart?.count, step.actualEnd?.count, try StoredJSON.encodeNames(step.cooks),
          step.endedBy?.rawValue,
        ])
    }
  }

  /// How long after serving time each dish of a run is served.
  static func serveOffsets(of run: Int, from db: Database) throws -> [Seconds] {
    try db.mapRows(
      "SELECT serve_offset_seconds FROM run_dish WHERE run_id = ? ORDER BY position", [run]
    ) { try $0.seconds() }
  }

  /// Writes what differs between two states of a run's record, and returns the new one with the
  /// figures that follow from it.
  @discardableResult
  static func update(from old: Run, to new: Run, in db: Database) throws -> Run {
    try db.perform(
      """
      UPDATE run SET status = ?, finished_at = ?, actual_seconds = ?, replans = ? WHERE id = ?
      """,
      [
        new.status.rawValue, new.finishedAt?.stored, new.actual?.count, new.replans, new.id,
      ])
    if new.startedAt != old.startedAt { try move(new.id, to: new.startedAt, in: db) }
    let changed = zip(old.steps, new.steps).filter { $0 != $1 }.map(\.1)
    for step in changed {
      try db.perform(
        """
        UPDATE run_step SET status = ?, actual_start_seconds = ?, actual_end_seconds = ?,
          cooks = ?, ended_by = ?
        WHERE run_id = ? AND dish_position = ? AND position = ?
        """,
        [
          step.status.rawValue, step.actualStart?.count, step.actualEnd?.count,
          try StoredJSON.encodeNames(step.cooks), step.endedBy?.rawValue, new.id,
          step.reference.dish, step.reference.step,
        ])
    }
    var new = new
    if !changed.isEmpty { new.figures = try updateFigures(of: new.id, in: db) }
    return new
  }

  /// Says that there is no run `id`.
  static func missing(_ id: Int) -> Diagnostic { Diagnostic(.noRun(id)) }

  private static let columns = """
    run.id, meal, plan_id, status, mode, speed_thousandths, policy, run.started_at, finished_at,
    planned_seconds, actual_seconds, replans,
    (SELECT rating FROM run_edit
      WHERE run_id = run.id AND withdrawn_at IS NULL AND kind = 'rated' ORDER BY id DESC LIMIT 1),
    \(figureColumns)
    """

  private static func run(_ row: inout RowReader, steps: [RunStep]) throws -> Run {
    var run = Run(
      id: try row.int(), meal: try row.text(), planID: try row.int(), status: try row.word(),
      mode: try row.word(), speedThousandths: try row.int(), policy: try row.word(),
      startedAt: try row.instant(), finishedAt: try row.optionalInstant(),
      planned: try row.seconds(), actual: try row.optionalSeconds(), replans: try row.int(),
      steps: steps)
    run.rating = try row.optionalInt()
    run.figures = try figures(&row)
    return run
  }

  private static func step(_ row: inout RowReader) throws -> RunStep {
    RunStep(
      reference: StepReference(dish: try row.int(), step: try row.int()), dish: try row.text(),
      step: try row.text(), kind: try row.word(), option: try row.int(), status: try row.word(),
      plannedStart: try row.seconds(), plannedEnd: try row.seconds(),
      actualStart: try row.optionalSeconds(), actualEnd: try row.optionalSeconds(),
      cooks: try row.names(), endedBy: try row.optionalWord())
  }
}

extension Run {
  /// When each step was to be done.
  fileprivate var plannedTimings: [ServingFigures.Timing] {
    steps.map { .init($0.reference, way: $0.option, start: $0.plannedStart, end: $0.plannedEnd) }
  }
}
