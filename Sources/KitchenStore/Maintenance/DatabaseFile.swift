internal import DurableFiles
internal import GRDB
internal import KitchenModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Database files as files.
enum DatabaseFile {
  /// Whether something is at `path`.
  static func exists(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path)) != nil
  }

  /// The size of the file at `path` in bytes; 0 where there is none.
  static func size(_ path: String) -> Int {
    let file = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return attributes?[.size] as? Int ?? 0
  }

  /// Whether the file at `path` ends where its header says, after whole pages.
  ///
  /// SQLite itself finds out only when it misses a page. A file with a log or a journal beside it
  /// may be shorter than it will be; what is not a database at all is for SQLite to say. To be
  /// called where ``OpenDatabases`` lets look.
  static func isWhole(_ path: String) -> Bool {
    // What another process is writing looks half there for a moment, and then has its log beside
    // it.
    (1...3).contains { _ in isBeingWritten(path) || endsAsItSays(path) || isBeingWritten(path) }
  }

  private static func isBeingWritten(_ path: String) -> Bool {
    size("\(path)-wal") > 0 || size("\(path)-journal") > 0
  }

  /// Whether the file at `path` says that it is this program's, of a version below `version`; no,
  /// where this process has it open.
  static func isOwn(_ path: String, olderThan version: Int) -> Bool {
    guard let header = OpenDatabases.look(path, { Header(path) }) ?? nil else { return false }
    return header.number(68, 4) == Schema.applicationID
      && (1..<version).contains(header.number(60, 4))
  }

  private static func endsAsItSays(_ path: String) -> Bool {
    guard let header = Header(path) else { return true }
    let pageSize = header.number(16, 2) == 1 ? 65_536 : header.number(16, 2)
    guard pageSize >= 512 else { return true }
    // The count of pages holds only where the writer that wrote it was the last one.
    let pages = header.number(24, 4) == header.number(92, 4) ? header.number(28, 4) : 0
    let bytes = size(path)
    return bytes % pageSize == 0 && bytes >= pages * pageSize
  }

  /// The first hundred bytes of a database, which need no connection.
  ///
  /// Source: *Database File Format*, sqlite.org/fileformat.html, section 1.3.
  private struct Header {
    private let bytes: Data

    /// Reads them; nil for a file that is not a database.
    init?(_ path: String) {
      guard
        let bytes = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped).prefix(100),
        bytes.count == 100, bytes.starts(with: "SQLite format 3\0".utf8)
      else { return nil }
      self.bytes = bytes
    }

    /// A number of so many bytes, the greatest first.
    func number(_ offset: Int, _ width: Int) -> Int {
      bytes.dropFirst(offset).prefix(width).reduce(0) { $0 << 8 | Int($1) }
    }
  }

  /// Whether SQLite itself finds the file at `path` damaged, or no database.
  ///
  /// Where there is a log it looks at a copy: reading would leave files beside the original.
  static func isDamaged(_ path: String) -> Bool {
    do {
      if ["-wal", "-journal"].allSatisfy({ size(path + $0) == 0 }) {
        var configuration = Configuration()
        configuration.readonly = true
        return try !isSound(
          DatabaseQueue(path: KitchenStore.immutable(path), configuration: configuration))
      }
      let copy = try HeldFile(.examined, beside: path)
      let isCopied: Void? = try OpenDatabases.look(path) {
        remove(copy.path)
        for ending in ["", "-wal"] where exists(path + ending) {
          try FileManager.default.copyItem(atPath: path + ending, toPath: copy.path + ending)
        }
      }
      guard isCopied != nil else { return false }
      return try withExtendedLifetime(copy) { try !isSound(DatabaseQueue(path: copy.path)) }
    } catch let error as DatabaseError {
      return [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    } catch {
      return false
    }
  }

  /// Whether SQLite finds nothing wrong with what is behind a connection.
  ///
  /// - Throws: `DatabaseError` where it cannot look at all.
  static func isSound(_ queue: DatabaseQueue) throws -> Bool {
    do {
      return try queue.read { db in
        try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok"
      }
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    {
      return false
    }
  }

  /// Gives a database with its log a second name, and takes the log from beside the first.
  ///
  /// The file itself stays where it is until another takes its place. Its log must be gone by then:
  /// it would be taken for that of the other.
  ///
  /// - Returns: The second name.
  static func setAside(_ path: String) throws -> String {
    let target = unusedName("\(path).damaged")
    let file = FileName.resolved(path)
    for ending in companions where exists(file + ending) {
      try name(file + ending, target + ending)
    }
    FileName.syncFolder(of: target)
    for ending in companions.dropFirst() { remove(file + ending) }
    // The index of the log is made again from the log.
    remove("\(file)-shm")
    return target
  }

  /// What a database consists of.
  private static let companions = ["", "-wal", "-journal"]

  /// Gives a file a second name; where the file system has no such thing, makes a second file.
  private static func name(_ file: String, _ target: String) throws {
    do {
      try FileManager.default.linkItem(atPath: file, toPath: target)
    } catch  where !exists(target) {
      try FileManager.default.copyItem(atPath: file, toPath: target)
    }
  }

  /// Removes a file, where it can be.
  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// The name itself, or with a number where something is there already.
  static func unusedName(_ name: String, ending: String = "") -> String {
    var candidate = name + ending
    var number = 2
    while exists(candidate) {
      candidate = "\(name)-\(number)\(ending)"
      number += 1
    }
    return candidate
  }

  /// Copies a database, pages being written meanwhile or not, to a file that does not exist yet.
  ///
  /// The copy grows beside `target` and gets its name when it is whole, has been checked and is on
  /// the disk.
  ///
  /// - Throws: ``Diagnostic`` or `DatabaseError`; then there is no file at `target`.
  static func copy(_ source: DatabaseQueue, to target: String) throws {
    let cannotCreate = Diagnostic(
      .cannotCreate, "The copy \"\(target)\" cannot be created.",
      hints: ["Check that nothing is there, and that its folder exists and may be written to."])
    let growing: GrowingFile
    do { growing = try GrowingFile(toBecome: target, named: .fromTheStart) } catch {
      throw error.hintForRoom == nil ? cannotCreate : Diagnostic(error, forCopy: target)
    }
    do {
      try fill(growing, from: source) { db in
        guard try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok" else {
          throw Diagnostic(
            .storageFailed, "The copy \"\(target)\" would be damaged, as the database is.",
            hints: [.advice(.examine)])
        }
      }
    } catch {
      guard let lack = (error as? DatabaseError)?.lackOfRoom(for: target) else { throw error }
      throw Diagnostic(lack, forCopy: target)
    }
    do { try growing.becomeTarget() } catch { throw cannotCreate }
  }

  /// Fills a growing file with the database behind a connection, as one file without a log, and
  /// hands it to `body`.
  static func fill(
    _ growing: GrowingFile, from source: DatabaseQueue,
    _ body: (Database) throws -> Void
  ) throws {
    let copy = try DatabaseQueue(path: growing.place)
    try source.backup(to: copy)
    try copy.writeWithoutTransaction { db in
      // A copy is one file, also for who copies it on.
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE")
      try body(db)
    }
    try copy.close()
  }
}
