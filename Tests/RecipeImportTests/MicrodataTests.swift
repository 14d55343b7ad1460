import KitchenModel
import RecipeImport
import Testing

@Suite struct MicrodataTests {
  private func recipes(_ body: String) -> [RecipePage] {
    RecipePageReader.readPage(Array("<html><title>A page</title><body>\(body)</body>".utf8)).recipes
  }

  private func recipe(_ properties: String) -> String {
    "<div itemscope itemtype=\"https://schema.org/Recipe\">\(properties)</div>"
  }

  @Test func `elements too deep to follow close none that are followed`() {
    let page =
      String(repeating: "<div>", count: 250)
      + recipe(
        "<h1 itemprop=name>Deep</h1><div itemprop=recipeInstructions>"
          + String(repeating: "<div>", count: 20) + "<p>Stir it.</p>"
          + String(repeating: "</div>", count: 20) + "<p>Boil it.</p></div>")
    #expect(recipes(page).map(\.steps) == [["Stir it.", "Boil it."]])
  }

  @Test func `a recipe told in microdata is read like any other`() throws {
    let found = recipes(
      recipe(
        """
        <h1 itemprop="name">Barley <b>soup</b></h1>
        <span itemprop="author" itemscope itemtype="http://schema.org/Person">
        by <a itemprop="name url" href="/ada">Ada</a></span>
        <meta itemprop="prepTime" content="PT10M"><time itemprop="cookTime" datetime="PT40M">soon</time>
        <span itemprop="totalTime">50 minutes</span> <span itemprop="recipeYield">4 people</span>
        <ul><li itemprop="recipeIngredient">1 cup barley<li itemprop="recipeIngredient">2 leeks</ul>
        <ol itemprop="recipeInstructions"><li>Rinse the barley.</li><li>Simmer it.</li></ol>
        """))
    let page = try #require(found.first)
    #expect(found.count == 1)
    #expect(page.title == "Barley soup")
    #expect(page.prepTime == .minutes(10))
    #expect(page.cookTime == .minutes(40))
    #expect(page.totalTime == .minutes(50))
    #expect(page.yield == "4 people")
    #expect(page.ingredients == ["1 cup barley", "2 leeks"])
    #expect(page.steps == ["Rinse the barley.", "Simmer it."])
  }

  @Test(arguments: [
    (
      #"<p itemprop="recipeInstructions">Chop.</p><p itemprop="recipeInstructions">Boil.</p>"#,
      ["Chop.", "Boil."]
    ),
    (#"<div itemprop="recipeInstructions">Chop.<br>Boil."#, ["Chop.", "Boil."]),
    ("<p itemprop=recipeInstructions>Chop\nit\r\nup.<br>\nBoil.", ["Chop it up.", "Boil."]),
    (#"<p itemprop="instructions">Chop.<p itemprop=instructions>Boil."#, ["Chop.", "Boil."]),
    (
      #"<li itemprop="recipeInstructions" itemscope itemtype="http://schema.org/HowToStep">"#
        + #"<span itemprop="text">Chop.</span></li>"#, ["Chop."]
    ),
    (
      #"<li itemprop="recipeInstructions" itemscope itemtype="http://schema.org/HowToStep">Chop."#,
      ["Chop."]
    ),
    (
      #"<div itemprop="recipeInstructions" itemscope itemtype="http://schema.org/ItemList">"#
        + #"<i itemprop="itemListElement">Chop.</i><i itemprop="itemListElement">Boil.</i></div>"#,
      ["Chop.", "Boil."]
    ),
  ])
  func `instructions are read in all their forms`(properties: String, expected: [String]) {
    #expect(recipes(recipe(properties)).map(\.steps) == [expected])
  }

  @Test func `of several recipes each is one, and other items are none`() {
    let found = recipes(
      recipe("<b itemprop=name>A</b>") + recipe("<b itemprop=name>B</b>")
        + "<p itemscope itemtype=\"https://schema.org/Person\"><b itemprop=name>C</b></p>"
        + "<b itemprop=name>D</b>")
    #expect(found.map(\.title) == ["A", "B"])
  }

  private func data(_ json: String) -> String {
    "<script type=\"application/ld+json\">{\"@type\": \"Recipe\", \(json)}</script>"
  }

  @Test func `the steps that the page's data leaves out come from its microdata`() {
    let items = recipe("<b itemprop=name>Soup!</b><p itemprop=recipeInstructions>Boil.</p>")
    let found = recipes(data(#""name": "Soup", "cookTime": "PT5M""#) + items)
    #expect(found.map(\.title) == ["Soup"])
    #expect(found.map(\.cookTime) == [.minutes(5)])
    #expect(found.map(\.steps) == [["Boil."]])
  }

  @Test func `where the page's data tells the steps, microdata tells nothing`() {
    let items = recipe("<b itemprop=name>Other</b><p itemprop=recipeInstructions>Boil.</p>")
    let found = recipes(data(#""name": "Soup", "recipeInstructions": "Stir.""#) + items)
    #expect(found.map(\.title) == ["Soup"])
    #expect(found.map(\.steps) == [["Stir."]])
  }

  @Test func `elements beyond all depth and closing tags of nothing do no harm`() {
    let deep = String(repeating: "<div>", count: 10_000)
    let found = recipes(
      "</p></div>" + recipe("<b itemprop=name>A</b>" + deep + "</section></b>") + deep
        + "<p itemprop=name>x")
    #expect(found.map(\.title) == ["A"])
  }

  @Test func `text inside text is taken to a bounded depth`() {
    let nested = String(repeating: "<i itemprop=name>", count: 5_000)
    #expect(recipes(recipe("A" + nested + "B")).count == 1)
  }
}
