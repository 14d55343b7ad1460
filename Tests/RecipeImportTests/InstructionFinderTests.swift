import KitchenModel
import RecipeImport
import Testing

/// Pages whose data tells of a recipe but not of its steps.
@Suite struct InstructionFinderTests {
  private static let data =
    "<script type=\"application/ld+json\">{\"@type\": \"Recipe\", \"name\": \"Soup\"}</script>"

  private func recipe(_ body: String) -> RecipePage? {
    RecipePageReader.readPage(Array("<html>\(Self.data)<body>\(body)</body>".utf8)).recipes.first
  }

  private static let rinse = "Rinse the barley under cold water."
  private static let simmer = "Simmer it in the broth for an hour."

  @Test(arguments: [
    "<div class=\"recipe-steps\"><ol><li>\(rinse)</li><li>\(simmer)</li></ol></div>",
    "<div class=\"recipe-steps\"><ol><li><p>\(rinse)</p><li><p>\(simmer)</ol></div>",
    "<section id='Directions'><p>Step 1</p><p>\(rinse)</p><p>Step 2</p><p>\(simmer)</p></section>",
    "<ol class=steps><li><p>\(rinse)<li><p>\(simmer)</ol>",
    """
    <h2>Instructions</h2><h3>Preparation</h3><ol><li>\(rinse)</li><li>\(simmer)</li></ol>
    <h2>You may also like</h2><ul><li>A stew of lentils with carrots</li><li>A cake</li></ul>
    """,
    "<div class=preparation><div>\(rinse)</div><div>\(simmer)</div></div>",
    "<div class=steps>\nRinse the barley\nunder cold water.\n<br>\nSimmer it in the\nbroth for an hour.</div>",
    "<p class=\"instruction-text\">\(rinse)</p><br><p class=\"instruction-text\">\(simmer)</p>",
    "<h2>Directions:</h2><ol><li>\(rinse)</li><li>\(simmer)</li></ol><ul><li>Another list</ul>",
    "<h3>Zubereitung</h3><p>\(rinse)</p><p>\(simmer)</p><h3>Mehr Rezepte</h3><p>\(rinse) No!</p>",
    """
    <div class="recipe-instructions"><div class="ingredients"><ul><li>1 cup of pearl barley
    <li>1 litre of vegetable broth</ul></div><div class="method"><p>\(rinse)</p><p>\(simmer)</p></div></div>
    """,
    """
    <nav class="payment-method"><p>Pay with a card, or when it comes.</p></nav>
    <div class="steps"><p>\(rinse)</p><p>\(simmer)</p></div>
    """,
  ])
  func `the steps are found by what the page calls them`(body: String) {
    let found = recipe(body)
    #expect(found?.steps == [Self.rinse, Self.simmer])
    #expect(found?.hasStepsOfText == true)
  }

  @Test(arguments: [
    "<div class=\"footer\"><p>\(rinse)</p><p>\(simmer)</p></div>",
    "<div class=\"steps\"><p>One</p><p>Two</p></div>", "<h2>Directions</h2>",
    "<h2>About directions of the wind</h2><p>\(rinse)</p>",
  ])
  func `where nothing is called so there are none`(body: String) {
    let found = recipe(body)
    #expect(found?.steps == [])
    #expect(found?.hasStepsOfText == false)
  }

  @Test func `a page with more lines than any recipe has none`() {
    let lines = (1...100).map { "<li>Take the bus number \($0) to the market.</li>" }
    #expect(recipe("<ul class=\"directions\">\(lines.joined())</ul>")?.steps == [])
  }

  @Test func `the cook hears where the steps came from`() throws {
    let page = "<html>\(Self.data)<ol class=\"steps\"><li>\(Self.rinse)</li><li>\(Self.simmer)</li>"
    let draft = try #require(RecipeReader.read(Array(page.utf8), named: "a.html").drafts.first)
    #expect(draft.dish.steps.count == 2)
    #expect(
      draft.warnings.map(\.message) == [
        "The steps of \"Soup\" were found in the page's text; its data has none."
      ])
  }
}
