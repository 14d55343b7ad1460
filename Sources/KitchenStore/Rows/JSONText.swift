internal import KitchenModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Values as JSON text: the same value always gives the same bytes.
enum JSONText {
  /// Writes a value with its keys in order.
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Reads what ``encode(_:)`` writes.
  static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from text: String) throws
    -> Value
  {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// A JSON text in which what moves a cursor or changes direction is escaped. Such scalars stand in
  /// strings alone, so that the value stays the same.
  static func escapingControls(in text: String) -> String {
    // Nearly every text is ASCII, in which SQLite escapes all of them but DEL.
    if text.utf8.allSatisfy({ $0 < 0x7F }) { return text }
    guard text.unicodeScalars.contains(where: \.isUnseen) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      guard scalar.isUnseen else {
        escaped.unicodeScalars.append(scalar)
        continue
      }
      for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
        let digits = String(unit, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return escaped
  }

  /// Writes a list of names; most are empty, which needs no encoder.
  static func encodeNames(_ names: [String]) throws -> String {
    names.isEmpty ? "[]" : try encode(names)
  }

  /// Reads what ``encodeNames(_:)`` writes.
  static func decodeNames(_ text: String) throws -> [String] {
    text == "[]" ? [] : try decode(from: text)
  }
}
