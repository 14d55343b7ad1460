import Foundation
import Testing

/// A cook that waits for its time and is begun before it.
struct BeginEarlyTests {
  private let kitchen: Kitchenette

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.does(
      "dish", "add", "Toast", "--step", "blocking 5m: Slice", "--step", "waiting 2m: Toast")
  }

  private func waiting(_ words: [String] = ["toast", "--start-at", "in 1 hour"]) throws
    -> Kitchenette.Started
  {
    let cook = try kitchen.start(["cook"] + words)
    try cook.waitUntil { _ in cook.complaints.contains("Free until") }
    return cook
  }

  private func record() throws -> [String: Any] {
    try kitchen.does("history", "show", "1", "--json").json()
  }

  private func seconds(since text: Any?) throws -> TimeInterval {
    let text = try #require(text as? String)
    let date = try Date(text, strategy: .iso8601)
    return Date().timeIntervalSince(date)
  }

  @Test func `run start begins it now, and its start is the true one`() throws {
    let cook = try waiting()
    let before = try kitchen.does("run", "status").output
    #expect(before.contains("not begun yet.") && before.contains("Begins at"), "\(before)")
    #expect(try kitchen.does("run", "start").output == "Cooking begins now.\n")
    try cook.waitUntil { $0.contains("Slice (Toast): start, 5 min.") }
    let status = try kitchen.does("run", "status", "--json").json()
    #expect(try seconds(since: status["startedAt"]) < 60)
    #expect(try #require(status["nowSeconds"] as? Int) < 60)
    #expect(try kitchen.does("run", "status").output.contains("as planned"))
    try kitchen.does("run", "done")
    cook.process.interrupt()
    #expect(try cook.finish().code == 130)

    // Everything that tells of it tells the same.
    let steps = try #require(try record()["steps"] as? [[String: Any]])
    #expect(steps.first?["actualStartSeconds"] as? Int == 0)
    #expect(try kitchen.does("doctor").output.contains("All is well."))
    let again = try kitchen.start(["cook", "--resume"])
    try again.waitUntil { $0.contains("Resumed.") }
    #expect(try kitchen.does("run", "undo").output.contains("Slice (Toast) is not done"))
    #expect(try kitchen.does("run", "status", "--json").json()["status"] as? String == "running")
    try kitchen.does("run", "abort")
    _ = try again.finish()
    #expect(try kitchen.does("doctor").output.contains("All is well."))
    let listed = try kitchen.does("history", "dishes", "--json").json([[String: Any]].self)
    #expect(try seconds(since: listed.first?["lastAt"]) < 120)
    let moved = try kitchen.does("history", "export").output
    try kitchen.write(moved, to: "history.jsonl")
    try kitchen.does("history", "import", "history.jsonl", "--db", "new.db")
    #expect(try kitchen.does("history", "export", "--db", "new.db").output == moved)
  }

  @Test func `what was asked for stays what it is late or early against`() throws {
    let cook = try waiting(["toast", "--serve-at", "in 1 hour"])
    try kitchen.does("run", "start")
    try cook.waitUntil { $0.contains("Slice (Toast): start") }
    let said = try kitchen.does("run", "status").output
    #expect(said.contains("early"), "\(said)")
    cook.process.interrupt()
    _ = try cook.finish()
  }

  @Test func `left and taken up again it still waits, and can still be begun`() throws {
    let cook = try waiting()
    cook.process.interrupt()
    #expect(try cook.finish().code == 130)
    let again = try waiting(["--resume"])
    try kitchen.does("run", "start")
    try again.waitUntil { $0.contains("Slice (Toast): start, 5 min.") }
    again.process.interrupt()
    _ = try again.finish()
    #expect(try kitchen.does("doctor").output.contains("All is well."))
    let times = try kitchen.does(
      "db", "query", "--json", "SELECT at FROM run_event WHERE run_id = 1 ORDER BY sequence"
    ).json([[String: String]].self).compactMap { $0["at"] }
    #expect(times == times.sorted())
  }

  @Test func `a step that is named is begun with it`() throws {
    try kitchen.does("dish", "add", "Egg", "--step", "waiting 30m: Boil")
    let cook = try waiting(["Toast", "Egg", "--start-at", "in 1 hour"])
    try kitchen.does("run", "start", "boil")
    try cook.waitUntil { $0.contains("Boil (Egg): start, 30 min.") }
    cook.process.interrupt()
    _ = try cook.finish()
  }

  @Test func `a key in the view begins it`() throws {
    let terminal = try PseudoTerminal(width: 80, height: 24)
    try terminal.run(["cook", "toast", "--start-at", "in 1 hour"], in: kitchen)
    try terminal.wait { $0.text.contains("s begin now") && $0.text.contains("Begins at") }
    terminal.type("s")
    try terminal.wait {
      $0.text.contains("Begin now, 1 h early?") || $0.text.contains("early? y: yes")
    }
    terminal.type("y")
    try terminal.wait {
      $0.text.contains("Slice") && $0.text.contains("as planned") && !$0.text.contains("Begins at")
    }
    terminal.type("q")
    #expect(try terminal.finish() == 130)
  }
}
