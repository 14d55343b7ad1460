package import Foundation
package import KitchenModel

/// Tells instants as a clock on the kitchen's wall shows them.
package struct LocalClock: Sendable, Hashable {
  /// The zone the clock hangs in.
  package var timeZone: TimeZone

  /// Creates a clock of a zone.
  package init(_ timeZone: TimeZone) { self.timeZone = timeZone }

  /// The seconds since 1970-01-01 00:00 on this clock.
  package func localSeconds(_ instant: Instant) -> Int {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    return instant.epochSeconds + timeZone.secondsFromGMT(for: date)
  }

  /// The days since 1970-01-01 on this clock.
  package func dayNumber(_ instant: Instant) -> Int {
    localSeconds(instant).floorDivided(by: 86_400).quotient
  }

  /// `18:05`, or `18:05:30` where seconds matter.
  package func timeText(_ instant: Instant) -> String {
    let second = localSeconds(instant).floorDivided(by: 86_400).remainder
    return MomentText.clock(second, hourDigits: 2)
  }

  /// `Sunday 22 November`.
  package func dayText(_ instant: Instant) -> String {
    let day = dayNumber(instant)
    let date = Instant.civil(daysSinceEpoch: day)
    return "\(weekday(day)) \(date.day) \(Self.months[date.month - 1])"
  }

  /// `Sun 22 Nov`.
  package func shortDayText(_ instant: Instant) -> String {
    let day = dayNumber(instant)
    let date = Instant.civil(daysSinceEpoch: day)
    return "\(weekday(day).prefix(3)) \(date.day) \(Self.months[date.month - 1].prefix(3))"
  }

  /// `2026-11-22 18:05`.
  package func dateTimeText(_ instant: Instant) -> String {
    let date = Instant.civil(daysSinceEpoch: dayNumber(instant))
    let second = localSeconds(instant).floorDivided(by: 86_400).remainder
    return ClockTime.dated(
      year: date.year, month: date.month, day: date.day,
      .init(hour: second / 3600, minute: second % 3600 / 60)
    ).text
  }

  private func weekday(_ day: Int) -> String {
    // The first day of 1970 was a Thursday.
    Self.weekdays[(day + 3).floorDivided(by: 7).remainder]
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
