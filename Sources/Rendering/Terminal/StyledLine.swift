/// A line of text in stretches of one style each.
package struct StyledLine: Sendable, Hashable {
  /// A stretch of one style.
  package struct Span: Sendable, Hashable {
    /// The characters.
    package var text: String
    /// What they are.
    package var style: TextStyle
  }

  /// The stretches from left to right.
  package private(set) var spans: [Span] = []

  /// Creates an empty line.
  package init() {}

  /// Creates a line of one style.
  package init(_ text: String, _ style: TextStyle = .plain) { append(text, style) }

  /// Adds text at the end.
  package mutating func append(_ text: String, _ style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text += text
    } else {
      spans.append(Span(text: text, style: style))
    }
  }

  /// Adds another line's stretches at the end.
  package mutating func append(_ line: StyledLine) {
    for span in line.spans { append(span.text, span.style) }
  }

  /// The characters alone.
  package var text: String { spans.map(\.text).joined() }

  /// The columns it takes.
  package var width: Int { spans.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// The line without spaces at its end, cut with `…` to at most `width` columns.
  package func fitted(to width: Int) -> StyledLine {
    var whole = self
    whole.removeTrailingSpaces()
    guard whole.width > width else { return whole }
    guard width > 0 else { return StyledLine() }
    var cut = StyledLine()
    var room = width - 1
    for span in whole.spans {
      let kept = DisplayWidth.prefix(of: span.text, width: room)
      cut.append(kept, span.style)
      guard kept == span.text else { break }
      room -= DisplayWidth.of(kept)
    }
    cut.removeTrailingSpaces()
    cut.append("…", .quiet)
    return cut
  }

  private mutating func removeTrailingSpaces() {
    while let last = spans.indices.last {
      while spans[last].text.last == " " { spans[last].text.removeLast() }
      guard spans[last].text.isEmpty else { return }
      spans.removeLast()
    }
  }
}
