internal import GRDB
internal import KitchenModel

extension KitchenStore {
  /// Differs once anybody, here or in another process, has changed the database.
  package struct Pulse: Hashable, Sendable {
    /// SQLite's own count of what others have committed, of use to this connection alone.
    fileprivate var others: Int
    /// How many rows this connection has changed.
    fileprivate var own: Int
  }

  /// The pulse of the database now. It reads no table.
  ///
  /// - Throws: ``Diagnostic``.
  package func pulse() throws -> Pulse {
    do {
      return try queue.unsafeRead { db in
        Pulse(
          others: try db.firstRow("PRAGMA data_version") { try $0.int() } ?? 0,
          own: db.totalChangesCount)
      }
    } catch {
      throw Diagnostic(storage: error, path: path)
    }
  }
}
