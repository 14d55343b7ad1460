import Foundation
import TestSupport
import Testing

/// A cook that is killed loses nothing that was said.
struct KillTests {
  /// Moments at which the process is killed, in milliseconds of a run that takes a second.
  static let moments: [Int] = {
    var numbers = SeededNumbers(seed: 50)
    return (0..<50).map { _ in numbers.next(below: 1000) }
  }()

  @Test(arguments: moments)
  func `killed at a random moment, the run keeps every event that was announced`(
    milliseconds: Int
  ) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cook = try kitchen.start(["cook", "lunch", "--speed", "600", "--json"])
    usleep(UInt32(milliseconds) * 1000)
    kill(cook.process.processIdentifier, SIGKILL)
    let killed = try cook.finish()

    let announced = killed.lines.filter { $0.hasPrefix("{\"event\"") && $0.hasSuffix("}") }
    let runs = try kitchen.does("history", "--json").json([[String: Any]].self)
    #expect(try kitchen.souschef("doctor").code == 0)
    guard let run = runs.first else {
      // Killed before anything was stored: then nothing can have been said.
      #expect(announced.isEmpty)
      return
    }
    let wasFinished = announced.contains { $0.contains("run.finished") }
    if killed.wasKilled && !wasFinished {
      #expect(["interrupted", "finished"].contains(run["status"] as? String))
    }
    let shown = try kitchen.does("history", "show", "1", "--json").json()
    let steps = try #require(shown["steps"] as? [[String: Any]])
    for line in announced {
      let event = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard let dish = event["dish"] as? String,
        let step = steps.first(where: { $0["dish"] as? String == dish })
      else { continue }
      let key =
        event["event"] as? String == "step.started" ? "actualStartSeconds" : "actualEndSeconds"
      #expect(step[key] as? Int == event["elapsedSeconds"] as? Int, "\(line)")
    }
    // Nothing is cooking any more, and another meal can be cooked.
    #expect(try kitchen.souschef("run", "status").code == 1)
    #expect(try kitchen.does("cook", "lunch", "--simulate").lines.count == 8)
  }
}
