internal import KitchenModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Values as JSON text: the same value always gives the same bytes.
enum StoredJSON {
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

  /// Writes a list of names; most are empty, which needs no encoder.
  static func encodeNames(_ names: [String]) throws -> String {
    names.isEmpty ? "[]" : try encode(names)
  }

  /// Reads what ``encodeNames(_:)`` writes.
  static func decodeNames(_ text: String) throws -> [String] {
    text == "[]" ? [] : try decode(from: text)
  }
}
