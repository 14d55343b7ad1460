import KitchenModel
import RecipeImport
import Testing

/// The shapes that programs give to what a page says.
@Suite struct PageShapeTests {
  private func page(_ members: String) -> RecipePage? {
    let json = #"{"@type": "Recipe", "name": "Pie", \#(members)}"#
    return RecipePageReader.readJSON(Array(json.utf8)).recipes.first
  }

  @Test func `an object with numbers for keys is a list`() {
    let page = page(
      #""recipeIngredient": {"0": "2 leeks", "3": "salt"}, "recipeInstructions": {"1": "Chop.", "7": {"text": "Boil."}}"#
    )
    #expect(page?.ingredients == ["2 leeks", "salt"])
    #expect(page?.steps == ["Chop.", "Boil."])
  }

  @Test func `a tagged value is its text`() {
    let json = """
      {"@type": "Recipe", "name": {"@value": "Soup", "@language": "en"},
       "recipeIngredient": {"@list": [{"@value": "1 leek"}]},
       "recipeInstructions": [{"@type": "HowToStep", "text": {"@value": "Boil 9 minutes."}}]}
      """
    let page = RecipePageReader.readJSON(Array(json.utf8)).recipes.first
    #expect(page?.title == "Soup")
    #expect(page?.ingredients == ["1 leek"])
    #expect(page?.steps == ["Boil 9 minutes."])
  }

  @Test(arguments: [
    (#""\r\n2 leeks\r\n400 g yoghurt\r\nsalt""#, ["2 leeks", "400 g yoghurt", "salt"]),
    (#"["2 leeks<br/>salt"]"#, ["2 leeks", "salt"]),
    (#""<ul><li>2 leeks</li><li>salt</li></ul>""#, ["2 leeks", "salt"]),
    (#""• 2 leeks • 1 egg • salt""#, ["2 leeks", "1 egg", "salt"]),
    (#""2 leeks; 1 egg""#, ["2 leeks", "1 egg"]),
    (
      #""2 leeks (white part, sliced), 1 egg, 1,5 dl milk""#,
      ["2 leeks (white part, sliced)", "1 egg", "1,5 dl milk"]
    ),
    (#"["- 2 leeks\n- salt"]"#, ["2 leeks", "salt"]),
    (#"["2 leeks, sliced"]"#, ["2 leeks, sliced"]),
    (#""Salt, pepper and oil""#, ["Salt, pepper and oil"]),
    (#"["2 leeks", "salt\npepper"]"#, ["2 leeks", "salt", "pepper"]),
  ])
  func `ingredients in one text are parted`(value: String, expected: [String]) {
    #expect(page(#""recipeIngredient": \#(value)"#)?.ingredients == expected)
  }

  @Test(arguments: [
    "Step 1", "STEP 2", "3.", "04", "Schritt 1", "Étape 2 :", "Paso 3", "Step 2 of 5", "#1",
    "Step one", "2/5", "Passo 1.", "Stap 4",
  ])
  func `a step's number over it is not an instruction`(name: String) {
    let page = page(
      #""recipeInstructions": [{"@type": "HowToStep", "name": "\#(name)", "text": "Boil."}, {"@type": "HowToStep", "name": "\#(name)"}]"#
    )
    #expect(page?.instructions.map(\.text) == ["Boil."])
  }

  @Test(arguments: ["Step up the heat", "2 eggs", "The dough", "Step by step", "No 2 pencils"])
  func `other names are headings`(name: String) {
    let page = page(
      #""recipeInstructions": [{"@type": "HowToStep", "name": "\#(name)", "text": "Boil."}]"#)
    #expect(page?.instructions.map(\.text) == [name, "Boil."])
  }

  // MARK: Several recipes

  private func html(_ head: String) -> [UInt8] {
    let recipes = ["Soup": "soup", "Bread": "bread", "Old stew": "stew"].sorted { $0 < $1 }.map {
      #"{"@type": "Recipe", "name": "\#($0)", "url": "https://example.org/\#($1)/", "recipeInstructions": "Boil \#($0)."}"#
    }
    return Array(
      "<html>\(head)<script type=\"application/ld+json\">[\(recipes.joined(separator: ","))]</script>"
        .utf8)
  }

  @Test(arguments: [
    "<link rel=canonical href=\"http://example.org/soup#top\">",
    "<title>Soup | Example kitchen</title>",
    "<title>Our favourite soup and how to keep it</title>",
  ])
  func `of several recipes the one that the page is about is taken`(head: String) {
    let result = RecipeReader.read(html(head), named: "a.html")
    #expect(result.drafts.map(\.title) == ["Soup"])
    #expect(
      result.diagnostics.map(\.message) == [
        "The page also has \"Bread\", \"Old stew\", which it is not about; left out."
      ])
  }

  @Test(arguments: ["", "<title>Ten of the best</title>", "<title>Soup and bread</title>"])
  func `a page about none of them in particular gives all`(head: String) {
    #expect(RecipeReader.read(html(head), named: "a.html").drafts.count == 3)
  }
}
