/// Lines of text in styles: what every renderer for terminals returns.
package struct StyledText: Sendable, Hashable {
  /// The lines from top to bottom.
  package var lines: [StyledLine]

  /// Creates a text of `lines`.
  package init(lines: [StyledLine] = []) { self.lines = lines }

  /// The characters alone, a line end after every line.
  package var plainText: String { lines.map { $0.text + "\n" }.joined() }

  /// The characters as `paint` shows each stretch, a line end after every line.
  package func text(painting paint: (String, TextStyle) -> String) -> String {
    lines.map { line in
      line.spans.map { $0.style == .plain ? $0.text : paint($0.text, $0.style) }.joined() + "\n"
    }.joined()
  }

  /// Adds a line.
  mutating func append(_ line: StyledLine) { lines.append(line) }

  /// Adds a line of one style.
  mutating func append(_ text: String, _ style: TextStyle = .plain) {
    lines.append(StyledLine(text, style))
  }

  /// Adds sentences, broken between words to at most `width` columns, further lines indented.
  mutating func append(
    wrapping text: String, width: Int, indent: String = "", _ style: TextStyle = .plain
  ) {
    for line in WordWrap.lines(text, width: width, indent: indent) { append(line, style) }
  }

  /// Every line without spaces at its end and in at most `width` columns.
  func fitted(to width: Int) -> StyledText {
    StyledText(lines: lines.map { $0.fitted(to: width) })
  }
}
