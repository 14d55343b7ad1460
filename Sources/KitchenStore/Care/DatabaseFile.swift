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

  /// Whether a folder is at `path`.
  static func isFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  /// The size of the file at `path` in bytes; 0 where there is none.
  static func size(_ path: String) -> Int {
    let file = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return attributes?[.size] as? Int ?? 0
  }

  /// Copies a database, pages being written meanwhile or not, to a file that does not exist yet.
  ///
  /// The copy grows beside `target` and gets its name when it is whole and has been checked.
  ///
  /// - Throws: ``Diagnostic`` or `DatabaseError`; then there is no file at `target`.
  static func copy(_ source: DatabaseQueue, to target: String) throws {
    let growing = "\(target).\(UUID().uuidString).partial"
    defer { try? FileManager.default.removeItem(atPath: growing) }
    let copy: DatabaseQueue
    do {
      copy = try DatabaseQueue(path: growing)
    } catch {
      throw Diagnostic(
        .cannotCreate, "The copy \"\(target)\" cannot be created.",
        hints: ["See that its folder exists and may be written to."])
    }
    try source.backup(to: copy)
    try copy.writeWithoutTransaction { db in
      // A copy is one file, also for who copies it on.
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
      let verdict = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)")
      guard verdict == "ok" else {
        throw Diagnostic(
          .storageFailed, "The copy \"\(target)\" would be damaged, as the database is.",
          hints: ["`souschef doctor` says what is wrong with it."])
      }
    }
    try copy.close()
    do {
      try name(growing, target)
    } catch {
      throw Diagnostic(
        .cannotCreate, "The copy \"\(target)\" cannot be created.",
        hints: ["See that nothing is there and that its folder may be written to."])
    }
  }

  /// Gives a file its final name. A hard link, unlike a rename, never takes the place of a file that
  /// came there meanwhile; not every file system has them.
  private static func name(_ file: String, _ target: String) throws {
    do {
      try FileManager.default.linkItem(atPath: file, toPath: target)
    } catch  where !exists(target) {
      try FileManager.default.moveItem(atPath: file, toPath: target)
    }
  }
}
