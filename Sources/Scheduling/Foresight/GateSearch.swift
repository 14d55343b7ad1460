/// Moves the gates of a schedule, before which its activities do not start, so that it fares better where
/// activities take other times than it says: what others wait for is done before it must be, so that its
/// being late does no harm.
///
/// The order on every resource stays. In each draw the completion, and whatever stands, go back to the
/// gates that they hang on, which tells of all gates at once what moving them costs (infinitesimal
/// perturbation analysis; Ho & Cao 1983). Gates are moved against that, by smaller and smaller distances.
struct GateSearch {
  private let problem: SchedulingProblem
  private let outlook: Outlook
  private let completion: Int
  /// What is broken already: in the middle of a project limits may be past keeping.
  private let broken: [Violation]
  private let bounds: Bounds

  /// How stale a schedule may be.
  struct Bounds {
    /// If all goes as the modes say.
    var nominal: Int
    /// Summed over all draws.
    var summed: Int
  }

  /// A schedule, and what it comes to where activities take other times.
  struct Result {
    var schedule: Schedule
    var cost: Int
  }

  /// What a unit of time by which the completion is later counts beside one of staleness.
  private static let weightOfCompletion = 100
  /// How many gates are tried before a distance is given up, the steepest first.
  private static let breadth = 8
  /// By how much gates are moved at least.
  private static let leastDistance = 15

  /// Prepares to look for schedules that are to replace one.
  init(
    _ problem: SchedulingProblem, _ outlook: Outlook, replacing schedule: Schedule, _ bounds: Bounds
  ) {
    self.problem = problem
    self.outlook = outlook
    self.bounds = bounds
    completion = schedule.completion.value
    broken = ScheduleChecker.violations(of: schedule, in: problem)
  }

  /// The best schedule that is found with the order of a given one, which must keep every rule; nil where
  /// none is within the bounds.
  ///
  /// - Parameters:
  ///   - attempts: how many sets of gates may be tried.
  ///   - isCancelled: asked before each; returning true ends with the best so far.
  func best(orderedAs order: Schedule, attempts: Int, isCancelled: () -> Bool) -> Result? {
    let course = outlook.course(of: order)
    guard var point = point(at: course.entries.map(\.gate), order, course) else { return nil }
    var attempts = attempts
    var distance = max(Self.leastDistance, (completion - outlook.now) / 4)
    while distance >= Self.leastDistance {
      var isBetter = false
      for (gate, slope) in steepest(point.sensitivity) {
        guard attempts > 0, !isCancelled() else { return point.result }
        var gates = point.gates
        gates[gate] = max(outlook.now, gates[gate] + (slope > 0 ? -distance : distance))
        guard gates != point.gates else { continue }
        attempts -= 1
        guard let next = self.point(at: gates, order, course), next.cost < point.cost,
          next.isAllowed || !point.isAllowed
        else { continue }
        point = next
        isBetter = true
        break
      }
      if !isBetter { distance /= 2 }
    }
    return point.result
  }

  /// Gates, and what they come to.
  private struct Point {
    var gates: [Int]
    var schedule: Schedule
    var sensitivity: Outlook.Sensitivity
    var cost: Int
    var isAllowed: Bool

    var result: Result? { isAllowed ? Result(schedule: schedule, cost: cost) : nil }
  }

  /// What gates come to; nil where they break a rule if all goes as the modes say.
  private func point(at gates: [Int], _ order: Schedule, _ course: Course) -> Point? {
    let schedule = outlook.nominal(order, course, gates)
    guard schedule.completion.value <= completion,
      ScheduleChecker.violations(of: schedule, in: problem).allSatisfy(broken.contains)
    else { return nil }
    let sensitivity = outlook.sensitivity(of: order, course, gates)
    let expectation = sensitivity.expectation
    return Point(
      gates: gates, schedule: schedule, sensitivity: sensitivity,
      cost: Self.weightOfCompletion * expectation.completion + expectation.staleness,
      isAllowed: expectation.staleness <= bounds.summed
        && schedule.staleness(in: problem).value <= bounds.nominal)
  }

  /// The gates that change most, with what a later one costs.
  private func steepest(_ sensitivity: Outlook.Sensitivity) -> [(gate: Int, slope: Int)] {
    sensitivity.completion.indices
      .map { gate in
        (
          gate,
          Self.weightOfCompletion * sensitivity.completion[gate] + sensitivity.staleness[gate]
        )
      }
      .filter { $0.1 != 0 }
      .sorted { (-abs($0.1), $0.0) < (-abs($1.1), $1.0) }
      .prefix(Self.breadth).map { (gate: $0.0, slope: $0.1) }
  }
}
