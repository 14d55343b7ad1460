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

  @Test func `what is no kitchen file at all is refused`() throws {
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
