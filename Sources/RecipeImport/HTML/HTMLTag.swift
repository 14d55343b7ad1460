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
  func attribute(_ name: String, in bytes: [UInt8]) -> String? {
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
      let found = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
      while position < end, bytes[position] <= 0x20 { position += 1 }
      guard position < end, bytes[position] == UInt8(ascii: "=") else {
        if found == name { return "" }
        if position == start { position += 1 }
        continue
      }
      position += 1
      while position < end, bytes[position] <= 0x20 { position += 1 }
      let value = Self.value(bytes, from: &position, to: end)
      if found == name { return HTMLText.line(String(decoding: value, as: UTF8.self)) }
    }
    return nil
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
