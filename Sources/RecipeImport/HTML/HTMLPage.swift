/// What of a saved web page matters here: its title, its address and the scripts that hold JSON-LD.
struct HTMLPage {
  /// The text of `<title>`.
  private(set) var title: String?
  /// The canonical address the page gives.
  private(set) var address: String?
  /// The places of the JSON-LD scripts' contents.
  private(set) var scripts: [Range<Int>] = []

  /// Scans a page.
  ///
  /// O(n): every byte is looked at a bounded number of times.
  init(_ bytes: [UInt8]) {
    var tags = HTMLTagReader(bytes)
    var position = 0
    while let open = Self.index(of: UInt8(ascii: "<"), in: bytes, from: position) {
      guard let tag = tags.tag(at: open), !tag.isClosing else {
        position = open + 1
        continue
      }
      position = tag.end
      switch tag.name {
      case "script", "style", "title", "textarea":
        let close = Self.close(of: tag.name, in: bytes, from: tag.end)
        take(tag, content: tag.end..<close, in: bytes)
        position = close
      case "link", "meta": takeAddress(tag, in: bytes)
      default: break
      }
    }
  }

  private mutating func take(_ tag: HTMLTag, content: Range<Int>, in bytes: [UInt8]) {
    if tag.name == "title", title == nil {
      title = HTMLText.line(String(decoding: bytes[content], as: UTF8.self))
    }
    guard tag.name == "script", let type = Self.attribute("type", of: tag, in: bytes),
      type.lowercased().contains("ld+json")
    else { return }
    scripts.append(content)
  }

  private mutating func takeAddress(_ tag: HTMLTag, in bytes: [UInt8]) {
    guard address == nil else { return }
    if tag.name == "link", Self.attribute("rel", of: tag, in: bytes)?.lowercased() == "canonical" {
      address = Self.attribute("href", of: tag, in: bytes)
    } else if tag.name == "meta",
      Self.attribute("property", of: tag, in: bytes)?.lowercased() == "og:url"
    {
      address = Self.attribute("content", of: tag, in: bytes)
    }
  }

  /// The value of an attribute, references decoded.
  private static func attribute(_ name: String, of tag: HTMLTag, in bytes: [UInt8]) -> String? {
    var position = tag.attributes.lowerBound
    let end = tag.attributes.upperBound
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
        if position == start { position += 1 }
        continue
      }
      position += 1
      while position < end, bytes[position] <= 0x20 { position += 1 }
      let value = attributeValue(bytes, from: &position, to: end)
      if found == name { return HTMLText.line(String(decoding: value, as: UTF8.self)) }
    }
    return nil
  }

  private static func attributeValue(
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

  /// The index of the tag that closes an element whose content is plain text, or the end.
  private static func close(of name: String, in bytes: [UInt8], from start: Int) -> Int {
    let expected = Array(("</" + name).utf8)
    var position = start
    while let open = index(of: UInt8(ascii: "<"), in: bytes, from: position) {
      if open + expected.count <= bytes.count,
        zip(expected, bytes[open...]).allSatisfy({ $0 == $1 || $0 == $1 | 0x20 })
      {
        return open
      }
      position = open + 1
    }
    return bytes.count
  }

  private static func index(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      if bytes[position] == byte { return position }
      position += 1
    }
    return nil
  }
}
