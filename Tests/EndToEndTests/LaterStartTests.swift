import Foundation
import Testing

/// A live cook that is to begin later.
struct LaterStartTests {
  private let kitchen: Kitchenette

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Toast", "--blocking", "5m")
  }

  /// A moment so many seconds from now, on the whole second, as the clock in the kitchen shows it.
  private func moment(in seconds: Int) -> (date: Date, text: String) {
    let date = Date(
      timeIntervalSince1970: (Date().timeIntervalSince1970 + Double(seconds)).rounded())
    // Of ISO 8601, the part between T and Z.
    return (date, String(date.formatted(.iso8601).dropFirst(11).prefix(8)))
  }

  /// The waiting run and what the kitchen's clock shows at its beginning.
  private func waiting(_ options: [String] = ["--start-at"], seconds: Int = 3600) throws -> (
    Kitchenette.Started, Date
  ) {
    let (date, text) = moment(in: seconds)
    let cook = try kitchen.start(["cook", "toast"] + options + [text])
    try cook.waitUntil { _ in cook.complaints.contains("Free until") }
    return (cook, date)
  }

  private func record() throws -> [String: Any] {
    try kitchen.does("history", "show", "1", "--json").json()
  }

  @Test func `it says when it begins, waits, and begins on time`() throws {
    let (cook, date) = try waiting(seconds: 4)
    let clock = date.formatted(.iso8601).dropFirst(11).prefix(5)
    #expect(cook.complaints.contains("Free until \(clock)."))
    try cook.waitUntil { $0.contains("start, 5 min") }
    // Not before; how long after, the machine's load decides.
    #expect(Date() >= date)
    try kitchen.does("run", "done")
    #expect(try cook.finish().code == 0)
    let steps = try #require(try record()["steps"] as? [[String: Any]])
    #expect(steps.first?["actualStartSeconds"] as? Int == 0)
    let started = try #require(try record()["startedAt"] as? String)
    #expect(started == date.formatted(.iso8601))
  }

  @Test func `it begins so that dinner is ready when it is asked for`() throws {
    let (cook, date) = try waiting(["--serve-at"], seconds: 1800)
    let status = try kitchen.does("run", "status", "--json").json()
    #expect(
      status["startedAt"] as? String == date.addingTimeInterval(-300).formatted(.iso8601))
    cook.process.interrupt()
    #expect(try cook.finish().code == 130)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `whoever leaves while it waits can take it up, and it still begins later`(
    signal: Int32
  ) throws {
    let (cook, _) = try waiting()
    kill(cook.process.processIdentifier, signal)
    let ended = try cook.finish()
    #expect(ended.code == 130)
    #expect(!ended.output.contains("start"))
    let record = try record()
    #expect(record["status"] as? String == "interrupted")
    let steps = try #require(record["steps"] as? [[String: Any]])
    #expect(steps.allSatisfy { $0["actualStartSeconds"] is NSNull })
    let again = try kitchen.start(["cook", "--resume"])
    defer { again.process.terminate() }
    try again.waitUntil { $0 == "Resumed.\n" }
    #expect(again.complaints.contains("Free until"))
    try kitchen.does("run", "abort")
    #expect(try again.finish().code == 1)
    #expect(try self.record()["status"] as? String == "aborted")
  }

  @Test func `nothing can be said to it before it begins but to give it up`() throws {
    let (cook, _) = try waiting()
    for verb in ["done", "pause", "undo"] {
      let said = try kitchen.souschef("run", verb)
      #expect(said.code == 1, "\(verb)")
      #expect(!said.errors.isEmpty)
    }
    try kitchen.does("run", "abort")
    #expect(try cook.finish().code == 1)
  }

  @Test func `the view counts down to it`() throws {
    let (_, text) = moment(in: 3590)
    let terminal = try PseudoTerminal(width: 80, height: 24)
    try terminal.run(["cook", "toast", "--start-at", text], in: kitchen)
    try terminal.wait { $0.isAlternate && $0.text.contains("NEXT") }
    #expect(terminal.screen.text.contains("Toast"))
    #expect(terminal.screen.text.contains("free until \(text.prefix(5))"))
    let countdown = terminal.screen.text.firstMatch(of: #/\d\d:\d\d  in 59 min  Toast/#)
    #expect(countdown != nil, "\(terminal.screen.text)")
    terminal.type("q")
    #expect(try terminal.finish() == 130)
  }
}
