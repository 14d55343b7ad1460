/// A length of time in whole seconds, the resolution of everything the program plans and stores.
package struct Seconds: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// The whole seconds; negative only in time lags.
  package var count: Int

  /// Creates a length of `count` seconds.
  package init(_ count: Int) { self.count = count }

  /// No time at all.
  package static let zero = Seconds(0)

  /// The longest duration that is accepted: 30 days.
  package static let longest = Seconds(30 * 86_400)

  /// A length in minutes.
  package static func minutes(_ count: Int) -> Seconds { Seconds(count * 60) }

  package static func + (a: Seconds, b: Seconds) -> Seconds { Seconds(a.count + b.count) }
  package static func - (a: Seconds, b: Seconds) -> Seconds { Seconds(a.count - b.count) }
  package static func < (a: Seconds, b: Seconds) -> Bool { a.count < b.count }
}

extension Seconds: Codable {
  package init(from decoder: any Decoder) throws {
    count = try decoder.singleValueContainer().decode(Int.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}
