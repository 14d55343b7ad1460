/// The marks on the knob of a gas oven.
extension Temperature {
  /// What a gas oven's mark stands for, by the usual British table; nil for what is no mark from 1 to 9.
  package init?(gasMark mark: Int) {
    guard Self.celsiusOfMarks.indices.contains(mark - 1) else { return nil }
    let celsius = Self.celsiusOfMarks[mark - 1] * 10
    self.init(.celsius, lower: celsius, upper: celsius)
  }

  private static let celsiusOfMarks = [140, 150, 160, 180, 190, 200, 220, 230, 240]

  /// Reads `gas mark 4` or `gas 4`; nil for anything else.
  init?(gasMarkIn text: String) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    guard words.first == "gas", words.count == 2 || words.count == 3 && words[1] == "mark" else {
      return nil
    }
    self.init(gasMark: Int(words[words.count - 1]) ?? 0)
  }
}
