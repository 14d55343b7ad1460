import KitchenModel

/// How iCalendar files (RFC 5545) write texts, instants and lines.
enum ICalendarText {
  /// `20261126T183000Z`.
  static func utc(_ instant: Instant) -> String {
    Instant(epochSeconds: instant.epochSeconds).iso8601.filter { $0 != "-" && $0 != ":" }
  }

  /// TEXT of RFC 5545, 3.3.11, without what a calendar has no use for.
  static func escaped(_ text: String) -> String {
    TerminalText.sanitizedLines(text).map { line in
      var escaped = ""
      for character in line {
        if "\\;,".contains(character) { escaped.append("\\") }
        escaped.append(character)
      }
      return escaped
    }.joined(separator: "\\n")
  }

  /// Content lines of at most 75 octets (RFC 5545, 3.1), broken between characters.
  static func folded(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += size
    }
    return folded
  }

  /// A short name for a text: FNV-1a, 64 bits, in hexadecimal.
  static func identifier(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
