import Foundation
import GRDB
import Testing

/// A live cook whose database is locked, full, taken away or replaced.
struct DatabaseInTheWayTests {
  /// A kitchen with a dish of waiting steps of two seconds.
  private static func kitchen(steps: Int = 3) throws -> Kitchenette {
    let kitchen = try Kitchenette()
    let lines = (1...steps).map { "{id: s\($0), waiting: 2s}" }.joined(separator: ", ")
    try kitchen.write("dishes:\n  - {name: Egg, steps: [\(lines)]}\n", to: "egg.yaml")
    try kitchen.does("import", "egg.yaml")
    return kitchen
  }

  /// What happened, without what was put in and served.
  private func kinds(of kitchen: Kitchenette) throws -> [String] {
    try kitchen.does(
      "db", "query", "--json",
      "SELECT kind FROM run_event WHERE kind NOT LIKE 'act.%' ORDER BY run_id, sequence"
    ).json([[String: Any]].self).compactMap { $0["kind"] as? String }
  }

  private static let whole = [
    "run.started", "step.started", "step.finished", "step.started", "step.finished",
    "step.started", "step.finished", "run.served", "run.finished",
  ]

  @Test func `another program's lock stops no timer, and everything is stored when it is gone`()
    throws
  {
    let kitchen = try Self.kitchen()
    let cook = try kitchen.start(["cook", "Egg", "--json"])
    try cook.waitUntil { $0.contains("step.started") }
    let other = try DatabaseQueue(path: kitchen.database.path())
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      // The cook goes through to the end of the meal.
      try cook.waitUntil { $0.contains("run.finished") }
      #expect(cook.complaints.contains("in use by another process"))
      #expect(cook.complaints.contains("not stored yet"))
      #expect(cook.process.isRunning)
      try db.execute(sql: "ROLLBACK")
    }
    let finished = try cook.finish()
    #expect(finished.code == 0, "\(finished.errors)")
    #expect(finished.errors.contains("Everything is stored again."))
    #expect(try kinds(of: kitchen) == Self.whole)
    #expect(try kitchen.does("doctor").output.contains("All is well."))
  }

  @Test func `killed under a lock, a cook loses only what it said was not stored`() throws {
    let kitchen = try Self.kitchen()
    let cook = try kitchen.start(["cook", "Egg", "--json"])
    try cook.waitUntil { $0.contains("step.started") }
    let other = try DatabaseQueue(path: kitchen.database.path())
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      try cook.waitUntil { $0.contains("step.finished") }
      kill(cook.process.processIdentifier, SIGKILL)
      _ = try cook.finish()
      try db.execute(sql: "ROLLBACK")
    }
    #expect(cook.complaints.contains("not stored yet"))
    #expect(try kinds(of: kitchen) == ["run.started", "step.started"])
    // Taken up again, the timers have rung when they were due.
    #expect(try kitchen.does("cook", "--resume", "--json").output.contains("run.finished"))
  }

  /// How the database of a running cook may go away.
  enum Loss: String, CaseIterable {
    case removed, replaced, overwritten

    func happen(to database: URL, backup: URL) throws {
      let files = FileManager.default
      switch self {
      case .removed:
        for ending in ["", "-wal", "-shm"] {
          try? files.removeItem(atPath: database.path() + ending)
        }
      case .replaced:
        let new = database.path() + ".new"
        try files.copyItem(atPath: backup.path(), toPath: new)
        _ = rename(new, database.path())
      case .overwritten:
        try Data(contentsOf: backup).write(to: database)
      }
    }
  }

  @Test(arguments: Loss.allCases)
  func `a database that is taken away is noticed, and the run is kept beside it`(loss: Loss) throws
  {
    let kitchen = try Self.kitchen()
    try kitchen.does("db", "backup", "backup.db")
    let cook = try kitchen.start(["cook", "Egg", "--json"])
    try cook.waitUntil { $0.contains("step.started") }
    try loss.happen(
      to: kitchen.database, backup: kitchen.folder.appending(path: "backup.db"))
    let verb = try kitchen.souschef("run", "done")
    #expect(verb.code == 1)
    #expect(verb.errors.contains("not in this database"), "\(verb.errors)")
    let finished = try cook.finish()
    #expect(finished.code == 74)
    #expect(
      finished.errors.contains(
        loss == .removed
          ? "The database has been removed."
          : "Another file has taken the place of the database."))
    #expect(finished.output.contains("run.finished"))

    let kept = kitchen.database.path() + ".run-1.jsonl"
    #expect(finished.errors.contains(kept))
    let warning = try kitchen.does("doctor").output
    #expect(warning.contains("A run that lost its database is kept"), "\(warning)")
    try kitchen.does("history", "import", kept)
    #expect(try kinds(of: kitchen) == Self.whole)
    #expect(try kitchen.does("doctor").output.contains("All is well."))
    let files = try FileManager.default.contentsOfDirectory(
      atPath: kitchen.database.deletingLastPathComponent().path())
    #expect(Set(files) == ["souschef.db", "souschef.db.run-1.jsonl"])
  }

  @Test func `a log that is cleared away under a cook loses nothing`() throws {
    let kitchen = try Self.kitchen()
    let cook = try kitchen.start(["cook", "Egg", "--json"])
    try cook.waitUntil { $0.contains("step.started") }
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: kitchen.database.path() + ending)
    }
    try kitchen.does("run", "note", "more salt")
    try kitchen.does("dish", "add", "Tea", "--waiting", "4m")
    #expect(try cook.finish().code == 0)
    #expect(try kinds(of: kitchen).filter { $0 != "run.noted" && $0 != "cook.said" } == Self.whole)
    #expect(try kitchen.does("dish", "list").output.contains("Tea"))
    #expect(try kitchen.does("doctor").output.contains("All is well."))
  }

  @Test func `a run at another speed waits for another program as every command does`() throws {
    let kitchen = try Self.kitchen()
    let cook = try kitchen.start(["cook", "Egg", "--speed", "2", "--json"])
    try cook.waitUntil { $0.contains("step.started") }
    let other = try DatabaseQueue(path: kitchen.database.path())
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      RealTime.pass(milliseconds: 2500)
      try db.execute(sql: "ROLLBACK")
    }
    let finished = try cook.finish()
    #expect(finished.code == 0, "\(finished.errors)")
    #expect(!finished.errors.contains("not stored"))
    #expect(try kinds(of: kitchen) == Self.whole)
  }

  @Test func `leaving under a lock leaves a run that can be taken up`() throws {
    // Long enough not to be over before the signal comes, however busy the machine is.
    let kitchen = try Self.kitchen(steps: 60)
    let cook = try kitchen.start(["cook", "Egg", "--json"])
    try cook.waitUntil { $0.contains("step.started") }
    let other = try DatabaseQueue(path: kitchen.database.path())
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      kill(cook.process.processIdentifier, SIGINT)
      let finished = try cook.finish()
      #expect(finished.code == 130)
      #expect(finished.errors.contains("could not be stored"))
      #expect(finished.errors.contains("souschef cook --resume 1"))
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try kitchen.souschef("run", "status").output.contains("cook --resume"))
  }
}
