import Rendering
import Testing

struct TextTableTests {
  private func lines(_ table: TextTable, width: Int = 80) -> [String] {
    table.lines(width: width).map(\.text)
  }

  @Test func `columns are as wide as their widest text`() {
    var table = TextTable([.init("dish"), .init("min", alignment: .trailing)])
    table.append(["鍋", "5"])
    table.append(["Crêpe", "120"])
    #expect(lines(table) == ["dish   min", "鍋       5", "Crêpe  120"])
  }

  @Test func `a column without a text is left out and no line ends in a space`() {
    var table = TextTable([.init("a"), .init("b"), .init("c")])
    table.append(["1", "", "long"])
    table.append(["2", "", ""])
    #expect(lines(table) == ["a  c", "1  long", "2"])
  }

  @Test func `a text that its column is too narrow for goes on below`() {
    var table = TextTable([.init("x", shrinks: true), .init("y", shrinks: true), .init("z")])
    table.append(["abc def ghi", "abc de", "123"])
    table.append(["a", "b", "4"])
    #expect(
      lines(table, width: 20) == [
        "x        y       z", "abc def  abc de  123", "ghi", "a        b       4",
      ])
    #expect(lines(table, width: 14)[1...3] == ["abc  abc   123", "def  de", "ghi"])
  }

  @Test func `where there is no room for columns, every row is an entry of a list`() {
    var table = TextTable([.init("x", shrinks: true), .init("y"), .init("n", alignment: .trailing)])
    table.append(["long words", "more", "12"])
    table.append(["a", "", "3"])
    #expect(lines(table, width: 12) == ["long words,", "  y more, n", "  12", "a, n 3"])
  }

  @Test func `a number stays with its unit, and a long word is broken after a hyphen`() {
    var table = TextTable([.init("x", shrinks: true)])
    table.append(["in 1 h 05 or 25 min, 2 kg"])
    #expect(lines(table, width: 12) == ["x", "in 1 h 05 or", "25 min, 2 kg"])
    #expect(lines(table, width: 11) == ["x", "in 1 h 05", "or 25 min,", "2 kg"])
    #expect(lines(table, width: 8) == ["x", "in", "1 h 05", "or", "25 min,", "2 kg"])
    var ids = TextTable([.init("id", shrinks: true)])
    ids.append(["simmer-for-35-minutes-more"])
    #expect(lines(ids, width: 20) == ["id", "simmer-for-35-", "minutes-more"])
  }

  @Test func `a column says what it is in a list, as it is wanted`() {
    var table = TextTable([
      .init("when", label: .always), .init("dish", shrinks: true),
      .init("after", shrinks: true, label: .head),
      .init("kind", label: TextTable.Column.Label.none),
    ])
    table.append(["12:00", "Soup", "chop", "hands-on"])
    #expect(lines(table, width: 16) == ["when 12:00,", "  Soup, after", "  chop, hands-on"])
  }

  @Test func `a note runs across the columns`() {
    var table = TextTable([.init("a"), .init("b")])
    table.append(["1", "2"])
    table.append(note: StyledLine("a note that is long"))
    #expect(lines(table, width: 10) == ["a  b", "1  2", "a note th…"])
  }

  @Test func `styles survive and cost no columns`() {
    var table = TextTable([.init("a")])
    table.append([.init("hot", .critical)])
    let text = StyledText(lines: table.lines(width: 80))
    #expect(text.plainText == "a\nhot\n")
    #expect(text.ansiText == "\u{1B}[1ma\u{1B}[0m\n\u{1B}[1;31mhot\u{1B}[0m\n")
    #expect(text.text { "<\($1)>\($0)" } == "<heading>a\n<critical>hot\n")
  }
}
