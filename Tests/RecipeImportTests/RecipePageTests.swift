import JSON
import KitchenModel
import RecipeImport
import Testing

@Suite struct RecipePageTests {
  private func page(_ json: String, type: String = "application/ld+json") -> String {
    "<!doctype html><html><head><title>A page</title>"
      + "<link rel=\"canonical\" href=\"https://example.org/soup\">"
      + "<script type=\"\(type)\">\(json)</script></head><body><p>x</p></body></html>"
  }

  private func recipes(_ html: String) -> [RecipePage] {
    RecipePageReader.readPage(Array(html.utf8)).recipes
  }

  @Test(arguments: [
    #"{"@type": "Recipe", "name": "Soup"}"#,
    #"[{"@type": "WebSite", "name": "x"}, {"@type": ["Recipe", "NewsArticle"], "name": "Soup"}]"#,
    #"{"@graph": [{"@type": "Person"}, {"@type": "Recipe", "name": "Soup"}]}"#,
    #"{"@type": "WebPage", "mainEntity": {"@type": "http://schema.org/Recipe", "name": "Soup"}}"#,
    #"{"@graph": [[{"@type": "recipe", "name": "Soup"}]]}"#,
  ])
  func `a recipe is found wherever it stands`(json: String) {
    #expect(recipes(page(json)).map(\.title) == ["Soup"])
    #expect(recipes(page(json)).map(\.address) == ["https://example.org/soup"])
  }

  @Test func `instructions that stand there twice are taken once`() {
    let step = #"{"@type": "HowToStep", "text": "#
    let steps = ["Boil.", "Mash.", "Boil.", "Mash."].map { #"\#(step)"\#($0)"}"# }
    let json = #"{"@type": "Recipe", "recipeInstructions": [\#(steps.joined(separator: ","))]}"#
    #expect(recipes(page(json)).flatMap(\.instructions).map(\.text) == ["Boil.", "Mash."])
  }

  @Test func `lines of a step are steps, unless a line goes on`() {
    let json =
      #"{"@type": "Recipe", "recipeInstructions": [{"text": "Boil it<br>Mash\nthe leeks"}, "Eat"]}"#
    #expect(
      recipes(page(json)).flatMap(\.instructions).flatMap(\.parts)
        == ["Boil it", "Mash the leeks", "Eat"])
  }

  @Test func `a number with a few words is a title where those behind it have none`() {
    let texts = ["Step 1 : The sauce", "Chop the leeks.", "Step 2 : The rice", "Boil the rice."]
    let steps = texts.map { #""\#($0)""# }.joined(separator: ",")
    let draft = RecipeReader.read(
      Array(
        page(
          #"{"@type": "Recipe", "name": "A", "recipeIngredient": ["2 leeks", "200 g rice"], "#
            + #""recipeInstructions": [\#(steps)]}"#
        ).utf8),
      named: "a.html"
    ).drafts.first
    #expect(draft?.dish.steps.map(\.title) == ["Chop the leeks", "Boil the rice"])
    #expect(draft?.dish.steps.map(\.after.count) == [0, 0])
  }

  @Test(arguments: [
    "application/ld+json", "application/ld+json; charset=utf-8", "application/ld&#x2B;json",
    "APPLICATION/LD+JSON",
  ])
  func `a script's type is taken as browsers do`(type: String) {
    #expect(recipes(page(#"{"@type": "Recipe", "name": "Soup"}"#, type: type)).count == 1)
  }

  @Test(arguments: [
    "<!-- it's a \"page\" <p --", "<!-->", "<!-- > <script -->", "<!-- never closed, \"so what",
    "<!--[if lt IE 9]><script src='x'></script><![endif]-->",
  ])
  func `a comment hides nothing that comes after it`(comment: String) {
    let json = page(#"{"@type": "Recipe", "name": "Soup"}"#)
    let html = comment.hasSuffix("--") ? comment + ">" + json : comment + json
    #expect(recipes(html).map(\.title) == ["Soup"])
  }

  @Test(arguments: ["PT15-20M", "PT99999999999H", "-PT5M", "sometime in 2019"])
  func `a time that is none is reported`(text: String) {
    let found = recipes(
      page(#"{"@type": "Recipe", "name": "A", "totalTime": "\#(text)", "prepTime": "PT5M"}"#))
    #expect(found.map(\.totalTime) == [nil])
    #expect(found.flatMap(\.unreadTimes).map { [$0.key, $0.text] } == [["totalTime", text]])
  }

  @Test(arguments: ["", "PT", "PT0M", "P0D", "unknown"])
  func `a time that says nothing is nothing to tell`(text: String) {
    let found = recipes(page(#"{"@type": "Recipe", "name": "A", "totalTime": "\#(text)"}"#))
    #expect(found.map(\.unreadTimes) == [[]])
  }

  @Test func `a drawing with an empty title hides nothing`() {
    let json = page(#"{"@type": "Recipe", "name": "Soup"}"#)
    #expect(recipes("<svg><title/><style/></svg>" + json).map(\.title) == ["Soup"])
  }

  @Test func `what is less than a number is not a tag`() {
    let text = "Chill the sauce to <5 °C. Warm it to >60 °C."
    let found = recipes(
      page(#"{"@type": "Recipe", "name": "A", "recipeInstructions": ["\#(text)"]}"#))
    #expect(found.map(\.steps) == [[text]])
  }

  @Test(
    arguments: [
      (#""4 servings""#, 4), (#"["10", "1 loaf"]"#, 10), (#""1 loaf (12 servings)""#, 12),
      (#""serves 4 to 6""#, 4), (#""4-6 people""#, 4), (#""2 loaves, serves 8""#, 8),
      (#""1 loaf""#, nil),
    ] as [(String, Int?)])
  func `who is fed is what the page says of people`(yield: String, servings: Int?) {
    let found = recipes(page(#"{"@type": "Recipe", "name": "A", "recipeYield": \#(yield)}"#))
    #expect(found.map(\.servings) == [servings])
  }

  @Test(
    arguments: [
      [0xEF, 0xBB, 0xBF] + Array(#"{"@type": "Recipe"}"#.utf8),
      [0xFF, 0xFE] + #"{"@type": "Recipe"}"#.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
    ] as [[UInt8]])
  func `a mark of the encoding does not hide what a file is`(bytes: [UInt8]) {
    #expect(RecipeKind.detected(bytes, named: "a.json") == .data)
  }

  @Test func `several recipes are several`() {
    let json =
      #"[{"@type": "Recipe", "name": "A", "recipeIngredient": ["x"]}, "#
      + #"{"@type": "Recipe", "name": "B", "recipeIngredient": ["y"]}, {"@type": "Recipe", "name": "stub"}]"#
    #expect(recipes(page(json)).map(\.title) == ["A", "B"])
  }

  @Test func `the same recipe twice is one, with what either says`() {
    let json =
      #"[{"@type": "Recipe", "name": "A", "cookTime": "PT5M"}, "#
      + #"{"@type": "Recipe", "name": "A", "prepTime": "PT9M"}]"#
    let found = recipes(page(json))
    #expect(found.map(\.wholeTime) == [.minutes(14)])
  }

  @Test(arguments: [
    (#""Chop.\nBoil.""#, ["Chop.", "Boil."]),
    (#""Chop.\\r\\nBoil.""#, ["Chop.", "Boil."]),
    (#"["Chop."], "recipeInstructions": ["Boil."]"#, ["Boil."]),
    (#""<p>Chop.</p><ol><li>Boil &amp;amp; stir.</li></ol>""#, ["Chop.", "Boil & stir."]),
    (#"["Chop<br>it.", "Boil."]"#, ["Chop it.", "Boil."]),
    (
      #"[{"@type": "HowToStep", "text": "Chop."}, {"@type": "HowToStep", "name": "Boil."}]"#,
      ["Chop.", "Boil."]
    ),
    (#"[{"@type": "HowToStep", "name": "Chop", "text": "Chop it."}]"#, ["Chop it."]),
    (#"[{"@type": "HowToStep", "name": "Step 1: Chop…", "text": "Chop it."}]"#, ["Chop it."]),
    (
      #"[{"@type": "HowToStep", "name": "Step 1", "text": "Chop it."}]"#, ["Chop it."]
    ),
    (#""<p>Chop.</p>\n, <p>Boil.</p>\n, ""#, ["Chop.", "Boil."]),
    (#"[["Chop.", "Boil."], ["Serve."]]"#, ["Chop.", "Boil.", "Serve."]),
    (#"{"@type": "ItemList", "itemListElement": [{"text": "Chop."}]}"#, ["Chop."]),
    (
      #"[{"@type": "HowToSection", "name": "Soup", "itemListElement": {"@type": "HowToStep", "text": "Boil."}}]"#,
      ["[Soup]", "Boil."]
    ),
    (#"[{"@type": "HowToStep", "name": "First", "text": "Chop."}]"#, ["[First]", "Chop."]),
    (
      #"[{"@type": "HowToStep", "itemListElement": [{"@type": "HowToDirection", "text": "Chop."}, {"text": "Boil."}]}]"#,
      ["Chop.", "Boil."]
    ),
  ])
  func `instructions are read in all their forms`(json: String, expected: [String]) {
    let recipe = recipes(page(#"{"@type": "Recipe", "name": "A", "recipeInstructions": \#(json)}"#))
    let found = recipe.first?.instructions.map { $0.kind == .heading ? "[\($0.text)]" : $0.text }
    #expect(found == expected)
  }

  @Test func `the only text of a list is one instruction of several steps`() {
    let json = #"{"@type": "Recipe", "name": "A", "recipeInstructions": ["Chop.\n\nBoil it."]}"#
    let recipe = recipes(page(json)).first
    #expect(recipe?.instructions.map(\.text) == ["Chop. Boil it."])
    #expect(recipe?.steps == ["Chop.", "Boil it."])
  }

  @Test(arguments: [
    ("1. Chop 2 leeks. 2. Fry them! 3. Serve.", ["1. Chop 2 leeks.", "2. Fry them!", "3. Serve."]),
    ("1) Chop. 2) Fry.", ["1) Chop.", "2) Fry."]),
    ("1. Chop the leeks. Add 2. of them.", ["1. Chop the leeks. Add 2. of them."]),
    ("Chop. 2. Fry.", ["Chop. 2. Fry."]), ("1. Chop.", ["1. Chop."]),
    ("1. Chop. 3. Fry. 2. Serve.", ["1. Chop. 3. Fry.", "2. Serve."]),
  ])
  func `a text that numbers its steps is parted`(text: String, parts: [String]) {
    for json in ["\"\(text)\"", "[\"\(text)\"]", "[{\"text\": \"\(text)\"}]"] {
      let recipe = recipes(page("{\"@type\": \"Recipe\", \"recipeInstructions\": \(json)}")).first
      #expect(recipe?.steps == parts)
      #expect(recipe?.instructions.map(\.text) == [text])
    }
  }

  @Test(arguments: [
    (["1- Chop.", "2 - Fry.", "3 – Serve."], ["Chop", "Fry", "Serve"]),
    (["1 Chop.", "2 Fry."], ["Chop", "Fry"]), (["2 – 3 eggs: fry."], ["2 – 3 eggs: fry"]),
    (["1 egg: boil it.", "Serve."], ["1 egg: boil it", "Serve"]),
    (["Step 1: Chop.", "Step 2: Fry."], ["Chop", "Fry"]),
  ])
  func `the number of a step is not part of it`(written: [String], titles: [String]) {
    let list = written.map { "\"\($0)\"" }.joined(separator: ", ")
    let html = page("{\"@type\": \"Recipe\", \"recipeInstructions\": [\(list)]}")
    let draft = RecipeReader.read(Array(html.utf8), named: "a.html").drafts.first
    #expect(draft?.dish.steps.map(\.title) == titles)
  }

  @Test func `the name of all the instructions is not a heading`() {
    let json =
      #"{"@type": "Recipe", "name": "A", "recipeInstructions": {"@type": "HowToSection", "#
      + #""name": "Directions", "itemListElement": [{"@type": "HowToStep", "text": "Chop."}]}}"#
    #expect(recipes(page(json)).first?.instructions == [.init(.step, "Chop.")])
  }

  @Test(arguments: [
    ("Soup: the best", "Soup: the best", "Soup - the best"),
    ("Half/half &ccaron;aj &Scaron;", "Half/half čaj Š", "Half-half čaj Š"),
  ])
  func `a draft has the title in full beside a dish's name`(
    written: String, title: String, name: String
  ) throws {
    let html = page(#"{"@type": "Recipe", "name": "\#(written)", "recipeInstructions": "Stir."}"#)
    let draft = try #require(RecipeReader.read(Array(html.utf8), named: "a.html").drafts.first)
    #expect(draft.title == title)
    #expect(draft.dish.name.text == name)
    #expect(draft.json(includingTree: false)["title"] == .string(title))
  }

  @Test func `text is what a reader of the page sees`() {
    let json =
      #"{"@type": "Recipe", "name": "Cr&egrave;me &amp;amp; caf\u00e9&nbsp; <b>noir</b>", "#
      + #""recipeIngredient": ["1&frac12; cups", "<span>salt</span>"], "recipeYield": ["4", "4 servings"]}"#
    let recipe = recipes(page(json)).first
    #expect(recipe?.title == "Crème & café noir")
    #expect(recipe?.ingredients == ["1½ cups", "salt"])
    #expect(recipe?.yield == "4 servings")
  }

  @Test func `broken data is repaired and said`() {
    let html = page("{\"@type\": \"Recipe\", \"name\": \"A\nB\",};")
    let result = RecipeReader.read(Array(html.utf8), named: "a.html")
    #expect(result.drafts.map(\.dish.name.text) == ["A B"])
    #expect(
      result.diagnostics.map(\.message) == [
        "The recipe data was repaired: raw control characters in a string, a superfluous comma, a semicolon."
      ])
    #expect(result.diagnostics.map(\.severity) == [.remark])
  }

  @Test func `a page without a recipe is an error with a hint`() {
    let result = RecipeReader.read(Array(page("{}").utf8), named: "a.html")
    #expect(result.drafts == [])
    #expect(result.diagnostics.map(\.message) == ["The file has no recipe."])
    #expect(result.diagnostics.map(\.severity) == [.error])
  }

  @Test func `pages in other encodings are read`() {
    var bytes = Array(page(#"{"@type": "Recipe", "name": "Cr#me"}"#).utf8)
    if let place = bytes.firstIndex(of: UInt8(ascii: "#")) { bytes[place] = 0xE8 }
    let result = RecipeReader.read(bytes, named: "a.html")
    #expect(result.drafts.first?.dish.name.text == "Crème")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in page(#"{"@type": "Recipe", "name": "Crème"}"#).utf16 {
      wide += [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    #expect(RecipeReader.read(wide, named: "a").drafts.first?.dish.name.text == "Crème")
  }
}
