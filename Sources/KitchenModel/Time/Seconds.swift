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

  /// No moment of a plan or a run is farther from its start: ten thousand years. Sums of as many lengths
  /// as a menu has, in milliseconds, stay within the numbers of a machine.
  package static let farthest = Seconds(10_000 * 366 * 86_400)

  /// Whether it is not beyond ``farthest``, in either direction.
  package var isNear: Bool { count.magnitude <= Self.farthest.count.magnitude }

  /// A length in minutes.
  package static func minutes(_ count: Int) -> Seconds { Seconds(count * 60) }

  package static func + (a: Seconds, b: Seconds) -> Seconds { Seconds(a.count + b.count) }
  package static func - (a: Seconds, b: Seconds) -> Seconds { Seconds(a.count - b.count) }
  package static func < (a: Seconds, b: Seconds) -> Bool { a.count < b.count }
}

extension Seconds: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    count = try container.decode(Int.self)
    guard isNear else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(count) seconds are farther than any plan or run goes")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}
