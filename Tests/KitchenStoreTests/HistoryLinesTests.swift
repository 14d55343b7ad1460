import KitchenModel
import Testing

@testable import KitchenStore

/// Lines that are read ahead come as if they were read one by one.
struct HistoryLinesTests {
  private let heading = #"{"format":"souschef.history/1"}"#

  @Test(arguments: [0, 1, 63, 64, 65, 2000])
  func `every line comes, in order`(count: Int) throws {
    let text = Array(String(repeating: heading + "\n", count: count).utf8)
    let lines = try HistoryLines(text).map { number, line in
      _ = try line.get()
      return number
    }
    #expect(lines == Array(0..<count).map { $0 + 1 })
  }

  @Test func `empty lines are passed over and counted`() throws {
    let text = Array("\n\(heading)\r\n \t\n\(heading)".utf8)
    #expect(HistoryLines(text).map(\.number) == [2, 4])
  }

  @Test func `what cannot be read is reported where it is, after what comes before it`() throws {
    var lines = Array(repeating: heading, count: 300)
    lines[200] = "{"
    lines[250] = #"{"format":"souschef.stored-plan/1","id":7,"plan":{}}"#
    lines[270] = "[]"
    var faults: [Int: String] = [:]
    for (number, line) in HistoryLines(Array(lines.joined(separator: "\n").utf8)) {
      do { _ = try line.get() } catch let fault as Diagnostic { faults[number] = fault.message }
    }
    #expect(
      faults == [
        201: "The line is not JSON.", 251: "Plan 7 of the history cannot be read.",
        271: "A record without a format is unknown.",
      ])
  }

  @Test func `a reader that stops early leaves the rest alone`() {
    let text = Array(String(repeating: heading + "\n", count: 5000).utf8)
    #expect(HistoryLines(text).prefix(3).map(\.number) == [1, 2, 3])
  }
}
