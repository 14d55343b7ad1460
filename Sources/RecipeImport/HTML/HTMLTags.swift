/// The tags of a page from front to back.
///
/// All of them together take O(n).
struct HTMLTags: Sequence, IteratorProtocol {
  /// A tag, and the content of an element that holds no markup: a script, a style, a title.
  struct Element {
    let tag: HTMLTag
    let content: Range<Int>?
  }

  private let bytes: [UInt8]
  private var tags: HTMLTagReader
  private var position = 0

  private static let plain: Set<String> = ["script", "style", "title", "textarea"]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tags = HTMLTagReader(bytes)
  }

  mutating func next() -> Element? {
    while let open = index(of: UInt8(ascii: "<"), from: position) {
      guard let tag = tags.tag(at: open) else {
        position = open + 1
        continue
      }
      position = tag.end
      // A drawing has empty titles, `<title/>`, which hold no plain text.
      let isEmpty = tag.name != "script" && bytes[tag.end - 2] == UInt8(ascii: "/")
      guard !tag.isClosing, Self.plain.contains(tag.name), !isEmpty else {
        return Element(tag: tag, content: nil)
      }
      position = close(of: tag.name, from: tag.end)
      return Element(tag: tag, content: tag.end..<position)
    }
    return nil
  }

  /// The index of the tag that closes an element whose content is plain text, or the end.
  private func close(of name: String, from start: Int) -> Int {
    let expected = Array(("</" + name).utf8)
    var position = start
    while let open = index(of: UInt8(ascii: "<"), from: position) {
      if open + expected.count <= bytes.count,
        zip(expected, bytes[open...]).allSatisfy({ $0 == $1 || $0 == $1 | 0x20 })
      {
        return open
      }
      position = open + 1
    }
    return bytes.count
  }

  private func index(of byte: UInt8, from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      if bytes[position] == byte { return position }
      position += 1
    }
    return nil
  }
}
