/// What lies between the values: spaces, comments, and the wrappers that hide data from old browsers.
extension LenientJSON {
  /// Goes past a byte order mark.
  mutating func skipByteOrderMark() {
    if bytes[position..<end].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
  }

  /// Goes to the next byte that is neither space nor comment nor wrapper; nil at the end.
  mutating func nextSignificant() -> UInt8? {
    while position < end {
      let byte = bytes[position]
      switch byte {
      case 0...0x20: position += 1
      case 0xC2 where follows([0xC2, 0xA0]):
        position += 2
        repairs.insert(.strayCharacter)
      case 0xEF where follows([0xEF, 0xBB, 0xBF]): position += 3
      case UInt8(ascii: "/") where follows("/*"): skipComment(2, to: "*/")
      // A wrapper is hidden from scripts behind `//`, so only the slashes go there.
      case UInt8(ascii: "/") where follows("//<![CDATA[") || follows("//]]>"): position += 2
      case UInt8(ascii: "/") where follows("//"): skipComment(2, to: "\n")
      case UInt8(ascii: "<") where follows("<![CDATA["):
        position += 9
        repairs.insert(.characterData)
      case UInt8(ascii: "]") where follows("]]>") && (containers.isEmpty || isWrapped):
        position += 3
        repairs.insert(.characterData)
      case UInt8(ascii: "<") where follows("<!--"): skipCommentMark()
      case UInt8(ascii: "-") where follows("-->"):
        position += 3
        repairs.insert(.comment)
      default: return byte
      }
    }
    return nil
  }

  private var isWrapped: Bool { repairs.contains(.characterData) && position + 3 >= end }

  /// An HTML comment around the whole value hides nothing; one inside it does.
  private mutating func skipCommentMark() {
    if root == nil, containers.isEmpty {
      position += 4
      repairs.insert(.comment)
    } else {
      skipComment(4, to: "-->")
    }
  }

  private mutating func skipComment(_ length: Int, to mark: StaticString) {
    repairs.insert(.comment)
    position += length
    while position < end, !follows(mark) { position += 1 }
    position = min(end, position + mark.utf8CodeUnitCount)
  }

  private func follows(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { follows($0) }
  }

  private func follows(_ expected: some Collection<UInt8>) -> Bool {
    guard position + expected.count <= end else { return false }
    return bytes[position..<position + expected.count].elementsEqual(expected)
  }
}
