/// How many columns of a terminal a text takes.
///
/// Source: Unicode Standard Annex 11 (East Asian Width); emoji as terminals show them, two columns.
package enum DisplayWidth {
  /// The columns that `text` takes. Linear in its length.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns that one character takes: 0, 1 or 2.
  package static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // A variation selector asks for the picture instead of the letter.
      if scalar == "\u{FE0F}" { return 2 }
      width = max(width, of(scalar))
    }
    return width
  }

  /// `text` in at most `width` columns; what does not fit is replaced by `…`.
  package static func truncated(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    guard width > 0 else { return "" }
    var kept = prefix(of: text, width: width - 1)
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// As many characters from the start of `text` as fit in `width` columns.
  package static func prefix(of text: String, width: Int) -> String {
    var kept = ""
    var room = width
    for character in text {
      room -= of(character)
      guard room >= 0 else { break }
      kept.append(character)
    }
    return kept
  }

  /// `text` filled with spaces to `width` columns, or cut to them.
  package static func padded(
    _ text: String, to width: Int, alignment: Alignment = .leading
  ) -> String {
    let fitting = truncated(text, to: width)
    let space = String(repeating: " ", count: max(0, width - of(fitting)))
    switch alignment {
    case .leading: return fitting + space
    case .trailing: return space + fitting
    }
  }

  /// On which side of its columns a text stands.
  package enum Alignment: Sendable, Hashable {
    /// At the start.
    case leading
    /// At the end, as numbers do.
    case trailing
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 || scalar.value == 0xAD ? 0 : 1 }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // The vowels and finals of a Hangul syllable stand in the space of its initial.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    if properties.isEmojiPresentation { return 2 }
    return isWide(scalar.value) ? 2 : 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wideRanges.contains { $0.contains(value) }
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
    0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
