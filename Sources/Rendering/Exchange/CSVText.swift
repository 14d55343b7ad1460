/// Comma-separated values (RFC 4180) that are safe to open in a spreadsheet.
package enum CSVText {
  /// The rows as text, each ended by CRLF.
  package static func text(_ rows: [[String]]) -> String {
    rows.map { row in row.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell. One that a spreadsheet would take for a formula gets an apostrophe in front; a number
  /// stays a number.
  private static func cell(_ value: String) -> String {
    var value = value
    if let first = value.unicodeScalars.first, formulaMarks.contains(first), !isNumber(value) {
      value = "'" + value
    }
    guard value.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }

  /// What begins a formula, in the full-width form that some spreadsheets take too.
  private static let formulaMarks = Set("=+-@\t\r\n|＝＋－＠".unicodeScalars)

  /// A number in digits: `-3`, `+1.5`; not `-inf` or `-0x1p3`, which spreadsheets take for names.
  private static func isNumber(_ value: String) -> Bool {
    Double(value) != nil
      && value.utf8.dropFirst().allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
  }
}
