import Rainbow
import Rendering

extension Output {
  /// Writes styled text, in colour where that is wanted.
  static func show(_ text: StyledText) {
    write(wantsColour ? text.text { span, style in span.painted(style) } : text.plainText)
  }

  /// Writes a document, in colour where it has styles and that is wanted.
  static func show(_ document: FormattedText) {
    switch document {
    case .plain(let text): write(text)
    case .styled(let text): show(text)
    }
  }
}

extension String {
  /// The text in the colours of a style.
  func painted(_ style: TextStyle) -> String {
    switch style {
    case .plain: self
    case .heading: bold
    case .handsOn: yellow
    case .waiting: cyan
    case .preheating: magenta
    case .critical: red.bold
    case .quiet: dim
    case .alarming: red
    }
  }
}
