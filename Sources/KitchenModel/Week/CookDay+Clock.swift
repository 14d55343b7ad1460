#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

extension CookDay {
  /// The day that the cook's calendar shows at an instant.
  package init(of instant: Instant, in zone: TimeZone) {
    let date = Date(timeIntervalSince1970: Double(instant.epochSeconds))
    let local = instant.epochSeconds + zone.secondsFromGMT(for: date)
    self.init(number: local.floorDivided(by: 86_400).quotient)
  }

  /// The instant at which the clock shows a time on this day; one that the clock skips moves forward.
  package func instant(at time: ClockTime.TimeOfDay, in zone: TimeZone) -> Instant {
    let date = Instant.civil(daysSinceEpoch: number)
    return ClockTime.dated(year: date.year, month: date.month, day: date.day, time)
      .nearest(to: Instant(epochSeconds: number * 86_400), in: zone)
  }

  /// Whether the clock shows a time on this day, which it does not where it is put forward over it.
  package func has(_ time: ClockTime.TimeOfDay, in zone: TimeZone) -> Bool {
    ClockTime.timeOfDay(time).isShown(at: instant(at: time, in: zone), in: zone)
  }
}

extension ClockTime.TimeOfDay {
  /// `18:30`.
  package var said: String { ClockTime.timeOfDay(self).text }
}
