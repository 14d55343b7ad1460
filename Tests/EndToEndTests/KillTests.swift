import Foundation
import TestSupport
import Testing

/// A cook that is killed loses nothing that was said, says nothing twice, and is taken up again.
struct KillTests {
  /// A run that takes a second is killed up to four times, each time taken up where it stood.
  @Test(arguments: 0..<12)
  func `killed at random moments, the run keeps every event that was announced and ends`(
    seed: Int
  ) throws {
    var numbers = SeededNumbers(seed: seed)
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    var announced: [Event] = []
    var words = ["cook", "lunch", "--speed", "600", "--json"]
    for _ in 0..<(1 + numbers.next(below: 4)) {
      let cook = try kitchen.start(words)
      RealTime.pass(milliseconds: numbers.next(below: 500))
      kill(cook.process.processIdentifier, SIGKILL)
      announced += try Self.events(in: try cook.finish().lines)
      #expect(try kitchen.souschef("doctor").code == 0, "seed \(seed)")
      // Killed before anything was stored: then nothing can have been said.
      if try kitchen.does("history", "--all", "--json").json([[String: Any]].self).isEmpty {
        #expect(announced.isEmpty, "seed \(seed)")
      } else {
        words = ["cook", "--resume", "--json"]
      }
    }
    if announced.last?.kind != "run.finished" {
      announced += try Self.events(in: kitchen.souschef(words).lines)
    }

    let log = try Self.log(of: kitchen)
    #expect(Self.missing(announced, in: log).isEmpty, "seed \(seed)")
    // Every event of the run, once.
    #expect(log.count { $0.kind == "run.started" } == 1, "seed \(seed)")
    #expect(log.last?.kind == "run.finished", "seed \(seed)")
    for kind in ["step.started", "step.finished"] {
      let dishes = log.filter { $0.kind == kind }.compactMap(\.dish)
      #expect(dishes.sorted() == ["Avocado", "Meatloaf", "Pasta"], "seed \(seed)")
    }
    // Nothing is cooking any more, and another meal can be cooked.
    #expect(try kitchen.souschef("run", "status").code == 1)
    #expect(try kitchen.does("cook", "lunch", "--simulate").lines.count == 8)
  }

  /// An event as it was announced, or as the log has it.
  private struct Event: Hashable {
    var kind: String
    var elapsed: Int
    var dish: String?
    var text: String?
  }

  /// The events among lines of JSON; a line that was cut off was not announced.
  private static func events(in lines: [String]) throws -> [Event] {
    try lines.filter { $0.hasPrefix("{\"event\"") && $0.hasSuffix("}") }.map { line in
      let event = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      return Event(
        kind: try #require(event["event"] as? String),
        elapsed: try #require(event["elapsedSeconds"] as? Int), dish: event["dish"] as? String,
        text: event["text"] as? String)
    }
  }

  /// What the database has of the first run.
  private static func log(of kitchen: Kitchenette) throws -> [Event] {
    let rows = try kitchen.does(
      "db", "query", "--json",
      """
      SELECT e.kind, e.elapsed_seconds, e.text, d.label AS dish
      FROM run_event e LEFT JOIN run_dish d ON d.run_id = e.run_id AND d.position = e.dish_position
      WHERE e.run_id = 1 ORDER BY e.sequence
      """
    ).json([[String: Any]].self)
    return try rows.map { row in
      Event(
        kind: try #require(row["kind"] as? String),
        elapsed: try #require(row["elapsed_seconds"] as? Int), dish: row["dish"] as? String,
        text: row["text"] as? String)
    }
  }

  /// What was announced and is not in the log in the same order, each event for itself.
  private static func missing(_ announced: [Event], in log: [Event]) -> [Event] {
    var rest = log[...]
    return announced.filter { event in
      guard let place = rest.firstIndex(of: event) else { return true }
      rest = rest[(place + 1)...]
      return false
    }
  }
}
