/// The end of the time that planning a week may take, shared out among its entries.
struct WeekDeadline: Sendable {
  private let end: ContinuousClock.Instant
  private let whole: ContinuousClock.Instant

  /// So much time from now on.
  init(_ time: Duration) {
    end = .now.advanced(by: time * 3 / 4)
    whole = .now.advanced(by: time)
  }

  private init(end: ContinuousClock.Instant, whole: ContinuousClock.Instant) {
    self.end = end
    self.whole = whole
  }

  /// Whether it is over.
  var hasPassed: Bool { .now >= end }

  /// What an entry may take: an even share of what those before it have left.
  func share(of place: Int, among count: Int) -> WeekDeadline {
    let left = ContinuousClock.now.duration(to: end) / (count - place)
    return WeekDeadline(end: .now.advanced(by: max(left, .milliseconds(5))), whole: whole)
  }

  /// What is left for planning entries together.
  var last: WeekDeadline { WeekDeadline(end: whole, whole: whole) }
}
