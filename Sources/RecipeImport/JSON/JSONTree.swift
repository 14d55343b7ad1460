/// A JSON value with the members of objects in the order written.
package indirect enum JSONTree: Sendable, Hashable {
  /// `null`, and whatever stands for nothing (`NaN`, `undefined`).
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A finite number.
  case number(Double)
  /// A string.
  case string(String)
  /// Values in order.
  case array([JSONTree])
  /// Members in order; a key that comes again stays where it is.
  case object([Member])

  /// A key with its value.
  package struct Member: Sendable, Hashable {
    /// The key.
    package var key: String
    /// The value.
    package var value: JSONTree

    /// Creates a member.
    package init(_ key: String, _ value: JSONTree) {
      self.key = key
      self.value = value
    }
  }

  /// The value of the last member called `key`, which is the one that browsers take, without regard
  /// to ASCII case where none is written exactly so; nil for anything but an object.
  ///
  /// O(n) in the members.
  package subscript(key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    if let exact = members.last(where: { $0.key == key }) { return exact.value }
    let folded = key.lowercased()
    return members.last { $0.key.lowercased() == folded }?.value
  }

  /// The string; nil for anything else.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The members of an array, a value that is none as an array of one, `null` as nothing.
  package var elements: [JSONTree] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}
