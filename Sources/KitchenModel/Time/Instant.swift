/// A point in time, in milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Sendable, Hashable, Comparable {
  /// The milliseconds since the epoch.
  package var milliseconds: Int

  /// Creates the instant `milliseconds` after the epoch.
  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// Creates the instant `seconds` after the epoch.
  package init(epochSeconds seconds: Int) { milliseconds = seconds * 1000 }

  /// The last instant that ``iso8601`` tells in four digits of the year.
  package static let latest = Instant(
    epochSeconds: daysSinceEpoch(year: 10_000, month: 1, day: 1) * 86_400 - 1)

  /// The whole seconds since the epoch, rounded down.
  package var epochSeconds: Int { milliseconds.floorDivided(by: 1000).quotient }

  package static func + (instant: Instant, length: Seconds) -> Instant {
    Instant(milliseconds: instant.milliseconds + length.count * 1000)
  }

  package static func - (instant: Instant, length: Seconds) -> Instant {
    Instant(milliseconds: instant.milliseconds - length.count * 1000)
  }

  package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  /// The whole seconds from `earlier` to this instant, rounded down.
  package func seconds(since earlier: Instant) -> Seconds {
    Seconds((milliseconds - earlier.milliseconds).floorDivided(by: 1000).quotient)
  }
}

extension Int {
  /// The quotient rounded towards minus infinity, and the remainder that is never negative.
  package func floorDivided(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
