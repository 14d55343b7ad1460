import Rainbow
import Rendering

extension Output {
  /// Writes styled text, in colour where that is wanted.
  static func show(_ text: StyledText) {
    let colours = wantsColour
    write(text.text { span, style in colours ? span.painted(style) : span })
  }
}

extension String {
  /// The text in the colours of a style.
  func painted(_ style: TextStyle) -> String {
    switch style {
    case .plain: self
    case .heading: bold
    case .faint: dim
    case .handsOn: yellow
    case .waiting: blue
    case .good: green
    case .warning: red
    }
  }
}
