import KitchenModel
import Scheduling

extension Schedule {
  /// A plan that is followed, as a schedule of what is left, with whatever can begin sooner at no harm
  /// begun sooner; nil where the plan breaks a rule that a new one would keep.
  ///
  /// - Parameter problem: The problem that a new plan solves, with the limits that can be kept.
  init?(following plan: Plan, _ request: PlanRequest, in problem: SchedulingProblem) {
    var placed = request
    for step in plan.steps where placed.progress[step.reference] == nil {
      placed.progress[step.reference] = BegunStep(
        option: step.option, start: step.start, end: step.end, cooks: step.cooks, uses: step.uses)
    }
    let places = MenuTranslation(placed).problem.activities
    guard places.count == problem.activities.count else { return nil }
    var assignments: [Assignment] = []
    for (index, activity) in problem.activities.enumerated() {
      if let decided = activity.decided ?? places[index].decided {
        guard let allocation = decided.allocation else { return nil }
        assignments.append(
          Assignment(start: decided.start, mode: decided.mode, allocation: allocation))
      } else {
        assignments.append(Assignment(start: activity.release ?? 0, mode: 0, allocation: []))
      }
    }
    let last = zip(assignments, problem.activities).map { $0.start + $1.modes[$0.mode].duration }
    self.init(projectStart: 0, completion: last.max() ?? 0, assignments: assignments)
    guard ScheduleChecker.violations(of: self, in: problem).isEmpty else { return nil }
    self = leftShifted(in: problem)
  }

  /// Whether a cook would notice that this schedule is better than another of the same problem: dinner is
  /// sooner, or as soon and less stands about.
  func isNoticeablyBetter(than other: Schedule, in problem: SchedulingProblem) -> Bool {
    if completion <= other.completion - Self.noticeableDelay { return true }
    return completion <= other.completion
      && staleness(in: problem) <= other.staleness(in: problem) - Self.noticeableStaleness
  }

  /// By how much sooner dinner must be for others to do other things, in seconds.
  private static let noticeableDelay: TimeSpan = 30
  /// By how much fresher food must be for others to do other things, in seconds.
  private static let noticeableStaleness: TimeSpan = 60
}
