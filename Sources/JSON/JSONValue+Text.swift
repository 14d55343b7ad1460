extension JSONValue {
  /// The text on one line, with a space after each `,` and `:`, as JSON Lines want it; no line end.
  package var compactText: String { text(.line) }

  /// The text of a document: a member or an element a line, two spaces a level, a line end at the
  /// end.
  package var documentText: String { text(.indented(level: 0)) + "\n" }

  /// Where the lines of a text break.
  package enum Layout: Sendable {
    /// Nowhere.
    case line
    /// After each element, two spaces deeper a level.
    case indented(level: Int)

    var inner: Layout {
      switch self {
      case .line: .line
      case .indented(let level): .indented(level: level + 1)
      }
    }

    /// Begins the next line at this level.
    package func breakLine(in bytes: inout [UInt8]) {
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
  package func write(to bytes: inout [UInt8], layout: Layout) {
    switch self {
    case .null: Self.append("null", to: &bytes)
    case .bool(let value): Self.append(value ? "true" : "false", to: &bytes)
    case .int(let value): Self.write(value, to: &bytes)
    case .decimal(let units, places: 3) where units % 1000 == 0:
      Self.write(units / 1000, to: &bytes)
    case .decimal(let units, let places):
      bytes += Self.decimalText(units: units, places: places).utf8
    case .real(let value): bytes += "\(value)".utf8
    case .string(let value): JSONText.write(value, to: &bytes)
    case .array(let elements):
      Self.write(elements, in: "[", "]", to: &bytes, layout: layout) { element, bytes in
        element.write(to: &bytes, layout: layout.inner)
      }
    case .object(let members):
      Self.write(members, in: "{", "}", to: &bytes, layout: layout) { member, bytes in
        JSONText.write(member.key, to: &bytes)
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

  /// Appends text that is ASCII and needs no escape.
  package static func append(_ text: StaticString, to bytes: inout [UInt8]) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
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
