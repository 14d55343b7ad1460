import Foundation
import GRDB
import KitchenModel
import Testing

@testable import KitchenStore

struct OpeningTests {
  private let now = Samples.now

  @Test func `writing creates the folders and the file, with a write-ahead log`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a/b/souschef.db")
    let store = try KitchenStore.open(at: path, for: .writing)
    let settings = try store.queue.read { db in
      try ["journal_mode", "synchronous", "foreign_keys", "user_version"].map {
        try String.fetchOne(db, sql: "PRAGMA \($0)")
      }
    }
    #expect(settings == ["wal", "2", "1", "\(Schema.embedded.version)"])
  }

  @Test func `reading where there is nothing creates nothing`() throws {
    let folder = try TemporaryFolder()
    let store = try KitchenStore.open(at: folder.path("a/souschef.db"), for: .reading)
    #expect(store.path == nil)
    #expect(try store.dishes.all().isEmpty)
    #expect(try store.kitchen() == .standard)
    #expect(try folder.contents().isEmpty)
  }

  @Test func `an empty file is read as a new kitchen and left empty`() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(filePath: folder.path()))
    #expect(try folder.store(for: .reading).kitchen() == .standard)
    #expect(try folder.bytes().isEmpty)
    try folder.store().dishes.add(Samples.dish("Pasta"), at: now)
    #expect(try folder.store(for: .reading).dishes.names() == ["Pasta"])
  }

  @Test func `what is stored is there when the file is opened again`() throws {
    let folder = try TemporaryFolder()
    var random = RandomKitchen(seed: 3)
    let dish = random.dish(try Name("Pasta"))
    try folder.store().dishes.add(dish, at: now)
    #expect(try folder.store(for: .reading).dishes.all() == [dish])
    #expect(try folder.contents() == ["souschef.db"])
  }

  @Test func `a folder is not a database`() throws {
    let folder = try TemporaryFolder()
    for access in [KitchenStore.Access.reading, .writing] {
      #expect(
        throws: Diagnostic(
          .cannotCreate, "The database \"\(folder.url.path)\" is a folder.",
          hints: [.advice(.nameDatabaseIn(folder: folder.url.path))])
      ) { try KitchenStore.open(at: folder.url.path, for: access) }
    }
  }

  @Test func `a database below a file cannot be created`() throws {
    let folder = try TemporaryFolder()
    try Data("text".utf8).write(to: URL(filePath: folder.path("file")))
    #expect(
      kind { try KitchenStore.open(at: folder.path("file/x.db"), for: .writing) }
        == .cannotCreate)
  }

  @Test(arguments: [KitchenStore.Access.reading, .writing])
  func `what is not a database is refused untouched`(access: KitchenStore.Access) throws {
    let folder = try TemporaryFolder()
    for text in ["dishes: []\n", String(repeating: "not a database ", count: 1000)] {
      try Data(text.utf8).write(to: URL(filePath: folder.path()))
      #expect(
        throws: Diagnostic(
          .storageFailed, "The database \"\(folder.path())\" is not a database.",
          hints: [.advice(.chooseDatabase), .advice(.restore(.notDatabase))])
      ) { try folder.store(for: access) }
      #expect(try folder.bytes() == Data(text.utf8))
      #expect(try folder.contents() == ["souschef.db"])
    }
  }

  @Test func `another program's database is refused untouched`() throws {
    let folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.path())
    try queue.write { db in
      try db.execute(sql: "CREATE TABLE dish (id INTEGER); PRAGMA user_version = 1")
    }
    try queue.close()
    let before = try folder.bytes()
    #expect(
      throws: Diagnostic(
        .storageFailed, "The database \"\(folder.path())\" belongs to another program.",
        hints: [.advice(.chooseDatabase)])
    ) { try folder.store() }
    #expect(try folder.bytes() == before)
  }

  @Test(arguments: [KitchenStore.Access.reading, .writing])
  func `a newer database is refused untouched`(access: KitchenStore.Access) throws {
    let folder = try TemporaryFolder()
    let newer = Schema(
      migrations: Schema.embedded.migrations + [
        .init(name: "9999_future", sql: "CREATE TABLE future (id INTEGER PRIMARY KEY) STRICT")
      ])
    try KitchenStore.open(at: folder.path(), for: .writing, schema: newer).close()
    let before = try folder.bytes()
    #expect(kind { try folder.store(for: access) } == .storageFailed)
    #expect(try folder.bytes() == before)
    #expect(try folder.contents() == ["souschef.db"])
  }

  @Test func `a database cut short is refused, not crashed on`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    var random = RandomKitchen(seed: 5)
    for number in 0..<40 { try store.dishes.add(random.dish(Name("Dish \(number)")), at: now) }
    store.close()
    let whole = try folder.bytes()
    for kilobytes in [1, 4, 9, 30] {
      try whole.prefix(kilobytes * 1024).write(to: URL(filePath: folder.path()))
      #expect(kind { try folder.store(for: .reading).contents() } == .storageFailed)
    }
  }

  @Test func `a full disk is reported and changes nothing`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try store.dishes.add(Samples.dish("Pasta"), at: now)
    let before = try store.contents()
    try store.queue.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    var large = try Samples.dish("Large")
    large.notes = String(repeating: "salt ", count: 20_000)
    #expect(
      throws: Diagnostic(
        .storageFailed,
        "The database \"\(folder.path())\" cannot grow: the disk is full. Nothing was changed.",
        hints: ["Free some space and try again."])
    ) { try store.dishes.add(large, at: now) }
    #expect(try store.contents() == before)
  }

  @Test func `a database that another process does not let go of is busy`() throws {
    let folder = try TemporaryFolder()
    let (first, second) = (
      try folder.store(),
      try KitchenStore.open(at: folder.path(), for: .writing, patience: 0)
    )
    try first.queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        #expect(
          throws: Diagnostic(
            .busy, "The database \"\(folder.path())\" is in use by another process.",
            hints: ["Try again in a moment."])
        ) { try second.dishes.add(Samples.dish("Pasta"), at: now) }
        return .commit
      }
    }
    try second.dishes.add(Samples.dish("Pasta"), at: now)
    #expect(try first.dishes.names() == ["Pasta"])
  }

  @Test func `a database needs a name`() {
    #expect(
      throws: Diagnostic(
        .cannotCreate, "The database has no name.", hints: [.advice(.nameDatabase)])
    ) { try KitchenStore.open(at: "", for: .reading) }
  }

  /// The sort of failure of `body`; nil where it does not fail with a diagnostic.
  private func kind(_ body: () throws -> Any) -> Diagnostic.Kind? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? Diagnostic)?.kind
    }
  }
}
