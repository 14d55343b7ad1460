internal import GRDB
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
  /// one, a file that is no database and another program's database are refused untouched.
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
        .cannotCreate, "The database has no name.", hints: ["Name a file with --db or SOUSCHEF_DB."]
      )
    }
    if !FileManager.default.fileExists(atPath: path) {
      if access == .reading { return try inMemory(schema: schema) }
      try createFolder(above: path)
    }
    guard DatabaseFile.isWhole(path) else { throw Diagnostic.halfWritten(path) }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(patience))
      let isReady = try queue.writeWithoutTransaction { db in
        switch access {
        case .reading:
          return try schema.prepareExisting(db, at: path)
        case .writing:
          try schema.prepare(db, at: path)
          try db.useWriteAheadLog()
          return true
        }
      }
      return isReady
        ? KitchenStore(path: path, queue: queue) : try inMemory(schema: schema)
    } catch {
      throw DatabaseFile.isFolder(path) ? folder(path) : Diagnostic(storage: error, path: path)
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

  private static func configuration(_ patience: Int) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(patience))
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  private static func folder(_ path: String) -> Diagnostic {
    Diagnostic(
      .cannotCreate, "The database \"\(path)\" is a folder.",
      hints: ["Name a file: `--db \(path)/souschef.db`."])
  }

  private static func createFolder(above path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Diagnostic(
        .cannotCreate, "The folder \"\(folder.path)\" cannot be created.",
        hints: ["Choose another place with --db or SOUSCHEF_DB."])
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
