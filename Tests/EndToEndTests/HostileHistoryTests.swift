import Foundation
import Testing

/// Histories of which a field was changed: what makes no sense is refused with its line, and nothing
/// that comes later stumbles over it.
struct HostileHistoryTests {
  /// A change of a text that `history export` writes, and what is said of it.
  struct Change: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let line: Int
    let reason: String
    var testDescription: String { "\(from) → \(to)" }
  }

  private static let changes = [
    Change(from: #""makespan":600"#, to: #""makespan":601"#, line: 2, reason: "otherwise"),
    Change(from: #""option":0"#, to: #""option":7"#, line: 2, reason: "no way it has"),
    Change(from: #""slots":2"#, to: #""slots":-1"#, line: 2, reason: "slots"),
    Change(from: #""count":4"#, to: #""count":4000000"#, line: 2, reason: "count"),
    Change(from: #""cooks":[0]"#, to: #""cooks":[9]"#, line: 2, reason: "cooks who are not there"),
    Change(
      from: #""dish":2,"step":0"#, to: #""dish":2,"step":3"#, line: 2, reason: "does not have"),
    Change(from: #""dish":2,"step":0"#, to: #""dish":1,"step":0"#, line: 2, reason: "comes twice"),
    Change(from: #""likely":600"#, to: #""likely":0"#, line: 2, reason: "How long"),
    Change(from: #""likely":600"#, to: #""likely":1e18"#, line: 2, reason: "cannot be read"),
    Change(from: #""units":1"#, to: #""units":0"#, line: 2, reason: "units"),
    Change(from: #""preheat":600"#, to: #""preheat":-600"#, line: 2, reason: "preheat"),
    Change(from: #""end":600"#, to: #""end":-600"#, line: 2, reason: "out of range"),
    Change(from: #""equipment":"burner""#, to: #""equipment":"wok""#, line: 2, reason: "wok"),
    Change(from: #""cause":"cooked""#, to: #""cause":"eaten""#, line: 2, reason: "made for"),
    Change(
      from: #""plannedEndSeconds":600"#, to: #""plannedEndSeconds":1000000000000000000"#, line: 3,
      reason: "cannot be read"),
    Change(
      from: #""actualEndSeconds":600"#, to: #""actualEndSeconds":601"#, line: 3, reason: "log says"),
    Change(from: #""replans":0"#, to: #""replans":5"#, line: 3, reason: "log says"),
    Change(from: #""place":[2,0]"#, to: #""place":[2,9]"#, line: 3, reason: "log"),
    Change(
      from: #""serve":"hot","serveOffsetSeconds""#,
      to: #""serve":"any","serveOffsetSeconds""#, line: 3, reason: "dishes"),
  ]

  @Test(arguments: changes)
  func `a history that makes no sense is refused with its line`(change: Change) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.does("cook", "lunch", "--simulate")
    var lines = try kitchen.does("history", "export").output.split(separator: "\n").map(String.init)
    let changed = lines[change.line - 1].replacing(change.from, with: change.to, maxReplacements: 1)
    try #require(changed != lines[change.line - 1])
    lines[change.line - 1] = changed
    try kitchen.write(lines.joined(separator: "\n") + "\n", to: "history.jsonl")

    let fresh = ["SOUSCHEF_DB": kitchen.folder.appending(path: "fresh.db").path()]
    let refused = try kitchen.souschef("history", "import", "history.jsonl", environment: fresh)
    #expect(refused.code == 65)
    #expect(refused.errors.hasPrefix("history.jsonl:\(change.line)"), "\(refused.errors)")
    #expect(refused.errors.contains(change.reason), "\(refused.errors)")
    #expect(try kitchen.souschef("doctor", environment: fresh).code == 0)
    #expect(try kitchen.souschef("history", "--json", environment: fresh).output == "[]\n")
  }

  @Test(arguments: [
    #""plannedStartSeconds": 0, "plannedEndSeconds": 1000000000000000000"#,
    #""plannedStartSeconds": 0, "plannedEndSeconds": 9, "actualEndSeconds": 9223372036854775807"#,
    #""plannedStartSeconds": 0, "plannedEndSeconds": 9, "actualStartSeconds": -9223372036854775808"#,
    #""plannedStartSeconds": -9223372036854775808, "plannedEndSeconds": 9223372036854775807"#,
    #""plannedStartSeconds": 0, "plannedEndSeconds": 2592001"#,
    #""plannedStartSeconds": 0, "plannedEndSeconds": 9, "dish": """#,
  ])
  func `a bare record that makes no sense is refused`(fields: String) throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      #"{"format": "souschef.run/1", "meal": "m", "startedAt": "2026-01-01T00:00:00Z", "#
        + #""steps": [{\#(fields), "step": "s", "kind": "waiting", "dish": "A"}]}"#,
      to: "record.jsonl")
    #expect(try kitchen.souschef("history", "import", "record.jsonl").code == 65)
    #expect(try kitchen.souschef("doctor").code == 0)
  }

  @Test(arguments: [#""replans": 9223372036854775807"#, #""plannedSeconds": -9223372036854775808"#])
  func `a bare record with a number beyond all sense is refused`(field: String) throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      #"{"format": "souschef.run/1", "meal": "m", "startedAt": "2026-01-01T00:00:00Z", "#
        + #""steps": [{"dish": "A", "step": "s", "kind": "waiting", "plannedStartSeconds": 0, "#
        + #""plannedEndSeconds": 60}], \#(field)}"#, to: "record.jsonl")
    #expect(try kitchen.souschef("history", "import", "record.jsonl").code == 65)
  }
}
