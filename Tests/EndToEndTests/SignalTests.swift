import Foundation
import Testing

/// Ctrl-C and its kin, while a meal cooks.
struct SignalTests {
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal interrupts the run and keeps what was done`(signal: Int32) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cook = try kitchen.start(["cook", "lunch", "--speed", "10"])
    try cook.waitUntil { $0.contains("Pasta will now cook.") }
    kill(cook.process.processIdentifier, signal)
    let ended = try cook.finish()
    #expect(ended.code == 130)
    #expect(ended.lines == ["Preparing lunch.", "Pasta will now cook."])
    let run = try kitchen.does("history", "show", "1", "--json").json()
    #expect(run["status"] as? String == "interrupted")
    let steps = try #require(run["steps"] as? [[String: Any]])
    #expect(steps.map { $0["actualStartSeconds"] as? Int } == [0, nil, nil])
  }

  @Test func `an interrupted run can be aborted`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cook = try kitchen.start(["cook", "lunch", "--speed", "10"])
    try cook.waitUntil { $0.contains("Pasta will now cook.") }
    kill(cook.process.processIdentifier, SIGINT)
    _ = try cook.finish()
    #expect(try kitchen.does("run", "abort").lines == ["Aborted run 1: lunch."])
    let run = try kitchen.does("history", "show", "1", "--json").json()
    #expect(run["status"] as? String == "aborted")
    try kitchen.refuses(
      "run", "abort", code: 1,
      saying: "souschef: Nothing is cooking.\nHint: Start with: souschef cook MEAL\n")
  }

  @Test func `a live cook is steered from another terminal`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Avocado", "--blocking", "2m")
    try kitchen.does("dish", "add", "Salad", "--blocking", "3m")
    let cook = try kitchen.start(["cook", "Avocado", "Salad"])
    try cook.waitUntil { $0.contains("Avocado") && $0.contains("start") }
    #expect(try kitchen.souschef().code == 0)
    #expect(try kitchen.does("run", "status").output.contains("Avocado"))
    let first = try kitchen.does("run", "done").lines
    #expect(first.count == 1)
    try cook.waitUntil { $0.contains("done.") }
    try kitchen.does("run", "abort")
    #expect(try cook.finish().code == 1)
    let run = try kitchen.does("history", "show", "1", "--json").json()
    #expect(run["status"] as? String == "aborted")
    #expect(run["mode"] as? String == "live")
    let steps = try #require(run["steps"] as? [[String: Any]])
    #expect(steps.contains { $0["endedBy"] as? String == "cook" })
  }

  @Test func `two meals cook at once where that is asked for`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cooks = try (1...2).map { _ in
      try kitchen.start(["cook", "lunch", "--speed", "600", "--alongside"])
    }
    for cook in cooks { #expect(try cook.finish().lines == LunchTests.spoken) }
    let runs = try kitchen.does("history", "--all", "--json").json([[String: Any]].self)
    #expect(runs.map { $0["status"] as? String } == ["finished", "finished"])
  }
}

extension Kitchenette.Started {
  /// Waits until what it has said holds; fails where the process ends before, or says nothing of the
  /// kind for a minute: only a hanging one takes so long.
  func waitUntil(_ holds: (String) -> Bool) throws {
    let deadline = ContinuousClock.now.advanced(by: .seconds(60))
    while !holds(said) {
      guard process.isRunning && ContinuousClock.now < deadline || holds(said) else {
        kill(process.processIdentifier, SIGKILL)
        throw NeverSaid(said: said, errors: complaints)
      }
      RealTime.pass(milliseconds: 2)
    }
  }

  /// A process that did not say what was waited for.
  struct NeverSaid: Error {
    let said: String
    let errors: String
  }
}
