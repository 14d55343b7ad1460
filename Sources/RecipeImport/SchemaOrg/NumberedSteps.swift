/// Parts a text that numbers its steps: `1. Chop the leeks. 2. Fry them.`
enum NumberedSteps {
  /// The parts, each with its number; the text alone where it does not count from one on.
  ///
  /// A number begins a part where it comes next, stands behind the end of a sentence, and has a mark
  /// behind it. O(n).
  static func parts(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    guard begins(1, in: bytes, at: 0) else { return [text] }
    var starts = [0]
    var position = 2
    while position < bytes.count {
      if bytes[position - 1] == 0x20, Self.ends.contains(bytes[position - 2]),
        begins(starts.count + 1, in: bytes, at: position)
      {
        starts.append(position)
      }
      position += 1
    }
    guard starts.count > 1 else { return [text] }
    return zip(starts, starts.dropFirst() + [bytes.count]).map { start, end in
      Substring(String(decoding: bytes[start..<end], as: UTF8.self)).trimmedOfSpaces.description
    }
  }

  /// Whether a number with a mark and a space behind it begins there.
  private static func begins(_ number: Int, in bytes: [UInt8], at start: Int) -> Bool {
    let digits = "\(number)".utf8
    let end = start + digits.count
    return end + 1 < bytes.count && bytes[start..<end].elementsEqual(digits)
      && (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"))
      && bytes[end + 1] == 0x20
  }

  private static let ends = Set(".!?):;".utf8)
}
