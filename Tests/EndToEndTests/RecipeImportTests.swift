import Foundation
import Testing

/// `souschef import` of recipes: read, looked over, confirmed, stored with their source.
struct RecipeImportTests {
  static let soup = """
    ---
    title: Leek soup
    servings: 3
    source: https://example.org/leek
    time required: 40 minutes
    ---

    Slice the @leeks{3} and wash them well in cold water.

    Simmer in a #pot{} with @stock{1%l} for ~{25%minutes}.

    """

  /// A page as browsers save them, with data that is not quite JSON.
  static let page = """
    <!DOCTYPE html><html><head><title>Bread</title>
    <script type="application/ld+json">
    {"@context": "https://schema.org", "@graph": [{"@type": "Recipe", "name": "Oat bread",
      "author": {"name": "Ana"}, "totalTime": "PT3H", "recipeIngredient": ["500 g oats",],
      "recipeInstructions": [{"@type": "HowToStep", "text": "Knead the dough for 10\tminutes."},
        {"@type": "HowToStep", "text": "Bake at 200&deg;C for 45 minutes."}]}]}
    </script></head><body></body></html>
    """

  static func stored(_ name: String, in kitchen: Kitchenette) throws -> [String: Any] {
    try kitchen.does("dish", "show", name, "--json").json()
  }

  @Test func `without anybody to ask nothing is stored unless asked to`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.soup, to: "soup.cook")
    try kitchen.refuses(
      "import", "soup.cook", code: 64,
      saying: """
        souschef: Nothing was stored: there is no terminal to ask on.
        Hint: Look with --dry-run, then store with --yes.

        """)
    #expect(try kitchen.databaseBytes().isEmpty)
    try kitchen.does("import", "soup.cook", "--dry-run")
    #expect(try kitchen.databaseBytes().isEmpty)
    let done = try kitchen.souschef("import", "soup.cook", "--yes")
    #expect(done.code == 0)
    #expect(done.lines.last == "Added Leek soup.")
    let dish = try Self.stored("Leek soup", in: kitchen)
    #expect(dish["source"] as? String == "https://example.org/leek")
    #expect(dish["servings"] as? Int == 3)
    #expect(dish["ingredients"] as? [String] == ["3 leeks", "1 l stock"])
    #expect(
      try kitchen.does("dish", "show", "Leek").output.contains("From https://example.org/leek."))
  }

  @Test func `the draft says where each number came from, and that the recipe says another sum`()
    throws
  {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.soup, to: "soup.cook")
    let shown = try kitchen.souschef("import", "soup.cook", "--dry-run")
    #expect(
      shown.lines == [
        "Leek soup", "From https://example.org/leek.", "",
        "step                                         kind      takes   number     needs",
        "Slice the leeks and wash them well in cold   hands-on  2 min   estimated", "water",
        "Simmer in a pot with stock for 25 minutes    waiting   25 min  timer      burner", "",
        "One thing at a time: 27 min; the recipe says 40 min.", "", "Would have added Leek soup.",
      ])
    #expect(
      shown.errors.hasPrefix(
        "soup.cook: warning: The steps of \"Leek soup\" add up to 27 min; the recipe says 40 min."))
  }

  @Test func `a page's broken data is repaired and said`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.page, to: "bread.html")
    let done = try kitchen.souschef("import", "bread.html", "--yes", "--json")
    #expect(done.code == 0)
    #expect(done.errors.contains("bread.html: note: The recipe data was repaired:"))
    let report = try done.json()
    #expect(report["format"] as? String == "souschef.import/1")
    #expect(report["added"] as? [String] == ["Oat bread"])
    let recipe = try #require((report["recipes"] as? [[String: Any]])?.first)
    #expect(recipe["totalSeconds"] as? Int == 10_800)
    let steps = try #require(recipe["steps"] as? [[String: Any]])
    #expect(steps.map { $0["kind"] as? String } == ["blocking", "waiting"])
    #expect(steps.map { $0["likelySeconds"] as? Int } == [600, 2700])
    #expect(steps.map { $0["from"] as? String } == ["stated", "stated"])
    #expect(steps.last?["temperature"] as? String == "200C")
    #expect(try Self.stored("Oat bread", in: kitchen)["source"] as? String == "Ana")
  }

  @Test func `folders are read with all that is below, and every kind at once`() throws {
    let kitchen = try Kitchenette()
    let below = kitchen.folder.appending(path: "book/soups/winter")
    try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
    try kitchen.write("dishes:\n  - {name: Tea, waiting: 4m}\n", to: "book/tea.yaml")
    try kitchen.write(Self.soup, to: "book/soups/winter/leek.cook")
    try kitchen.write(Self.page, to: "book/bread.htm")
    try kitchen.write(
      #"{"@type": "Recipe", "name": "Toast", "recipeInstructions": "Toast for 2 minutes."}"#,
      to: "book/soups/recipe.json")
    try kitchen.write("not for us", to: "book/read.me")
    try kitchen.write("broken: [", to: "book/.hidden.yaml")
    let done = try kitchen.souschef("import", "book", "--yes")
    #expect(done.lines.last == "Added Tea, Oat bread, Toast, Leek soup.")
    #expect(
      try kitchen.does("import", "book").lines == ["Nothing to do: everything is already stored."])
  }

  @Test func `what lies in a folder and is not a recipe is left out, and said`() throws {
    let kitchen = try Kitchenette()
    let folder = kitchen.folder.appending(path: "book")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try kitchen.write(Self.soup, to: "book/leek.cook")
    try kitchen.write("<html><body>News of the day</body></html>", to: "book/news.html")
    try kitchen.write("services: {web: {image: x}}\n", to: "book/compose.yml")
    try kitchen.write("", to: "book/empty.cook")
    let done = try kitchen.souschef("import", "book", "--yes")
    #expect(done.lines.last == "Added Leek soup.")
    for line in [
      "book/news.html: warning: The file has no recipe. It is left out.",
      "book/compose.yml: warning: \"book/compose.yml\" is neither a kitchen file nor a recipe. It is left out.",
      "book/empty.cook: warning: The file is empty. It is left out.",
    ] {
      #expect(done.errors.contains(line), "\(done.errors)")
    }
    try kitchen.write("dishes:\n  - {name: Tea, waitin: 4m}\n", to: "book/tea.yaml")
    #expect(try kitchen.souschef("import", "book", "--yes").code == 65)
    let news = kitchen.folder.appending(path: "news")
    try FileManager.default.createDirectory(at: news, withIntermediateDirectories: true)
    try kitchen.write("<html><body>News of the day</body></html>", to: "news/news.html")
    #expect(try kitchen.souschef("import", "news", "--yes").code == 65)
  }

  @Test func `one bad file among many and nothing is stored`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.soup, to: "a.cook")
    try kitchen.write("dishes:\n  - {name: Tea, waitin: 4m}\n", to: "b.yaml")
    let failed = try kitchen.souschef("import", "a.cook", "b.yaml", "--yes")
    #expect(failed.code == 65)
    #expect(failed.errors.contains("b.yaml:2:"))
    try kitchen.write("<html><body>no recipe</body></html>", to: "c.html")
    let second = try kitchen.souschef("import", "a.cook", "c.html", "--yes")
    #expect(second.code == 65)
    #expect(second.errors.contains("c.html: The file has no recipe."))
    #expect(try kitchen.databaseBytes().isEmpty)
  }

  @Test func `what changed is shown before it is replaced`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.soup, to: "soup.cook")
    try kitchen.souschef("import", "soup.cook", "--yes")
    try kitchen.write(Self.soup.replacing("25%", with: "35%"), to: "soup.cook")
    let refused = try kitchen.souschef("import", "soup.cook", "--yes")
    #expect(refused.code == 1)
    #expect(refused.errors.contains("-     waiting: 25m\n"))
    #expect(refused.errors.contains("+     waiting: 35m\n"))
    #expect(refused.errors.contains("Hint: Replace what is stored: --replace."))
    #expect(try kitchen.does("dish", "show", "Leek soup").output.contains("25 min"))
    let looked = try kitchen.souschef("import", "soup.cook", "--dry-run")
    #expect(looked.lines.suffix(2) == ["Would have replaced Leek soup.", "This needs --replace."])
    let replaced = try kitchen.souschef("import", "soup.cook", "--replace")
    #expect(replaced.lines.contains("+     waiting: 35m"))
    #expect(replaced.lines.last == "Replaced Leek soup.")
    #expect(try kitchen.does("dish", "show", "Leek soup").output.contains("35 min"))
  }

  @Test func `standard input is read by its content, or as the options say`() throws {
    let kitchen = try Kitchenette()
    let page = try kitchen.souschef("import", "-", "--yes", input: Self.page)
    #expect(page.lines.last == "Added Oat bread.")
    let told = try kitchen.souschef(
      "import", "-", "--as", "cooklang", "--yes", input: "Boil the eggs for ~{6%minutes}.\n")
    #expect(told.code == 0)
    let wrong = try kitchen.souschef("import", "-", "--as", "kitchen", input: Self.page)
    #expect(wrong.code == 65)
    #expect(try kitchen.souschef("import", "-", "--as", "soup", input: "").code == 64)
    #expect(try kitchen.souschef("import", "-", "--yes", input: "a\0b").code == 65)
  }

  @Test func `lines are steps in old Cooklang when it is said`() throws {
    let kitchen = try Kitchenette()
    let text = "Boil for ~{6%minutes}.\nRest for ~{2%minutes}.\n"
    func steps(_ options: String...) throws -> Int? {
      let read = try kitchen.souschef(
        ["import", "-", "--as", "cooklang", "--dry-run", "--json", "--tree"] + options, input: text)
      let recipes = try read.json()["recipes"] as? [[String: Any]]
      let tree = recipes?.first?["tree"] as? [String: Any]
      return (tree?["steps"] as? [Any])?.count
    }
    #expect(try steps() == 1)
    #expect(try steps("--line-steps") == 2)
  }

  @Test func `the parse tree is in the terms of Cooklang's own tests`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write("Add @salt{2%g} for ~rest{5%minutes}\n", to: "a.cook")
    let report = try kitchen.souschef("import", "a.cook", "--dry-run", "--json", "--tree").json()
    let recipe = try #require((report["recipes"] as? [[String: Any]])?.first)
    let tree = try JSONSerialization.data(
      withJSONObject: try #require(recipe["tree"]), options: .sortedKeys)
    #expect(
      String(decoding: tree, as: UTF8.self)
        == #"{"metadata":{},"steps":[[{"type":"text","value":"Add "},"#
        + #"{"name":"salt","quantity":2,"type":"ingredient","units":"g"},"#
        + #"{"type":"text","value":" for "},"#
        + #"{"name":"rest","quantity":5,"type":"timer","units":"minutes"}]]}"#)
    #expect(try kitchen.souschef("import", "a.cook", "--tree").code == 64)
  }

  @Test func `references are named and never followed out of the folder`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write("Warm the @sauce{}.\n", to: "secret.cook")
    let folder = kitchen.folder.appending(path: "book")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try kitchen.write(
      "Pour @../secret{} over, then add @./sauces/Hollandaise{}.\n", to: "book/eggs.cook")
    let done = try kitchen.souschef("import", "book", "--yes")
    #expect(done.lines.last == "Added eggs.")
    #expect(done.errors.contains("The reference \"../secret\" leaves the folder"))
    #expect(done.errors.contains("\"eggs\" needs \"Hollandaise\", which is not stored as a dish."))
    #expect(try Self.stored("eggs", in: kitchen)["source"] as? String == "eggs.cook")
  }

  @Test func `two recipes of one name get two names`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write("---\ntitle: Soup\n---\n\nBoil for ~{6%minutes}.\n", to: "a.cook")
    try kitchen.write("---\ntitle: soup\n---\n\nBoil for ~{9%minutes}.\n", to: "b.cook")
    let done = try kitchen.souschef("import", "a.cook", "b.cook", "--yes")
    #expect(done.lines.last == "Added Soup, soup 2.")
    #expect(done.errors.contains("b.cook: warning: There is another \"soup\""))
  }

  @Test func `the example imports and can be planned`() throws {
    let kitchen = try Kitchenette()
    let example = Kitchenette.root.appending(path: "Examples/minestrone.cook").path()
    try kitchen.souschef("import", example, "--yes")
    let plan = try kitchen.does("plan", "Minestrone", "--json").json()
    #expect(plan["status"] as? String == "optimal")
    let steps = try #require(plan["steps"] as? [[String: Any]])
    #expect(steps.filter { $0["kind"] as? String == "waiting" }.count == 2)
  }

  @Test func `a dish's source goes through kitchen files`() throws {
    let (first, second) = (try Kitchenette(), try Kitchenette())
    try first.write(Self.soup, to: "soup.cook")
    try first.souschef("import", "soup.cook", "--yes")
    for format in ["yaml", "json"] {
      let text = try first.does("export", "--format", format).output
      try second.write(text, to: "all.\(format)")
      try second.does("import", "all.\(format)")
      #expect(try second.does("export", "--format", format).output == text)
    }
  }
}
