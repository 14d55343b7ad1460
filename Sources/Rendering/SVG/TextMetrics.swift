/// How wide texts become in a sans-serif font that is not known: rather too wide than too narrow.
///
/// The factors are DejaVu Sans's, the widest of the common ones, rounded up.
enum TextMetrics {
  /// How much wider bold letters are, at most.
  static let boldness = 1.13

  /// The most that `text` takes at a font size, in the size's unit.
  static func width(of text: String, fontSize: Double) -> Double {
    text.reduce(0) { $0 + factor($1) } * fontSize
  }

  /// `text` in at most `width`; what does not fit is replaced by `…`.
  static func truncated(_ text: String, to width: Double, fontSize: Double) -> String {
    guard self.width(of: text, fontSize: fontSize) > width else { return text }
    var kept = ""
    var room = width / fontSize - factor("…")
    for character in text {
      room -= factor(character)
      guard room >= 0 else { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept.isEmpty && room < 0 && width < fontSize ? "" : kept + "…"
  }

  /// `text` in lines of at most `width`, broken between words.
  static func lines(of text: String, in width: Double, fontSize: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, self.width(of: last + " " + word, fontSize: fontSize) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private static func factor(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", "|", "'", ".", ",", ":", ";", " ", "!", "f", "t", "r", "(", ")": 0.43
    case "m", "w", "M", "W", "@", "%", "…", "—": 1.03
    case "a"..."z", "0"..."9": 0.65
    case "A"..."Z": 0.79
    default:
      // A character that terminals give two columns is an em square and sometimes a little more.
      character.isASCII ? 0.84 : DisplayWidth.of(character) == 2 ? 1.4 : 1.05
    }
  }
}
