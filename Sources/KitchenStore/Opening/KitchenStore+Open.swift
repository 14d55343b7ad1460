internal import DurableFiles
internal import GRDB
internal import Glibc
internal import KitchenModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension KitchenStore {
  /// What a store is opened for.
  package enum Access: Sendable {
    /// Creates nothing: where there is no database, the store is a new kitchen in memory.
    case reading
    /// Creates the file and the folders above it where they are missing.
    case writing
  }

  /// Opens the database at `path`.
  ///
  /// An older database is migrated first, after a copy beside it (`souschef.db.v1.backup`). A newer
  /// one, a file that is not a database and another program's database are refused untouched.
  ///
  /// - Throws: ``Diagnostic``: `cannotCreate` for a folder or a place that cannot be written,
  ///   `storageFailed` for what is not a database of this program, `busy`.
  package static func open(at path: String, for access: Access) throws -> KitchenStore {
    try open(at: path, for: access, schema: .embedded, patience: patience)
  }

  /// Whether something is at `path`, be it a database or not.
  package static func exists(at path: String) -> Bool { DatabaseFile.exists(path) }

  /// Whether there is a file at `path` with nothing in it.
  package static func isEmptyFile(at path: String) -> Bool {
    FileManager.default.fileExists(atPath: path) && DatabaseFile.size(path) == 0
  }

  /// Opens a new kitchen in memory.
  ///
  /// - Throws: ``Diagnostic``.
  package static func inMemory() throws -> KitchenStore {
    try inMemory(schema: .embedded)
  }

  /// Opens the database at `path` with other tables or another patience than the program's.
  static func open(
    at path: String, for access: Access, schema: Schema = .embedded, patience: Int = patience
  ) throws -> KitchenStore {
    guard !path.isEmpty else {
      throw Diagnostic(
        .cannotCreate, "The database has no name.", hints: [.advice(.nameDatabase)])
    }
    try DatabaseFile.requireFile(path)
    switch FileName.presence(of: path) {
    case .present: break
    case .missing where access == .reading: return try inMemory(schema: schema)
    case .missing: try createFolder(above: path)
    case .unreachable(let reason): throw Diagnostic.unreachable(path, reason)
    }
    try letGoOfOldLog(at: path)
    let place = try OpenDatabases.enter(path) { () throws(Diagnostic) in
      guard DatabaseFile.isWhole(path) else { throw Diagnostic.halfWritten(path) }
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(patience))
      let store = KitchenStore(path: path, queue: queue, place: place)
      return try store.prepare(for: access, schema: schema) ? store : try inMemory(schema: schema)
    } catch {
      guard access == .reading else { throw Diagnostic(storage: error, path: path) }
      do {
        return try openReadOnly(
          path, after: error, schema: schema, patience: patience, place: place)
      } catch {
        throw Diagnostic(storage: error, path: path)
      }
    }
  }

  /// Waits until a process that cooks in a file which was here before has noticed that it is not:
  /// until then the log beside the file is that of the other.
  ///
  /// - Throws: ``Diagnostic`` where it does not notice, because it stands still.
  private static func letGoOfOldLog(at path: String) throws {
    guard DatabaseFile.exists("\(path)-wal") else { return }
    for _ in 0..<50 {
      guard let here = fileMark(at: path) else { return }
      let stranger = LeaseLock.held(beside: path).first {
        ![here, "", LeaseLock.Note.apart].contains($0.file)
      }
      guard stranger != nil else { return }
      usleep(20_000)
    }
    throw Diagnostic(
      .busy,
      "The database \"\(path)\" replaced another one, from which a program still cooks that "
        + "has been stopped.",
      hints: ["Let that program continue, or end it; then try again."])
  }

  /// Brings the tables up to date, and the file into the mode in which writers and readers work
  /// side by side.
  ///
  /// - Returns: False where there are no tables and none are to be made.
  /// - Throws: ``Diagnostic`` or `DatabaseError`.
  func prepare(for access: Access, schema: Schema) throws -> Bool {
    try queue.writeWithoutTransaction { db in
      switch access {
      case .reading:
        return try schema.prepareExisting(db, at: path ?? ":memory:")
      case .writing:
        try schema.prepare(db, at: path)
        try db.useWriteAheadLog()
        return true
      }
    }
  }

  /// Opens a new kitchen in memory with other tables than the program's.
  static func inMemory(schema: Schema) throws -> KitchenStore {
    do {
      let queue = try DatabaseQueue(configuration: configuration(patience))
      try queue.writeWithoutTransaction { db in try schema.prepare(db, at: nil) }
      return KitchenStore(path: nil, queue: queue)
    } catch {
      throw Diagnostic(storage: error, path: nil)
    }
  }

  static func configuration(_ patience: Int) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(patience))
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  static func createFolder(above path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      guard !FileManager.default.fileExists(atPath: folder.path) else { return }
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // What is stored in it is to be found again, with the folder itself.
      FileName.syncFolder(of: folder.path)
    } catch {
      throw Diagnostic(
        .cannotCreate, "The folder \"\(folder.path)\" cannot be created.",
        hints: [.advice(.chooseDatabasePlace)])
    }
  }
}

extension Database {
  /// Lets readers and a writer work side by side; the file remembers.
  ///
  /// SQLite does not wait for others when it changes the mode of a file, so this waits for writers
  /// by an empty transaction of its own and tries again. Where others keep the file from changing,
  /// it stays as it is: slower beside others but as safe, and the next to open it tries again.
  fileprivate func useWriteAheadLog() throws {
    for _ in 1...100 {
      do {
        try execute(sql: "PRAGMA journal_mode = WAL")
        return
      } catch let error as DatabaseError where error.isBusy {
        try inTransaction(.immediate) { .rollback }
      }
    }
  }
}
