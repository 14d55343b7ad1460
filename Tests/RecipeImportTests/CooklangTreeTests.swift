import JSON
import RecipeImport
import Testing

/// The parse tree in the terms of Cooklang's canonical suite: one case for each of the suite's
/// points, in words of our own.
@Suite struct CooklangTreeTests {
  /// A source with the items of its only step, as JSON.
  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var items: String
    var testDescription: String { source }

    init(_ source: String, _ items: String...) {
      self.source = source
      self.items = "[" + items.joined(separator: ", ") + "]"
    }
  }

  static func text(_ value: String) -> String { #"{"type": "text", "value": "\#(value)"}"# }

  static func component(
    _ type: String, _ name: String, _ quantity: String, _ units: String = ""
  ) -> String {
    #"{"type": "\#(type)", "name": "\#(name)", "quantity": \#(quantity), "units": "\#(units)"}"#
  }

  static func ingredient(
    _ name: String, _ quantity: String = #""some""#, _ units: String = ""
  ) -> String { component("ingredient", name, quantity, units) }

  static func cookware(_ name: String, _ quantity: String = "1") -> String {
    component("cookware", name, quantity)
  }

  static func timer(_ name: String, _ quantity: String = #""""#, _ units: String = "") -> String {
    component("timer", name, quantity, units)
  }

  static let cases = [
    Case("Stir in some pepper", text("Stir in some pepper")),
    Case(
      "@dill{3%sprigs} -- a comment\nthen words", ingredient("dill", "3", "sprigs"),
      text("  then words")),
    Case("-- a comment\n@dill{3%sprigs}", ingredient("dill", "3", "sprigs")),
    Case("Warm to 90°C", text("Warm to 90°C")),
    Case("Pour 2L in", text("Pour 2L in")),
    Case(
      "Take @leek{2%pieces}, @salt{5%g} or @oil{1%l}.", text("Take "),
      ingredient("leek", "2", "pieces"), text(", "), ingredient("salt", "5", "g"), text(" or "),
      ingredient("oil", "1", "l"), text(".")),
    Case("Use #sauce pot{}", text("Use "), cookware("sauce pot")),
    Case("Use #9-inch cake tin{ }", text("Use "), cookware("9-inch cake tin")),
    Case("Boil in #pot a while", text("Boil in "), cookware("pot"), text(" a while")),
    Case("#cake tin{3}", cookware("cake tin", "3")),
    Case("#cake tin{four}", cookware("cake tin", #""four""#)),
    Case("#cake tin{two large}", cookware("cake tin", #""two large""#)),
    Case("@cream{1/4%cup}", ingredient("cream", "0.25", "cup")),
    Case("@cream{3 / 4 %cup}", ingredient("cream", "0.75", "cup")),
    Case("@cream{1 1/2%cup}", ingredient("cream", "1.5", "cup")),
    Case("@cream{03/4%cup}", ingredient("cream", #""03/4""#, "cup")),
    Case("@cream{1/0%cup}", ingredient("cream", #""1/0""#, "cup")),
    Case("cut every 3/4 inches", text("cut every 3/4 inches")),
    Case("With @5 spice powder{ }", text("With "), ingredient("5 spice powder")),
    Case("More @🌶️", text("More "), ingredient("🌶️")),
    Case("@egg{ 2 % pieces }", ingredient("egg", "2", "pieces")),
    Case("@egg{2}", ingredient("egg", "2")),
    Case("@egg", ingredient("egg")),
    Case("@3beans", ingredient("3beans")),
    Case("@type 405 flour{1%kg}", ingredient("type 405 flour", "1", "kg")),
    Case("@egg beaten well", ingredient("egg"), text(" beaten well")),
    Case("@red onion{}", ingredient("red onion")),
    Case(
      "@egg whisked, then @milk", ingredient("egg"), text(" whisked, then "), ingredient("milk")),
    Case("@mint{some%leaves}", ingredient("mint", #""some""#, "leaves")),
    Case("@stock{3 x }", ingredient("stock", #""3 x""#)),
    Case("Heat to 180℃/Gas 4.", text("Heat to 180℃/Gas 4.")),
    Case("Wait ~{2.5%minutes}", text("Wait "), timer("", "2.5", "minutes")),
    Case("Wait ~{3/4%hour}", text("Wait "), timer("", "0.75", "hour")),
    Case("Wait ~{7%minutes}", text("Wait "), timer("", "7", "minutes")),
    Case("Wait ~egg{7%minutes}", text("Wait "), timer("egg", "7", "minutes")),
    Case("Wait ~~{7%minutes}", text("Wait "), timer("", "7", "minutes")),
    Case("Let ~cool before eating", text("Let "), timer("cool"), text(" before eating")),
    Case("Let ~cool, then eat", text("Let "), timer("cool"), text(", then eat")),
    Case("Let ~cool⸫ eat", text("Let "), timer("cool"), text("⸫ eat")),
    Case("Let ~cool\u{2009}then eat", text("Let "), timer("cool"), text("\u{2009}then eat")),
    Case("Takes ~ {9}", text("Takes ~ {9}")),
    Case("Takes ~ 9", text("Takes ~ 9")),
    Case("Add @leek, stir", text("Add "), ingredient("leek"), text(", stir")),
    Case("Add @leek⸫ stir", text("Add "), ingredient("leek"), text("⸫ stir")),
    Case("Add @leek\u{2009}now", text("Add "), ingredient("leek"), text("\u{2009}now")),
    Case("Write @ home{}", text("Write @ home{}")),
    Case("Write @ home", text("Write @ home")),
    Case("Into #wok, fry", text("Into "), cookware("wok"), text(", fry")),
    Case("Into #wok⸫ fry", text("Into "), cookware("wok"), text("⸫ fry")),
    Case("Into #wok\u{2009}now", text("Into "), cookware("wok"), text("\u{2009}now")),
    Case("Number # 7{}", text("Number # 7{}")),
    Case("Number # 7", text("Number # 7")),
    Case("stir >> note: here", text("stir >> note: here")),
    Case("stir ---\nnote: here\n---", text("stir --- note: here ---")),
    Case("Add @? mint", text("Add @? mint")),
    Case("Is it @salt{}?", text("Is it "), ingredient("salt"), text("?")),
    Case(##"Not \@salt and \#pan"##, text("Not @salt and #pan")),
    Case("never @closed{3 and on", text("never "), ingredient("closed"), text("{3 and on")),
  ]

  @Test(arguments: cases)
  func `a step is read as the canonical suite has it`(example: Case) {
    let recipe = CooklangParser.parse(example.source + "\n").recipe
    let expected = #"{"steps": [\#(example.items)], "metadata": {}}"#
    #expect(recipe.tree.compactText == expected)
  }

  @Test(arguments: [
    (
      "@?sea salt{1%pinch}",
      #""name": "sea salt", "quantity": 1, "units": "pinch", "optional": true"#
    ),
    ("@?mint", #""name": "mint", "quantity": "some", "units": "", "optional": true"#),
    ("#?lid{}", #""name": "lid", "quantity": 1, "units": "", "optional": true"#),
    ("@??mint{}", #""name": "?mint", "quantity": "some", "units": "", "optional": true"#),
    ("@leek{1}(sliced)", #""name": "leek", "quantity": 1, "units": "", "note": "sliced""#),
    ("@dry wine|wine{}", #""name": "dry wine", "quantity": "some", "units": "", "alias": "wine""#),
    ("@@pesto{}", #""name": "pesto", "quantity": "some", "units": "", "modifiers": ["@"]"#),
    ("@&flour{1%g}", #""name": "flour", "quantity": 1, "units": "g", "modifiers": ["&"]"#),
  ])
  func `an extension adds to an item only where it is written`(source: String, members: String) {
    let tree = CooklangParser.parse(source).recipe.tree.compactText
    #expect(tree.contains(members))
  }

  @Test(arguments: [
    (">> origin: grandmother", #"{"origin": "grandmother"}"#),
    (">>oven time    :40 mins", #"{"oven time": "40 mins"}"#),
    (">> Prep: 5 min\n>> Cook: 9 min", #"{"Prep": "5 min", "Cook": "9 min"}"#),
    ("---\norigin: grandmother\n---", #"{"origin": "grandmother"}"#),
    ("---\noven time: 40 mins\n---", #"{"oven time": "40 mins"}"#),
    ("---\noven time    :40 mins\n---", #"{"oven time": "40 mins"}"#),
    ("---\nPrep: 5 min\nCook: 9 min\n---", #"{"Prep": "5 min", "Cook": "9 min"}"#),
    ("---\nservings: 2|4|6\n---", #"{"servings": "2|4|6"}"#),
    (
      "---\nservings: 4\ntime: 1:30\ntags: [a, b]\n---",
      #"{"servings": 4, "time": "1:30", "tags": ["a", "b"]}"#
    ),
    ("-- only a comment", "{}"),
    ("", "{}"),
  ])
  func `metadata is read in both forms`(source: String, metadata: String) {
    let recipe = CooklangParser.parse(source + "\n").recipe
    #expect(recipe.tree.compactText == #"{"steps": [], "metadata": \#(metadata)}"#)
  }

  @Test func `steps are paragraphs`() {
    let recipe = CooklangParser.parse("First\nstill first\n\nSecond\n").recipe
    #expect(
      recipe.tree["steps"]
        == .array([
          .array([
            .object([.init("type", .string("text")), .init("value", .string("First still first"))])
          ]),
          .array([.object([.init("type", .string("text")), .init("value", .string("Second"))])]),
        ]))
  }
}
