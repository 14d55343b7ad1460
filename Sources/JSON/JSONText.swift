/// How a text stands in JSON: the one escaper there is.
package enum JSONText {
  /// The text as a literal, in quotation marks.
  package static func literal(_ text: String) -> String {
    var bytes: [UInt8] = []
    write(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a text as a literal, in quotation marks.
  ///
  /// Besides what JSON demands, everything that moves a cursor or changes direction is escaped:
  /// the value is the same, and a terminal that shows the text is safe.
  package static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Nearly every string of a long list is so, and looking up a category costs fifty times this.
    let isCopied = text.utf8.withContiguousStorageIfAvailable { text in
      guard text.allSatisfy(isPlain) else { return false }
      bytes.append(contentsOf: text)
      return true
    }
    guard isCopied != true else { return }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{8}": bytes += "\\b".utf8
      case "\u{C}": bytes += "\\f".utf8
      case _ where isEscaped(scalar): bytes += escape(scalar).utf8
      default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
  }

  /// A JSON text in which what moves a cursor or changes direction is escaped. Such scalars stand
  /// in literals alone, so that the value stays the same.
  package static func escapingControls(in text: String) -> String {
    // Nearly every text is ASCII, in which every writer escapes all of them but DEL.
    if text.utf8.allSatisfy({ $0 < 0x7F }) { return text }
    guard text.unicodeScalars.contains(where: isEscaped) else { return text }
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      if isEscaped(scalar) {
        escaped += escape(scalar)
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether a scalar moves a cursor, changes direction or is not a character at all.
  package static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default:
      (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        || [0x200E, 0x200F, 0x061C].contains(scalar.value)
    }
  }

  /// `\u001b`, in two parts beyond the basic plane.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    (UTF16.encode(scalar).map(Array.init) ?? []).map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  /// Whether a byte is a character of its own that is written as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
