/// A time on the kitchen's clock, as a cook writes it: of any day, or of a given one.
package enum ClockTime: Sendable, Hashable {
  /// `19:00`, `7pm`: of whichever day fits best.
  case timeOfDay(TimeOfDay)
  /// `2026-11-26 18:30`.
  case dated(year: Int, month: Int, day: Int, TimeOfDay)

  /// An hour, minute and second of a day.
  package struct TimeOfDay: Sendable, Hashable {
    /// 0 to 23.
    package var hour: Int
    /// 0 to 59.
    package var minute: Int
    /// 0 to 59.
    package var second: Int

    /// Creates a time of day from parts in their ranges.
    package init(hour: Int, minute: Int = 0, second: Int = 0) {
      self.hour = hour
      self.minute = minute
      self.second = second
    }
  }
}
