#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The calendar of a zone as it stands at one moment; days are numbered from 1970-01-01.
struct LocalCalendar {
  let now: Instant
  let zone: TimeZone
  /// The number of the present day.
  let today: Int

  init(now: Instant, zone: TimeZone) {
    self.now = now
    self.zone = zone
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(now.epochSeconds)))
    today = (now.epochSeconds + offset).floorDivided(by: 86_400).quotient
  }

  /// The present weekday, from 0 for Monday; the first day of 1970 was a Thursday.
  var weekday: Int { (today + 3).floorDivided(by: 7).remainder }

  /// The present year and month, from 1.
  var month: (year: Int, month: Int) {
    let date = Instant.civil(daysSinceEpoch: today)
    return (date.year, date.month)
  }

  /// The first instant of a day.
  func midnight(_ day: Int) -> Instant { moment(day, ClockTime.TimeOfDay(hour: 0)) }

  /// The instant of a time on a day.
  func moment(_ day: Int, _ time: ClockTime.TimeOfDay) -> Instant {
    let date = Instant.civil(daysSinceEpoch: day)
    return ClockTime.dated(year: date.year, month: date.month, day: date.day, time)
      .nearest(to: now, in: zone)
  }

  /// The same day of an earlier month, or that month's last where it is shorter.
  func day(monthsBack months: Int) -> Int {
    let date = Instant.civil(daysSinceEpoch: today)
    let first = Self.firstDay(date.year, date.month - months)
    let next = Self.firstDay(date.year, date.month - months + 1)
    return min(first + date.day - 1, next - 1)
  }

  /// The first day of a month, which may be counted beyond its year: 0 is December of the one before.
  static func firstDay(_ year: Int, _ month: Int) -> Int {
    let (years, index) = (month - 1).floorDivided(by: 12)
    return Instant.daysSinceEpoch(year: year + years, month: index + 1, day: 1)
  }
}
