import Foundation
import JSON
import KitchenModel
import Rendering
import SouschefCore
import Testing

/// The one list of what a run's record says, to which everything that writes or reads one is held.
@Suite struct RunFieldsTests {
  /// The fields, in their order, as JSON names them.
  static let fields = [
    "id", "meal", "status", "mode", "speed", "policy", "planId", "startedAt", "finishedAt",
    "plannedSeconds", "actualSeconds", "replans", "rating",
  ]
  /// What a record that was written elsewhere must not say: they follow from the rest.
  static let derived: Set<String> = ["planId", "actualSeconds"]

  /// A record as `souschef.run/1`.
  static let record = """
    {"format": "souschef.run/1", "id": 3, "meal": "tea", "status": "finished", "mode": "scaled", \
    "speed": 2.5, "policy": "static", "startedAt": "2026-11-22T12:00:00Z", \
    "finishedAt": "2026-11-22T12:06:00Z", "plannedSeconds": 300, "replans": 0, "rating": 4, \
    "steps": [{"dish": "Tea", "step": "waiting", "kind": "waiting", "status": "finished", \
    "plannedStartSeconds": 0, "plannedEndSeconds": 300, "actualStartSeconds": 0, \
    "actualEndSeconds": 360, "cooks": [], "endedBy": "cook"}]}
    """

  private func kitchen(importing text: String, named name: String) throws -> Workspace {
    let kitchen = try Workspace.inMemory()
    _ = try ImportHistory(SourceFile(name: name, bytes: Array(text.utf8))).perform(in: kitchen)
    return kitchen
  }

  private func run(in kitchen: Workspace) throws -> Run {
    try ShowRun(id: 3).perform(in: kitchen).value.run
  }

  private func export(_ format: HistoryFormat, from kitchen: Workspace) throws -> String {
    var text = ""
    _ = try ExportHistory(format).perform(in: kitchen) { text += $0 }
    return text
  }

  private func keys(_ value: JSONValue?) -> [String] {
    if case .object(let members) = value { members.map(\.key) } else { [] }
  }

  @Test func `the record has them in order`() throws {
    let run = try run(in: kitchen(importing: Self.record, named: "run.json"))
    #expect(keys(JSONValue(listed: run)).dropFirst().prefix(Self.fields.count) == Self.fields[...])
  }

  @Test func `both exports have them in order`() throws {
    let kitchen = try kitchen(importing: Self.record, named: "run.json")
    let lines = try export(.jsonl, from: kitchen).split(separator: "\n")
    let line = lines.last { $0.contains("souschef.run/1") }
    let exported = keys(line.flatMap { LenientJSON.read(Array($0.utf8)).value })
    // A rating is among the edits of a whole run.
    #expect(exported.filter(Self.fields.contains) == Self.fields.dropLast())
    let head = try export(.csv, from: kitchen).prefix { $0 != "\r\n" && $0 != "\n" }
    let columns = head.split(separator: ",").map(String.init)
    #expect(
      columns.prefix(Self.fields.count - 1)
        == (["run"] + Self.fields.dropFirst().filter { $0 != "planId" })[...])
  }

  @Test func `every import takes them all in`() throws {
    let first = try kitchen(importing: Self.record, named: "run.json")
    let told = try run(in: first)
    for (format, name) in [(HistoryFormat.jsonl, "h.jsonl"), (.csv, "h.csv")] {
      let second = try kitchen(importing: export(format, from: first), named: name)
      #expect(
        try JSONValue(listed: run(in: second)).compactText == JSONValue(listed: told).compactText)
    }
    let text = JSONValue(listed: told).compactText
    let record = LenientJSON.read(Array(Self.record.utf8)).value
    for field in Self.fields where !Self.derived.contains(field) {
      let value = try #require(record?[field]).compactText
      #expect(text.contains("\"\(field)\": \(value)"))
    }
  }
}
