/// Bytes as UTF-8, whatever they were.
enum TextEncoding {
  /// Text as UTF-8.
  struct Result {
    /// The text, without a byte order mark.
    var bytes: [UInt8]
    /// The encoding it was read as where that was not UTF-8.
    var encoding: String?
    /// The character set that the page declares and in which it cannot be read; nil for none.
    var unreadable: String?
  }

  /// `bytes` as UTF-8: by their mark, as UTF-8 where they are, as the page declares, else as
  /// Windows-1252.
  ///
  /// O(n).
  static func utf8(_ bytes: [UInt8]) -> Result {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return Result(bytes: wide(bytes, low: 0, high: 1), encoding: "UTF-16")
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return Result(bytes: wide(bytes, low: 1, high: 0), encoding: "UTF-16")
    }
    let declared = DeclaredCharset(in: bytes).flatMap { $0.isUnicode ? nil : $0 }
    if declared?.hidesInASCII != true, String(validating: bytes, as: UTF8.self) != nil {
      return Result(bytes: bytes)
    }
    if let declared, let text = declared.text(of: bytes) {
      return Result(bytes: Array(text.utf8), encoding: declared.name)
    }
    var result =
      isMostlyUTF8(bytes)
      ? Result(bytes: repaired(bytes))
      : Result(bytes: fromWindows1252(bytes), encoding: "Windows-1252")
    result.unreadable = declared?.name
    return result
  }

  /// The character of a number from 0x80 to 0x9F in Windows-1252; nil for any other number.
  static func windows1252(_ value: UInt32) -> Unicode.Scalar? {
    guard (0x80..<0xA0).contains(value) else { return nil }
    return Unicode.Scalar(table[Int(value - 0x80)])
  }

  private static let table: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func wide(_ bytes: [UInt8], low: Int, high: Int) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for start in stride(from: 2, to: bytes.count - 1, by: 2) {
      units.append(UInt16(bytes[start + low]) | UInt16(bytes[start + high]) << 8)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Whether most characters outside ASCII are sound UTF-8, so that the others are damage.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var sound = 0
    var broken = 0
    for scalar in scalars where !scalar.isASCII {
      if scalar == "\u{FFFD}" { broken += 1 } else { sound += 1 }
    }
    return sound > 4 * broken
  }

  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      guard byte >= 0x80 else {
        result.append(byte)
        continue
      }
      let scalar = windows1252(UInt32(byte)) ?? Unicode.Scalar(byte)
      if let units = UTF8.encode(scalar) { result.append(contentsOf: units) }
    }
    return result
  }
}
