import Foundation
import Testing

/// What moves a cursor or changes direction in a cook's words: no document has it as it is.
struct ControlCharacterTests {
  private static let evil = "a\u{1B}]0;T\u{7}b\u{9B}31mc\u{202E}d\u{2066}\u{200F}\u{7F}"

  private func kitchen() throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.write(
      #"""
      dishes:
        - name: Stew
          notes: "a\e]0;T\ab\u009b31mc\u202ed\u2066\u200f\x7f"
          ingredients: ["2 a\e]0;T\ab\u009b31mc\u202ed\u2066\u200f\x7f"]
          steps: [{title: "a\e]0;T\ab\u009b31mc\u202ed\u2066\u200f\x7f", waiting: 1m}]
      """#, to: "stew.yaml")
    try kitchen.does("import", "stew.yaml")
    try kitchen.does("cook", "Stew", "--simulate")
    try kitchen.does("history", "note", "1", Self.evil)
    return kitchen
  }

  private func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      scalar.value < 0x20 && scalar != "\n" && scalar != "\r"
        || (0x7F...0x9F).contains(scalar.value)
        || [0x200E, 0x200F, 0x061C].contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
  }

  @Test(arguments: [
    ["export"], ["export", "--format", "json"], ["export", "--format", "cook"],
    ["dish", "show", "Stew"],
    ["dish", "list", "--json"], ["history", "export"], ["history", "export", "--format", "csv"],
    ["history", "show", "1"], ["history", "show", "1", "--json"],
    ["history", "show", "1", "--csv"],
    ["plans", "show", "1", "--format", "ics"], ["plans", "show", "1", "--format", "csv"],
    ["plans", "show", "1", "--format", "markdown"], ["plans", "show", "1", "--format", "mermaid"],
    ["plans", "show", "1", "--format", "svg"], ["plans", "show", "1", "--format", "html"],
    ["db", "query", "SELECT notes FROM dish"], ["db", "query", "SELECT notes FROM dish", "--csv"],
    ["db", "query", "SELECT notes FROM dish", "--json"],
  ])
  func `no document has them`(command: [String]) throws {
    let finished = try kitchen().souschef(command)
    #expect(finished.code == 0)
    #expect(!hasControls(finished.output), "\(finished.output.debugDescription)")
  }

  @Test func `what a format can write as an escape comes back`() throws {
    let kitchen = try kitchen()
    for format in ["yaml", "json"] {
      try kitchen.does("export", "--format", format, "--output", "all.\(format)")
      let other = ["SOUSCHEF_DB": kitchen.folder.appending(path: "\(format).db").path()]
      try #require(try kitchen.souschef("import", "all.\(format)", environment: other).code == 0)
      let told = try kitchen.souschef(
        "db", "query", "SELECT notes FROM dish", "--json", environment: other)
      let rows = try told.json([[String: Any]].self)
      #expect(rows.first?["notes"] as? String == Self.evil)
    }
    let history = try kitchen.does("history", "export").output
    let run = try #require(history.split(separator: "\n").last)
    let record = try JSONSerialization.jsonObject(with: Data(run.utf8)) as? [String: Any]
    let edit = (record?["edits"] as? [[Any]])?.first
    #expect(edit?.contains { $0 as? String == Self.evil } == true)
  }

  @Test func `CSV has no escape, and says that something was there`() throws {
    let kitchen = try kitchen()
    #expect(
      try kitchen.does("db", "query", "SELECT notes FROM dish", "--csv").output
        == "notes\r\na\u{FFFD}]0;T\u{FFFD}b\u{FFFD}31mc\u{FFFD}d\u{FFFD}\u{FFFD}\r\n")
  }
}
