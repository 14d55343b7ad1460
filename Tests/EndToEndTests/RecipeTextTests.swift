import Foundation
import Testing

/// `souschef import` of what people paste, and of what other programs export.
struct RecipeTextTests {
  static let soup = """
    Leek soup
    Serves 4

    Ingredients
    2 leeks
    1 l stock

    Method
    1. Chop the leeks.
    2. Simmer for 20 minutes.

    """

  @Test func `plain text is read, and may be given a name`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.soup, to: "soup.txt")
    let done = try kitchen.does("import", "soup.txt", "--yes", "--name", "Monday soup")
    #expect(done.lines.last == "Added Monday soup.")
    let dish = try RecipeImportTests.stored("Monday soup", in: kitchen)
    #expect(dish["servings"] as? Int == 4)
    #expect(dish["ingredients"] as? [String] == ["2 leeks", "1 l stock"])
    #expect(dish["source"] as? String == "soup.txt")
  }

  @Test func `standard input without a title is a recipe all the same`() throws {
    let kitchen = try Kitchenette()
    let text = "boil pasta 10 min\nchop tomatoes 5 min\n"
    let done = try kitchen.souschef("import", "-", "--yes", input: text)
    #expect(done.code == 0)
    #expect(done.lines.last == "Added Recipe.")
    let named = try kitchen.souschef("import", "-", "--yes", "--name", "Pasta", input: text)
    #expect(named.lines.last == "Added Pasta.")
  }

  @Test func `what is put into the editor is read`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(Self.soup, to: "soup.txt")
    let path = try kitchen.write(
      "#!/bin/sh\ncp \(kitchen.folder.path())/soup.txt \"$1\"\n", to: "editor.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    let (screen, code) = try kitchen.converse(
      "import", "--paste", typing: "y\n", environment: ["EDITOR": path])
    #expect(code == 0)
    #expect(screen.hasSuffix("Added Leek soup.\n"))
  }

  @Test func `without a clipboard and an editor nothing can be pasted`() throws {
    try Kitchenette().refuses(
      "import", "--paste", code: 64,
      saying: """
        souschef: There is no clipboard to read and no editor: EDITOR is not set.
        Hint: Set EDITOR, or pipe the text in: souschef import -

        """)
  }

  @Test func `an address is not fetched`() throws {
    try Kitchenette().refuses(
      "import", "https://example.org/soup", code: 64,
      saying: """
        souschef: "https://example.org/soup" is an address, and nothing is fetched from the web.
        Hint: Save the page from your browser and import that file, or use --paste.

        """)
  }

  @Test func `of a folder, text that is not a recipe is left out`() throws {
    let kitchen = try Kitchenette()
    try FileManager.default.createDirectory(
      at: kitchen.folder.appending(path: "recipes"), withIntermediateDirectories: true)
    try kitchen.write(Self.soup, to: "recipes/soup.txt")
    try kitchen.write("# Read me\n\nThese are my recipes.\n", to: "recipes/README.md")
    let done = try kitchen.souschef("import", "recipes", "--yes")
    #expect(done.code == 0)
    #expect(done.lines.last == "Added Leek soup.")
    #expect(done.errors.contains("recipes/README.md: warning: "))
  }

  @Test func `a compressed export of another program is read`() throws {
    let kitchen = try Kitchenette()
    let json =
      #"{"name": "Paprika soup", "ingredients": "2 leeks", "directions": "Simmer for 20 minutes."}"#
    try kitchen.write(json, to: "a.json")
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/bin/sh")
    gzip.arguments = ["-c", "gzip < a.json > soup.paprikarecipe"]
    gzip.currentDirectoryURL = kitchen.folder
    try gzip.run()
    gzip.waitUntilExit()
    let done = try kitchen.does("import", "soup.paprikarecipe", "--yes")
    #expect(done.lines.last == "Added Paprika soup.")
  }
}

/// A recipe imported again from where it came from.
struct RecipeAgainTests {
  private func page(_ minutes: Int) -> String {
    """
    {"@type": "Recipe", "name": "Leek soup", "url": "https://example.org/leek", "recipeCategory": "soup",
     "recipeInstructions": ["Chop the leeks.", "Simmer for \(minutes) minutes."]}
    """
  }

  @Test func `the name, tags and notes that a cook gave a dish stay`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(page(20), to: "soup.json")
    try kitchen.does("import", "soup.json", "--yes")
    try kitchen.does(
      "dish", "edit", "Leek soup", "--tag", "soup", "--tag", "monday", "--notes", "Less salt.")
    try kitchen.does("dish", "rename", "Leek soup", "Monday soup")

    let same = try kitchen.does("import", "soup.json", "--yes")
    #expect(same.errors.contains("is called \"Monday soup\" here"))
    #expect(try kitchen.does("dish", "list", "--json").json([Any].self).count == 1)

    try kitchen.write(page(25), to: "soup.json")
    try kitchen.does("import", "soup.json", "--replace")
    let dish = try RecipeImportTests.stored("Monday soup", in: kitchen)
    #expect(dish["tags"] as? [String] == ["soup", "monday"])
    #expect(dish["notes"] as? String == "Less salt.")
    let steps = try #require(dish["steps"] as? [[String: Any]])
    #expect(steps.map { $0["likelySeconds"] as? Int }.last == 1500)
  }

  @Test func `sections run beside one another, or in a chain where that is asked for`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      """
      {"@type": "Recipe", "name": "Pie", "recipeIngredient": ["500 g flour", "2 leeks"],
       "recipeInstructions": [
       {"@type": "HowToSection", "name": "Dough", "itemListElement": ["Knead the flour.", "Rest for 1 hour."]},
       {"@type": "HowToSection", "name": "Filling", "itemListElement": ["Fry the leeks for 10 minutes."]},
       {"@type": "HowToSection", "name": "Assembly", "itemListElement": ["Fill the dough with the filling.", "Bake for 30 minutes."]}]}
      """, to: "pie.json")
    func after(_ arguments: String...) throws -> [[String]] {
      let report: [String: Any] = try kitchen.souschef(
        ["import", "pie.json", "--dry-run", "--json"] + arguments
      ).json()
      let drafts = try #require(report["recipes"] as? [[String: Any]])
      let steps = try #require(drafts.first?["steps"] as? [[String: Any]])
      return steps.map { step in
        (step["after"] as? [[String: Any]] ?? []).compactMap { $0["step"] as? String }
      }
    }
    #expect(
      try after().map { $0.sorted() } == [
        [], ["knead-the-flour"], [], ["fry-the-leeks-for-10-minutes", "rest-for-1-hour"],
        ["fill-the-dough-with-the-filling"],
      ])
    #expect(try after("--chain").map(\.count) == [0, 1, 1, 1, 1])
  }
}
