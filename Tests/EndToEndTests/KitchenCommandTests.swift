import Foundation
import TestSupport
import Testing

/// `souschef kitchen`.
struct KitchenCommandTests {
  @Test func `what equipment does is said, shown, exported and undone`() throws {
    let kitchen = try Kitchenette()
    let before = try kitchen.does("export").output
    try kitchen.does(
      "kitchen", "set", "--equipment", "cellar=1", "--heat", "Cellar=chills", "--heat",
      "burner=NONE")
    let shown = try kitchen.does("kitchen", "show").lines
    #expect(shown.contains { $0.hasPrefix("cellar") && $0.hasSuffix("is chilled") })
    #expect(shown.contains { $0.hasPrefix("oven") && $0.hasSuffix("is heated") })
    #expect(shown.contains { $0.hasPrefix("burner") && $0.hasSuffix("4") })
    let heats = try kitchen.does("kitchen", "show", "--json").json([String: Any].self)
    let equipment = try #require(heats["equipment"] as? [[String: Any]])
    #expect(
      equipment.map { "\($0["equipment"] ?? "") \($0["heat"] ?? "")" }
        == ["burner none", "oven heats", "microwave heats", "fridge chills", "cellar chills"])
    let exported = try kitchen.does("export").output
    #expect(exported.contains("cellar: {count: 1, heat: chills}"))
    #expect(exported.contains("burner: {count: 4, heat: none}"))
    try kitchen.does("undo")
    #expect(try kitchen.does("export").output == before)
  }

  @Test func `a cook goes away and comes back, and is not away who is not there at all`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("kitchen", "set", "--cooks", "Ana,Ben", "--away", "Ben=18:00-18:30")
    let away = try kitchen.does("export").output
    #expect(away.contains("cook: Ben") && away.contains("18:00") && away.contains("18:30"))
    try kitchen.does("kitchen", "set", "--back", "ben")
    #expect(try !kitchen.does("export").output.contains("away"))
    try kitchen.does("kitchen", "set", "--away", "Ben=2026-12-24 18:00 – 2026-12-24 18:30")
    try kitchen.does("kitchen", "set", "--cooks", "1")
    #expect(try !kitchen.does("export").output.contains("away"))
    try kitchen.refuses(
      "kitchen", "set", "--away", "Ana=18:00", code: 64,
      saying: """
        souschef: --away: "18:00" is not from one time to another.
        Hint: For example: --away Ana=18:00-18:30

        """)
    try kitchen.refuses(
      "kitchen", "set", "--cooks", "Ana,Ben", "--back", "Bob", code: 1,
      saying: "souschef: There is no cook \"Bob\".\nHint: The cooks are Ana and Ben.\n")
  }

  @Test func `equipment that may be mistyped is noted, and stored`() throws {
    let kitchen = try Kitchenette()
    let finished = try kitchen.does("kitchen", "set", "--equipment", "ovn=2")
    #expect(
      finished.errors
        == "souschef: note: The equipment \"ovn\" is new.\nHint: Did you mean \"oven\"?\n")
    #expect(finished.lines.contains { $0.hasPrefix("ovn ") })
    #expect(try kitchen.does("kitchen", "set", "--equipment", "steamer=1").errors.isEmpty)
  }

  @Test func `another word for what equipment does is refused, and nothing is changed`() throws {
    let kitchen = try Kitchenette()
    try kitchen.refuses(
      "kitchen", "set", "--cooks", "3", "--heat", "oven=heat", code: 64,
      saying: """
        souschef: --heat: "oven" cannot be "heat".
        Hint: Did you mean "heats"?

        """)
    try kitchen.refuses(
      "kitchen", "set", "--cooks", "3", "--heat", "ovn=heats", code: 1,
      saying: "souschef: The kitchen has no \"ovn\".\nHint: Did you mean \"oven\"?\n")
    try kitchen.refuses(
      "kitchen", "set", "--heat", "oven", code: 64,
      saying: """
        souschef: --heat must be NAME=VALUE (got "oven").
        Hint: For example: --heat oven=heats

        """)
    #expect(try kitchen.does("kitchen", "show").lines.first == "One cook.")
  }
}
