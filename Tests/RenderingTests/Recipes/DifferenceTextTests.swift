import KitchenModel
import Rendering
import TestSupport
import Testing

@Suite struct DifferenceTextTests {
  private func lines(_ stored: String, _ read: String) -> [String] {
    let difference = ImportReport.Difference(name: "Soup", stored: stored, read: read)
    return DifferenceText.text(of: difference).plainText.split(separator: "\n").map(String.init)
  }

  @Test func `what went stands before what came in its place`() {
    #expect(
      lines("name: Soup\nwaiting: 20m\nserve: hot\n", "name: Soup\nwaiting: 25m\nserve: hot\n") == [
        "Soup differs:", "  name: Soup", "- waiting: 20m", "+ waiting: 25m", "  serve: hot",
      ])
  }

  @Test func `what came first or last is shown there`() {
    #expect(lines("b\n", "a\nb\nc\n") == ["Soup differs:", "+ a", "  b", "+ c"])
    #expect(lines("a\nb\nc\n", "b\n") == ["Soup differs:", "- a", "  b", "- c"])
    #expect(lines("", "a\n") == ["Soup differs:", "+ a"])
    #expect(lines("a\n", "") == ["Soup differs:", "- a"])
  }

  @Test func `no control of a file reaches the terminal`() {
    let text = lines("a\u{1B}[2J\n", "b\u{7}\n").joined()
    #expect(!text.unicodeScalars.contains { $0.value < 32 })
  }

  @Test(arguments: 0..<100)
  func `both versions can be read off the difference`(seed: Int) {
    var numbers = SeededNumbers(seed: seed)
    func text() -> [String] {
      (0..<numbers.next(below: 9)).map { _ in "abc".map(String.init)[numbers.next(below: 3)] }
    }
    let (stored, read) = (text(), text())
    let shown = lines(
      stored.joined(separator: "\n"), read.joined(separator: "\n")
    ).dropFirst()
    func side(without mark: Character) -> [String] {
      shown.filter { $0.first != mark }.map { String($0.dropFirst(2)) }
    }
    #expect(side(without: "+") == stored, "seed \(seed)")
    #expect(side(without: "-") == read, "seed \(seed)")
  }
}
