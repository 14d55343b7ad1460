import Foundation
import TestSupport
import Testing

/// The full-screen view, on a terminal of its own.
struct LiveViewTests {
  /// The kitchen's time hardly passes, so that what is shown does not change by itself.
  private static let still = ["cook", "lunch", "--speed", "0.001"]

  private func view(
    width: Int = 80, height: Int = 24, _ arguments: [String] = still
  ) throws -> (Kitchenette, PseudoTerminal) {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let terminal = try PseudoTerminal(width: width, height: height)
    try terminal.run(arguments, in: kitchen)
    try terminal.wait { $0.isAlternate && $0.text.contains("WAITING") }
    return (kitchen, terminal)
  }

  /// The screen with every time of day as `--:--`: only the wall clock knows them.
  private func stable(_ screen: TerminalScreen) -> String {
    screen.text.replacing(#/\b\d\d:\d\d\b/#, with: "--:--")
  }

  @Test(arguments: [(80, 24), (40, 20), (200, 60)])
  func `the first screen fits its terminal`(width: Int, height: Int) throws {
    let (_, terminal) = try view(width: width, height: height)
    #expect(!terminal.screen.showsCursor)
    try Golden.expect(stable(terminal.screen), named: "view/first-\(width)x\(height).txt")
    terminal.type("q")
    #expect(try terminal.finish() == 130)
  }

  @Test func `a resized terminal is drawn as if it had always been so`() throws {
    let (_, terminal) = try view()
    terminal.resize(width: 40, height: 20)
    try terminal.wait { $0.text.contains("WAITING") && $0.text.contains("Enter") }
    try Golden.expect(stable(terminal.screen), named: "view/first-40x20.txt")
    terminal.type("q")
    #expect(try terminal.finish() == 130)
  }

  @Test(arguments: ["q", "\u{3}"])
  func `a key that leaves puts the terminal back`(key: String) throws {
    try leaves { $0.type(key) }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal that ends the view puts the terminal back`(signal: Int32) throws {
    try leaves { try $0.send(signal: signal) }
  }

  private func leaves(_ end: (PseudoTerminal) throws -> Void) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let terminal = try PseudoTerminal(width: 80, height: 24)
    let before = terminal.modes
    try terminal.run(Self.still, in: kitchen)
    try terminal.wait { $0.isAlternate && $0.text.contains("NOW") }
    #expect(terminal.modes != before)
    try end(terminal)
    #expect(try terminal.finish() == 130)
    #expect(terminal.modes == before)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.showsCursor)
    let run = try kitchen.does("history", "show", "1", "--json").json()
    #expect(run["status"] as? String == "interrupted")
  }

  @Test func `stopped by Ctrl-Z it gives the terminal back, and takes it again later`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let terminal = try PseudoTerminal(width: 80, height: 24)
    let before = terminal.modes
    try terminal.run(["cook", "lunch"], in: kitchen)
    try terminal.wait { $0.isAlternate && $0.text.contains("NOW") }
    terminal.type("\u{1A}")
    try terminal.wait { !$0.isAlternate && $0.showsCursor }
    // The settings follow what is shown.
    for _ in 0..<500 where terminal.modes != before { RealTime.pass(milliseconds: 10) }
    #expect(terminal.modes == before)
    terminal.read(milliseconds: 300)
    #expect(!terminal.screen.isAlternate)
    // Time goes on meanwhile.
    RealTime.pass(milliseconds: 2100)
    try terminal.send(signal: SIGCONT)
    try terminal.wait { $0.isAlternate && $0.text.contains("NOW") && $0.text.contains("-0:0") }
    #expect(terminal.modes != before)
    terminal.type("q")
    #expect(try terminal.finish() == 130)
    #expect(terminal.modes == before)
    #expect(terminal.screen.text.contains("souschef cook --resume 1"))
  }

  /// `SOUSCHEF_RANDOM_KEYS` has so many runs of 10,000 bytes each.
  @Test func `after keys at random the terminal is as it was`() throws {
    let runs = ProcessInfo.processInfo.environment["SOUSCHEF_RANDOM_KEYS"].flatMap(Int.init)
    for seed in 0..<(runs ?? 2) {
      var random = SeededNumbers(seed: seed)
      let kitchen = try Kitchenette()
      try kitchen.write(Self.supper, to: "supper.yaml")
      try kitchen.does("import", "supper.yaml", "--kitchen")
      let terminal = try PseudoTerminal(width: 80, height: 24)
      let before = terminal.modes
      try terminal.run(["cook", "supper"], in: kitchen)
      try terminal.wait { $0.isAlternate && $0.text.contains("NOW") }
      let keys = Array("\r\r\r\n ds+-kpun?\t\u{1B}[A\u{1B}[B\u{7F}xyz")
      for _ in 0..<(runs == nil ? 20 : 100) {
        terminal.type(String((0..<100).map { _ in keys[random.next(below: keys.count)] }))
        terminal.read(milliseconds: 5)
        guard terminal.isRunning else { break }
      }
      if terminal.isRunning { try terminal.send(signal: SIGTERM) }
      _ = try terminal.finish()
      #expect(terminal.modes == before, "seed \(seed)")
      #expect(!terminal.screen.isAlternate && terminal.screen.showsCursor, "seed \(seed)")
      #expect(try kitchen.does("doctor").output.contains("All is well."), "seed \(seed)")
    }
  }

  @Test func `what is said at a second terminal is seen in the view and at a third`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.supper, to: "supper.yaml")
    try kitchen.does("import", "supper.yaml", "--kitchen")
    let terminal = try PseudoTerminal(width: 100, height: 30)
    try terminal.run(["cook", "supper"], in: kitchen)
    try terminal.wait { $0.text.contains("NOW") && $0.text.contains("Peel") }

    /// Says a verb, and expects the view to show it.
    func say(_ words: String..., showing sight: (String) -> Bool) throws {
      let said = try kitchen.souschef(["run"] + words)
      #expect(said.code == 0, "\(words): \(said.errors)")
      try terminal.wait { sight($0.text) }
    }
    func status() throws -> [String: Any] {
      try kitchen.does("run", "status", "--json").json()
    }
    try say("extend", "Gratin/peel", "5m") { $0.contains("5 min late") }
    #expect(try kitchen.does("run", "status").output.contains("5 min late"))
    #expect(try status()["servingSeconds"] as? Int == 65 * 60)
    try say("undo") { $0.contains("as planned") }
    try say("shorten", "Gratin/peel", "2m") { $0.contains("2 min early") }
    try say("pause") { $0.contains("(paused)") }
    #expect(try status()["status"] as? String == "paused")
    try say("resume") { !$0.contains("(paused)") }
    try say("hand", "Gratin/peel", "Ben") { $0.contains("Ben: Gratin: Peel") }
    try say("add", "Rice") { $0.contains("Rice") }
    try say("start", "Salad/wash") { $0.contains("Ana: Salad: Wash") }
    try say("done", "Gratin/peel") {
      $0.contains("DONE") && $0.contains("Put Gratin into the oven")
    }
    try say("done", "Gratin/bake") { $0.contains("WAITING") }
    try say("skip", "Salad/wash") { $0.contains("(skipped)") }
    try say("drop", "Rice") { !$0.contains("Boil") }
    try say("note", "The oven runs hot.") { $0.contains("Gratin: Bake") }
    let steps = try #require(try status()["steps"] as? [[String: Any]])
    #expect(
      steps.map { "\($0["dish"] ?? "")/\($0["step"] ?? "") \($0["status"] ?? "")" } == [
        "Gratin/peel finished", "Gratin/bake running", "Salad/wash skipped", "Rice/boil dropped",
      ])
    try say("abort") { _ in true }
    #expect(try terminal.finish() == 1)
    #expect(!terminal.screen.isAlternate)
  }

  private static let supper = """
    kitchen: {cooks: [Ana, Ben], equipment: {oven: 1, burner: 2}}
    dishes:
      - name: Gratin
        steps:
          - {id: peel, title: Peel, blocking: 10m}
          - {id: bake, title: Bake, waiting: 50m, uses: {oven: 1}}
      - name: Salad
        steps:
          - {id: wash, title: Wash, blocking: 5m}
      - name: Rice
        steps:
          - {id: boil, title: Boil, waiting: 15m, uses: {burner: 1}}
    meals:
      - {name: supper, dishes: [Gratin, Salad]}

    """
}
