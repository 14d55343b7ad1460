internal import GRDB
package import KitchenModel

/// Live runs: who is at them, and what others ask of them.
extension RunRepository {
  /// The runs that are running or paused, newest first.
  ///
  /// - Throws: ``Diagnostic``.
  package func open() throws -> [OpenRun] {
    try store.read(LeaseRows.openRuns)
  }

  /// Whether a run is running or paused.
  ///
  /// - Throws: ``Diagnostic``.
  package func isOpen(_ run: Int) throws -> Bool {
    try store.read { db in
      let status = try db.firstRow("SELECT status FROM run WHERE id = ?", [run]) {
        try $0.word(Run.Status.self)
      }
      return status?.isOpen ?? false
    }
  }

  /// Notes in the logs of abandoned runs that they were interrupted.
  ///
  /// Abandoned is an open run whose process is gone. It counts as interrupted at the last event of its
  /// log: what was due since then is found out by whoever takes it up, and comes after that.
  ///
  /// - Parameter isAlive: Whether the process of a lease is still there.
  /// - Returns: The runs that were abandoned, newest first.
  /// - Throws: ``Diagnostic``.
  /// - Complexity: One read where nothing is open, which takes no lock.
  @discardableResult
  package func interruptAbandoned(isAlive: (RunLease) -> Bool) throws -> [Run] {
    func isAbandoned(_ open: OpenRun) -> Bool { !(open.lease.map(isAlive) ?? false) }
    guard try open().contains(where: isAbandoned) else { return [] }
    return try store.write { db in
      try LeaseRows.openRuns(from: db).filter(isAbandoned).map { open in
        let last = try EventRows.last(run: open.run.id, from: db)
        let event = RunEvent(
          at: last?.at ?? open.run.startedAt, elapsed: last?.elapsed ?? .zero, .runInterrupted)
        return try EventRows.append([event], to: open.run.id, in: db)
      }
    }
  }

  /// Says that the process of `lease` is at a run: for the first time, or still.
  ///
  /// - Parameters:
  ///   - lease: The process.
  ///   - run: The run.
  ///   - isAlive: Whether the process of another lease is still there.
  /// - Throws: ``Diagnostic``, `busy` where another process is at it, also where there is no such
  ///   run or it is over.
  package func hold(_ run: Int, _ lease: RunLease, isAlive: (RunLease) -> Bool) throws {
    try store.write { db in
      guard let record = try RunRows.load(run, from: db) else { throw RunRows.missing(run) }
      guard record.status.isOpen || record.status == .interrupted else {
        throw Diagnostic(.runOver(run, record.status))
      }
      if let other = try LeaseRows.load(run: run, from: db), other.token != lease.token,
        isAlive(other)
      {
        throw Diagnostic(.cookedElsewhere(run: run))
      }
      try LeaseRows.write(lease, run: run, to: db)
    }
  }

  /// Leaves a run: nobody is at it any more.
  ///
  /// - Throws: ``Diagnostic``.
  package func release(_ run: Int) throws {
    try store.write { db in try LeaseRows.delete(run: run, from: db) }
  }

  /// Asks something of a live run and returns the number of what is asked.
  ///
  /// - Parameters:
  ///   - verb: What to do.
  ///   - run: The run, which must be running or paused.
  ///   - now: When.
  /// - Throws: ``Diagnostic``, also where there is no such run or it is over.
  @discardableResult
  package func post(_ verb: RunVerb, to run: Int, at now: Instant) throws -> Int {
    let payload = try StoredJSON.encode(verb.details)
    return try store.write { db in
      guard let record = try RunRows.load(run, from: db) else { throw RunRows.missing(run) }
      guard record.status.isOpen else {
        throw Diagnostic(.runNotCooking(run, record.status))
      }
      try db.perform(
        "INSERT INTO run_command (run_id, verb, payload, posted_at) VALUES (?, ?, ?, ?)",
        [run, verb.name.rawValue, payload, now.stored])
      return Int(db.lastInsertedRowID)
    }
  }

  /// Whether the log of a run has so many events; no, where pages do not fit together.
  ///
  /// - Throws: ``Diagnostic``.
  package func has(_ count: Int, eventsOf run: Int) throws -> Bool {
    try store.read(waiting: .milliseconds(Self.glance)) { db in
      do {
        return try RunRows.load(run, from: db) != nil
          && EventRows.count(run: run, from: db) == count
      } catch let error as DatabaseError
        where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
      {
        return false
      }
    }
  }

  /// What came of appending to the log of a run under way.
  package enum Appending: Sendable, Hashable {
    /// The events are stored.
    case stored
    /// The run is not in the database, or its log is not the one that was written here: the content
    /// of the file has been replaced.
    case isAnother
  }

  /// Appends to the log of a run that this process cooks, and answers what was asked of it, in one
  /// transaction.
  ///
  /// Where it failed before at the very end, so that nobody could say whether it was stored, it is not
  /// stored twice.
  ///
  /// - Parameters:
  ///   - events: What has happened.
  ///   - run: The run.
  ///   - count: How many events this process knows to be stored.
  ///   - plans: As for ``append(_:to:replacing:)``.
  ///   - answers: The answers, by the numbers of the commands.
  ///   - patience: How long to wait for other processes.
  /// - Throws: ``Diagnostic``; then nothing is stored, as far as anybody can know.
  package func append(
    _ events: [RunEvent], to run: Int, after count: Int,
    replacing plans: [(plan: Plan, at: Instant)], answering answers: [(command: Int, text: String)],
    _ patience: Patience
  ) throws -> Appending {
    try store.write(patience) { db in
      guard try RunRows.load(run, from: db) != nil else { return .isAnother }
      switch try EventRows.count(run: run, from: db) {
      case count:
        if !events.isEmpty { _ = try Self.append(events, to: run, replacing: plans, in: db) }
      case count + events.count:
        guard try EventRows.load(run: run, from: db).suffix(events.count) == events[...] else {
          return .isAnother
        }
      default: return .isAnother
      }
      for answer in answers { try Self.write(answer.text, to: answer.command, in: db) }
      return .stored
    }
  }

  /// Takes what has been asked of a run and not been taken yet, in the order of asking.
  ///
  /// - Throws: ``Diagnostic``.
  /// - Complexity: One read of an index where there is nothing, which takes no lock.
  package func takeVerbs(of run: Int, at now: Instant) throws -> [PostedVerb] {
    let glance = Patience.milliseconds(Self.glance)
    guard try !store.read(waiting: glance, { try Self.waiting(run, $0) }).isEmpty else { return [] }
    return try store.write(glance) { db in
      let verbs = try Self.waiting(run, db)
      for verb in verbs {
        try db.perform(
          "UPDATE run_command SET taken_at = ? WHERE id = ?", [now.stored, verb.id])
      }
      return verbs
    }
  }

  /// Answers what was asked, so that whoever asked can read it.
  ///
  /// - Throws: ``Diagnostic``.
  package func answer(_ verb: Int, _ answer: String) throws {
    try store.write { db in try Self.write(answer, to: verb, in: db) }
  }

  private static func write(_ answer: String, to command: Int, in db: Database) throws {
    try db.perform("UPDATE run_command SET answer = ? WHERE id = ?", [answer, command])
  }

  /// How long a look at what was asked may wait for other processes, in milliseconds: what is due on
  /// the stove must not wait behind it, and the next look comes soon.
  private static let glance = 100

  /// The answer to a verb; nil while there is none.
  ///
  /// - Throws: ``Diagnostic``.
  package func answer(to verb: Int) throws -> String? {
    try store.read { db in
      try db.firstRow("SELECT answer FROM run_command WHERE id = ?", [verb]) {
        try $0.optionalText()
      } ?? nil
    }
  }

  private static func waiting(_ run: Int, _ db: Database) throws -> [PostedVerb] {
    try db.mapRows(
      """
      SELECT id, verb, payload, posted_at FROM run_command
      WHERE run_id = ? AND taken_at IS NULL ORDER BY id
      """, [run]
    ) { row in
      let (id, name, payload) = (try row.int(), try row.text(), try row.text())
      let details = try? StoredJSON.decode(RunVerb.Details.self, from: payload)
      let verb = RunVerb.Name(rawValue: name).flatMap { name in
        details.flatMap { RunVerb(name, $0) }
      }
      return PostedVerb(id: id, verb: verb, postedAt: try row.instant())
    }
  }
}
