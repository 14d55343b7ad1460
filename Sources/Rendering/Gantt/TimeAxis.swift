import KitchenModel

/// The marks of a time axis: at round clock times, or at round distances from the start.
struct TimeAxis: Sendable {
  /// The marked moments from left to right.
  let marks: [Seconds]
  /// The distance of two marks.
  let interval: Seconds

  /// Creates an axis from 0 to `end` with at most `most` marks, aligned to `clock`.
  init(to end: Seconds, atMost most: Int, clock: PlanClock) {
    let wanted = end.count / max(1, most) + 1
    let interval = Self.intervals.first { $0 >= wanted } ?? Self.days(atLeast: wanted)
    let (_, past) = clock.alignment(.zero).floorDivided(by: interval)
    let first = past == 0 ? 0 : interval - past
    marks = stride(from: first, through: end.count, by: interval).map { Seconds($0) }
    self.interval = Seconds(interval)
  }

  /// The first mark of each day that has room for its name. One too close to the next day's gives
  /// way, for what comes after it is longer.
  ///
  /// - Parameter fits: Whether a name that begins at one mark ends before another.
  func dayMarks(on clock: PlanClock, where fits: (Seconds, Seconds) -> Bool) -> [Seconds] {
    var firsts: [Seconds] = []
    for mark in [.zero] + marks where firsts.last.map(clock.day) != clock.day(mark) {
      firsts.append(mark)
    }
    return firsts.enumerated().filter { place, mark in
      place + 1 == firsts.count || fits(mark, firsts[place + 1])
    }.map(\.element)
  }

  /// Round lengths in seconds, from one second to a day.
  private static let intervals: [Int] =
    [1, 5, 10, 30].map { $0 }
    + [1, 2, 5, 10, 15, 20, 30].map { $0 * 60 }
    + [1, 2, 3, 4, 6, 12, 24].map { $0 * 3600 }

  private static func days(atLeast seconds: Int) -> Int {
    (seconds + 86_399) / 86_400 * 86_400
  }
}
