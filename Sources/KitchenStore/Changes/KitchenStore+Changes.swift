internal import GRDB
package import KitchenModel

/// An entry of the change journal.
package struct RecordedChange: Sendable, Hashable {
  /// Its number.
  package var id: Int
  /// When it was made.
  package var madeAt: Instant
  /// What was done, as part of a sentence: `added dish "Pasta"`.
  package var summary: String
}

extension KitchenStore {
  /// Makes one change in one transaction: what `body` does, and the journal entry that
  /// ``undo(at:)`` needs to take it back. Where `body` throws, nothing has happened; where it
  /// changes nothing, nothing is journaled.
  ///
  /// - Parameters:
  ///   - summary: What was done, as part of a sentence (`imported lunch.yaml`); by default what the
  ///     calls of `body` say of themselves.
  ///   - now: When.
  ///   - body: Makes the change; the ``Change`` must not leave it.
  /// - Throws: ``Diagnostic``, or what `body` throws where that is one.
  @discardableResult
  package func change<T>(
    _ summary: String? = nil, at now: Instant, _ body: (Change) throws -> T
  ) throws -> T {
    try write { db in
      let change = Change(db)
      let result = try body(change)
      guard !change.before.isEmpty else { return result }
      try db.perform(
        "INSERT INTO change (made_at, summary, before) VALUES (?, ?, ?)",
        [
          now.stored, summary ?? change.sentences.joined(separator: "; "),
          try StoredJSON.encode(change.before),
        ])
      return result
    }
  }

  /// Makes a change and takes all of it back: it meets every check that the change itself would.
  ///
  /// - Throws: as ``change(_:at:_:)``.
  package func rehearse<T>(_ body: (Change) throws -> T) throws -> T {
    do {
      return try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try body(Change(db))
          return .rollback
        }
        guard let result else { preconditionFailure("a transaction ends after its body") }
        return result
      }
    } catch {
      throw Diagnostic(storage: error, path: path)
    }
  }

  /// The change that ``undo(at:)`` would take back; nil where there is none left.
  ///
  /// - Throws: ``Diagnostic``.
  package func lastChange() throws -> RecordedChange? {
    try read { db in try Self.standingChange(db)?.entry }
  }

  /// Takes back the last change that stands; again, the one before it.
  ///
  /// - Returns: The change that was taken back.
  /// - Throws: ``Diagnostic``, `couldNotBeDone` where there is nothing to take back.
  @discardableResult
  package func undo(at now: Instant) throws -> RecordedChange {
    try write { db in
      guard let (entry, before) = try Self.standingChange(db) else {
        throw Diagnostic(
          .couldNotBeDone, "Nothing to undo.",
          hints: [
            "Undo takes back changes to dishes, meals, the week, the kitchen and the history."
          ])
      }
      try StoredJSON.decode(ChangeImage.self, from: before).restore(in: db, at: now)
      try db.perform("UPDATE change SET undone_at = ? WHERE id = ?", [now.stored, entry.id])
      return entry
    }
  }

  private static func standingChange(
    _ db: Database
  ) throws -> (entry: RecordedChange, before: String)? {
    try db.firstRow(
      """
      SELECT id, made_at, summary, before FROM change
      WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1
      """
    ) { row in
      let entry = RecordedChange(
        id: try row.int(), madeAt: try row.instant(), summary: try row.text())
      return (entry, try row.text())
    }
  }
}
