internal import GRDB
internal import KitchenModel

/// The tables that the program works on, as the migrations that lead to them.
///
/// The header of a database tells whose it is (`application_id`) and how many migrations it has
/// seen (`user_version`), so that looking at both is all there is to opening an up-to-date file.
struct Schema: Sendable {
  /// A step from one version of the tables to the next.
  struct Migration: Sendable {
    /// Its file's name, which begins with its number.
    var name: String
    /// Its statements.
    var sql: String
  }

  /// Every migration, in order; the first creates version 1.
  var migrations: [Migration]

  /// The migrations of this program.
  static let embedded = Schema(
    migrations: EmbeddedMigrations.all.map { Migration(name: $0.name, sql: $0.sql) })

  /// Marks a database as this program's: "chef" in ASCII.
  static let applicationID = 0x6368_6566

  /// The version that the migrations lead to.
  var version: Int { migrations.count }

  /// Brings the database to ``version``; does nothing but look where it is there already.
  ///
  /// Several processes may do this at once: one migrates, the others wait and find it done. Before
  /// an older file is changed, a copy is made beside it.
  ///
  /// - Throws: ``Diagnostic`` or `DatabaseError`; then nothing has changed.
  func prepare(_ db: Database, at path: String?) throws {
    if try currentVersion(db, at: path) < version { try migrate(db, at: path) }
  }

  /// The same, but leaves a file without any tables as it is.
  ///
  /// - Returns: False for such a file.
  func prepareExisting(_ db: Database, at path: String) throws -> Bool {
    let current = try currentVersion(db, at: path)
    guard current > 0 else { return false }
    if current < version { try migrate(db, at: path) }
    return true
  }

  private func currentVersion(_ db: Database, at path: String?) throws -> Int {
    if try Self.header(of: db) == (version, Self.applicationID) { return version }
    // Others may be creating the file: what is looked at must be of one moment.
    var current = 0
    try db.inTransaction(.deferred) {
      current = try storedVersion(db, at: path)
      return .commit
    }
    return current
  }

  private func migrate(_ db: Database, at path: String?) throws {
    // Tables can only be rebuilt while their references are not watched; they are checked below.
    try db.execute(sql: "PRAGMA foreign_keys = OFF")
    defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
    var backup: String?
    do {
      try db.inTransaction(.immediate) {
        let stored = try storedVersion(db, at: path)
        guard stored < version else { return .rollback }
        if stored > 0, let path { backup = try copy(path, version: stored) }
        try apply(migrations[stored...], to: db, isNew: stored == 0)
        if 1..<StandingUpkeep.version ~= stored, version >= StandingUpkeep.version {
          try StandingUpkeep.complete(in: db)
        }
        return .commit
      }
    } catch {
      // Nothing has changed, so that there is nothing to keep a copy of.
      if let backup { DatabaseFile.remove(backup) }
      throw Self.refusal(of: error, at: path)
    }
  }

  private func apply(
    _ pending: ArraySlice<Migration>, to db: Database, isNew: Bool
  ) throws {
    for migration in pending { try db.execute(sql: migration.sql) }
    if isNew {
      try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
      try KitchenRows.write(.standard, to: db)
    }
    try db.checkForeignKeys()
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Why an older file could not be brought up to date, where its tables are the reason.
  private static func refusal(of error: any Error, at path: String?) -> any Error {
    guard let error = error as? DatabaseError,
      [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
    else { return error }
    return Diagnostic(
      .storageFailed,
      "The database \((path ?? ":memory:").quoted) cannot be brought up to date: its tables are not "
        + "those of the version that it says it has (\(error.message ?? "SQLite does not say why")).",
      hints: [.advice(.restore(.notUpgraded))])
  }

  /// Refuses a file that is not a database of this program, no newer than it.
  ///
  /// - Throws: ``Diagnostic``.
  func requireOwn(_ db: Database, at path: String) throws {
    guard try storedVersion(db, at: path) > 0 else {
      throw Diagnostic(
        .storageFailed, "\"\(path)\" is empty.",
        hints: [.advice(.nameBackup)])
    }
  }

  /// The version of the tables in the file; 0 where there are none yet.
  ///
  /// - Throws: ``Diagnostic`` for a newer database and another program's.
  func storedVersion(_ db: Database, at path: String?) throws -> Int {
    let (stored, owner) = try Self.header(of: db)
    let file = path ?? ":memory:"
    if owner == Self.applicationID, stored >= 1 {
      guard stored <= version else {
        // One bit of it has flipped: a later version would have other tables.
        if let path, (stored ^ version).nonzeroBitCount == 1, try hasTheseTables(db) {
          throw Diagnostic.damagedHeader(path)
        }
        throw Diagnostic(
          .storageFailed,
          "The database \"\(file)\" was written by a newer souschef (version \(stored) of its "
            + "tables; this one knows \(version)).",
          hints: [.advice(.orChooseDatabase("Install the newer souschef"))])
      }
      return stored
    }
    let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard owner == 0, stored == 0, objects == 0 else {
      if let path, try hasTheseTables(db) { throw Diagnostic.damagedHeader(path) }
      throw Diagnostic(
        .storageFailed, "The database \"\(file)\" belongs to another program.",
        hints: [.advice(.chooseDatabase)])
    }
    return 0
  }

  /// Whether the tables are those that the migrations lead to, whatever the header says.
  private func hasTheseTables(_ db: Database) throws -> Bool {
    let expected = try KitchenStore.inMemory(schema: self).queue.read(SchemaObject.all)
    let found = try SchemaObject.all(in: db).filter { !$0.name.hasPrefix("sqlite_stat") }
    return Set(found) == Set(expected)
  }

  /// The two numbers of the header.
  static func header(of db: Database) throws -> (version: Int, owner: Int) {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT user_version, application_id FROM pragma_user_version, pragma_application_id")
    guard let row else { return (0, 0) }
    var columns = RowReader(row)
    return (try columns.int(), try columns.int())
  }

  /// Copies the file at `path` as `path.v1.backup`, or as `path.v1-2.backup` and so on.
  ///
  /// The caller holds the write lock; the copy is read through a connection of its own, which still
  /// sees the database as it was.
  private func copy(_ path: String, version: Int) throws -> String {
    var target = "\(path).v\(version).backup"
    var number = 2
    while DatabaseFile.exists(target) {
      target = "\(path).v\(version)-\(number).backup"
      number += 1
    }
    var configuration = Configuration()
    configuration.readonly = true
    let source = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? source.close() }
    try DatabaseFile.copy(source, to: target)
    return target
  }
}
