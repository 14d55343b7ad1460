import Foundation
import GRDB
import Testing

/// Damage planted in a database: the doctor finds it, nobody makes it worse, and a copy comes back.
struct DamageTests {
  /// One way to damage a database.
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Whether the file cannot be used at all, rather than holding something wrong.
    let isUnusable: Bool
    let plant: @Sendable (URL) throws -> Void

    init(_ name: String, unusable: Bool, _ plant: @escaping @Sendable (URL) throws -> Void) {
      testDescription = name
      isUnusable = unusable
      self.plant = plant
    }

    /// Damage by a statement, past the triggers that would refuse it.
    static func sql(_ name: String, _ sql: String, unusable: Bool = false) -> Damage {
      Damage(name, unusable: unusable) { file in
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: file.path(), configuration: configuration)
        try queue.writeWithoutTransaction { db in
          let triggers = try Row.fetchAll(
            db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
          for trigger in triggers {
            try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
          }
          try db.execute(sql: sql)
          // Those of a table that is gone have gone with it.
          for trigger in triggers { try? db.execute(sql: trigger["sql"]) }
        }
        try queue.close()
      }
    }

    /// Damage to the bytes themselves.
    static func bytes(
      _ name: String, unusable: Bool, _ change: @escaping @Sendable (inout Data) -> Void
    ) -> Damage {
      Damage(name, unusable: unusable) { file in
        var bytes = try Data(contentsOf: file)
        change(&bytes)
        try bytes.write(to: file)
      }
    }
  }

  static let damages: [Damage] = [
    .bytes("a page of noise", unusable: false) { bytes in
      // The root of the table of events.
      for index in eventPage(bytes) { bytes[index] ^= 0x5A }
    },
    .bytes("the header is another's", unusable: true) {
      $0.replaceSubrange(0..<6, with: "SQLate".utf8)
    },
    .bytes("half of the file is missing", unusable: true) { $0 = $0.prefix($0.count / 2) },
    .bytes("the last page is half written", unusable: true) { $0 = $0.dropLast(1000) },
    .bytes("bits of a plan have flipped", unusable: false) { bytes in
      guard let place = bytes.range(of: Data("\"makespan\"".utf8)) else { return }
      bytes[place.lowerBound + 3] ^= 0x20
    },
    .sql("a table is missing", "DROP TABLE run_edit"),
    .sql("a step refers to no run", "DELETE FROM run WHERE id = 2"),
    .sql("the log has a gap", "DELETE FROM run_event WHERE run_id = 3 AND sequence = 2"),
    .sql("a run has lost its log", "DELETE FROM run_event WHERE run_id = 4"),
    .sql(
      "the log begins in the middle",
      """
      DELETE FROM run_event WHERE run_id = 3 AND sequence = 1;
      UPDATE run_event SET sequence = sequence - 1 WHERE run_id = 3
      """),
    .bytes("bits of a text have flipped", unusable: false) { bytes in
      guard let place = bytes.range(of: Data("\"title\"".utf8)) else { return }
      bytes[place.upperBound + 3] ^= 0x80
    },
    .sql("a dish was served otherwise", "UPDATE run_dish SET serve = 'any' WHERE run_id = 3"),
    .sql(
      "it says that it is older", "PRAGMA user_version = 3", unusable: true),
    .sql("a plan cannot be read", "UPDATE plan SET snapshot = '{' WHERE id = 1"),
    .sql("a summary is wrong", "UPDATE step_summary SET times = times + 1"),
    .sql("a newer program wrote it", "PRAGMA user_version = 99", unusable: true),
  ]

  /// Where the root page of the events is.
  private static func eventPage(_ bytes: Data) -> Range<Int> {
    // The first leaf page of a table without row numbers that holds an event's name.
    let place = bytes.range(of: Data("step.started".utf8))?.lowerBound ?? 0
    let page = place / 4096 * 4096
    return page..<page + 8
  }

  private func damaged(_ damage: Damage) throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    try kitchen.does("db", "backup", "sound.db")
    try damage.plant(kitchen.database)
    return kitchen
  }

  @Test(arguments: damages)
  func `the doctor finds it, and looking changes nothing`(damage: Damage) throws {
    let kitchen = try damaged(damage)
    let files = try kitchen.databaseBytes()
    let found = try kitchen.souschef("doctor", "--json")
    #expect(found.code == (damage.isUnusable ? 74 : 1), "\(found.errors)\(found.output)")
    if !damage.isUnusable {
      #expect(try found.json()["isWell"] as? Bool == false)
      let findings = try #require(try found.json()["findings"] as? [[String: Any]])
      #expect(findings.allSatisfy { ($0["hints"] as? [String])?.isEmpty == false })
    } else {
      #expect(found.errors.contains("Hint: "))
      #expect(!found.errors.contains("souschef doctor"))
      for command in [["dish", "list"], ["history"], ["dish", "add", "Tea", "--waiting", "4m"]] {
        let refused = try kitchen.souschef(command)
        #expect(refused.code == 74)
        #expect(refused.errors.contains("Hint: "))
      }
    }
    #expect(try kitchen.databaseBytes() == files)
  }

  @Test(arguments: damages.filter { $0.testDescription != "a newer program wrote it" })
  func `a copy comes back, and what was damaged is kept`(damage: Damage) throws {
    let kitchen = try damaged(damage)
    let damagedBytes = try Data(contentsOf: kitchen.database)
    let sound = try kitchen.does("history", "export", "--db", "sound.db").output
    let restored = try kitchen.does("db", "restore", "sound.db")
    #expect(restored.output.hasPrefix("Restored sound.db. The old database is "))
    #expect(try kitchen.does("history", "export").output == sound)
    #expect(try kitchen.does("doctor").output.contains("All is well."))
    if damage.isUnusable {
      let kept = kitchen.database.path() + ".damaged"
      #expect(
        restored.lines == ["Restored sound.db. The old database is damaged, and kept as \(kept)."])
      #expect(try Data(contentsOf: URL(filePath: kept)) == damagedBytes)
    }
  }

  @Test func `a newer database is not a reason to go back`() throws {
    let newer = try #require(Self.damages.last)
    let kitchen = try damaged(newer)
    let files = try kitchen.databaseBytes()
    let refused = try kitchen.souschef("db", "restore", "sound.db")
    #expect(refused.code == 74)
    #expect(refused.errors.contains("newer souschef"))
    #expect(try kitchen.databaseBytes() == files)
  }

  @Test func `a damaged copy is not put back`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    try kitchen.does("db", "backup", "copy.db")
    let copy = kitchen.folder.appending(path: "copy.db")
    var bytes = try Data(contentsOf: copy)
    bytes = bytes.dropLast(1000)
    try bytes.write(to: copy)
    let files = try kitchen.databaseBytes()
    let refused = try kitchen.souschef("db", "restore", "copy.db")
    #expect(refused.code == 74)
    #expect(try kitchen.databaseBytes() == files)
  }

  /// A log that was cut off while it was written holds changes that were never confirmed: SQLite
  /// leaves them out, and what was confirmed before is all there.
  @Test func `a log cut off in the middle loses nothing that was confirmed`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockHistory()
    let before = try kitchen.does("history", "export").output
    let queue = try DatabaseQueue(path: kitchen.database.path())
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 0; UPDATE dish SET notes = 'x'")
    }
    let log = URL(filePath: kitchen.database.path() + "-wal")
    let (base, written) = (try Data(contentsOf: kitchen.database), try Data(contentsOf: log))
    try queue.close()
    try base.write(to: kitchen.database)
    try written.dropLast(100).write(to: log)
    #expect(try kitchen.does("history", "export").output == before)
    #expect(try kitchen.does("dish", "show", "Gratin", "--json").json()["notes"] is NSNull)
    #expect(try kitchen.does("doctor").output.contains("All is well."))
  }
}
