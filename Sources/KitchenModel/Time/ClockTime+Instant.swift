#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The instants that a clock time means in a time zone.
///
/// A time that the clock skips (daylight saving begins) moves forward by what is skipped, for callers to
/// refuse (``isShown(at:in:)``); one that it shows twice means both, the first before the second.
extension ClockTime {
  /// The first instant from `now` on, `now`'s own second included, at which the clock shows this
  /// time; a dated time's instant even where it is past.
  package func nextOccurrence(after now: Instant, in zone: TimeZone) -> Instant {
    let start = Instant(epochSeconds: now.epochSeconds)
    let occurrences = occurrences(around: now, in: zone)
    return occurrences.first { $0 >= start } ?? occurrences[occurrences.count - 1]
  }

  /// Whether the clock shows this time at an instant that was found for it: it does not where it is put
  /// forward over the time, or over a dated time's whole day.
  package func isShown(at instant: Instant, in zone: TimeZone) -> Bool {
    let local = instant.epochSeconds + zone.offset(at: instant.epochSeconds)
    let (day, second) = local.floorDivided(by: 86_400)
    switch self {
    case .timeOfDay(let time):
      return second == time.secondsFromMidnight
    case .dated(let year, let month, let number, let time):
      return second == time.secondsFromMidnight
        && day == Instant.daysSinceEpoch(year: year, month: month, day: number)
    }
  }

  /// The same time with the day on which it was found at `instant`.
  package func dated(at instant: Instant, in zone: TimeZone) -> ClockTime {
    guard case .timeOfDay(let time) = self else { return self }
    let local = instant.epochSeconds + zone.offset(at: instant.epochSeconds)
    let civil = Instant.civil(daysSinceEpoch: local.floorDivided(by: 86_400).quotient)
    return .dated(year: civil.year, month: civil.month, day: civil.day, time)
  }

  /// The last instant before `moment` at which the clock shows this time; a dated time's instant
  /// wherever it lies.
  package func lastOccurrence(before moment: Instant, in zone: TimeZone) -> Instant {
    let occurrences = occurrences(around: moment, in: zone)
    return occurrences.last { $0 < moment } ?? occurrences[0]
  }

  /// The instant nearest to `reference`, the earlier of two as near; a dated time's instant.
  package func nearest(to reference: Instant, in zone: TimeZone) -> Instant {
    let occurrences = occurrences(around: reference, in: zone)
    let distance = { (instant: Instant) in
      abs(instant.milliseconds - reference.milliseconds)
    }
    return occurrences.dropFirst().reduce(occurrences[0]) {
      distance($1) < distance($0) ? $1 : $0
    }
  }

  /// The instants within two days of `reference` in order, at least one; for a dated time its
  /// first instant alone, wherever it lies.
  private func occurrences(around reference: Instant, in zone: TimeZone) -> [Instant] {
    switch self {
    case .dated(let year, let month, let day, let time):
      let days = Instant.daysSinceEpoch(year: year, month: month, day: day)
      return [Self.instants(days: days, time, in: zone)[0]]
    case .timeOfDay(let time):
      let local = reference.epochSeconds + zone.offset(at: reference.epochSeconds)
      let today = local.floorDivided(by: 86_400).quotient
      return (today - 1...today + 2).flatMap { Self.instants(days: $0, time, in: zone) }
    }
  }

  /// The one or two instants at which the clock shows a time on a day, in order.
  private static func instants(days: Int, _ time: TimeOfDay, in zone: TimeZone) -> [Instant] {
    let local = days * 86_400 + time.secondsFromMidnight
    // No zone changes its clock twice within two days.
    let (before, after) = (zone.offset(at: local - 86_400), zone.offset(at: local + 86_400))
    let hits = [before, after].filter { zone.offset(at: local - $0) == $0 }
    let offsets = hits.isEmpty ? [before] : before == after ? [before] : hits
    return offsets.map { Instant(epochSeconds: local - $0) }.sorted()
  }
}

extension ClockTime.TimeOfDay {
  /// Seconds since midnight on a day without a change of the clock.
  var secondsFromMidnight: Int { hour * 3600 + minute * 60 + second }
}

extension TimeZone {
  fileprivate func offset(at epochSeconds: Int) -> Int {
    secondsFromGMT(for: Date(timeIntervalSince1970: Double(epochSeconds)))
  }
}
