package import KitchenModel

/// How the days to come are shown, in every format.
package struct WeekWords {
  let clock: LocalClock
  let now: Instant

  /// Creates the words for a moment on a clock.
  package init(clock: LocalClock, now: Instant) {
    self.clock = clock
    self.now = now
  }

  /// `Today, Friday 27 November`, `Tomorrow, Saturday 28 November`, `Sunday 29 November`.
  package func day(_ day: CookDay) -> String {
    switch day.number - clock.dayNumber(now) {
    case 0: "Today, \(day.spokenText)"
    case 1: "Tomorrow, \(day.spokenText)"
    default: day.spokenText
    }
  }

  /// `Today 21:30`, `Saturday 21:30`, `Saturday 5 December 21:30`.
  func moment(_ instant: Instant) -> String {
    let day = CookDay(number: clock.dayNumber(instant))
    let time = clock.timeText(instant)
    switch day.number - clock.dayNumber(now) {
    case 0: return "Today \(time)"
    case 1: return "Tomorrow \(time)"
    case 2...6: return "\(day.weekday) \(time)"
    default: return "\(day.spokenText) \(time)"
    }
  }

  /// When an entry's work begins: `18:05`, with its day where that is another.
  package func start(_ shown: PlannedWeek.Entry) -> String {
    guard let start = shown.startAt else { return "" }
    let day = CookDay(number: clock.dayNumber(start))
    return day == shown.entry.day
      ? clock.timeText(start) : "\(day.weekday.prefix(3)) \(clock.timeText(start))"
  }

  /// `Today 21:30: Knead (Bread), 15 min, for Sunday 12:00`.
  package func sentence(_ step: AheadStep) -> String {
    "\(moment(step.at)): \(work(step))"
  }

  /// `Knead (Bread), 15 min, for Sunday 12:00`.
  func work(_ step: AheadStep) -> String {
    "\(step.title) (\(step.dish)), \(step.length.spokenText), "
      + "for \(step.entry.day.weekday) \(step.entry.time.said)"
  }

  /// What there is to know of an entry beside its times; empty where nothing is.
  package func notes(_ shown: PlannedWeek.Entry) -> [String] {
    [shown.isCooked ? "cooked" : nil, late(shown), shown.trouble].compactMap(\.self)
      + shown.warnings.map(\.message)
  }

  /// That an entry which nobody cooks yet should have begun before now.
  private func late(_ shown: PlannedWeek.Entry) -> String? {
    guard let begin = shown.startAt, begin < now, shown.entry.runID == nil else { return nil }
    return "it should have started at \(start(shown)) to be served at \(shown.entry.time.said)"
  }
}
