import KitchenModel
import RecipeImport
import Testing

/// What a recipe says of itself: its name, how many it feeds, its kind, its notes.
struct DraftWordingTests {
  @Test(arguments: [
    ("a/b: c", "a-b - c"), ("  x\u{0}\u{202E}y ", "xy"), ("", "Soup"), ("\u{7}", "Soup"),
    (String(repeating: "long ", count: 50), String(repeating: "long ", count: 18) + "long long…"),
  ])
  func `a title is made a name`(title: String, name: String) {
    let found = DraftWording.name(from: title, file: "folder/Soup.cook").text
    #expect(found.hasPrefix(String(name.prefix(5))))
    if title.count < 100 { #expect(found == name) }
    #expect(found.count <= Name.longest)
  }

  @Test(arguments: [
    ("4", 4), ("4 servings", 4), ("Serves 6-8", 6), ("Für 4 Personen", 4), ("24 cookies", nil),
    ("one loaf", nil), ("0", nil), ("4 to 6", 4), ("Serves four", 4), ("for 4", 4), ("Feeds 6", 6),
    ("4 helpings", 4), ("6 hungry people", 6), ("Pour 4 personnes", 4), ("4 pers.", 4),
    ("para 4 personas", 4), ("per 4 persone", 4), ("voor 4 personen", 4), ("4 personer", 4),
    ("4 porções", 4), ("Ergibt 4 Portionen", 4), ("ca. 4", 4), ("Yield: 4", 4), ("4 p", 4),
    ("makes 12", nil), ("1 loaf (12 servings)", 12), ("6 porsjoner", 6), ("serves a crowd", nil),
    ("12 slices", nil),
    ("2 persons, 1 pan", 2), ("4 порции", 4), ("4人分", 4), ("4 osoby", 4),
    ("1 cake, serves 8-10", 8),
  ])
  func `a yield of portions is how many it feeds`(yield: String, servings: Int?) {
    #expect(Servings.read(yield) == servings)
  }

  @Test(arguments: [
    ("kitchen:\n  cooks: 2\n", "a", RecipeKind.kitchenFile),
    ("# mine\n---\ndishes: []\n", "a", .kitchenFile),
    ("{\"dishes\": []}", "a.json", .kitchenFile), ("{\"@type\": \"Recipe\"}", "a", .data),
    ("[{\"@type\": \"Recipe\"}]", "a", .data), ("<!doctype html><p>", "a", .page),
    ("Boil.", "a", .text), ("[- note -] Boil.", "a", .cooklang),
    ("---\ntitle: A\n---\nBoil.", "a.txt", .cooklang),
    ("dishes: odd", "a.cook", .cooklang), ("anything", "a.yaml", .kitchenFile),
  ])
  func `a file's kind is known by its content`(content: String, file: String, kind: RecipeKind) {
    #expect(RecipeReader.read(Array(content.utf8), named: file).kind == kind)
  }

  @Test func `the words that a title has no room for are kept in the notes`() throws {
    let long =
      "Whisk the eggs with " + String(repeating: "a little more flour, ", count: 6) + "and salt."
    let page = """
      {"@type": "Recipe", "name": "A", "recipeInstructions": ["Chop the leeks.", "\(long)"]}
      """
    let read = RecipeReader.read(Array(page.utf8), named: "a.json").drafts.first
    #expect(read?.dish.notes == "Chop the leeks.\n\(long)")
    #expect(read?.dish.steps.last?.title.hasSuffix("…") == true)
    let cook = "> Of a friend\n\nChop the @leeks{}.\n\n\(long)"
    let cooklang = RecipeReader.read(Array(cook.utf8), named: "a.cook").drafts.first
    #expect(cooklang?.dish.notes == "Of a friend\nChop the leeks.\n\(long)")
  }

  @Test func `a recipe of short steps has no notes but its own`() {
    let page = #"{"@type": "Recipe", "name": "A", "recipeInstructions": ["Chop the leeks."]}"#
    #expect(RecipeReader.read(Array(page.utf8), named: "a.json").drafts.first?.dish.notes == nil)
  }
}
