import KitchenModel

/// Makes the cook's own words safe to show on a terminal.
package enum TerminalText {
  /// `text` on one line, without escape sequences, control characters and direction overrides.
  ///
  /// A complete escape sequence (CSI, OSC and its kin, or a short one) goes as a whole; of an
  /// unfinished one only the introducer goes, so that no text is swallowed. Line ends and tabs
  /// become single spaces. Linear in the length of `text`.
  ///
  /// Source: ECMA-48, 5.3–5.6.
  package static func sanitized(_ text: String) -> String {
    // Nearly every text is clean already.
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    let scalars = Array(text.unicodeScalars)
    var clean = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if let end = endOfSequence(in: scalars, at: index) {
        index = end
        continue
      }
      if isBreak(scalar) {
        if clean.last != " " { clean.append(" ") }
      } else if !isUnsafe(scalar) {
        clean.append(scalar)
      }
      index += 1
    }
    return String(clean)
  }

  /// The lines of `text`, each sanitized.
  package static func sanitizedLines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { sanitized(String($0)) }
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    return scalar.isUnseen || scalar == "\u{FEFF}" || (0xFFF9...0xFFFB).contains(scalar.value)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// Where the escape sequence that begins at `start` ends; nil when none does, or none is whole.
  private static func endOfSequence(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    switch scalars[start].value {
    case 0x9B: endOfControlSequence(in: scalars, from: start + 1)
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: endOfControlString(in: scalars, from: start + 1)
    case 0x1B where start + 1 < scalars.count:
      switch scalars[start + 1] {
      case "[": endOfControlSequence(in: scalars, from: start + 2)
      case "]", "P", "X", "^", "_": endOfControlString(in: scalars, from: start + 2)
      default: endOfShortSequence(in: scalars, from: start + 1)
      }
    default: nil
    }
  }

  private static func endOfControlSequence(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    while index < scalars.count, (0x20...0x3F).contains(scalars[index].value) { index += 1 }
    guard index < scalars.count, (0x40...0x7E).contains(scalars[index].value) else { return nil }
    return index + 1
  }

  /// Operating-system commands and their kin run to BEL or to the string terminator.
  private static func endOfControlString(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    for index in start..<max(start, scalars.count) {
      switch scalars[index].value {
      case 0x07, 0x9C: return index + 1
      case 0x1B where index + 1 < scalars.count && scalars[index + 1] == "\\": return index + 2
      default: continue
      }
    }
    return nil
  }

  private static func endOfShortSequence(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    while index < scalars.count, (0x20...0x2F).contains(scalars[index].value) { index += 1 }
    guard index < scalars.count, (0x30...0x7E).contains(scalars[index].value) else { return nil }
    return index + 1
  }
}
