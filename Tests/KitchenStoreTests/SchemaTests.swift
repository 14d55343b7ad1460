import Foundation
import GRDB
import KitchenModel
import Testing

@testable import KitchenStore

struct SchemaTests {
  /// The folder of this file.
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  @Test func `migrations are numbered without a gap`() {
    for (index, migration) in Schema.embedded.migrations.enumerated() {
      let number = String(index + 1)
      let prefix = String(repeating: "0", count: 4 - number.count) + number + "_"
      #expect(migration.name.hasPrefix(prefix))
    }
  }

  /// After a new migration, run with `RECORD_GOLDEN=1` and read the difference.
  @Test func `a new database has the golden schema`() throws {
    let store = try KitchenStore.inMemory()
    try Self.record(store.schemaText(), as: "Golden/schema.sql")
    #expect(try store.schemaText() == Self.text("Golden/schema.sql"))
  }

  /// `RECORD_GOLDEN=1` also writes the fixture of the newest version, which is then kept for ever.
  @Test func `the newest fixture is a database that this program leaves`() throws {
    let store = try KitchenStore.inMemory()
    try store.furnish()
    let name = "Fixtures/v\(Schema.embedded.version).sql"
    try Self.record(store.dump(), as: name)
    #expect(try store.dump() == Self.text(name))
  }

  @Test(arguments: 1...Schema.embedded.version)
  func `a database of every version is migrated whole`(version: Int) throws {
    let folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.path())
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: Self.text("Fixtures/v\(version).sql"))
    }
    try queue.close()

    let (migrated, new) = (try folder.store(), try KitchenStore.inMemory())
    try new.furnish()
    #expect(try migrated.schemaText() == new.schemaText())
    #expect(try migrated.contents() == new.contents())
    #expect(try migrated.runs.run(1) == new.runs.run(1))
    #expect(try migrated.runs.events(of: 1) == new.runs.events(of: 1))
    #expect(try migrated.plans.plan(1) == new.plans.plan(1))
    #expect(try migrated.integrity().findings.isEmpty)
    #expect(try migrated.undo(at: Samples.now) == new.undo(at: Samples.now))
    let backups = version < Schema.embedded.version ? ["souschef.db.v\(version).backup"] : []
    #expect(try folder.contents().filter { $0.hasSuffix(".backup") } == backups)
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: here.appending(path: name), encoding: .utf8)
  }

  private static func record(_ text: String, as name: String) throws {
    guard ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil else { return }
    try Data(text.utf8).write(to: here.appending(path: name))
  }

  /// A program that knows one migration more than this one.
  private static let next = Schema(
    migrations: Schema.embedded.migrations + [
      .init(
        name: "9999_next",
        sql: """
          CREATE TABLE pan (id INTEGER PRIMARY KEY, dish_id INTEGER REFERENCES dish (id)) STRICT;
          INSERT INTO pan SELECT id, id FROM dish;
          """)
    ])

  @Test func `an older database is migrated after a copy beside it`() throws {
    let folder = try TemporaryFolder()
    let version = Schema.embedded.version
    let old = try folder.store()
    try old.dishes.add(Samples.dish("Pasta"), at: Samples.now)
    let contents = try old.contents()
    old.close()

    let new = try KitchenStore.open(at: folder.path(), for: .reading, schema: Self.next)
    #expect(try new.queue.read { try Schema.header(of: $0).version } == version + 1)
    #expect(try new.contents() == contents)
    let backup = "souschef.db.v\(version).backup"
    #expect(try folder.contents().contains(backup))
    #expect(try folder.store(backup).contents() == contents)
    #expect(try folder.store(backup).queue.read { try Schema.header(of: $0).version } == version)
  }

  @Test func `a migration that fails leaves the database as it was`() throws {
    let folder = try TemporaryFolder()
    try folder.store().dishes.add(Samples.dish("Pasta"), at: Samples.now)
    let before = try folder.bytes()
    for sql in ["CREATE TABLE pan (id INTEGER); SELEKT", "UPDATE step SET dish_id = 77"] {
      let broken = Schema(
        migrations: Schema.embedded.migrations + [.init(name: "9999_broken", sql: sql)])
      #expect(throws: Diagnostic.self) {
        try KitchenStore.open(at: folder.path(), for: .writing, schema: broken)
      }
      #expect(try folder.bytes() == before)
    }
    #expect(try folder.store().dishes.names() == ["Pasta"])
  }

  @Test func `the log of events cannot be rewritten`() throws {
    let store = try KitchenStore.inMemory()
    let run = try store.runs.begin(
      .new(Samples.lunch()), mode: .live, policy: .replan, startedAt: Samples.now,
      lease: Samples.lease)
    try store.runs.append([Samples.event(0, .runStarted)], to: run)
    for sql in [
      "UPDATE run_event SET text = 'x'", "DELETE FROM run_event",
      "INSERT OR REPLACE INTO run_event SELECT * FROM run_event",
      """
      INSERT INTO run_event (run_id, sequence, at, elapsed_seconds, kind, cooks)
      SELECT run_id, 3, at, 0, kind, cooks FROM run_event
      """,
    ] {
      #expect(throws: DatabaseError.self) { try store.queue.write { try $0.execute(sql: sql) } }
    }
    #expect(try store.runs.events(of: run) == [Samples.event(0, .runStarted)])
  }

  @Test func `the tables themselves keep dishes and meals apart`() throws {
    let store = try KitchenStore.inMemory()
    try store.dishes.add(Samples.dish("Pasta"), at: Samples.now)
    try store.meals.add(Samples.meal("lunch", "Pasta"), at: Samples.now)
    for sql in [
      "INSERT INTO meal (name, name_key) VALUES ('Pasta', 'pasta')",
      "UPDATE meal SET name_key = 'pasta'", "UPDATE dish SET name_key = 'lunch'",
      "INSERT INTO dish (name, name_key, serve, serve_offset_seconds) "
        + "VALUES ('Lunch', 'lunch', 'hot', 0)",
    ] {
      #expect(throws: DatabaseError.self) { try store.queue.write { try $0.execute(sql: sql) } }
    }
  }
}
