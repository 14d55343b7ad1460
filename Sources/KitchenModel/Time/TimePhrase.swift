#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// A stretch of time as people name it when they look back: `yesterday`, `last week`, `2026-11`,
/// `3 days ago`, `7pm`, `last friday`.
package struct TimePhrase: Sendable, Hashable {
  /// Where it begins.
  package var start: Instant
  /// The first moment after it; equal to `start` where the phrase names a moment.
  package var end: Instant

  /// Reads a phrase.
  ///
  /// Days, weeks (from Monday), months and years are those of the calendar in `zone`; a weekday is
  /// its last one before today; a time alone is the last one before `now`; a bare duration such as
  /// `60d` is so long ago.
  ///
  /// - Throws: ``TimePhraseFault``.
  package init(parsing text: String, now: Instant, in zone: TimeZone) throws(TimePhraseFault) {
    let words = text.trimmed.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { throw TimePhraseFault(text: text, kind: .empty) }
    let phrase = words.joined(separator: " ")
    let calendar = LocalCalendar(now: now, zone: zone)
    if let found = Self.named(phrase, calendar) ?? Self.dated(phrase, calendar)
      ?? Self.spokenDate(words, calendar) ?? Self.partOfDay(words, calendar)
      ?? Self.lately(words, calendar)
    {
      self = found
    } else if let start = Self.ago(words, calendar) {
      self = start
    } else if let (moment, time) = Self.moment(phrase, calendar) {
      guard time?.isShown(at: moment, in: zone) ?? true else {
        throw TimePhraseFault(text: text, kind: .skipped)
      }
      self = TimePhrase(start: moment, end: moment)
    } else {
      throw TimePhraseFault(text: text, kind: .unreadable)
    }
  }

  init(start: Instant, end: Instant) {
    self.start = start
    self.end = end
  }

  /// The whole days from `first` up to but without `next`, by number.
  init(_ calendar: LocalCalendar, _ first: Int, _ next: Int) {
    self.init(start: calendar.midnight(first), end: calendar.midnight(next))
  }

  private static func named(_ phrase: String, _ calendar: LocalCalendar) -> TimePhrase? {
    let today = calendar.today
    switch phrase {
    case "now": return TimePhrase(start: calendar.now, end: calendar.now)
    case "today": return TimePhrase(calendar, today, today + 1)
    case "yesterday": return TimePhrase(calendar, today - 1, today)
    case "tomorrow": return TimePhrase(calendar, today + 1, today + 2)
    case "day before yesterday", "the day before yesterday":
      return TimePhrase(calendar, today - 2, today - 1)
    default: break
    }
    let parts = phrase.split(separator: " ").map(String.init)
    guard let name = parts.last, parts.count <= 2 else { return nil }
    let isLast = parts.count == 2 && ["last", "past", "previous"].contains(parts[0])
    guard parts.count == 1 || isLast || parts[0] == "this" else { return nil }
    if let weekday = index(of: name, in: weekdays) {
      let back = (calendar.weekday - weekday).floorDivided(by: 7).remainder
      let day = today - (back == 0 && parts.first != "this" ? 7 : back)
      return TimePhrase(calendar, day, day + 1)
    }
    if let month = index(of: name, in: months) {
      let (year, current) = calendar.month
      let isOver = month + 1 < current || (month + 1 == current && !isLast)
      return Self.month(year: isOver ? year : year - 1, month + 1, calendar)
    }
    guard parts.count == 2 else { return nil }
    let shift = isLast ? -1 : 0
    let (year, month) = calendar.month
    switch name {
    case "week":
      let monday = today - calendar.weekday + 7 * shift
      return TimePhrase(calendar, monday, monday + 7)
    case "weekend":
      let saturday = today - calendar.weekday + 5
      let isAhead = isLast && saturday + 2 > today
      return TimePhrase(calendar, saturday - (isAhead ? 7 : 0), saturday + 2 - (isAhead ? 7 : 0))
    case "month": return Self.month(year: year, month + shift, calendar)
    case "year": return Self.year(year + shift, calendar)
    default: return nil
    }
  }

  /// `2026`, `2026-11`, `2026-11-22`.
  private static func dated(_ phrase: String, _ calendar: LocalCalendar) -> TimePhrase? {
    let parts = phrase.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, parts[0].utf8.count == 4, numbers[0] >= 1,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) })
    else { return nil }
    switch numbers.count {
    case 1: return year(numbers[0], calendar)
    case 2:
      return (1...12).contains(numbers[1]) ? month(year: numbers[0], numbers[1], calendar) : nil
    case 3:
      let day = Instant.daysSinceEpoch(year: numbers[0], month: numbers[1], day: numbers[2])
      guard Instant.civil(daysSinceEpoch: day) == (numbers[0], numbers[1], numbers[2]) else {
        return nil
      }
      return TimePhrase(calendar, day, day + 1)
    default: return nil
    }
  }

  /// `3 days ago`, `a week ago`, `60d`.
  private static func ago(_ words: [String], _ calendar: LocalCalendar) -> TimePhrase? {
    guard words.last == "ago" else {
      guard words.count == 1, words[0].last?.isLetter == true,
        let length = try? Seconds(lagText: words[0]), length > .zero
      else { return bareLength(words, calendar) }
      return TimePhrase(start: calendar.now - length, end: calendar.now - length)
    }
    return bareLength(words.dropLast(), calendar)
  }

  private static func bareLength(
    _ words: some Collection<String>, _ calendar: LocalCalendar
  ) -> TimePhrase? {
    let parts = separated(words.joined(separator: " "))
    guard parts.count == 2, let unit = Unit(word: parts[1]) else { return nil }
    guard let count = count(parts[0]), (0...100_000).contains(count) else { return nil }
    switch unit {
    case .second, .minute, .hour:
      let moment = calendar.now - Seconds(count * unit.rawValue)
      return TimePhrase(start: moment, end: moment)
    case .day, .week, .fortnight:
      let day = calendar.today - count * (unit.rawValue / 86_400)
      return TimePhrase(calendar, day, day + 1)
    case .month, .year:
      let day = calendar.day(monthsBack: count * (unit == .year ? 12 : 1))
      return TimePhrase(calendar, day, day + 1)
    }
  }

  /// `60d` and `60 days` as two words.
  private static func separated(_ text: String) -> [String] {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty else { return text.split(separator: " ").map(String.init) }
    return [String(digits), text.dropFirst(digits.count).trimmed]
  }

  /// A moment, with what the clock shows then where it was named by that.
  private static func moment(
    _ phrase: String, _ calendar: LocalCalendar
  ) -> (Instant, ClockTime?)? {
    if let instant = Instant(iso8601: phrase.uppercased()) { return (instant, nil) }
    var body = phrase
    var daysBack: Int?
    for (word, days) in [("yesterday ", 1), ("today ", 0)] where body.hasPrefix(word) {
      body.removeFirst(word.count)
      daysBack = days
    }
    if body.hasPrefix("at ") { body.removeFirst(3) }
    guard let time = try? ClockTime(parsing: body) else { return nil }
    guard case .timeOfDay(let timeOfDay) = time else {
      return daysBack == nil ? (time.nearest(to: calendar.now, in: calendar.zone), time) : nil
    }
    if let daysBack { return (calendar.moment(calendar.today - daysBack, timeOfDay), time) }
    let today = calendar.moment(calendar.today, timeOfDay)
    let moment = today <= calendar.now ? today : calendar.moment(calendar.today - 1, timeOfDay)
    return (moment, time)
  }

  /// `three`, `a` or digits as a number.
  static func count(_ word: String) -> Int? {
    if ["a", "an"].contains(word) { return 1 }
    return numerals.firstIndex(of: word).map { $0 + 1 } ?? Int(word)
  }

  private static let numerals = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  static func month(year: Int, _ month: Int, _ calendar: LocalCalendar) -> TimePhrase {
    TimePhrase(
      calendar, LocalCalendar.firstDay(year, month), LocalCalendar.firstDay(year, month + 1))
  }

  private static func year(_ year: Int, _ calendar: LocalCalendar) -> TimePhrase {
    TimePhrase(calendar, LocalCalendar.firstDay(year, 1), LocalCalendar.firstDay(year + 1, 1))
  }

  /// The place of a name or of its first letters, three at least.
  static func index(of word: String, in names: [String]) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) }
  }

  /// The words for a day that are not a date.
  package static let dayWords = ["today", "tonight", "tomorrow"] + weekdays
  /// The weekdays' names, Monday first.
  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// A unit of looking back; the raw value is its seconds where it has a fixed number.
  enum Unit: Int {
    case second = 1
    case minute = 60
    case hour = 3600
    case day = 86_400
    case week = 604_800
    case fortnight = 1_209_600
    case month = -1
    case year = -2

    init?(word: String) {
      switch word {
      case "s", "sec", "secs", "second", "seconds": self = .second
      case "m", "min", "mins", "minute", "minutes": self = .minute
      case "h", "hr", "hrs", "hour", "hours": self = .hour
      case "d", "day", "days": self = .day
      case "w", "week", "weeks": self = .week
      case "fortnight", "fortnights": self = .fortnight
      case "month", "months": self = .month
      case "y", "year", "years": self = .year
      default: return nil
      }
    }
  }
}

/// Why a text names no time.
package struct TimePhraseFault: Explained, Hashable {
  /// What was written.
  package var text: String
  /// What is wrong with it.
  package var kind: Kind

  /// Creates a fault.
  package init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }

  /// The ways to be wrong.
  package enum Kind: Sendable, Hashable {
    case empty, unreadable
    /// The clocks are put forward over it.
    case skipped
  }

  package var message: String {
    switch kind {
    case .empty: "A time is missing."
    case .unreadable: "\(text.quoted) is not a time."
    case .skipped: ClockTimeFault.skipped(text.trimmed).message
    }
  }

  package var hint: String {
    kind == .skipped
      ? ClockTimeFault.skipped(text).hint
      : "Write it as yesterday, last week, last friday, 3 days ago, 2026-11, 2026-11-22 or 7pm."
  }
}
