/// The text of a piece of HTML, as a reader sees it.
enum HTMLText {
  /// How often references are decoded: text that went through two programs was encoded twice.
  private static let rounds = 3

  /// The text on one line: references decoded, tags gone, white space collapsed.
  ///
  /// O(n).
  static func line(_ html: String) -> String {
    let text = withoutTags(decoded(html), breakingLines: false)
    return collapsed(text)
  }

  /// The lines of the text, none empty: a line ends at a line break, and where a block, an item or
  /// a row does.
  ///
  /// O(n).
  static func lines(_ html: String) -> [String] {
    withoutTags(decoded(html), breakingLines: true)
      .split { $0 == 0x0A || $0 == 0x0D }
      .map { collapsed(Array($0)) }
      .filter { !$0.isEmpty }
  }

  /// A page's own markup as text for the above: its line breaks are white space, while those of a
  /// string in its data are line breaks.
  static func markup(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }

  private static func decoded(_ html: String) -> [UInt8] {
    var bytes = Array(html.utf8)
    for _ in 0..<rounds where bytes.contains(UInt8(ascii: "&")) {
      bytes = HTMLEntities.decoded(bytes)
    }
    return bytes.contains(UInt8(ascii: "\\")) ? withLineBreaks(bytes) : bytes
  }

  /// `\r` and `\n` written out, by a program that escaped its text twice, as line breaks.
  private static func withLineBreaks(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0
      if bytes[position] == UInt8(ascii: "\\"),
        next == UInt8(ascii: "n") || next == UInt8(ascii: "r")
      {
        result.append(0x0A)
        position += 2
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }

  private static func withoutTags(_ bytes: [UInt8], breakingLines: Bool) -> [UInt8] {
    var tags = HTMLTagReader(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<"), let tag = tags.tag(at: position) else {
        result.append(bytes[position])
        position += 1
        continue
      }
      if tag.breaksLine {
        result.append(breakingLines ? 0x0A : 0x20)
      }
      position = tag.end
    }
    return result
  }

  /// `bytes` as text with each run of white space as one space, none at the ends, and without the
  /// characters that have no width.
  static func collapsed(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var isPending = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\u{200B}", "\u{FEFF}", "\u{2060}": continue
      case "\u{00}"..." ", "\u{7F}": isPending = !scalars.isEmpty
      // Most of any text is ASCII, which needs no look at the tables.
      case _ where !scalar.isASCII && scalar.properties.isWhitespace:
        isPending = !scalars.isEmpty
      default:
        if isPending { scalars.append(" ") }
        isPending = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
