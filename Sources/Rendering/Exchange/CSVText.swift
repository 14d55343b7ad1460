import KitchenModel

/// Comma-separated values (RFC 4180) that are safe to open in a spreadsheet and to see on a
/// terminal.
///
/// What moves a cursor or changes direction, line ends and tabs aside, has no other form in CSV; it
/// becomes U+FFFD.
package enum CSVText {
  /// The rows as text, each ended by CRLF.
  package static func text(_ rows: [[String]]) -> String {
    var text = ""
    for row in rows { append(row, to: &text) }
    return text
  }

  /// Appends a row, ended by CRLF.
  static func append(_ row: [String], to text: inout String) {
    for (place, value) in row.enumerated() {
      if place > 0 { text += "," }
      text += isPlain(value) ? value : cell(value)
    }
    text += "\r\n"
  }

  /// Whether a value is a cell as it is: nearly every one of a long list is, and asking costs a
  /// fraction of what making sure does.
  private static func isPlain(_ value: String) -> Bool {
    guard let first = value.utf8.first else { return true }
    return isLetterOrDigit(first)
      && value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x2C }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// A cell. One that a spreadsheet would take for a formula gets an apostrophe in front; a number
  /// stays a number.
  private static func cell(_ value: String) -> String {
    var value = visible(value)
    if let first = value.unicodeScalars.first, formulaMarks.contains(first), !isNumber(value) {
      value = "'" + value
    }
    guard value.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }

  private static func visible(_ value: String) -> String {
    let scalars = value.unicodeScalars
    guard scalars.contains(where: \.isUnseen) else { return value }
    var visible = String.UnicodeScalarView()
    for index in scalars.indices {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      let isLineEnd =
        scalar == "\n" || scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
      // A mark of direction is not a loss.
      if scalar.isUnseen && !scalar.isControl { continue }
      visible.append(!scalar.isControl || isLineEnd || scalar == "\t" ? scalar : "\u{FFFD}")
    }
    return String(visible)
  }

  /// What begins a formula, in the full-width form that some spreadsheets take too.
  private static let formulaMarks = Set("=+-@\t\r\n|＝＋－＠".unicodeScalars)

  /// A number in digits: `-3`, `+1.5`; not `-inf` or `-0x1p3`, which spreadsheets take for names.
  private static func isNumber(_ value: String) -> Bool {
    Double(value) != nil
      && value.utf8.dropFirst().allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
  }
}
