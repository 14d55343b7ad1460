package import JSON
package import KitchenModel

extension JSONValue {
  /// The value of a length of time: whole seconds, or null.
  package static func seconds(_ length: Seconds?) -> JSONValue {
    length.map { .int($0.count) } ?? .null
  }

  /// The value of an instant: ISO 8601 in UTC, or null.
  package static func instant(_ instant: Instant?) -> JSONValue {
    instant.map { .string($0.iso8601) } ?? .null
  }
}
