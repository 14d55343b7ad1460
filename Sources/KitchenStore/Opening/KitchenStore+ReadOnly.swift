internal import DurableFiles
internal import GRDB
internal import Glibc
internal import KitchenModel

/// Databases that may be read and not written: another user's, a snapshot, one on a full disk.
///
/// Reading in the usual mode needs files beside the database, which then cannot be made.
extension KitchenStore {
  /// Opens the database at `path` for reading, where that cannot be done in the usual way because of
  /// `failure`.
  ///
  /// - Throws: ``Diagnostic`` or `DatabaseError`; `failure` where nothing can be read either.
  static func openReadOnly(
    _ path: String, after failure: any Error, schema: Schema, patience: Int,
    place: OpenDatabases.Place
  ) throws -> KitchenStore {
    guard let error = failure as? DatabaseError, error.deniesWriting else { throw failure }
    guard let queue = try readOnlyQueue(path, configuration(patience)) else {
      let isFull = error.resultCode == .SQLITE_IOERR || error.resultCode == .SQLITE_FULL
      throw isFull ? failure : Diagnostic.unreadableLog(path)
    }
    let version = try queue.read { db in try schema.storedVersion(db, at: path) }
    guard version > 0 else { return try inMemory(schema: schema) }
    guard version < schema.version else {
      return KitchenStore(path: path, queue: queue, place: place, isReadOnly: true)
    }
    // The older tables are brought up to date in a copy that nobody keeps.
    let copy = try DatabaseQueue(configuration: configuration(patience))
    try queue.backup(to: copy)
    try copy.writeWithoutTransaction { db in try schema.prepare(db, at: nil) }
    return KitchenStore(path: path, queue: copy, place: place, isReadOnly: true)
  }

  /// A connection that only reads, and makes no file; nil where there is a log that cannot be read
  /// without.
  static func readOnlyQueue(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue?
  {
    var configuration = configuration
    configuration.readonly = true
    do {
      return try readable(DatabaseQueue(path: path, configuration: configuration))
    } catch let error as DatabaseError where error.deniesWriting {
      // Others may be writing beside the log that is there; without one nobody is.
      let hasLog = ["-wal", "-journal"].contains { DatabaseFile.size(path + $0) > 0 }
      if !hasLog {
        return try readable(DatabaseQueue(path: immutable(path), configuration: configuration))
      }
    }
    // Alone with the database, the index of the log can be kept in memory.
    configuration.readonly = false
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON")
    }
    return try? readable(DatabaseQueue(path: path, configuration: configuration))
  }

  /// The connection, once something has been read by it.
  private static func readable(_ queue: DatabaseQueue) throws -> DatabaseQueue {
    _ = try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
    return queue
  }

  /// The name of a file that nobody writes to, as SQLite takes it.
  static func immutable(_ path: String) -> String {
    let safe = FileName.resolved(path).utf8.map { byte -> String in
      let isPlain =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(
          byte)
      let digits = String(byte, radix: 16)
      return isPlain
        ? String(UnicodeScalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
    }
    return "file:\(safe.joined())?immutable=1"
  }
}

extension DatabaseError {
  /// Whether a database that can be read may be behind it.
  var deniesWriting: Bool {
    [
      .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_IOERR, .SQLITE_FULL,
    ].contains(resultCode)
  }
}
