/// The origin and the unit in which a problem is solved.
///
/// Every time that a problem mentions is a multiple of some unit after some origin; with the unit
/// divided out, domains and searches are as small as they can be, and an optimum in the large unit
/// is one in the small unit: with all choices made, the times are the solution of differences whose
/// constants are multiples of the unit.
struct TimeScale: Hashable, Sendable {
  /// The instant that becomes 0.
  var origin: Int
  /// The length that becomes 1; at least 1.
  var unit: Int

  /// The largest unit that fits a problem, counted from its first fixed anchor or 0.
  init(_ problem: SchedulingProblem) {
    origin = Self.origin(of: problem)
    var unit = 0
    problem.forEachTime(
      instant: { [origin] in unit = gcd(unit, $0.value - origin) },
      length: { unit = gcd(unit, $0.value) })
    self.unit = max(unit, 1)
  }

  private static func origin(of problem: SchedulingProblem) -> Int {
    if case .fixed(let start) = problem.projectStart { return start.value }
    if case .fixed(let end) = problem.completion { return end.value }
    return 0
  }

  /// The earliest instant for a free project start. Rounding it up loses nothing: counted from a
  /// fixed completion, a schedule that is as late as it can be is a multiple of the unit.
  var earliestStart: Int { -origin.quotientRoundedDown(by: unit) }

  /// The problem in this scale.
  func scaled(_ problem: SchedulingProblem) -> SchedulingProblem {
    var scaled = problem
    scaled.mapTimes(
      instant: { TimePoint(($0.value - origin) / unit) }, length: { $0 / unit })
    return scaled
  }

  /// A schedule of the original problem in this scale; instants in between are rounded down.
  func scaled(_ schedule: Schedule) -> Schedule {
    map(schedule) { ($0 - origin).quotientRoundedDown(by: unit) }
  }

  /// A length, or a weighted sum of lengths, of the scaled problem in the original one's times.
  func restored(_ length: Int) -> TimeSpan { TimeSpan(length * unit) }

  /// A schedule of the scaled problem in the original one's times.
  func restored(_ schedule: Schedule) -> Schedule { map(schedule) { $0 * unit + origin } }

  private func map(_ schedule: Schedule, _ change: (Int) -> Int) -> Schedule {
    func changed(_ point: TimePoint) -> TimePoint { TimePoint(change(point.value)) }
    return Schedule(
      projectStart: changed(schedule.projectStart), completion: changed(schedule.completion),
      assignments: schedule.assignments.map {
        Schedule.Assignment(
          start: changed($0.start), mode: $0.mode, allocation: $0.allocation)
      })
  }
}

/// The greatest common divisor, not negative; that of 0 and a number is its magnitude.
private func gcd(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (abs(a), abs(b))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}

extension Int {
  /// The quotient rounded towards negative infinity; `divisor` is positive.
  func quotientRoundedDown(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
