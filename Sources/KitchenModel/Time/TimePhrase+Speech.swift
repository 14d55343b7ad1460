/// Phrases of several words that say more than a name or a number of units.
extension TimePhrase {
  /// `22 november`, `november 22`, `nov 2025`, `22 nov 2025`: a month with its day, its year or both.
  /// Without a year the last such day; a number of four digits is a year.
  static func spokenDate(_ words: [String], _ calendar: LocalCalendar) -> TimePhrase? {
    guard (2...3).contains(words.count) else { return nil }
    var (day, month, year): (Int?, Int?, Int?)
    for word in words.map({ $0.hasSuffix(",") ? String($0.dropLast()) : $0 }) {
      if let index = index(of: word, in: months), month == nil {
        month = index + 1
      } else if let number = Int(word), word.utf8.count == 4, year == nil {
        year = number
      } else if let number = Int(ordinal(word)), (1...31).contains(number), day == nil {
        day = number
      } else {
        return nil
      }
    }
    guard let month else { return nil }
    guard let day else { return year.map { Self.month(year: $0, month, calendar) } }
    let years = year.map { [$0] } ?? [calendar.month.year, calendar.month.year - 1]
    for year in years {
      let number = Instant.daysSinceEpoch(year: year, month: month, day: day)
      guard Instant.civil(daysSinceEpoch: number) == (year, month, day) else { continue }
      if years.count == 1 || number <= calendar.today {
        return TimePhrase(calendar, number, number + 1)
      }
    }
    return nil
  }

  /// `22` for `22nd`.
  private static func ordinal(_ word: String) -> String {
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return word
  }

  /// `this morning`, `last night`, `tonight`, `yesterday evening`.
  static func partOfDay(_ words: [String], _ calendar: LocalCalendar) -> TimePhrase? {
    if words == ["tonight"] { return hours(18...24, of: calendar.today, calendar) }
    guard words.count == 2 else { return nil }
    let hours: ClosedRange<Int>
    switch words[1] {
    case "morning": hours = 5...12
    case "afternoon": hours = 12...18
    case "evening", "night": hours = 18...24
    default: return nil
    }
    switch words[0] {
    case "this", "today": return Self.hours(hours, of: calendar.today, calendar)
    case "yesterday", "last": return Self.hours(hours, of: calendar.today - 1, calendar)
    default: return nil
    }
  }

  private static func hours(
    _ hours: ClosedRange<Int>, of day: Int, _ calendar: LocalCalendar
  ) -> TimePhrase {
    let end =
      hours.upperBound == 24
      ? calendar.midnight(day + 1) : calendar.moment(day, .init(hour: hours.upperBound))
    return TimePhrase(start: calendar.moment(day, .init(hour: hours.lowerBound)), end: end)
  }

  /// `last 7 days`, `the past three weeks`: up to now, today included.
  static func lately(_ words: [String], _ calendar: LocalCalendar) -> TimePhrase? {
    let words = words.first == "the" ? Array(words.dropFirst()) : words
    guard words.count == 3, ["last", "past", "previous"].contains(words[0]),
      let count = count(words[1]), (1...100_000).contains(count), let unit = Unit(word: words[2])
    else { return nil }
    let start =
      switch unit {
      case .second, .minute, .hour: calendar.now - Seconds(count * unit.rawValue)
      case .day, .week, .fortnight:
        calendar.midnight(calendar.today - count * (unit.rawValue / 86_400))
      case .month, .year:
        calendar.midnight(calendar.day(monthsBack: count * (unit == .year ? 12 : 1)))
      }
    return TimePhrase(start: start, end: calendar.now)
  }
}
