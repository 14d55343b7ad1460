/// A tag, comment or declaration.
struct HTMLTag {
  /// The index of its `<`.
  let start: Int
  /// The name in lower case; empty for a comment or declaration.
  let name: String
  /// Whether it closes an element.
  let isClosing: Bool
  /// The attributes' text.
  let attributes: Range<Int>
  /// The index after its `>`.
  let end: Int

  /// Whether a line ends there in the text that readers see.
  var breaksLine: Bool { Self.blocks.contains(name) }

  private static let blocks: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6",
    "section", "article", "blockquote", "dd", "dt", "hr", "header", "footer",
  ]

  /// The value of an attribute, references decoded; empty for one without a value, nil for none.
  func attribute(_ name: StaticString, in bytes: [UInt8]) -> String? {
    rawAttribute(name, in: bytes).map { HTMLText.line(String(decoding: $0, as: UTF8.self)) }
  }

  /// The value of an attribute as it is written; empty for one without a value, nil for none.
  func rawAttribute(_ name: StaticString, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var position = attributes.lowerBound
    let end = attributes.upperBound
    while position < end {
      while position < end, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: "/") {
        position += 1
      }
      let start = position
      while position < end, bytes[position] > 0x20, bytes[position] != UInt8(ascii: "=") {
        position += 1
      }
      let isFound = Self.isName(bytes[start..<position], name)
      while position < end, bytes[position] <= 0x20 { position += 1 }
      guard position < end, bytes[position] == UInt8(ascii: "=") else {
        if isFound { return [] }
        if position == start { position += 1 }
        continue
      }
      position += 1
      while position < end, bytes[position] <= 0x20 { position += 1 }
      let value = Self.value(bytes, from: &position, to: end)
      if isFound { return value }
    }
    return nil
  }

  /// Whether bytes are a name without regard to ASCII case.
  private static func isName(_ bytes: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    bytes.count == name.utf8CodeUnitCount
      && name.withUTF8Buffer { name in
        zip(bytes, name).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
      }
  }

  private static func value(
    _ bytes: [UInt8], from position: inout Int, to end: Int
  ) -> ArraySlice<UInt8> {
    guard position < end else { return [] }
    let mark = bytes[position]
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      let start = position + 1
      position = start
      while position < end, bytes[position] != mark { position += 1 }
      defer { position = min(end, position + 1) }
      return bytes[start..<position]
    }
    let start = position
    while position < end, bytes[position] > 0x20 { position += 1 }
    return bytes[start..<position]
  }
}
