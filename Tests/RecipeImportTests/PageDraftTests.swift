import KitchenModel
import RecipeImport
import RecipeProse
import Testing

/// What becomes of the recipe of a page.
struct PageDraftTests {
  private func draft(_ source: String, named file: String) throws -> RecipeDraft {
    try #require(RecipeReader.read(Array(source.utf8), named: file).drafts.first)
  }

  @Test func `headings among the steps of a page are not work`() throws {
    let json = """
      {"@context": "https://schema.org", "@type": "Recipe", "name": "Pie",
       "recipeInstructions": ["Preparation", "For the dough:", "2.", "Serve", "Serve: at once, and warm."]}
      """
    let draft = try draft(json, named: "pie.json")
    #expect(draft.dish.steps.map(\.title) == ["Serve", "Serve: at once, and warm"])
    #expect(draft.instructions.count == 4)
  }

  @Test(arguments: [
    [
      "Make the batter", "Mix the flour.", "Whisk it.", "Make the sauce", "Chop the leeks.",
      "Mash.",
    ],
    ["1 Mix the batter", "Mix the flour.", "Whisk it.", "2 The sauce", "Chop the leeks.", "Mash."],
    ["Mix the flour.", "Whisk it.", "Chop the leeks.", "Mash.", "Notes:", "Use ripe leeks."],
    ["Mix the flour.", "Whisk it.", "Leek topping", "Chop the leeks.", "Mash."],
  ])
  func `titles and notes among the steps are not work`(pieces: [String]) throws {
    let list = pieces.map { "\"\($0)\"" }.joined(separator: ", ")
    let json = """
      {"@context": "https://schema.org", "@type": "Recipe", "name": "Pie",
       "recipeInstructions": [\(list)]}
      """
    let steps = try draft(json, named: "pie.json").dish.steps
    #expect(steps.map(\.title) == ["Mix the flour", "Whisk it", "Chop the leeks", "Mash"])
  }

  @Test(arguments: [
    (["Oven method: roast it.", "Slow Cooker Method: leave it."], "oven, slow cooker"),
    (
      ["If using an Instant Pot, lock it.", "Air fryer version: fry it."],
      "pressure cooker, air fryer"
    ),
    (["Put it in the oven.", "Slow cooker method: leave it."], nil),
    (["Oven method: roast it.", "In the oven, the method is the same."], nil),
  ])
  func `a page that tells of several ways says so`(steps: [String], ways: String?) throws {
    let list = steps.map { "\"\($0)\"" }.joined(separator: ", ")
    let json = """
      {"@context": "https://schema.org", "@type": "Recipe", "name": "Stew",
       "recipeInstructions": [\(list)]}
      """
    let warnings = try draft(json, named: "stew.json").warnings.map(\.message)
    #expect(warnings == (ways.map { ["\"Stew\" seems to describe several ways: \($0)."] } ?? []))
  }

  @Test func `the steps are those of the first way where ways exclude each other`() throws {
    let json = """
      {"@context": "https://schema.org", "@type": "Recipe", "name": "Stew", "recipeInstructions": [
       {"@type": "HowToSection", "name": "Stove top", "itemListElement": ["Simmer for 2 hours."]},
       {"@type": "HowToSection", "name": "Slow cooker", "itemListElement": ["Cook for 6 hours."]},
       {"@type": "HowToSection", "name": "To serve", "itemListElement": ["Ladle it out."]}]}
      """
    let dish = try draft(json, named: "stew.json").dish
    #expect(dish.steps.map(\.title) == ["Simmer for 2 hours", "Ladle it out"])
    #expect(dish.notes?.contains("Cook for 6 hours.") == true)
  }

  @Test func `a recipe in two languages is read in the first`() throws {
    let json = """
      {"@context": "https://schema.org", "@type": "Recipe", "name": "Soup", "recipeInstructions": [
       "Chop the leeks and the potatoes.", "Simmer them in the stock for 20 minutes.",
       "Pica los puerros y las patatas.", "Cocina a fuego lento en el caldo durante 20 minutos."]}
      """
    let dish = try draft(json, named: "soup.json").dish
    #expect(
      dish.steps.map(\.title) == [
        "Chop the leeks and the potatoes", "Simmer them in the stock for 20 minutes",
      ])
  }

  @Test(arguments: [
    ("In the oven", "Slow cooker", true), ("Preheat the oven", "Heat the microwave", false),
  ])
  func `headings tell of ways where they say nothing else`(
    one: String, other: String, areWays: Bool
  ) throws {
    let json = """
      {"@context": "https://schema.org", "@type": "Recipe", "name": "Stew", "recipeInstructions": [
       {"@type": "HowToSection", "name": "\(one)", "itemListElement": ["Put it in."]},
       {"@type": "HowToSection", "name": "\(other)", "itemListElement": ["Take it out."]}]}
      """
    #expect(try draft(json, named: "stew.json").warnings.isEmpty != areWays)
  }

  @Test func `a page becomes a draft`() throws {
    let json = """
      {"@context": "https://schema.org", "@type": "Recipe", "name": "Bread", "totalTime": "PT3H",
       "author": {"name": "Ana"}, "url": "https://example.org/bread", "recipeYield": "2 servings",
       "recipeInstructions": ["1. Knead for 10 minutes.", "2. Let rise for 2 hours.", "3. Bake at 220C for 40-50 minutes."]}
      """
    let draft = try draft(json, named: "bread.json")
    let lines = draft.dish.steps.map { step in
      let after = step.after.map { " after \($0.step)" }.joined()
      return
        "\(step.id) \(step.ways[0].kind.rawValue) \(step.ways[0].duration.likely.fileText)\(after)"
    }
    #expect(
      lines == [
        "knead-for-10-minutes blocking 10m",
        "let-rise-for-2-hours waiting 2h after knead-for-10-minutes",
        "bake-at-220c-for-40-50-minutes waiting 45m after let-rise-for-2-hours",
      ])
    #expect(draft.dish.source == "Ana <https://example.org/bread>")
    #expect(
      draft.dish.steps[2].ways[0].temperature == Temperature(.celsius, lower: 2200, upper: 2200))
    #expect(draft.warnings == [])
  }
}
