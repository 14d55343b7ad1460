internal import GRDB
package import KitchenModel

/// Reads the history of another database into one, in a single transaction.
///
/// A run that is there already (the same meal, begun at the same instant on the same clock, with the
/// same times) is left alone, so that importing twice is importing once. Numbers are kept where they
/// are free.
package final class HistoryImport {
  private let db: Database
  /// The plans of the file that no run has needed yet, as their lines, by their numbers there.
  private var pending: [Int: String] = [:]
  /// The numbers here of the plans and runs of the file, by their numbers there.
  private var plans: [Int: Int] = [:]
  private var runs: [Int: Int] = [:]
  /// The numbers of the plans that were made for bare records, by the hashes of their snapshots.
  private var drafted: [Int: Int] = [:]
  /// Plans and runs of files that do not tell how food stands, by their numbers here.
  private var incomplete: (plans: [Int], runs: [Int]) = ([], [])
  /// The lines that the runs with logs came from, by their numbers here, in the order of their plans.
  private var logged: [(run: Int, line: Int?)] = []
  /// What was done.
  package private(set) var report = HistoryImportReport()

  init(_ db: Database) { self.db = db }

  /// Takes in a line.
  ///
  /// - Parameter number: Which line of its file it is, where it is one.
  /// - Throws: ``Diagnostic`` of kind `badContent`.
  package func take(_ line: HistoryLine, at number: Int? = nil) throws {
    switch line.content {
    case .heading: return
    case .plan(let text): try take(plan: text)
    case .run(let text): try take(run: text, at: number)
    case .draft(let record): try take(record)
    }
  }

  /// Takes in a run of which only the record is known, with the log and plan that were made from it.
  private func take(_ record: RunRecord) throws {
    var run = record.run
    guard try existing(run.startedAt.stored, run.meal, run.mode.rawValue, run.actual?.count) == nil
    else {
      report.unchanged += 1
      return
    }
    run.planID = try plan(of: record)
    run.id = try RunRows.insert(run, of: record.plan.menu, number: free(record.number), into: db)
    for (index, event) in record.events.enumerated() {
      try EventRows.insert(event, run: run.id, sequence: index + 1, into: db)
    }
    if let rating = record.rating {
      let at = run.finishedAt ?? run.startedAt
      _ = try EditRows.append(RunEdit(madeAt: at, .rated(rating)), to: run, in: db)
    }
    report.added += 1
  }

  /// The number of a record's plan; records that were planned alike share one.
  private func plan(of record: RunRecord) throws -> Int {
    let hash = record.snapshot.hashValue
    if let known = drafted[hash] {
      let isSame = try db.firstRow(
        "SELECT 1 FROM plan WHERE id = ? AND snapshot = ?", [known, record.snapshot]
      ) { _ in true }
      if isSame == true { return known }
    }
    let id = try PlanRows.insert(
      record.plan, as: record.snapshot, cause: .cooked, at: record.run.startedAt, into: db)
    drafted[hash] = id
    return id
  }

  private func take(plan line: String) throws {
    let facts = try db.firstRow(
      """
      SELECT json_extract(?1, '$.id'), json_extract(?1, '$.cause'), json_extract(?1, '$.runId'),
        (SELECT id FROM plan WHERE id = json_extract(?1, '$.id')
          AND created_at = json_extract(?1, '$.createdAt')
          AND snapshot = json_extract(?1, '$.plan'))
      """, [line]
    ) { (try $0.int(), try $0.text(), try $0.optionalInt(), try $0.optionalInt()) }
    guard let (number, cause, run, same) = facts else { return }
    if let same {
      plans[number] = same
    } else if cause == "replanned" {
      // Of a run that was here before, its plans are here too.
      if let run, let parent = runs[run] { try insertPlan(line, number, parent: parent) }
    } else {
      pending[number] = line
    }
  }

  private func insertPlan(_ line: String, _ number: Int, parent: Int?) throws {
    let snapshot =
      try db.firstRow("SELECT json_extract(?, '$.plan')", [line]) { try $0.text() } ?? ""
    try db.perform(
      """
      INSERT INTO plan (id, name, created_at, cause, parent_run_id, status, objective,
        makespan_seconds, hold_seconds, standing_seconds, snapshot)
      SELECT iif(EXISTS (SELECT 1 FROM plan WHERE id = ?2), NULL, ?2), json_extract(?1, '$.name'),
        json_extract(?1, '$.createdAt'), json_extract(?1, '$.cause'), ?3,
        json_extract(?1, '$.status'), json_extract(?1, '$.objective'),
        json_extract(?1, '$.makespanSeconds'), json_extract(?1, '$.holdSeconds'),
        coalesce(json_extract(?1, '$.standingSeconds'), 0), ?4
      """, [line, number, parent, snapshot])
    let id = Int(db.lastInsertedRowID)
    plans[number] = id
    let tells = try db.firstRow("SELECT ?1 -> '$.standingSeconds' IS NOT NULL", [line]) {
      try $0.flag()
    }
    if tells == false { incomplete.plans.append(id) }
  }

  /// Works out what the file did not tell, which is known only once every plan of a run is there, and
  /// makes sure that what was taken in is what the doctor expects of a history: of each run the record
  /// that its log and its plans lead to.
  ///
  /// - Throws: ``Diagnostic`` of kind `badContent`, with the line.
  fileprivate func finish() throws {
    for plan in incomplete.plans { try StandingUpkeep.complete(plan: plan, in: db) }
    for run in incomplete.runs { try StandingUpkeep.complete(run: run, in: db) }
    incomplete = ([], [])
    var last: StoredPlan?
    for (run, line) in logged {
      guard let fault = try IntegrityCheck.fault(ofRun: run, knowing: &last, in: db) else {
        continue
      }
      throw Diagnostic(
        .badContent, "A run cannot be taken in. \(fault)", at: line.map { .init(line: $0) },
        hints: ["Correct it and import again: nothing was stored."])
    }
  }

  private func take(run line: String, at number: Int?) throws {
    let facts = try db.firstRow(
      """
      SELECT json_extract(?1, '$.id'), json_extract(?1, '$.planId'), json_extract(?1, '$.meal'),
        json_extract(?1, '$.mode'), json_extract(?1, '$.startedAt'),
        json_extract(?1, '$.actualSeconds'), ?1 -> '$.plannedHoldSeconds' IS NOT NULL
      """, [line]
    ) { row in
      (
        id: try row.int(), plan: try row.int(), meal: try row.text(), mode: try row.text(),
        startedAt: try row.instant(), actual: try row.optionalInt(),
        tellsOfStanding: try row.flag()
      )
    }
    guard let facts else { return }
    let startedAt = facts.startedAt.stored
    if try existing(startedAt, facts.meal, facts.mode, facts.actual) != nil {
      report.unchanged += 1
      return
    }
    if let line = pending.removeValue(forKey: facts.plan) {
      try insertPlan(line, facts.plan, parent: nil)
    }
    guard let plan = plans[facts.plan] else {
      throw Diagnostic(
        .badContent, "Run \(facts.id) comes before its plan \(facts.plan).",
        hints: ["Import the whole of what `history export` wrote."])
    }
    try db.perform(
      Self.insertRun, [line, free(facts.id), plan, Name.key(of: facts.meal), startedAt])
    let id = Int(db.lastInsertedRowID)
    runs[facts.id] = id
    if !facts.tellsOfStanding { incomplete.runs.append(id) }
    let dishes = try db.mapRows(Self.dishes, [line, plan]) { row in
      (
        label: try row.text(), name: try row.text(), serve: try row.text(),
        serveOffset: try row.int()
      )
    }
    for (position, dish) in dishes.enumerated() {
      try db.perform(
        """
        INSERT INTO run_dish (run_id, position, label, dish, dish_key, started_at, serve,
          serve_offset_seconds)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id, position, dish.label, dish.name, Name.key(of: dish.name), startedAt, dish.serve,
          dish.serveOffset,
        ])
    }
    for sql in [Self.insertSteps, Self.insertEvents, Self.insertEdits] {
      try db.perform(sql, [line, id])
    }
    try RunRows.updateFigures(of: id, in: db)
    logged.append((id, number))
    report.added += 1
  }

  /// The number of the run that has these facts; nil where there is none.
  private func existing(
    _ startedAt: String, _ meal: String, _ mode: String, _ actual: Int?
  ) throws -> Int? {
    try db.firstRow(
      """
      SELECT id FROM run INDEXED BY run_by_start
      WHERE started_at = ? AND removed_at IS NULL AND meal_key = ? AND mode = ?
        AND actual_seconds IS ?
      """, [startedAt, Name.key(of: meal), mode, actual]
    ) { try $0.int() }
  }

  /// A run's number where it is free here.
  private func free(_ id: Int?) throws -> Int? {
    guard let id, id > 0 else { return nil }
    let isTaken = try db.firstRow("SELECT 1 FROM run WHERE id = ?", [id]) { _ in true } ?? false
    return isTaken ? nil : id
  }

  private static let insertRun = """
    INSERT INTO run (id, plan_id, meal, meal_key, status, mode, speed_thousandths, policy,
      started_at, finished_at, planned_seconds, actual_seconds, replans, planned_hold_seconds,
      planned_standing_seconds)
    SELECT ?2, ?3, ?1 ->> '$.meal', ?4, ?1 ->> '$.status', ?1 ->> '$.mode',
      CAST(round((?1 ->> '$.speed') * 1000) AS INTEGER), ?1 ->> '$.policy', ?5,
      iif(length(?1 ->> '$.finishedAt') = 20,
        substr(?1 ->> '$.finishedAt', 1, 19) || '.000Z', ?1 ->> '$.finishedAt'),
      ?1 ->> '$.plannedSeconds', ?1 ->> '$.actualSeconds', ?1 ->> '$.replans',
      coalesce(?1 ->> '$.plannedHoldSeconds', 0), coalesce(?1 ->> '$.plannedStandingSeconds', 0)
    """

  // Before version 6 of the tables a line did not say how its dishes were to be served.
  private static let dishes = """
    SELECT value ->> '$.label', value ->> '$.dish',
      coalesce(value ->> '$.serve',
        (SELECT snapshot ->> ('$.menu.dishes[' || key || '].dish.serve') FROM plan WHERE id = ?2),
        'hot'),
      coalesce(value ->> '$.serveOffsetSeconds',
        (SELECT snapshot ->> ('$.menu.dishes[' || key || '].dish.serveOffset')
          FROM plan WHERE id = ?2),
        0)
    FROM json_each(?1, '$.dishes')
    """

  private static let insertSteps = """
    INSERT INTO run_step (run_id, dish_position, position, step, kind, option, keeps_seconds,
      takers, status, planned_start_seconds, planned_end_seconds, actual_start_seconds, actual_end_seconds, cooks,
      ended_by)
    SELECT ?2, value ->> '$.place[0]', value ->> '$.place[1]', value ->> '$.step',
      value ->> '$.kind', coalesce(value ->> '$.option', 0), value ->> '$.keepsSeconds',
      coalesce(value -> '$.takers', '[]'), value ->> '$.status', value ->> '$.plannedStartSeconds',
      value ->> '$.plannedEndSeconds', value ->> '$.actualStartSeconds',
      value ->> '$.actualEndSeconds', value -> '$.cooks', value ->> '$.endedBy'
    FROM json_each(?1, '$.steps') WHERE TRUE ORDER BY key
    """

  private static let insertEvents = """
    INSERT INTO run_event (run_id, sequence, at, elapsed_seconds, kind, dish_position,
      step_position, text, ended_by, cooks, act)
    SELECT ?2, key + 1,
      iif(length(value ->> '$[0]') = 20,
        substr(value ->> '$[0]', 1, 19) || '.000Z', value ->> '$[0]'),
      value ->> '$[1]', value ->> '$[2]', value ->> '$[3]', value ->> '$[4]', value ->> '$[5]',
      value ->> '$[6]', value -> '$[7]', value ->> '$[8]'
    FROM json_each(?1, '$.events') WHERE TRUE ORDER BY key
    """

  private static let insertEdits = """
    INSERT INTO run_edit (run_id, made_at, kind, rating, note, dish_position, step_position,
      start_seconds, end_seconds)
    SELECT ?2,
      iif(length(value ->> '$[0]') = 20,
        substr(value ->> '$[0]', 1, 19) || '.000Z', value ->> '$[0]'),
      value ->> '$[1]', value ->> '$[2]', value ->> '$[3]', value ->> '$[4]', value ->> '$[5]',
      value ->> '$[6]', value ->> '$[7]'
    FROM json_each(?1, '$.edits') WHERE TRUE ORDER BY key
    """
}

extension KitchenStore {
  /// Takes in history through `body`, all of it or nothing.
  ///
  /// - Parameter bytes: How long the text of the history is; decides how it is stored.
  /// - Throws: ``Diagnostic``.
  package func importHistory(
    of bytes: Int = 0, _ body: (HistoryImport) throws -> Void
  ) throws -> HistoryImportReport {
    try importHistory(of: bytes, ending: .commit, body)
  }

  /// Takes in history and takes all of it back.
  ///
  /// - Throws: as ``importHistory(of:_:)``.
  package func rehearseHistoryImport(
    _ body: (HistoryImport) throws -> Void
  ) throws -> HistoryImportReport {
    try importHistory(of: 0, ending: .rollback, body)
  }

  private func importHistory(
    of bytes: Int, ending: Database.TransactionCompletion, _ body: (HistoryImport) throws -> Void
  ) throws -> HistoryImportReport {
    do {
      let report = try queue.writeWithoutTransaction { db in
        let importing = HistoryImport(db)
        let isLong = try DeferredUpkeep.isWorthwhile(for: bytes, in: db)
        if isLong { try db.execute(sql: "PRAGMA cache_size = -\(Self.longImportCache >> 10)") }
        try db.inTransaction(.immediate) {
          let upkeep = isLong ? try DeferredUpkeep(in: db) : nil
          try body(importing)
          try importing.finish()
          try upkeep?.catchUp(in: db)
          return ending
        }
        if isLong { try db.execute(sql: "PRAGMA cache_size = -\(Self.usualCache >> 10)") }
        return importing.report
      }
      guard isInPlace else { throw Diagnostic.notInPlace(path ?? ":memory:") }
      return report
    } catch {
      throw Diagnostic(storage: error, path: path)
    }
  }

  /// How many bytes of pages a long import keeps at hand: a page that does not fit is written to the
  /// disk and read again, over and over.
  private static let longImportCache = 256 << 20
  /// SQLite's own choice.
  private static let usualCache = 2 << 20
}
