import KitchenModel

extension JSONValue {
  /// The text on one line, with a space after each `,` and `:`, as JSON Lines want it; no line end.
  package var compactText: String { text(.line) }

  /// The text of a document: a member or an element a line, two spaces a level, a line end at the
  /// end.
  package var documentText: String { text(.indented(level: 0)) + "\n" }

  enum Layout {
    case line
    case indented(level: Int)

    var inner: Layout {
      switch self {
      case .line: .line
      case .indented(let level): .indented(level: level + 1)
      }
    }

    /// Begins the next line at this level.
    func breakLine(in bytes: inout [UInt8]) {
      guard case .indented(let level) = self else { return }
      bytes.append(UInt8(ascii: "\n"))
      for _ in 0..<2 * level { bytes.append(UInt8(ascii: " ")) }
    }

    /// Separates two elements.
    func separate(in bytes: inout [UInt8]) {
      bytes.append(UInt8(ascii: ","))
      if case .line = self { bytes.append(UInt8(ascii: " ")) }
    }
  }

  private func text(_ layout: Layout) -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, layout: layout)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text.
  func write(to bytes: inout [UInt8], layout: Layout) {
    switch self {
    case .null: Self.append("null", to: &bytes)
    case .bool(let value): Self.append(value ? "true" : "false", to: &bytes)
    case .int(let value): Self.write(value, to: &bytes)
    case .decimal(let units, places: 3) where units % 1000 == 0:
      Self.write(units / 1000, to: &bytes)
    case .decimal(let units, let places):
      bytes += Self.decimalText(units: units, places: places).utf8
    case .real(let value): bytes += "\(value)".utf8
    case .string(let value): Self.write(value, to: &bytes)
    case .array(let elements):
      Self.write(elements, in: "[", "]", to: &bytes, layout: layout) { element, bytes in
        element.write(to: &bytes, layout: layout.inner)
      }
    case .object(let members):
      Self.write(members, in: "{", "}", to: &bytes, layout: layout) { member, bytes in
        Self.write(member.key, to: &bytes)
        Self.append(": ", to: &bytes)
        member.value.write(to: &bytes, layout: layout.inner)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], in opening: Unicode.Scalar, _ closing: Unicode.Scalar,
    to bytes: inout [UInt8], layout: Layout, each: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    for (index, element) in elements.enumerated() {
      if index > 0 { layout.separate(in: &bytes) }
      layout.inner.breakLine(in: &bytes)
      each(element, &bytes)
    }
    if !elements.isEmpty { layout.breakLine(in: &bytes) }
    bytes.append(UInt8(ascii: closing))
  }

  /// Writes a whole number, digit by digit.
  private static func write(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var (rest, unit) = (value.magnitude, UInt(1))
    while rest / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  /// Writes a string literal.
  ///
  /// Besides what JSON demands, everything that moves a cursor or changes direction is escaped:
  /// the value is the same, and a terminal that shows the text is safe.
  private static func write(_ value: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Nearly every string of a long list is so, and looking up a category costs fifty times this.
    let isCopied = value.utf8.withContiguousStorageIfAvailable { text in
      guard text.allSatisfy(isPlain) else { return false }
      bytes.append(contentsOf: text)
      return true
    }
    guard isCopied != true else { return }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{8}": bytes += "\\b".utf8
      case "\u{C}": bytes += "\\f".utf8
      case _ where scalar.isUnseen:
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let digits = String(unit, radix: 16)
          bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
        }
      default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
  }

  static func append(_ text: StaticString, to bytes: inout [UInt8]) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
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
