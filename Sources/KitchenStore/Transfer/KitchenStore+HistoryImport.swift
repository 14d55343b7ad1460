internal import GRDB
package import KitchenModel

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
        let isLong = try BulkLoad.isWorthwhile(for: bytes, in: db)
        if isLong { try db.execute(sql: "PRAGMA cache_size = -\(Self.longImportCache >> 10)") }
        try db.inTransaction(.immediate) {
          let bulkLoad = isLong ? try BulkLoad(in: db) : nil
          try body(importing)
          try importing.finish()
          try bulkLoad?.catchUp(in: db)
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
