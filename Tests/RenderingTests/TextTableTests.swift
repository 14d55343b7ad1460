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

  @Test func `the widest column that may shrink gives way first`() {
    var table = TextTable([.init("x", shrinks: true), .init("y", shrinks: true), .init("z")])
    table.append(["abcdefghijkl", "abcdef", "123"])
    #expect(lines(table, width: 21)[1] == "abcdefg…  abcdef  123")
    #expect(lines(table, width: 20)[1] == "abcdef…  abcdef  123")
    #expect(lines(table, width: 12)[1] == "abcde…  abc…")
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
