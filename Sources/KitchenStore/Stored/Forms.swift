internal import KitchenModel

// A declared form names the keys that the database has beside the properties that the program has: who
// renames a property changes one side and leaves the rows of every kitchen alone. Golden files hold it.

extension KeyedDecodingContainer {
  /// The value of a key that must be there.
  func read<Value: Decodable>(_ key: Key) throws -> Value { try decode(Value.self, forKey: key) }

  /// The value of a key; nil where it is missing or null.
  func find<Value: Decodable>(_ key: Key) throws -> Value? {
    try decodeIfPresent(Value.self, forKey: key)
  }

  /// Says that a value cannot be what the form describes.
  func refused(_ key: Key, _ reason: String) -> DecodingError {
    .dataCorruptedError(forKey: key, in: self, debugDescription: reason)
  }
}

extension Encoder {
  /// Writes the members of an object; one that is nil is left out.
  func write<Key: CodingKey, each Value: Encodable>(
    _ member: repeat (Key, (each Value)?)
  ) throws {
    var form = container(keyedBy: Key.self)
    repeat try form.encodeIfPresent((each member).1, forKey: (each member).0)
  }
}

/// The keys of a case's values: unnamed ones go by their place.
enum PlaceKey: String, CodingKey {
  case first = "_0"
  case fourth = "_3"
  case year, month, day
}
