import KitchenModel
import RecipeImport
import RecipeProse
import Testing

/// Inputs that nobody writes by accident: each must be read to its end, whatever comes of it.
@Suite struct HostileInputTests {
  /// A kind with a text that its reader is fed many times over.
  static let repeated: [(RecipeKind, String)] = [
    (.cooklang, "@a"), (.cooklang, "@a{"), (.cooklang, "~{10%minutes} "), (.cooklang, "[-"),
    (.cooklang, "@a("), (.cooklang, "simmer 5 minutes and "), (.cooklang, ">> a: b\n"),
    (.cooklang, "@&(~1)a{}\n\n"), (.cooklang, "= s\n"), (.cooklang, "> n\n"), (.cooklang, "\\"),
    (.cooklang, "stirring, "), (.cooklang, "1/"), (.cooklang, "meanwhile 5 minutes\n\n"),
    (.cooklang, "and a half "), (.cooklang, "1 h "), (.cooklang, "let "), (.cooklang, "@./a/b{}"),
    (.cooklang, "every 5 minutes "), (.cooklang, "It takes 5 minutes. "),
    (.cooklang, "after "), (.cooklang, "5 minutes up to "), (.cooklang, "a minute or two or "),
    (.cooklang, "keep kneading and "), (.cooklang, "another "),
    (.page, "<a"), (.page, "<script type=\"application/ld+json\">"), (.page, "<a =\""),
    (.page, "<title>"), (.page, "<!--"), (.page, "&amp;"), (.page, "<link rel=canonical href="),
    (.data, "["), (.data, "{\"a\":"), (.data, "]"), (.data, "\" \" "), (.data, ","), (.data, "{"),
    (.data, "[{\"@type\":\"Recipe\",\"name\":\"a\"},"), (.data, "/*"), (.data, "\\u"),
    (.data, "[\"a\\"), (.data, "}"), (.data, "{\"@graph\":["), (.data, "a"),
  ]

  @Test(arguments: repeated)
  func `a text repeated without end is read`(kind: RecipeKind, text: String) {
    let bytes = Array(String(repeating: text, count: 200_000 / text.utf8.count).utf8)
    let result = RecipeReader.read(bytes, named: "hostile", as: kind)
    #expect(result.kind == kind)
    #expect(result.drafts.allSatisfy { $0.dish.steps.count <= 500 })
  }

  @Test(arguments: [RecipeKind.cooklang, .page, .data])
  func `front matter, instructions and lines of a megabyte are read`(kind: RecipeKind) throws {
    let line = String(repeating: "chop and simmer for 5 minutes, then stir; ", count: 25_000)
    let source =
      switch kind {
      case .cooklang: "---\na: " + String(repeating: "[", count: 10_000) + "\n---\n" + line
      case .page:
        "<script type=application/ld+json>{\"@type\":\"Recipe\",\"name\":\"a\","
          + "\"recipeInstructions\":\"" + line + "\"}</script>"
      default:
        "{\"@type\":\"Recipe\",\"name\":\"" + line + "\",\"recipeInstructions\":"
          + String(repeating: "[", count: 10_000) + "\"Boil.\""
      }
    let result = RecipeReader.read(Array(source.utf8), named: "hostile", as: kind)
    let draft = try #require(result.drafts.first)
    #expect(draft.dish.name.text.count <= Name.longest)
    #expect(draft.origins.count == draft.dish.steps.count)
  }

  @Test(.tags(.slow)) func `a page of twenty megabytes is read`() {
    let filler = Array(repeating: UInt8(ascii: "<"), count: 20 << 20)
    let recipe = Array(
      "<script type='application/ld+json'>{\"@type\":\"Recipe\",\"name\":\"A\"}</script>".utf8)
    let result = RecipeReader.read(recipe + filler, named: "big.html")
    #expect(result.drafts.map(\.dish.name.text) == ["A"])
  }

  @Test func `a file that is too large is refused`() {
    let bytes = [UInt8](repeating: 0x20, count: RecipeReader.largest + 1)
    let result = RecipeReader.read(bytes, named: "big.html")
    #expect(result.diagnostics.map(\.message) == ["The file is larger than 64 MB."])
  }

  static let seeds: [String] = [
    "---\ntitle: A\nservings: 2\n---\n= S\nBoil @eggs{2%pieces}(fresh) in #pot{} ~a{5-7%min} [- c -].\n",
    "<html><title>A</title><script type=\"application/ld+json\">{\"@graph\": [{\"@type\": "
      + "\"Recipe\", \"name\": \"A &amp; B\", \"totalTime\": \"PT1H30M\", \"recipeInstructions\": "
      + "[{\"@type\": \"HowToStep\", \"text\": \"Simmer 1 1/2 hours at 350°F.\"}]}]}</script>",
    "Knead for 10 minutes, then let rise for 1½ hours or overnight; bake 30–40 min at 220 °C.",
  ]

  @Test(arguments: 0..<60)
  func `damaged recipes are read`(seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    for source in Self.seeds {
      var bytes = Array(source.utf8)
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count - 1, place + 3))
        default: bytes.insert(Array("{}[]()@#~%-<>\"\\&;".utf8)[seed % 17], at: place)
        }
        if bytes.isEmpty { bytes = [0] }
      }
      for kind in RecipeKind.allCases {
        let result = RecipeReader.read(bytes, named: "damaged", as: kind)
        for draft in result.drafts where !draft.dish.steps.isEmpty {
          #expect(draft.dish.findings() == [], "seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func `random bytes are read`(seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for kind in RecipeKind.allCases {
      #expect(RecipeReader.read(bytes, named: "random", as: kind).kind == kind)
    }
  }
}

extension Tag {
  /// Takes more than a second.
  @Tag static var slow: Self
}

/// Steele, Lea and Flood's splittable generator: the same seed, the same numbers.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
