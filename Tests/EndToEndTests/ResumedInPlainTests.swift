import Foundation
import Testing

/// A live run in plain lines that is left and taken up again.
struct ResumedInPlainTests {
  private static let salmon = """
    kitchen: {cooks: 1, equipment: {oven: {count: 1, slots: 2, preheat: 5m}}}
    dishes:
      - name: Salmon
        steps:
          - {id: season, title: Season, blocking: 10m}
          - {id: bake, title: Bake, waiting: 12m, uses: {oven: 1}, temperature: 200C}
    meals:
      - {name: supper, dishes: [Salmon]}

    """

  private func left() throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.salmon, to: "salmon.yaml")
    try kitchen.does("import", "salmon.yaml", "--kitchen")
    let terminal = try PseudoTerminal(width: 80, height: 24)
    try terminal.run(["cook", "supper", "--plain"], in: kitchen)
    try terminal.wait { $0.text.contains("Season (Salmon): start") }
    let said = try kitchen.does("run", "extend", "season", "20")
    #expect(said.output == "20 min more for Season (Salmon): 30 min in all.\n")
    try terminal.wait { $0.text.contains("20 min late") }
    #expect(terminal.screen.text.components(separatedBy: "20 min late").count == 2)
    try kitchen.does("run", "note", "The salmon is from the market.")
    try terminal.send(signal: SIGINT)
    #expect(try terminal.finish() == 130)
    return kitchen
  }

  @Test func `what is to be done is said again`() throws {
    let kitchen = try left()
    let terminal = try PseudoTerminal(width: 80, height: 24)
    try terminal.run(["cook", "--resume", "--plain"], in: kitchen)
    try terminal.wait { $0.text.contains("Go on with Season (Salmon): ") }
    try kitchen.does("run", "done", "season")
    try kitchen.souschef("run", "abort")
    _ = try terminal.finish()
  }

  @Test func `every verb names the way to go on, and the history has the note`() throws {
    let kitchen = try left()
    for verb in [["done"], ["undo"], ["pause"], ["extend", "bake", "5m"]] {
      let refused = try kitchen.souschef(["run"] + verb)
      #expect(refused.code == 1)
      #expect(refused.errors.contains("souschef cook --resume 1"), "\(refused.errors)")
    }
    for format in ["table", "markdown", "html", "json"] {
      let shown = try kitchen.does("history", "show", "1", "--format", format).output
      #expect(shown.contains("The salmon is from the market."), "\(format)")
    }
  }

  @Test func `what is typed is answered by the line of the run alone`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.salmon, to: "salmon.yaml")
    let terminal = try PseudoTerminal(width: 80, height: 24)
    try terminal.run(["cook", "--file", "salmon.yaml", "--plain"], in: kitchen)
    try terminal.wait { $0.text.contains("Season (Salmon): start") }
    terminal.type("done season\n")
    try terminal.wait { $0.text.contains("Season (Salmon): done.") }
    terminal.type("note All well.\n")
    try terminal.wait { $0.text.contains("Note: All well.") }
    terminal.type("abort\n")
    _ = try terminal.finish()
    #expect(!terminal.screen.text.contains("Done: "))
    #expect(!terminal.screen.text.contains("Noted"))
  }
}
