import Foundation
import TestSupport
import Testing

/// What is asked once dinner is served, on a terminal of its own.
struct AfterServingTests {
  private let kitchen: Kitchenette
  private let terminal: PseudoTerminal

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Toast", "--blocking", "5m")
    terminal = try PseudoTerminal(width: 80, height: 24)
  }

  /// Cooks live and says that the only step is done.
  private func serve(_ options: String...) throws {
    try terminal.run(["cook", "toast"] + options, in: kitchen)
    // The view is there a moment before cooking begins, with the toast as what comes next.
    try terminal.wait { screen in
      options.isEmpty
        ? screen.text.contains("NOW") && screen.text.contains(">    ")
        : screen.text.contains("start, 5 min")
    }
    terminal.type("\n")
    try terminal.wait { $0.text.contains("Serve: Toast") && $0.text.contains("done") }
    // A second Enter so soon would be taken for the first.
    RealTime.pass(milliseconds: 1200)
    terminal.type("\n")
    try terminal.wait { !$0.isAlternate && $0.text.contains("How was it?") }
  }

  private func record() throws -> [String: Any] {
    try kitchen.does("history", "show", "1", "--json").json([String: Any].self)
  }

  @Test(arguments: [[], ["--plain"]])
  func `a rating and a note are asked for and kept`(options: [String]) throws {
    if options.isEmpty { try serve() } else { try serve(options[0]) }
    terminal.type("9\n")
    try terminal.wait { $0.text.contains("\"9\" is not from 1 to 5.") }
    terminal.type("4\n")
    try terminal.wait { $0.text.contains("A note for next time?") }
    terminal.type(" More butter. \n")
    #expect(try terminal.finish() == 0)
    let record = try record()
    #expect(record["rating"] as? Int == 4)
    let notes = (record["edits"] as? [[String: Any]] ?? []).compactMap { $0["note"] as? String }
    #expect(notes == ["More butter."])
  }

  @Test func `Enter answers nothing, and nothing is kept`() throws {
    try serve("--plain")
    terminal.type("\n")
    try terminal.wait { $0.text.contains("A note for next time?") }
    terminal.type("\n")
    #expect(try terminal.finish() == 0)
    let record = try record()
    #expect(record["rating"] is NSNull)
    #expect(record["edits"] == nil)
  }

  @Test func `the end of input ends it, with what was said kept`() throws {
    try serve("--plain")
    terminal.type("5\n")
    try terminal.wait { $0.text.contains("A note for next time?") }
    terminal.type("\u{4}")
    #expect(try terminal.finish() == 0)
    #expect(try record()["rating"] as? Int == 5)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `whoever goes loses nothing`(signal: Int32) throws {
    try serve("--plain")
    try terminal.send(signal: signal)
    _ = try terminal.finish()
    let record = try record()
    #expect(record["status"] as? String == "finished")
    #expect(record["rating"] is NSNull)
  }

  @Test func `nobody is asked who does not stand at the stove`() throws {
    try terminal.run(["cook", "toast", "--simulate"], in: kitchen)
    #expect(try terminal.finish() == 0)
    #expect(!terminal.screen.text.contains("How was it?"))
    try kitchen.does("cook", "toast", "--speed", "6000")
    #expect(try kitchen.does("history", "--all", "--json").json([[String: Any]].self).count == 2)
  }
}
