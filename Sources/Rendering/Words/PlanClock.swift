import KitchenModel

/// Tells the moments of a plan: on the clock where its start is known, else from its start.
struct PlanClock: Sendable {
  private let start: Instant?
  private let clock: LocalClock
  private let end: Seconds

  init(_ plan: Plan, _ clock: LocalClock) {
    start = plan.startAt
    self.clock = clock
    end = plan.horizon
  }

  /// `18:05` or, from the start, `0:05`.
  func text(_ moment: Seconds) -> String {
    guard let start else { return MomentText.clock(moment.count) }
    return clock.timeText(start + moment)
  }

  /// Whether the plan begins on one day and ends on another.
  var spansDays: Bool {
    guard let start else { return false }
    return clock.dayNumber(start) != clock.dayNumber(start + end)
  }

  /// The day of a moment, to group by; 0 for all where the start is not known.
  func day(_ moment: Seconds) -> Int { start.map { clock.dayNumber($0 + moment) } ?? 0 }

  /// `Sunday 22 November`; nil where the start is not known.
  func dayText(_ moment: Seconds) -> String? { start.map { clock.dayText($0 + moment) } }

  /// `Sun 22 Nov`; nil where the start is not known.
  func shortDayText(_ moment: Seconds) -> String? { start.map { clock.shortDayText($0 + moment) } }

  /// `18:05`, with the day where that is not the day of `other`.
  func text(_ moment: Seconds, from other: Seconds) -> String {
    day(moment) == day(other) ? text(moment) : fullText(moment)
  }

  /// `18:05`, with the day where the plan spans several.
  func fullText(_ moment: Seconds) -> String {
    guard spansDays, let day = shortDayText(moment) else { return text(moment) }
    return "\(day) \(text(moment))"
  }

  /// How far into its day on the clock, or from midnight of the first day, a moment lies: what
  /// axis marks are aligned to.
  func alignment(_ moment: Seconds) -> Int {
    guard let start else { return moment.count }
    return clock.localSeconds(start + moment)
  }
}

extension Plan {
  /// From the plan's start to when all is served and done.
  var horizon: Seconds { max(makespan, steps.map(\.end).max() ?? .zero) }
}
