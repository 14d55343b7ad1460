import Foundation
import Testing

/// What leaves everything as it was says so, once, and what comes again is not doubled.
struct UnchangedTests {
  @Test func `an edit that changes nothing says that alone`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let same = try kitchen.does("dish", "edit", "Avocado", "--blocking", "2m")
    #expect(same.output == "Avocado is unchanged.\n")
    #expect(same.errors.isEmpty)
    #expect(
      try kitchen.does("kitchen", "set", "--cooks", "1").lines.first == "The kitchen is unchanged.")
  }

  @Test func `a recipe that was renamed is not doubled`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      #"""
      {"@context": "https://schema.org", "@type": "Recipe", "name": "Broth", "url": \#
      "https://example.org/broth", "recipeInstructions": "Simmer 30 minutes."}
      """#, to: "broth.json")
    try kitchen.does("import", "broth.json", "--yes")
    try kitchen.does("dish", "rename", "Broth", "Brodo")
    #expect(try kitchen.does("import", "broth.json", "--yes").output.contains("already stored"))
    try kitchen.does("dish", "edit", "Brodo", "--notes", "less salt")
    let again = try kitchen.does("import", "broth.json", "--yes")
    #expect(again.errors.contains("it is called \"Brodo\" here and keeps that name."))
    #expect(again.output.contains("already stored"))
    #expect(try kitchen.does("dish", "show", "Brodo").output.contains("less salt"))
    let dishes = try kitchen.does("dish", "list", "--json").json([[String: Any]].self)
    #expect(dishes.compactMap { $0["name"] as? String } == ["Brodo"])
  }

  @Test func `a step that a run does not have is looked for in the run`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.does("cook", "lunch", "--simulate")
    try kitchen.refuses(
      "history", "amend", "1", "Xyzzy", "--took", "3m", code: 1,
      saying: "souschef: No step named \"Xyzzy\".\nHint: List them: souschef history show 1\n")
  }

  @Test(arguments: ["\"Pasta/waiting\"", "\"Pasta\\u002fwaiting\"", "\"pasta/WAITING\""])
  func `a true duration is given once`(again: String) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.write("{\"Pasta/waiting\": \"12m\", \(again): \"13m\"}", to: "actuals.json")
    let finished = try kitchen.souschef(
      "cook", "lunch", "--simulate", "--actuals", "actuals.json")
    #expect(finished.code == 65)
    #expect(finished.errors.contains("comes twice"))
  }
}
