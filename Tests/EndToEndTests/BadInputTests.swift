import Foundation
import TestSupport
import Testing

/// Files and words that no kitchen can use: refused with the place and a hint, nothing changed.
struct BadInputTests {
  /// A kitchen file, the exit code it earns and what is said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let code: Int32
    var testDescription: String { name }

    init(_ name: String, _ text: String, code: Int32 = 65) {
      (self.name, self.text, self.code) = (name, text, code)
    }
  }

  static let cases = [
    Case("unknown key", "dishes:\n  - name: Soup\n    wating: 10m\n"),
    Case("unknown top-level key", "dishs: []\n"),
    Case("wrong type", "dishes: Soup\n"),
    Case("wrong type of a count", "dishes:\n  - {name: Soup, waiting: 10m, servings: four}\n"),
    Case(
      "duplicate dish", "dishes:\n  - {name: Soup, waiting: 1m}\n  - {name: soup, waiting: 2m}\n"),
    Case(
      "duplicate step id",
      "dishes:\n  - name: Soup\n    steps:\n      - {id: a, waiting: 1m}\n      - {id: a, waiting: 2m}\n"
    ),
    Case(
      "dangling after",
      "dishes:\n  - name: Soup\n    steps:\n      - {id: a, waiting: 1m, after: [b]}\n"),
    Case(
      "cycle",
      "dishes:\n  - name: Soup\n    steps:\n      - {id: a, waiting: 1m, after: [b]}\n"
        + "      - {id: b, waiting: 1m, after: [a]}\n"),
    Case("no cooks", "kitchen: {cooks: 0}\ndishes:\n  - {name: Soup, waiting: 1m}\n"),
    Case(
      "negative count", "kitchen: {equipment: {oven: -1}}\ndishes:\n  - {name: Soup, waiting: 1m}\n"
    ),
    Case(
      "no units",
      "dishes:\n  - name: Soup\n    steps:\n      - {waiting: 1m, uses: {burner: 0}}\n"),
    Case("no duration", "dishes:\n  - {name: Soup, waiting: 10 minuts}\n"),
    Case("negative duration", "dishes:\n  - {name: Soup, waiting: -10m}\n"),
    Case("more than a month", "dishes:\n  - {name: Soup, waiting: 31d}\n"),
    Case("no step", "dishes:\n  - {name: Soup}\n"),
    Case("control character in a name", "dishes:\n  - {name: \"So\\u001b[31mup\", waiting: 1m}\n"),
    Case(
      "long name", "dishes:\n  - {name: \(String(repeating: "x", count: 10_000)), waiting: 1m}\n"),
    Case("slash in a name", "dishes:\n  - {name: a/b, waiting: 1m}\n"),
    Case("meal of nothing known", "meals:\n  - {name: dinner, dishes: [Nothing]}\n", code: 65),
    Case(
      "contradictory distances",
      "dishes:\n  - name: Soup\n    steps:\n      - {id: a, waiting: 5m}\n"
        + "      - {id: b, waiting: 5m, after: [{step: a, min: 10m, max: 5m}]}\n"),
    Case(
      "distances that no schedule keeps",
      "dishes:\n  - name: Soup\n    steps:\n      - {id: a, waiting: 5m}\n"
        + "      - {id: b, waiting: 5m, after: [{step: a, max: 2m}]}\n"
        + "      - {id: c, waiting: 5m, after: [{step: b, min: 5m}, {step: a, max: 3m}]}\n"),
    Case(
      "temperature without unit",
      "dishes:\n  - name: Soup\n    steps:\n"
        + "      - {waiting: 5m, uses: {oven: 1}, temperature: 180}\n"),
    Case(
      "temperatures upside down",
      "dishes:\n  - name: Soup\n    steps:\n"
        + "      - {waiting: 5m, uses: {oven: 1}, temperature: 190-170C}\n"),
    Case("durations upside down", "dishes:\n  - {name: Soup, waiting: 15-10m}\n"),
    Case(
      "estimate upside down",
      "dishes:\n  - {name: Soup, waiting: {min: 15m, likely: 10m, max: 20m}}\n"),
    Case(
      "unknown cook",
      "kitchen: {cooks: [Ana, Ben]}\ndishes:\n  - name: Soup\n    steps:\n"
        + "      - {blocking: 5m, cook: Anna}\n"),
    Case(
      "unknown cook who is away",
      "kitchen: {cooks: [Ana, Ben], away: [{cook: Bob, from: 17:00, to: 17:20}]}\n"
        + "dishes:\n  - {name: Soup, waiting: 5m}\n"),
    Case(
      "option without a duration",
      "dishes:\n  - name: Soup\n    steps:\n      - {options: [{uses: {burner: 1}}, {waiting: 5m}]}\n"
    ),
    Case(
      "option with two durations",
      "dishes:\n  - name: Soup\n    steps:\n      - {options: [{waiting: 5m, blocking: 3m}]}\n"),
    Case("no option", "dishes:\n  - name: Soup\n    steps:\n      - {id: a, options: []}\n"),
    Case(
      "beside options",
      "dishes:\n  - name: Soup\n    steps:\n"
        + "      - {id: a, options: [{waiting: 5m}], uses: {oven: 1}}\n"),
    Case(
      "window that ends before it begins",
      "dishes:\n  - {name: Soup, waiting: 5m, notBefore: 18:00, notAfter: 17:00}\n"),
    Case(
      "dated window that ends before it begins",
      "dishes:\n  - name: Soup\n    steps:\n      - waiting: 5m\n"
        + "        notBefore: 2026-11-26 18:00\n        notAfter: 2026-11-26 17:00\n"),
    Case(
      "absence that ends before it begins",
      "kitchen: {cooks: [Ana], away: [{cook: Ana, from: 17:20, to: 17:00}]}\n"
        + "dishes:\n  - {name: Soup, waiting: 5m}\n"),
    Case("no clock time", "dishes:\n  - {name: Soup, waiting: 5m, notBefore: 25:00}\n"),
    Case("empty", ""),
    Case("not YAML", "dishes: [\n"),
    Case("not JSON", "{\"dishes\": [}"),
    Case("anchor that is not there", "dishes: *nothing\n"),
    Case("deep nesting", String(repeating: "[", count: 20_000)),
  ]

  @Test(arguments: cases)
  func `a file with a fault is refused with its place and changes nothing`(item: Case) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let before = try kitchen.databaseBytes()
    try kitchen.write(item.text, to: "kitchen.yaml")
    let finished = try kitchen.souschef("import", "kitchen.yaml")
    #expect(finished.code == item.code, "\(finished.errors)")
    #expect(finished.output.isEmpty)
    #expect(try kitchen.databaseBytes() == before)
    try Golden.expect(
      finished.errors, named: "bad-input/\(item.name.replacing(" ", with: "-")).txt")

    // Planning from the file says the same.
    let planned = try kitchen.souschef("plan", "--file", "kitchen.yaml")
    #expect(planned.code == item.code)
    #expect(planned.output.isEmpty)
  }

  @Test func `what only the kitchen or the meal shows is refused with its place too`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      """
      dishes:
        - name: Tart
          steps: [{id: bake, waiting: 30m, uses: {ovn: 1}}]
        - name: Gravy
          steps: [{id: whisk, blocking: 5m, after: [Roast/rest]}]
      """, to: "kitchen.yaml")
    try kitchen.refuses(
      "plan", "--file", "kitchen.yaml", "Tart", code: 65,
      saying: "kitchen.yaml:3:45: The kitchen has no \"ovn\".\nHint: Did you mean \"oven\"?\n")
    try kitchen.refuses(
      "plan", "--file", "kitchen.yaml", "Gravy", code: 65,
      saying: "kitchen.yaml:5:47: There is no dish \"Roast\" here.\nHint: "
        + "Plan the other dish together with this one, or take the \"after\" out.\n")
  }

  @Test func `a time over midnight is not a window that ends before it begins`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      "dishes:\n  - {name: Dough, waiting: 8h, notBefore: 22:00, notAfter: 10:00}\n",
      to: "kitchen.yaml")
    try kitchen.does(
      "plan", "--file", "kitchen.yaml", "--serve-at", "2026-11-27 10:00", "--now",
      "2026-11-26T12:00:00Z")
  }

  @Test func `what is not a kitchen file at all is refused`() throws {
    let kitchen = try Kitchenette()
    try FileManager.default.createDirectory(
      at: kitchen.folder.appending(path: "folder"), withIntermediateDirectories: false)
    try Data([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe]).write(
      to: kitchen.folder.appending(path: "binary"))
    for command in [["plan", "--file"], ["import"]] {
      let missing = try kitchen.souschef(command + ["nothing.yaml"])
      #expect(missing.code == 66)
      #expect(missing.errors.contains("nothing.yaml") && missing.errors.contains("\nHint: "))
      #expect(try kitchen.souschef(command + ["folder"]).code == 66)
      let binary = try kitchen.souschef(command + ["binary"])
      #expect(binary.code == 65)
      #expect(binary.errors.hasPrefix("binary: ") && binary.errors.contains("is not text"))
    }
  }

  @Test func `zeros that strayed into a saved page do not keep its recipe out`() throws {
    let kitchen = try Kitchenette()
    let script =
      "<script type=\"application/ld+json\">{\"@type\": \"Recipe\", \"name\": \"Soup\"}</script>"
    let page = "<!doctype html><p>" + String(repeating: "x", count: 2000) + "\0\0\0" + script
    try kitchen.write(page, to: "soup.html")
    try kitchen.does("import", "--dry-run", "soup.html")
    try kitchen.write(page, to: "soup.cook")
    #expect(try kitchen.souschef("import", "--dry-run", "soup.cook").code == 65)
  }

  @Test func `fifty megabytes are refused without a crash`() throws {
    let kitchen = try Kitchenette()
    let file = kitchen.folder.appending(path: "large.yaml")
    try Data(repeating: UInt8(ascii: "a"), count: 50 << 20).write(to: file)
    let finished = try kitchen.souschef("import", "large.yaml")
    #expect(finished.code == 65)
    #expect(!finished.wasKilled)
    #expect(finished.errors.utf8.count < 1000)
    #expect(try kitchen.databaseBytes().isEmpty)
  }

  @Test func `escape sequences never reach the reader`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      """
      {"dishes": [{"name": "Soup", "notes": "a\\u001b[2Jb", "says": {"start": "\\u001b]0;x\\u0007Hi"},
        "tags": ["\\u009b31m"], "ingredients": ["salt\\u001b[31m"],
        "steps": [{"title": "Stir\\u001b[31m", "blocking": "1m"}]}]}
      """, to: "kitchen.yaml")
    let imported = try kitchen.souschef("import", "kitchen.yaml")
    let outputs = try [
      ["dish", "show", "Soup"], ["dish", "list"], ["plan", "Soup"], ["cook", "Soup", "--simulate"],
      ["plan", "Soup", "--format", "gantt"], ["history", "show", "1"], ["plan", "\u{1B}[31m"],
      ["dish", "add", "\u{1B}[31m", "--waiting", "1m"], ["\u{1B}[31m"], ["plan", "--\u{1B}[31m"],
    ].map { try kitchen.souschef($0) }
    for finished in [imported] + outputs {
      let said = (finished.output + finished.errors).unicodeScalars
      #expect(!said.contains { $0.value == 0x1B || $0.value == 0x9B || $0.value == 7 })
    }
  }
}
