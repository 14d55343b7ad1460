/// A JSON value that keeps its keys in the order given.
///
/// A key that comes again stays where it is.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  /// `units` × 10^−`places`, written exactly and without trailing zeros.
  case decimal(units: Int, places: Int)
  /// A finite number, in the shortest form that reads back as the same.
  case real(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key with its value.
  package struct Member: Sendable, Hashable {
    /// The key.
    package var key: String
    /// What it stands for.
    package var value: JSONValue

    /// Creates a member.
    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a text that may be missing.
  package static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// The value of a number that may be missing.
  package static func number(_ number: Int?) -> JSONValue { number.map(JSONValue.int) ?? .null }

  /// The value of a number: whole where it is, else in the shortest form that reads back as the same;
  /// null for what JSON has no word for.
  package static func number(_ number: Double) -> JSONValue {
    guard number.isFinite else { return .null }
    if number == number.rounded(), abs(number) < 1e15 { return .int(Int(number)) }
    return .real(number)
  }

  /// The value of a list of texts.
  package static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral
{
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }

  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
}
