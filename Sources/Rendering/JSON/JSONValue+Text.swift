import KitchenModel

extension JSONValue {
  /// The text on one line, with a space after each `,` and `:`, as JSON Lines want it; no line end.
  package var compactText: String {
    var text = ""
    write(to: &text, layout: .line)
    return text
  }

  /// The text of a document: a member or an element a line, two spaces a level, a line end at the
  /// end.
  package var documentText: String {
    var text = ""
    write(to: &text, layout: .indented(level: 0))
    return text + "\n"
  }

  private enum Layout {
    case line
    case indented(level: Int)

    var inner: Layout {
      switch self {
      case .line: .line
      case .indented(let level): .indented(level: level + 1)
      }
    }

    /// What stands before the first element, between two, and after the last.
    var breaks: (first: String, between: String, last: String) {
      switch self {
      case .line: ("", ", ", "")
      case .indented(let level):
        (
          "\n" + String(repeating: "  ", count: level + 1),
          ",\n" + String(repeating: "  ", count: level + 1),
          "\n" + String(repeating: "  ", count: level)
        )
      }
    }
  }

  private func write(to text: inout String, layout: Layout) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .decimal(let units, let places): text += Self.decimalText(units: units, places: places)
    case .real(let value): text += "\(value)"
    case .string(let value): Self.write(value, to: &text)
    case .array(let elements):
      Self.write(elements, in: "[", "]", to: &text, layout: layout) { element, text in
        element.write(to: &text, layout: layout.inner)
      }
    case .object(let members):
      Self.write(members, in: "{", "}", to: &text, layout: layout) { member, text in
        Self.write(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, layout: layout.inner)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], in opening: String, _ closing: String, to text: inout String,
    layout: Layout, each: (Element, inout String) -> Void
  ) {
    text += opening
    if !elements.isEmpty {
      let breaks = layout.breaks
      for (index, element) in elements.enumerated() {
        text += index == 0 ? breaks.first : breaks.between
        each(element, &text)
      }
      text += breaks.last
    }
    text += closing
  }

  /// Writes a string literal.
  ///
  /// Besides what JSON demands, everything that moves a cursor or changes direction is escaped:
  /// the value is the same, and a terminal that shows the text is safe.
  private static func write(_ value: String, to text: inout String) {
    text += "\""
    defer { text += "\"" }
    // Nearly every string of a long list is so, and looking up a category costs fifty times this.
    guard !value.utf8.allSatisfy(isPlain) else { return text += value }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case _ where scalar.isControl:
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether a byte is a character of its own that is written as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func decimalText(units: Int, places: Int) -> String {
    var digits = String(units.magnitude)
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = digits.dropLast(places)
    var fraction = digits.suffix(places)
    while fraction.last == "0" { fraction.removeLast() }
    return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
