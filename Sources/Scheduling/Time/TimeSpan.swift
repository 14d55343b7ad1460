/// A length of time in the units of a problem's axis, or a sum of lengths that may be weighted.
public struct TimeSpan: Sendable, Hashable {
  /// The units; a distance backwards is negative.
  public let value: Int

  /// Creates a length of so many units.
  public init(_ value: Int) { self.value = value }
}

extension TimeSpan: DurationProtocol {
  /// No time.
  public static var zero: TimeSpan { TimeSpan(0) }

  /// Orders by length.
  public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.value < b.value }

  /// The sum.
  public static func + (a: TimeSpan, b: TimeSpan) -> TimeSpan { TimeSpan(a.value + b.value) }

  /// The difference.
  public static func - (a: TimeSpan, b: TimeSpan) -> TimeSpan { TimeSpan(a.value - b.value) }

  /// So many times the length.
  public static func * (length: TimeSpan, times: Int) -> TimeSpan { TimeSpan(length.value * times) }

  /// A part of the length, rounded towards zero.
  public static func / (length: TimeSpan, parts: Int) -> TimeSpan { TimeSpan(length.value / parts) }

  /// The ratio of two lengths.
  public static func / (a: TimeSpan, b: TimeSpan) -> Double { Double(a.value) / Double(b.value) }

  /// The length backwards.
  public static prefix func - (length: TimeSpan) -> TimeSpan { TimeSpan(-length.value) }
}

extension TimeSpan: ExpressibleByIntegerLiteral {
  /// Creates a length of so many units.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension TimeSpan: CustomStringConvertible {
  /// The units as a number.
  public var description: String { value.description }
}
