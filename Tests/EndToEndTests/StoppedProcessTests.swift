import Foundation
import Testing

/// A cook whose process stands still for a while, as under a closed lid.
struct StoppedProcessTests {
  /// Steeps for as long as a busy machine may need until the process stands still, then is poured.
  private static let tea = """
    dishes:
      - name: Tea
        steps:
          - {id: steep, title: Steep, waiting: 15s}
          - {id: pour, title: Pour, blocking: 1m, after: [steep]}

    """

  private func kitchen() throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.tea, to: "tea.yaml")
    try kitchen.does("import", "tea.yaml")
    return kitchen
  }

  /// Has a process stand still for so long.
  private func halt(_ process: Int32, seconds: Int) async throws {
    kill(process, SIGSTOP)
    try await RealTime.pass(seconds: seconds)
    kill(process, SIGCONT)
  }

  private func log(_ kitchen: Kitchenette) throws -> [(kind: String, elapsed: Int)] {
    try kitchen.does(
      "db", "query", "--json",
      "SELECT kind, elapsed_seconds FROM run_event WHERE run_id = 1 ORDER BY sequence"
    ).json([[String: Any]].self).map {
      (try #require($0["kind"] as? String), try #require($0["elapsed_seconds"] as? Int))
    }
  }

  @Test func `a live cook wakes to one summary, and times are true`() async throws {
    let kitchen = try kitchen()
    let cook = try kitchen.start(["cook", "tea", "--plain"])
    try cook.waitUntil { $0.contains("Steep (Tea): start, 15 s.") }
    try await halt(cook.process.processIdentifier, seconds: 20)
    try cook.waitUntil { $0.contains("Pour (Tea): start") }
    let said = cook.said.split(separator: "\n")
    #expect(said.count == 4, "\(cook.said)")
    let summary = #/Stopped for (?:\d+ (?:h|min|s) ?)+; meanwhile: Steep \(Tea\): done\./#
    #expect(said[2].wholeMatch(of: summary) != nil, "\(said[2])")
    // What is to be done now was not missed.
    #expect(said[3] == "Pour (Tea): start, 1 min.")
    try kitchen.does("run", "done")
    #expect(try cook.finish().code == 0)
    let log = try log(kitchen).filter { $0.kind.hasPrefix("run.") || $0.kind.hasPrefix("step.") }
    #expect(
      log.map(\.kind) == [
        "run.started", "step.started", "step.finished", "step.started", "step.finished",
        "run.served", "run.finished",
      ])
    #expect(log[2].elapsed == 15)
    #expect(log[3].elapsed >= 20)
  }

  @Test func `the view shows one summary, and calls once`() async throws {
    let kitchen = try kitchen()
    try kitchen.write(
      "#!/bin/sh\nfor last; do :; done\necho \"$last\" >> calls\n", to: "notify-send")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: kitchen.folder.appending(path: "notify-send").path())
    let terminal = try PseudoTerminal(width: 100, height: 24)
    try terminal.run(
      ["cook", "tea", "--alert"], in: kitchen,
      environment: ["PATH": "\(kitchen.folder.path()):/usr/bin:/bin"])
    try terminal.wait { $0.isAlternate && $0.text.contains("> ") && $0.text.contains("Steep") }
    terminal.type("\n")
    try terminal.wait { $0.text.contains("WAITING") }
    try terminal.send(signal: SIGSTOP)
    try await RealTime.pass(seconds: 20)
    try terminal.send(signal: SIGCONT)
    try terminal.wait { $0.text.contains("Stopped for") && $0.text.contains("Pour") }
    terminal.type("q")
    #expect(try terminal.finish() == 130)
    #expect(terminal.screen.text.contains("meanwhile: Steep (Tea): done."))
    let calls = try String(
      contentsOf: kitchen.folder.appending(path: "calls"), encoding: .utf8)
    #expect(calls.split(separator: "\n").count { $0.hasPrefix("Stopped for") } == 1)
    #expect(!calls.contains("\nSteep (Tea): done."))
  }

  @Test func `a fast cook wakes to one summary, nothing lost and nothing twice`() async throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cook = try kitchen.start(["cook", "lunch", "--speed", "60"])
    try cook.waitUntil { $0.contains("Pasta will now cook.") }
    try await halt(cook.process.processIdentifier, seconds: 15)
    let ended = try cook.finish()
    #expect(ended.code == 0)
    #expect(ended.lines.count { $0.hasPrefix("Stopped for") } == 1, "\(ended.output)")
    for line in LunchTests.spoken {
      #expect(ended.output.ranges(of: line).count == 1, "\(line): \(ended.output)")
    }
    let steps = try #require(
      try kitchen.does("history", "show", "1", "--json").json()["steps"] as? [[String: Any]])
    #expect(steps.map { $0["actualEndSeconds"] as? Int } == [600, 600, 600])
  }

  @Test func `a short stop is not worth a word`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cook = try kitchen.start(["cook", "lunch", "--speed", "600"])
    try cook.waitUntil { $0.contains("Preparing lunch.") }
    kill(cook.process.processIdentifier, SIGSTOP)
    RealTime.pass(milliseconds: 300)
    kill(cook.process.processIdentifier, SIGCONT)
    let ended = try cook.finish()
    #expect(ended.lines == LunchTests.spoken)
  }

  @Test func `a verb waits for a process that stands still`() throws {
    let kitchen = try kitchen()
    let cook = try kitchen.start(["cook", "tea", "--plain"])
    try cook.waitUntil { $0.contains("Pour (Tea): start") }
    kill(cook.process.processIdentifier, SIGSTOP)
    let early = try kitchen.souschef("run", "done")
    #expect(early.code == 75)
    #expect(early.errors.contains("has not answered"))
    #expect(try kitchen.does("run", "status").output.contains("Pour"))
    kill(cook.process.processIdentifier, SIGCONT)
    #expect(try cook.finish().code == 0)
  }
}
