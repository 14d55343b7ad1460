import Foundation
import TestSupport
import Testing

/// Two processes that want the same kitchen.
struct LeaseTests {
  private let kitchen: Kitchenette

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Toast", "--blocking", "5m")
  }

  /// Starts the same words several times, each a little later than the one before.
  private func race(
    _ words: [String], _ count: Int, _ numbers: inout SeededNumbers
  ) throws -> [Kitchenette.Started] {
    try (0..<count).map { _ in
      let started = try kitchen.start(words)
      RealTime.pass(milliseconds: numbers.next(below: 12))
      return started
    }
  }

  /// Waits until one of them cooks and all others have ended.
  private func settle(
    _ racers: [Kitchenette.Started], cooking sign: String
  ) throws -> (winner: Kitchenette.Started, losers: [Kitchenette.Finished]) {
    var winner: Kitchenette.Started?
    while winner == nil {
      winner = racers.first { $0.said.contains(sign) }
      guard winner != nil || racers.contains(where: \.process.isRunning) else { break }
      RealTime.pass(milliseconds: 2)
    }
    let cook = try #require(winner, "\(racers.map(\.complaints))")
    let losers = try racers.filter { $0.process !== cook.process }.map { try $0.finish() }
    return (cook, losers)
  }

  private func refusal(of run: Int) -> String {
    """
    souschef: toast is already being cooked (run \(run)).
    Hint: Join it with `souschef run status --watch` and `souschef run done`, or cook this beside it \
    with --alongside.

    """
  }

  @Test(arguments: 0..<8)
  func `of several that begin at once one cooks, and the others hear how to join`(
    seed: Int
  ) throws {
    var numbers = SeededNumbers(seed: seed)
    let racers = try race(["cook", "toast"], 2 + numbers.next(below: 2), &numbers)
    let (cook, losers) = try settle(racers, cooking: "start, 5 min")
    for loser in losers {
      #expect(loser.code == 1 || loser.code == 75, "seed \(seed): \(loser.errors)")
      #expect(loser.output.isEmpty, "seed \(seed)")
      #expect(loser.errors.lowercased() == refusal(of: 1).lowercased(), "seed \(seed)")
    }
    // The one that cooks is not disturbed.
    try kitchen.does("run", "done")
    #expect(try cook.finish().code == 0)
    let runs = try kitchen.does("history", "--all", "--json").json([[String: Any]].self)
    #expect(runs.map { $0["status"] as? String } == ["finished"], "seed \(seed)")
  }

  @Test(arguments: 0..<8)
  func `of two that take up a killed run one goes on with it`(seed: Int) throws {
    var numbers = SeededNumbers(seed: 100 + seed)
    let first = try kitchen.start(["cook", "toast"])
    try first.waitUntil { $0.contains("start, 5 min") }
    kill(first.process.processIdentifier, SIGKILL)
    // The dead one may not even have been waited for.
    while !first.hasDied { RealTime.pass(milliseconds: 2) }
    if numbers.happens(50) { _ = try first.finish() }
    let racers = try race(["cook", "--resume"], 2, &numbers)
    let (cook, losers) = try settle(racers, cooking: "Resumed.")
    for loser in losers {
      #expect(loser.code != 0, "seed \(seed)")
      #expect(loser.output.isEmpty, "seed \(seed): \(loser.output)")
      #expect(loser.errors.contains("Hint:"), "seed \(seed): \(loser.errors)")
    }
    try kitchen.does("run", "done")
    #expect(try cook.finish().code == 0)
    let log = try kitchen.does(
      "db", "query", "--json", "SELECT kind FROM run_event WHERE run_id = 1 ORDER BY sequence"
    ).json([[String: Any]].self).compactMap { $0["kind"] as? String }
    for kind in ["run.started", "run.resumed", "step.started", "step.finished", "run.finished"] {
      #expect(log.count { $0 == kind } == 1, "seed \(seed): \(log)")
    }
    #expect(try kitchen.souschef("doctor").code == 0)
  }

  @Test func `a dead process holds nothing up`() throws {
    let first = try kitchen.start(["cook", "toast"])
    try first.waitUntil { $0.contains("start, 5 min") }
    kill(first.process.processIdentifier, SIGKILL)
    _ = try first.finish()
    let second = try kitchen.start(["cook", "toast"])
    try second.waitUntil { $0.contains("start, 5 min") }
    let runs = try kitchen.does("history", "--all", "--json").json([[String: Any]].self)
    #expect(runs.map { $0["status"] as? String } == ["running", "interrupted"])
    // What was interrupted is not taken up beside it unless that is asked for.
    #expect(try kitchen.souschef("cook", "--resume", "1").errors.contains("--alongside"))
    try kitchen.does("run", "abort")
    #expect(try second.finish().code == 1)
  }

  @Test func `a run that is still being cooked cannot be resumed, which is said`() throws {
    let cook = try kitchen.start(["cook", "toast"])
    try cook.waitUntil { $0.contains("start, 5 min") }
    let refused = try kitchen.souschef("cook", "--resume")
    #expect(refused.code == 75)
    #expect(refused.errors == refusal(of: 1).replacing("toast", with: "Toast"))
    try kitchen.does("run", "done")
    #expect(try cook.finish().code == 0)
  }

  @Test func `a stopped process still holds its run`() throws {
    let first = try kitchen.start(["cook", "toast"])
    try first.waitUntil { $0.contains("start, 5 min") }
    kill(first.process.processIdentifier, SIGSTOP)
    let second = try kitchen.souschef("cook", "toast")
    #expect(second.errors.lowercased() == refusal(of: 1).lowercased())
    kill(first.process.processIdentifier, SIGCONT)
    try kitchen.does("run", "done")
    #expect(try first.finish().code == 0)
  }

  @Test func `two live meals go on side by side where that is asked for`() throws {
    let first = try kitchen.start(["cook", "toast"])
    try first.waitUntil { $0.contains("start, 5 min") }
    let second = try kitchen.start(["cook", "toast", "--alongside"])
    try second.waitUntil { $0.contains("start, 5 min") }
    // What is said is for the newest.
    try kitchen.does("run", "done")
    #expect(try second.finish().code == 0)
    #expect(first.process.isRunning)
    try kitchen.does("run", "done")
    #expect(try first.finish().code == 0)
    let runs = try kitchen.does("history", "--all", "--json").json([[String: Any]].self)
    #expect(runs.map { $0["status"] as? String } == ["finished", "finished"])
  }

  /// Whether this machine lets the tests begin a PID namespace, as a container does.
  private static let hasNamespaces: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["-pf", "--mount-proc", "true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(.enabled(if: hasNamespaces))
  func `a look from another container leaves a run to the process that cooks it`() throws {
    let first = try kitchen.start(["cook", "toast"])
    try first.waitUntil { $0.contains("start, 5 min") }
    for words in [["run", "status"], ["history"], ["cook", "--resume"]] {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/unshare")
      process.arguments = ["-pf", "--mount-proc", Kitchenette.binary.path()] + words
      process.environment = kitchen.environment
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == (words.contains("--resume") ? 75 : 0))
    }
    let runs = try kitchen.does("history", "--all", "--json").json([[String: Any]].self)
    #expect(runs.map { $0["status"] as? String } == ["running"])
    try kitchen.does("run", "done")
    #expect(try first.finish().code == 0)
  }
}
