import KitchenModel
import RecipeImport
import Testing

@Suite struct CooklangListingTests {
  private func draft(_ source: String) throws -> RecipeDraft {
    try #require(RecipeReader.read(Array(source.utf8), named: "a.cook").drafts.first)
  }

  @Test(arguments: [
    ("1. Boil @leeks{2} well.\n2. Mash them.\n", ["Boil leeks well", "Mash them"]),
    ("1) Boil it.\n\n2) Mash it.\n", ["Boil it", "Mash it"]),
    ("Mash together:\n- @leeks{2}\n- @salt\n", ["Mash together leeks and salt"]),
    ("Add:\n* @leeks{2}\n* @salt\n* @butter{}\n", ["Add leeks, salt and butter"]),
    (
      "- Boil the @leeks{2} in plenty of water now\n- Mash them\n",
      ["Boil the leeks in plenty of water now", "Mash them"]
    ),
    (
      "For the mash:\n- Boil the @leeks{2} in plenty of water now\n- Mash them\n",
      ["Boil the leeks in plenty of water now", "Mash them"]
    ),
    ("# Method\n\nBoil it.\n", ["Boil it"]),
    ("## Mash\nBoil it\nand mash it.\n", ["Boil it and mash it"]),
    ("Take 2 to 3 of them,\n4 at most.\n", ["Take 2 to 3 of them, 4 at most"]),
    ("Boil in a #pot for a while.\n", ["Boil in a pot for a while"]),
  ])
  func `lists and headings are read as they look`(source: String, titles: [String]) throws {
    #expect(try draft(source).dish.steps.map(\.title) == titles)
  }

  @Test func `the parse tree keeps its paragraphs`() {
    let (recipe, _) = CooklangParser.parse("1. Boil @leeks{2}.\n2. Mash.\n")
    #expect(recipe.steps.count == 1)
    #expect(recipe.steps.first?.items.first == .text("1. Boil "))
  }

  @Test func `a timer that begins a range has its end`() throws {
    let duration = try draft("Bake for ~{12%minutes} - 13 minutes.\n").dish.steps[0].ways[0]
      .duration
    #expect((duration.minimum.count, duration.maximum.count) == (720, 780))
  }
}
