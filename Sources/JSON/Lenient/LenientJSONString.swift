/// Reads one string of JSON, from after its opening mark.
struct LenientJSONString {
  /// What was repaired.
  private(set) var repairs: Set<JSONRepair> = []
  /// Where reading goes on: after the closing mark.
  private(set) var position: Int

  private let bytes: [UInt8]
  private let end: Int
  private let mark: UInt8
  private var text: [UInt8] = []

  init(_ bytes: [UInt8], from start: Int, to end: Int, mark: UInt8) {
    self.bytes = bytes
    self.end = end
    self.mark = mark
    position = start
  }

  /// The text up to the mark that closes the string, or to the end.
  mutating func read() -> String {
    while position < end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case mark:
        if closes() { return finished() }
        repairs.insert(.innerQuote)
        text.append(byte)
      case UInt8(ascii: "\\"): readEscape()
      case 0..<0x20:
        repairs.insert(.controlCharacter)
        text.append(byte)
      default: text.append(byte)
      }
    }
    repairs.insert(.unclosed)
    return finished()
  }

  private mutating func finished() -> String {
    if let valid = String(validating: text, as: UTF8.self) { return valid }
    repairs.insert(.brokenUnicode)
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether what follows a mark can follow a string: else the mark belongs to the text.
  ///
  /// Only white space is looked over, so that all looks together stay linear.
  private func closes() -> Bool {
    var next = position
    while next < end, bytes[next] <= 0x20 { next += 1 }
    guard next < end else { return true }
    switch bytes[next] {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"),
      UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "<"):
      return true
    case UInt8(ascii: "\""): return next > position
    default: return false
    }
  }

  private mutating func readEscape() {
    guard position < end else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): readScalar()
    default:
      repairs.insert(.escape)
      text.append(byte)
    }
  }

  private mutating func readScalar() {
    guard let first = hexadecimal() else {
      repairs.insert(.escape)
      text.append(UInt8(ascii: "u"))
      return
    }
    var value = first
    if (0xD800..<0xDC00).contains(first), position + 1 < end,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      let before = position
      position += 2
      if let second = hexadecimal(), (0xDC00..<0xE000).contains(second) {
        value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      } else {
        position = before
      }
    }
    let scalar: Unicode.Scalar
    if let valid = Unicode.Scalar(value) {
      scalar = valid
    } else {
      repairs.insert(.brokenUnicode)
      scalar = "\u{FFFD}"
    }
    text.append(contentsOf: Array(String(Character(scalar)).utf8))
  }

  /// Four hexadecimal digits; nil, and nothing read, where there are none.
  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }
}
