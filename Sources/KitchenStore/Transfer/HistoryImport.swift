internal import GRDB
package import KitchenModel

/// Reads the history of another database into one, in a single transaction.
///
/// A run that is there already (the same meal, begun at the same instant on the same clock, with
/// the same times) is left alone, so that importing twice is importing once. Numbers are kept where
/// they are free.
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
  /// The lines that the runs with logs came from, by their numbers here, in the order of their
  /// plans.
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

  /// Takes in a run of which only the record is known, with the log and plan that were made from
  /// it.
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

  /// Works out what the file did not tell, which is known only once every plan of a run is there,
  /// and makes sure that what was taken in is what the doctor expects of a history: of each run the
  /// record that its log and its plans lead to.
  ///
  /// - Throws: ``Diagnostic`` of kind `badContent`, with the line.
  func finish() throws {
    for plan in incomplete.plans { try StandingUpkeep.complete(plan: plan, in: db) }
    for run in incomplete.runs { try StandingUpkeep.complete(run: run, in: db) }
    incomplete = ([], [])
    var last: StoredPlan?
    for (run, line) in logged {
      guard let fault = try IntegrityCheck.fault(ofRun: run, knowing: &last, in: db) else {
        continue
      }
      throw Diagnostic(
        .badContent, "A run cannot be imported. \(fault)", at: line.map { .init(line: $0) },
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
}
