import Foundation
import Testing

/// A live cook that is killed while something is to be done. `scripts/stress acts` has many more.
struct PendingActsTests {
  private static let salmon = """
    kitchen: {cooks: 1, equipment: {oven: {count: 1, slots: 2, preheat: 2s}, burner: 2}}
    dishes:
      - name: Salmon
        steps:
          - {id: season, title: Season, blocking: 1m}
          - {id: bake, title: Bake, waiting: 2m, uses: {oven: 1}, temperature: 200C}
      - name: Rice
        steps:
          - {id: boil, title: Boil, waiting: 3m, uses: {burner: 1}}
    meals:
      - {name: supper, dishes: [Salmon, Rice]}

    """

  /// What is due, as any terminal shows it.
  private func due(_ kitchen: Kitchenette) throws -> Set<String> {
    let status = try kitchen.does("run", "status", "--json").json()
    let acts = try #require(status["acts"] as? [[String: Any]])
    return Set(acts.compactMap { $0["text"] as? String })
  }

  @Test func `what was to be done is to be done for whoever goes on, and counts on`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.salmon, to: "salmon.yaml")
    try kitchen.does("import", "salmon.yaml", "--kitchen")
    var words = ["supper"]
    var before: Set<String> = []
    for round in 0..<4 {
      let terminal = try PseudoTerminal(width: 80, height: 24)
      try terminal.run(["cook"] + words, in: kitchen)
      // The screen stands before the first event does.
      try terminal.wait { $0.isAlternate && $0.text.contains("NOW") && !$0.text.contains("free") }
      if round > 0 {
        #expect(try due(kitchen).isSuperset(of: before), "round \(round)")
        for act in before {
          // A step in somebody's hands stands there by its dish: `Salmon: Season`.
          let words = act.split { " ():,".contains($0) }
          #expect(words.allSatisfy { terminal.screen.text.contains($0) }, "round \(round): \(act)")
        }
      }
      if round == 1 {
        terminal.type("\r")
        try terminal.wait { $0.text.contains("Begun:") || $0.text.contains("Done:") }
      }
      before = try due(kitchen)
      #expect(!before.isEmpty, "round \(round): \(terminal.screen.text)")
      try terminal.send(signal: SIGKILL)
      _ = try terminal.finish()
      words = ["--resume"]
    }
    #expect(try kitchen.does("doctor").output.contains("All is well."))
  }
}
