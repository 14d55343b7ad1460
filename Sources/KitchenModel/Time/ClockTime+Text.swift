/// Clock times as cooks write them: `19:00`, `19:00:30`, `7pm`, `7:30 pm`, `7.30pm`, `19h30`, `19h`,
/// `noon`, `midnight`, `2026-11-26 18:30`, `2026-11-26T18:30`.
extension ClockTime {
  /// Reads a clock time.
  ///
  /// - Throws: ``ClockTimeFault``.
  package init(parsing text: String) throws(ClockTimeFault) {
    let body = text.trimmed.lowercased()
    guard !body.isEmpty else { throw .empty }
    let head = body.prefix(10)
    let numbers = head.split(separator: "-", omittingEmptySubsequences: false)
    guard head.utf8.count == 10, numbers.map(\.utf8.count) == [4, 2, 2],
      let year = Int(digits: numbers[0]), let month = Int(digits: numbers[1]),
      let day = Int(digits: numbers[2])
    else {
      self = .timeOfDay(try TimeOfDay(body, in: text))
      return
    }
    let days = Instant.daysSinceEpoch(year: year, month: month, day: day)
    guard Self.years.contains(year),
      Instant.civil(daysSinceEpoch: days) == (year, month, day)
    else {
      throw .noSuchDay(String(text.trimmed.prefix(10)))
    }
    let rest = body.dropFirst(10)
    guard let mark = rest.first else { throw .withoutTime(text) }
    guard mark == "t" || mark.isWhitespace else { throw .unreadable(text) }
    let time = rest.dropFirst().trimmed
    guard !time.isEmpty else { throw .withoutTime(text) }
    self = .dated(year: year, month: month, day: day, try TimeOfDay(time, in: text))
  }

  /// The form that files use and that ``init(parsing:)`` reads back equal: `19:00`,
  /// `2026-11-26 18:30`.
  package var text: String {
    switch self {
    case .timeOfDay(let time): time.text
    case .dated(let year, let month, let day, let time):
      "\(year.padded(4))-\(month.padded(2))-\(day.padded(2)) \(time.text)"
    }
  }
}

extension ClockTime.TimeOfDay {
  /// Reads a time of day in lower case without space at its ends.
  fileprivate init(_ body: String, in text: String) throws(ClockTimeFault) {
    switch body {
    case "noon": self.init(hour: 12)
    case "midnight": self.init(hour: 0)
    default:
      var clock = body[...]
      var half: Int?
      for (suffix, start) in [("am", 0), ("pm", 12), ("a.m.", 0), ("p.m.", 12)]
      where clock.hasSuffix(suffix) {
        clock = clock.dropLast(suffix.count)
        half = start
        break
      }
      var shown = clock.trimmed
      let isWholeHour = shown.hasSuffix("h")
      if isWholeHour { shown.removeLast() }
      let marks = Set(shown.filter { ":.h".contains($0) })
      let parts = shown.split(omittingEmptySubsequences: false) { marks.contains($0) }
      guard marks.count <= 1, !isWholeHour || (parts.count == 1 && half == nil) else {
        throw .unreadable(text)
      }
      let numbers = parts.compactMap { Int(digits: $0) }
      guard numbers.count == parts.count else {
        let isZoned = body.hasSuffix("z") || body.contains("+")
        throw isZoned && body.first?.isNumber == true ? .zoned(text) : .unreadable(text)
      }
      guard (1...3).contains(parts.count), parts[0].utf8.count <= 2,
        parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
        numbers.dropFirst().allSatisfy({ $0 < 60 })
      else { throw .unreadable(text) }
      guard parts.count > 1 || half != nil || isWholeHour else {
        throw numbers[0] < 24 ? .bareHour(text) : .unreadable(text)
      }
      guard half == nil ? numbers[0] < 24 : (1...12).contains(numbers[0]) else {
        throw .unreadable(text)
      }
      let hour = half.map { numbers[0] % 12 + $0 } ?? numbers[0]
      self.init(
        hour: hour, minute: numbers.count > 1 ? numbers[1] : 0,
        second: numbers.count > 2 ? numbers[2] : 0)
    }
  }

  /// `19:00`, with seconds only where there are any.
  fileprivate var text: String {
    let shown = second == 0 ? [hour, minute] : [hour, minute, second]
    return shown.map { $0.padded(2) }.joined(separator: ":")
  }
}

extension Int {
  /// Reads digits alone: no sign, no other script's digits.
  fileprivate init?(digits: some StringProtocol) {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    self.init(digits)
  }

  fileprivate func padded(_ width: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, width - text.count)) + text
  }
}
