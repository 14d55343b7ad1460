import Foundation
import KitchenModel
import Testing

/// `history show --format`: a run as it happened, for other tools.
struct RunExportTests {
  /// A kitchen in which lunch was cooked at noon, the pasta two minutes longer than planned.
  private func cooked(_ name: String = "Pasta") throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "--waiting", "10m", "--", name)
    try kitchen.does("dish", "add", "Avocado", "--blocking", "2m")
    let actuals = try JSONSerialization.data(withJSONObject: ["\(name)/waiting": "12m"])
    try kitchen.write(String(decoding: actuals, as: UTF8.self), to: "actuals.json")
    try kitchen.souschef([
      "cook", "--simulate", "--actuals", "actuals.json", "--now", "2026-11-22T12:00:00Z", "--",
      name,
      "Avocado",
    ])
    return kitchen
  }

  @Test func `the chart has the true times`() throws {
    let text = try cooked().does("history", "show", "1", "--format", "mermaid").output
    let line = try #require(text.split(separator: "\n").first { $0.contains("waiting :") })
    let ends = line.split(separator: " ").suffix(2).map { $0.prefix(19) + "Z" }
    let instants = ends.compactMap { Instant(iso8601: String($0)) }
    try #require(instants.count == 2)
    #expect(instants[1].seconds(since: instants[0]) == Seconds(720))
  }

  @Test func `the calendar keeps to its format byte by byte`() throws {
    let kitchen = try cooked()
    let text = try kitchen.does("history", "show", "1", "--format", "ics").output
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "")
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(!lines.contains { $0.contains("\n") || $0.utf8.count > 75 })
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 3)
    #expect(lines.filter { $0 == "BEGIN:VALARM" }.count == 3)
    let identifiers = lines.filter { $0.hasPrefix("UID:") }
    #expect(Set(identifiers).count == 3)
    let again = try kitchen.does("history", "show", "1", "--format", "ics").output
    #expect(again.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") } == identifiers)
  }

  @Test(arguments: HostileNames.all)
  func `hostile names are harmless in every format`(name: String) throws {
    let kitchen = try cooked(name)
    for format in ["ics", "csv", "mermaid", "html", "svg", "gantt"] {
      let shown = try kitchen.souschef("history", "show", "1", "--format", format)
      #expect(shown.code == 0)
      #expect(!shown.output.contains("<script>") || ["csv", "ics", "gantt"].contains(format))
      if format == "csv" { #expect(!shown.output.contains("\r\n=")) }
    }
  }

  @Test func `a run that is not there, or a format that is none, is refused`() throws {
    let kitchen = try Kitchenette()
    #expect(try kitchen.souschef("history", "show", "7", "--format", "ics").code == 1)
    #expect(try kitchen.souschef("history", "show", "7", "--format", "pdf").code == 64)
  }
}
