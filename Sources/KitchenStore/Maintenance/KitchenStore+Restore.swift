internal import DurableFiles
internal import GRDB
internal import KitchenModel

extension KitchenStore {
  /// Puts the database that a copy holds in the place of the one at `path`.
  ///
  /// What comes is made whole first: beside the database, brought up to date, checked and on the
  /// disk. A sound database then takes over its content in one transaction, so that others may go
  /// on using it; a damaged one is given another name, and the new file takes its place in one
  /// rename. Whatever happens in between, what was there before is there, or what was to come.
  ///
  /// - Parameters:
  ///   - source: The copy; it is not changed. It must be a whole database of this program, no newer
  ///     than it.
  ///   - path: The database, which may not exist yet.
  /// - Returns: Where what there was is kept; nil where there was nothing.
  /// - Throws: ``Diagnostic``; then nothing has changed.
  package static func restore(from source: String, to path: String) throws -> Kept? {
    try DatabaseFile.requireFile(path)
    let file = FileName.resolved(path)
    try requireCopy(source, for: file)
    try createFolder(above: path)
    let growing = try begin(file, at: path)
    do {
      try stage(source, in: growing)
    } catch {
      if let lack = (error as? DatabaseError)?.lackOfRoom(for: file) {
        throw Diagnostic(lack, forCopy: path)
      }
      throw notCopy(error, source)
    }
    guard DatabaseFile.exists(file) else {
      do { try growing.becomeTarget() } catch { throw cannotReplace(path) }
      return nil
    }
    do {
      if let sound = try soundStore(at: path) { return try sound.takeOver(growing) }
      let kept = try DatabaseFile.setAside(path)
      try growing.replaceTarget()
      return Kept(path: kept, isDamaged: true)
    } catch let error as Diagnostic {
      throw error
    } catch let error as DatabaseError {
      throw Diagnostic(storage: error, path: path)
    } catch {
      throw cannotReplace(path)
    }
  }

  /// Why nothing can be restored from a file; what it says of a database, it says of a copy.
  private static func notCopy(_ error: any Error, _ source: String) -> Diagnostic {
    if (error as? DatabaseError)?.resultCode == .SQLITE_NOTADB {
      return Diagnostic(
        .storageFailed, "\"\(source)\" is not a copy of a database.", hints: [.advice(.nameBackup)])
    }
    var fault = Diagnostic(storage: error, path: source)
    if fault.hints.contains(.advice(.chooseDatabase)) { fault.hints = [.advice(.nameBackup)] }
    return fault
  }

  /// A file that grows beside a database, and is its owner's as that is.
  private static func begin(_ file: String, at path: String) throws(Diagnostic) -> GrowingFile {
    let growing: GrowingFile
    do {
      growing = try GrowingFile(toBecome: file, named: .fromTheStart)
    } catch {
      throw Diagnostic(error, creatingBeside: path)
    }
    growing.adoptTarget()
    return growing
  }

  private static func requireCopy(_ source: String, for file: String) throws(Diagnostic) {
    switch FileName.presence(of: source) {
    case .present: break
    case .missing:
      throw Diagnostic(
        .unreadable, "There is no file \"\(source)\".",
        hints: [.advice(.nameBackup)])
    case .unreachable(let reason):
      throw Diagnostic(
        .unreadable, "The copy \"\(source)\" cannot be reached: \(reason).",
        hints: ["Check that you may enter its folder."])
    }
    do throws(Diagnostic) {
      try DatabaseFile.requireFile(source)
    } catch {
      throw Diagnostic(
        .unreadable, "\"\(source)\" cannot hold a copy.",
        hints: [.advice(.nameBackup)])
    }
    if let identity = FileIdentity(source), identity == FileIdentity(file) {
      throw Diagnostic(
        .usage, "\"\(source)\" is the database itself.",
        hints: [.advice(.nameBackup)])
    }
  }

  /// Makes a growing file a whole database of this version with the content of a copy.
  private static func stage(_ source: String, in growing: GrowingFile) throws {
    let stamp = FileStamp(source)
    // SQLite misses no page that is empty, though it may be what was cut off.
    guard OpenDatabases.look(source, { DatabaseFile.isWhole(source) }) ?? true else {
      throw damaged(source)
    }
    let copy = try untouchedQueue(source)
    try copy.read { db in
      try Schema.embedded.requireOwn(db, at: source)
      try requireSound(db, source)
    }
    try DatabaseFile.fill(growing, from: copy) { db in
      // The older tables stay in the copy that they came from.
      try Schema.embedded.prepare(db, at: nil)
      try requireSound(db, source)
    }
    try copy.close()
    guard FileStamp(source) == stamp else {
      throw Diagnostic(
        .busy, "The copy \"\(source)\" was changed at the same time. Nothing was restored.",
        hints: ["Try again when no program uses it."])
    }
  }

  /// A connection to a copy that leaves nothing beside it, where there is no log to be read with
  /// it.
  private static func untouchedQueue(_ source: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    let hasLog = ["-wal", "-journal"].contains { DatabaseFile.size(source + $0) > 0 }
    return try DatabaseQueue(
      path: hasLog ? source : immutable(source), configuration: configuration)
  }

  private static func requireSound(_ db: Database, _ source: String) throws {
    guard try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok" else {
      throw damaged(source)
    }
  }

  private static func damaged(_ source: String) -> Diagnostic {
    Diagnostic(
      .storageFailed, "The copy \"\(source)\" is damaged. Nothing was changed.",
      hints: ["Choose another copy."])
  }

  /// The database at `path`; nil where it is damaged.
  ///
  /// - Throws: ``Diagnostic`` for a newer database and another program's, and where it is busy.
  private static func soundStore(at path: String) throws -> KitchenStore? {
    guard OpenDatabases.look(path, { DatabaseFile.isWhole(path) }) ?? true else { return nil }
    do {
      let store = try open(at: path, for: .writing)
      return try DatabaseFile.isSound(store.queue.database) ? store : nil
    } catch let error as Diagnostic {
      // An older database that cannot be brought up to date is damaged as well.
      let isHopeless =
        error.kind == .storageFailed
        && DatabaseFile.isOwn(path, olderThan: Schema.embedded.version)
      guard isHopeless || error == .damagedHeader(path) || DatabaseFile.isDamaged(path) else {
        throw error
      }
      return nil
    }
  }

  /// Keeps a copy of the content, and takes over that of another database in one transaction.
  ///
  /// - Returns: Where the copy is.
  private func takeOver(_ growing: GrowingFile) throws -> Kept {
    let name = DatabaseFile.unusedName("\(path ?? "").before-restore")
    try backup(to: name)
    do {
      let new = try DatabaseQueue(path: growing.place)
      let size = try queue.read { db in try Int.fetchOne(db, sql: "PRAGMA page_size") } ?? 4096
      try new.writeWithoutTransaction { db in
        // Pages are copied as they are; a file keeps the size that its pages have.
        if try Int.fetchOne(db, sql: "PRAGMA page_size") != size {
          try db.execute(sql: "PRAGMA page_size = \(size); VACUUM")
        }
      }
      let connection = try queue
      try withExtendedLifetime(connection) { try new.backup(to: connection.database) }
      try new.close()
      close()
      return Kept(path: name, isDamaged: false)
    } catch {
      DatabaseFile.remove(name)
      throw error
    }
  }

  private static func cannotReplace(_ path: String) -> Diagnostic {
    Diagnostic(
      .cannotCreate, "The database \"\(path)\" cannot be replaced. Nothing was changed.",
      hints: ["Check that its folder may be written to and that its disk has room."])
  }

  /// Where a restored database's predecessor is.
  package struct Kept: Sendable, Hashable {
    /// The file.
    package var path: String
    /// Whether it is the damaged file itself, rather than a copy of a sound one.
    package var isDamaged: Bool
  }
}
