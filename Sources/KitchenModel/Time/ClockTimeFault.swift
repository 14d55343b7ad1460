/// Why a text is not a clock time.
package enum ClockTimeFault: Explained, Hashable {
  /// Nothing, or only spaces.
  case empty
  /// No form of a time.
  case unreadable(String)
  /// A number that might be an hour.
  case bareHour(String)
  /// A day that no calendar has.
  case noSuchDay(String)
  /// A date alone.
  case withoutTime(String)
  /// A time with a zone of its own.
  case zoned(String)
  /// A time over which the clock is put forward.
  case skipped(String)

  package var message: String {
    switch self {
    case .empty: "A clock time is missing."
    case .unreadable(let text), .bareHour(let text): "\(text.quoted) is not a clock time."
    case .noSuchDay(let text): "The calendar has no day \(text.quoted)."
    case .withoutTime(let text): "The date \(text.quoted) has no time."
    case .skipped(let text): "\(text.quoted) does not exist: the clocks are put forward over it."
    case .zoned(let text): "The time \(text.quoted) names a zone."
    }
  }

  package var hint: String {
    switch self {
    case .empty, .unreadable: "Write it as 19:00, 7pm, 7:30 pm, noon or 2026-11-26 18:30."
    case .bareHour(let text): "Write \(text.trimmed.prefix(2)):00, or add am or pm."
    case .noSuchDay: "Check the day and the month; a date is written as 2026-11-26."
    case .withoutTime(let text): Self.addTime(to: String(text.trimmed.prefix(10)))
    case .skipped: "Choose a time before or after the change."
    case .zoned: "Leave the zone out; times are in the zone of TZ."
    }
  }

  /// How a day is written with its time: in quotes, for a command line takes words apart at spaces.
  static func addTime(to day: String) -> String { "Add one, as in \("\(day) 18:30".quoted)." }
}
