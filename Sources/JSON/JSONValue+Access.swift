extension JSONValue {
  /// The value of the last member called `key`, which is the one that browsers take, without regard
  /// to ASCII case where none is written exactly so; nil for anything but an object.
  ///
  /// O(n) in the members.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    if let exact = members.last(where: { $0.key == key }) { return exact.value }
    let folded = key.lowercased()
    return members.last { $0.key.lowercased() == folded }?.value
  }

  /// The string; nil for anything else.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number; nil for anything else.
  package var double: Double? {
    switch self {
    case .int(let number): Double(number)
    case .decimal(let units, let places): Double("\(units)e-\(places)")
    case .real(let number): number
    default: nil
    }
  }

  /// The members of an array, a value that is none as an array of one, `null` as nothing.
  package var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}
