internal import GRDB
internal import KitchenModel

/// Reads and appends the events of runs.
enum EventRows {
  /// The events of a run in order.
  static func load(run: Int, from db: Database) throws -> [RunEvent] {
    try db.mapRows(
      """
      SELECT \(columns) FROM run_event WHERE run_id = ? ORDER BY sequence
      """, [run], event)
  }

  /// The events of a run in order, of which the first were read before: only later ones are read,
  /// unless the last known one is not what it was.
  static func load(run: Int, continuing known: [RunEvent], from db: Database) throws -> [RunEvent] {
    guard let last = known.last else { return try load(run: run, from: db) }
    let rest = try db.mapRows(
      """
      SELECT \(columns) FROM run_event WHERE run_id = ? AND sequence >= ? ORDER BY sequence
      """, [run, known.count], event)
    guard rest.first == last else { return try load(run: run, from: db) }
    return known + rest.dropFirst()
  }

  /// The last event of a run; nil where there is none.
  static func last(run: Int, from db: Database) throws -> RunEvent? {
    try db.firstRow(
      """
      SELECT \(columns) FROM run_event WHERE run_id = ? ORDER BY sequence DESC LIMIT 1
      """, [run], event)
  }

  /// How many events the log of a run has.
  static func count(run: Int, from db: Database) throws -> Int {
    try db.firstRow("SELECT coalesce(max(sequence), 0) FROM run_event WHERE run_id = ?", [run]) {
      try $0.int()
    } ?? 0
  }

  /// Appends events to the log of a run and brings its record up to date with them.
  ///
  /// - Returns: The record as it is now.
  static func append(_ events: [RunEvent], to run: Int, in db: Database) throws -> Run {
    guard let old = try RunRows.load(run, from: db) else { throw RunRows.missing(run) }
    var sequence = try count(run: run, from: db)
    var new = old
    let isLast = events.contains { $0.kind == .runFinished }
    let offsets = isLast ? try RunRows.serveOffsets(of: run, from: db) : []
    for event in events {
      try new.apply(event, offsets)
      sequence += 1
      try insert(event, run: run, sequence: sequence, into: db)
    }
    new = try RunRows.update(from: old, to: new, in: db)
    if !new.status.isOpen { try LeaseRows.delete(run: run, from: db) }
    return new
  }

  /// Adds an event to the log of a run; its record is the caller's.
  static func insert(_ event: RunEvent, run: Int, sequence: Int, into db: Database) throws {
    try db.perform(
      """
      INSERT INTO run_event (run_id, sequence, at, elapsed_seconds, kind, dish_position,
        step_position, text, ended_by, cooks, act)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        run, sequence, event.at.stored, event.elapsed.count, event.kind.rawValue,
        event.step?.dish, event.step?.step, event.text, event.endedBy?.rawValue,
        try StoredJSON.encodeNames(event.cooks), try event.act.map { try StoredJSON.encode($0) },
      ])
  }

  private static let columns =
    "at, elapsed_seconds, kind, dish_position, step_position, text, ended_by, cooks, act"

  private static func event(_ row: inout RowReader) throws -> RunEvent {
    let (at, elapsed) = (try row.instant(), try row.seconds())
    let kind = try row.word(RunEvent.Kind.self)
    let (dish, step) = (try row.optionalInt(), try row.optionalInt())
    var event = RunEvent(at: at, elapsed: elapsed, kind, text: try row.optionalText())
    if let dish, let step { event.step = StepReference(dish: dish, step: step) }
    event.endedBy = try row.optionalWord()
    event.cooks = try row.names()
    event.act = try row.optionalText().map { try StoredJSON.decode(from: $0) }
    return event
  }
}
