extension StyledText {
  /// The characters with the colours of a terminal, a line end after every line.
  package var ansiText: String {
    text { text, style in
      "\u{1B}[\(Self.selectGraphicRendition(style))m\(text)\u{1B}[0m"
    }
  }

  /// The parameters of the sequence that switches a style on (ECMA-48, 8.3.117).
  private static func selectGraphicRendition(_ style: TextStyle) -> String {
    switch style {
    case .plain: "0"
    case .heading: "1"
    case .handsOn: "33"
    case .waiting: "36"
    case .preheating: "35"
    case .critical: "1;31"
    case .quiet: "2"
    case .alarming: "31"
    }
  }
}
