/// A point on the axis that a problem's times lie on, so many units after its origin.
///
/// Unit and origin are of the caller's choosing. Two points lie a ``TimeSpan`` apart; there is no sum
/// of them, nor does a point stand where a length is wanted.
public struct TimePoint: Sendable, Hashable {
  /// The units after the origin; negative before it.
  public let value: Int

  /// Creates the point so many units after the origin.
  public init(_ value: Int) { self.value = value }
}

extension TimePoint: InstantProtocol {
  /// Orders by time.
  public static func < (a: TimePoint, b: TimePoint) -> Bool { a.value < b.value }

  /// The point that lies later by a length.
  public func advanced(by length: TimeSpan) -> TimePoint { TimePoint(value + length.value) }

  /// How much later another point is.
  public func duration(to other: TimePoint) -> TimeSpan { TimeSpan(other.value - value) }

  /// The point that lies later by a length.
  public static func + (point: TimePoint, length: TimeSpan) -> TimePoint {
    point.advanced(by: length)
  }

  /// The point that lies earlier by a length.
  public static func - (point: TimePoint, length: TimeSpan) -> TimePoint {
    point.advanced(by: -length)
  }

  /// The length from the second point to the first.
  public static func - (later: TimePoint, earlier: TimePoint) -> TimeSpan {
    earlier.duration(to: later)
  }

  /// Moves the point to a later time.
  public static func += (point: inout TimePoint, length: TimeSpan) { point = point + length }

  /// Moves the point to an earlier time.
  public static func -= (point: inout TimePoint, length: TimeSpan) { point = point - length }
}

extension TimePoint: ExpressibleByIntegerLiteral {
  /// Creates the point so many units after the origin.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension TimePoint: CustomStringConvertible {
  /// The units as a number.
  public var description: String { value.description }
}
