import KitchenModel
import KitchenStore

extension Workspace {
  /// The store for looking: where there is no database, an empty kitchen that is written nowhere.
  ///
  /// - Throws: ``Diagnostic``.
  func storeForReading() throws -> KitchenStore {
    try memory ?? KitchenStore.shared(at: databasePath, for: .reading)
  }

  /// The store for changing; the database is created where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  func storeForWriting() throws -> KitchenStore {
    try memory ?? KitchenStore.shared(at: databasePath, for: .writing)
  }

  /// The store for a change that may be only rehearsed, which creates nothing.
  ///
  /// - Throws: ``Diagnostic``.
  func store(_ rehearsing: Rehearsing) throws -> KitchenStore {
    switch rehearsing {
    case .no: try storeForWriting()
    case .dryRun: try storeForReading()
    }
  }

  /// The store for a change to something that must be there already: where there is no database
  /// nothing can be, and none is created only to say so.
  ///
  /// - Throws: ``Diagnostic``.
  func storeOfExisting(_ rehearsing: Rehearsing = .no) throws -> KitchenStore {
    try isThere ? store(rehearsing) : storeForReading()
  }

  /// The database file; nil for a kitchen in memory.
  var filePath: String? { memory == nil ? databasePath : nil }

  /// Whether there is a kitchen already.
  package var isThere: Bool { memory != nil || KitchenStore.exists(at: databasePath) }

  /// Makes a change that may be the first one. Where there is no database yet it is rehearsed before,
  /// so that a change that is refused leaves none behind.
  ///
  /// - Throws: ``Diagnostic``.
  func change<Value>(
    _ summary: String? = nil, _ rehearsing: Rehearsing, _ body: (Change) throws -> Value
  ) throws -> Value {
    if rehearsing == .no, !isThere {
      _ = try storeForReading().rehearse(body)
    }
    return try store(rehearsing).change(summary, at: now, rehearsing, body)
  }
}

extension KitchenStore {
  /// Makes a change, or makes it and takes all of it back: a rehearsal meets every check that the
  /// change itself would.
  ///
  /// - Throws: ``Diagnostic``.
  func change<Value>(
    _ summary: String? = nil, at now: Instant, _ rehearsing: Rehearsing,
    _ body: (Change) throws -> Value
  ) throws -> Value {
    switch rehearsing {
    case .no: try change(summary, at: now, body)
    case .dryRun: try rehearse(body)
    }
  }
}
