#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// A moment to come, as people say it: `19:00`, `tomorrow 7pm`, `sunday at 18:30`,
/// `24.12.2026 18:00`, `24 december noon`, `in 2 hours`, `+90m`, `now`.
package struct TimeAhead: Sendable, Hashable {
  /// The moment; only a text with a date of its own can name one that is past.
  package let instant: Instant

  /// Reads a moment.
  ///
  /// A time alone is its next occurrence from `now` on. A weekday is the next one, today included
  /// while the time is still to come. A day without a year is its next one.
  ///
  /// - Throws: ``TimeAheadFault``.
  package init(parsing text: String, now: Instant, in zone: TimeZone) throws(TimeAheadFault) {
    let words = text.trimmed.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    if words == ["now"] {
      instant = Instant(epochSeconds: now.epochSeconds)
    } else if let length = Self.lengthAhead(words) {
      let length = try Self.seconds(length)
      let exact = Instant(epochSeconds: now.epochSeconds) + length
      // A length in whole minutes ends on a whole minute of the clock, rounded up.
      instant = length.count.isMultiple(of: 60) ? exact.wholeMinuteUp : exact
    } else {
      let said = words.filter { !Self.fillers.contains($0) }
      let calendar = LocalCalendar(now: now, zone: zone)
      guard let (day, rest) = try SpokenDay.found(in: said, calendar) else {
        let time = try Self.time(words.isEmpty ? "" : text)
        instant = time.nextOccurrence(after: now, in: zone)
        guard time.isShown(at: instant, in: zone) else { throw .clock(.skipped(text.trimmed)) }
        return
      }
      guard !rest.isEmpty else { throw .clock(.withoutTime(text.trimmed)) }
      guard case .timeOfDay(let time) = try Self.time(rest.joined(separator: " ")) else {
        throw .unreadable(text)
      }
      instant = day.instant(at: time, calendar)
      // "tonight at 7" is 19:00.
      let later = ClockTime.TimeOfDay(
        hour: time.hour + 12, minute: time.minute, second: time.second)
      let isShown = [time, later].contains { time in
        ClockTime.timeOfDay(time).isShown(at: instant, in: zone)
      }
      guard isShown else { throw .clock(.skipped(text.trimmed)) }
    }
  }

  private static let fillers: Set<String> = ["at", "on", "the", "this"]

  /// What stands behind `in` or `+`; nil where neither begins the text.
  private static func lengthAhead(_ words: [String]) -> [String]? {
    guard let first = words.first else { return nil }
    if first == "in" { return Array(words.dropFirst()) }
    guard first.hasPrefix("+") else { return nil }
    return ([String(first.dropFirst())] + words.dropFirst()).filter { !$0.isEmpty }
  }

  /// `2 hours`, `an hour`, `half an hour`, `90m`.
  private static func seconds(_ words: [String]) throws(TimeAheadFault) -> Seconds {
    if words == ["half", "an", "hour"] { return Seconds(1800) }
    let counted = words.map { word in
      Int(word) == nil ? TimePhrase.count(word).map { String($0) } ?? word : word
    }
    do {
      return try Seconds(durationText: counted.joined(separator: " "))
    } catch {
      throw .length(error)
    }
  }

  private static func time(_ text: String) throws(TimeAheadFault) -> ClockTime {
    do {
      return try ClockTime(parsing: text)
    } catch {
      if case .unreadable(let text) = error { throw .unreadable(text) }
      throw .clock(error)
    }
  }
}

/// A day that a text names beside a time.
private enum SpokenDay {
  /// So many days from today on.
  case ahead(Int)
  /// Today's evening: an hour from 5 to 11 is one after noon.
  case tonight
  /// The next such weekday, from 0 for Monday.
  case weekday(Int)
  /// A date; its next one where no year is given.
  case date(year: Int?, month: Int, day: Int)

  /// The day at either end of the words, and the words that are left.
  ///
  /// - Throws: ``TimeAheadFault`` for a date that the calendar does not have.
  static func found(
    in words: [String], _ calendar: LocalCalendar
  ) throws(TimeAheadFault) -> (SpokenDay, [String])? {
    for count in [3, 2, 1] where words.count >= count {
      if let day = try SpokenDay(words.prefix(count)) {
        return (day, Array(words.dropFirst(count)))
      }
      if let day = try SpokenDay(words.suffix(count)) { return (day, Array(words.dropLast(count))) }
    }
    return nil
  }

  private init?(_ words: ArraySlice<String>) throws(TimeAheadFault) {
    guard let first = words.first else { return nil }
    if words.count > 1 {
      try self.init(spoken: Array(words))
      return
    }
    switch first {
    case "today": self = .ahead(0)
    case "tomorrow": self = .ahead(1)
    case "tonight": self = .tonight
    default:
      if let weekday = TimePhrase.index(of: first, in: TimePhrase.weekdays) {
        self = .weekday(weekday)
      } else {
        try self.init(dotted: first)
      }
    }
  }

  /// `24 december`, `december 24th`, `24 dec 2026`.
  private init?(spoken said: [String]) throws(TimeAheadFault) {
    var words = said
    var year: Int?
    if words.count == 3 {
      guard words[2].utf8.count == 4, let number = Int(words[2]), number >= 1 else { return nil }
      year = number
      words.removeLast()
    }
    let months = words.map { TimePhrase.index(of: $0, in: TimePhrase.months) }
    let numbers = words.map { word in
      Int(["st", "nd", "rd", "th"].contains(String(word.suffix(2))) ? word.dropLast(2) : word[...])
    }
    if let day = numbers[0], let month = months[1] {
      try self.init(year: year, month: month + 1, day: day, said.joined(separator: " "))
    } else if let month = months[0], let day = numbers[1] {
      try self.init(year: year, month: month + 1, day: day, said.joined(separator: " "))
    } else {
      return nil
    }
  }

  /// `24.12.2026`, `24.12.`
  private init?(dotted text: String) throws(TimeAheadFault) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.prefix(2).compactMap { (1...2).contains($0.utf8.count) ? Int($0) : nil }
    guard parts.count == 3, numbers.count == 2 else { return nil }
    if parts[2].isEmpty {
      try self.init(year: nil, month: numbers[1], day: numbers[0], text)
    } else if parts[2].utf8.count == 4, let year = Int(parts[2]), year >= 1 {
      try self.init(year: year, month: numbers[1], day: numbers[0], text)
    } else {
      return nil
    }
  }

  /// A date that the calendar has: of a leap year where no year is given.
  private init(
    year: Int?, month: Int, day: Int, _ text: String
  ) throws(TimeAheadFault) {
    guard Self.number(year: year ?? 2024, month: month, day: day) != nil else {
      throw .clock(.noSuchDay(text))
    }
    self = .date(year: year, month: month, day: day)
  }

  private static func number(year: Int, month: Int, day: Int) -> Int? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let number = Instant.daysSinceEpoch(year: year, month: month, day: day)
    return Instant.civil(daysSinceEpoch: number) == (year, month, day) ? number : nil
  }

  /// The moment at which the clock shows a time on this day.
  func instant(at time: ClockTime.TimeOfDay, _ calendar: LocalCalendar) -> Instant {
    let now = calendar.now
    switch self {
    case .ahead(let days): return calendar.moment(calendar.today + days, time)
    case .tonight:
      var time = time
      if (5...11).contains(time.hour) { time.hour += 12 }
      return calendar.moment(calendar.today, time)
    case .weekday(let weekday):
      let days = (weekday - calendar.weekday).floorDivided(by: 7).remainder
      let next = calendar.moment(calendar.today + days, time)
      return days == 0 && next < now ? calendar.moment(calendar.today + 7, time) : next
    case .date(let year, let month, let day):
      let years = year.map { [$0] } ?? Array(calendar.month.year...calendar.month.year + 8)
      let moments = years.compactMap { year in
        Self.number(year: year, month: month, day: day).map { calendar.moment($0, time) }
      }
      return moments.first { $0 >= now } ?? moments.last ?? now
    }
  }
}

/// Why a text names no moment to come.
package enum TimeAheadFault: Explained, Hashable {
  /// No form of a moment.
  case unreadable(String)
  /// The time of day is wrong.
  case clock(ClockTimeFault)
  /// The length behind `in` or `+` is wrong.
  case length(DurationFault)

  package var message: String {
    switch self {
    case .unreadable(let text): "\(text.trimmed.quoted) is not a time."
    case .clock(let fault): fault.message
    case .length(let fault): fault.message
    }
  }

  package var hint: String {
    let forms = "19:00, 7pm, tomorrow 19:00, sunday 18:30, in 2 hours or 2026-11-26 18:30"
    switch self {
    case .unreadable(let text):
      return Self.corrected(text).map(NearMiss.question) ?? "Write it as \(forms)."
    case .clock(.empty), .clock(.unreadable): return "Write it as \(forms)."
    case .clock(.withoutTime(let text)): return ClockTimeFault.addTime(to: text.trimmed)
    case .clock(let fault): return fault.hint
    case .length(let fault): return fault.hint
    }
  }

  /// The text with its mistyped names of days and months as they are meant; nil where there are
  /// none.
  private static func corrected(_ text: String) -> String? {
    let names = TimePhrase.dayWords + TimePhrase.months
    let words = text.trimmed.split(separator: " ").map { word in
      word.count > 3 && word.allSatisfy(\.isLetter)
        ? NearMiss.best(of: names, for: String(word)) ?? String(word) : String(word)
    }
    let corrected = words.joined(separator: " ")
    return Name.key(of: corrected) == Name.key(of: text.trimmed) ? nil : corrected
  }
}
