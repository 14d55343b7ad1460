import KitchenModel
import KitchenStore

extension Workspace {
  /// The store for looking: where there is no database, an empty kitchen that is written nowhere.
  ///
  /// - Throws: ``Diagnostic``.
  func storeForReading() throws -> KitchenStore {
    try KitchenStore.open(at: databasePath, for: .reading)
  }

  /// The store for changing; the database is created where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  func storeForWriting() throws -> KitchenStore {
    try KitchenStore.open(at: databasePath, for: .writing)
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
    case .no:
      return try change(summary, at: now, body)
    case .dryRun:
      var value: Value?
      do {
        try change(summary, at: now) { change in
          value = try body(change)
          throw Rehearsed()
        }
      } catch is Rehearsed {}
      guard let value else { preconditionFailure("a rehearsal ends after its body") }
      return value
    }
  }
}

/// Ends the transaction of a rehearsal.
private struct Rehearsed: Error {}
