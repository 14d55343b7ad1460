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
    if let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(value) == nil
    {
      value = "'" + value
    }
    guard value.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
