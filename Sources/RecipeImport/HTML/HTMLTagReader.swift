/// Reads tags from front to back.
///
/// All readings together take O(n): where no `>` is near, none is searched twice; where one is, a
/// tag is found and nothing before its end read again.
struct HTMLTagReader {
  private let bytes: [UInt8]
  /// The first `>` at or after the last place asked for; the count where there is none.
  private var nextClose = 0
  /// The first `-->` at or after the last comment's beginning; the count where there is none.
  private var nextCommentClose = 0

  /// The longest tag that is one, in bytes.
  private static let longest = 1 << 14

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The tag whose `<` is at `start`, which never goes back; nil where there is none.
  mutating func tag(at start: Int) -> HTMLTag? {
    if follows("<!--", at: start) { return comment(at: start) }
    nextClose = max(nextClose, start)
    while nextClose < bytes.count, bytes[nextClose] != UInt8(ascii: ">") { nextClose += 1 }
    guard nextClose < bytes.count, nextClose - start < Self.longest else { return nil }
    var position = start + 1
    let isClosing = bytes[position] == UInt8(ascii: "/")
    if isClosing { position += 1 }
    let nameStart = position
    while position < nextClose, Self.isNameByte(bytes[position]) { position += 1 }
    if position == nameStart {
      let mark = bytes[position]
      guard !isClosing, mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") else { return nil }
    } else if !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[nameStart] | 0x20) {
      // "Cool to <5 °C" is not a tag.
      return nil
    }
    let close = close(from: position)
    return HTMLTag(
      start: start, name: String(decoding: bytes[nameStart..<position], as: UTF8.self).lowercased(),
      isClosing: isClosing, attributes: position..<close, end: close + 1)
  }

  /// A comment, which may be long and have any marks in it; nil for one that never ends.
  private mutating func comment(at start: Int) -> HTMLTag? {
    // `<!-->` and `<!--->` are comments too.
    nextCommentClose = max(nextCommentClose, start + 2)
    while nextCommentClose < bytes.count, !follows("-->", at: nextCommentClose) {
      nextCommentClose += 1
    }
    guard nextCommentClose < bytes.count else { return nil }
    let end = nextCommentClose + 3
    return HTMLTag(start: start, name: "", isClosing: false, attributes: end..<end, end: end)
  }

  private func follows(_ mark: StaticString, at start: Int) -> Bool {
    mark.withUTF8Buffer { mark in
      start + mark.count <= bytes.count
        && bytes[start..<start + mark.count].elementsEqual(mark)
    }
  }

  /// The `>` that ends a tag: the first outside quotation marks, else the first of all.
  private func close(from start: Int) -> Int {
    var quote: UInt8?
    for position in start..<min(bytes.count, start + Self.longest) {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: ">") where quote == nil: return position
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == byte {
          quote = nil
        } else if quote == nil, [UInt8(ascii: "="), 0x20].contains(bytes[position - 1]) {
          quote = byte
        }
      default: break
      }
    }
    return nextClose
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 0x20) || (48...57).contains(byte)
  }
}
