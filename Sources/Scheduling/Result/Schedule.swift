/// A start, a mode and an allocation for every activity of a ``SchedulingProblem``.
public struct Schedule: Sendable, Hashable {
  /// Where the project starts.
  public var projectStart: TimePoint
  /// Where it completes.
  public var completion: TimePoint
  /// What was decided for each activity, in the problem's order.
  public var assignments: [Assignment]

  /// Creates a schedule.
  public init(projectStart: TimePoint, completion: TimePoint, assignments: [Assignment]) {
    self.projectStart = projectStart
    self.completion = completion
    self.assignments = assignments
  }

  /// Completion minus project start.
  public var makespan: TimeSpan { completion - projectStart }

  /// What was decided for an activity.
  public struct Assignment: Sendable, Hashable {
    /// The start.
    public var start: TimePoint
    /// The index of the chosen mode.
    public var mode: Int
    /// For each requirement of the mode, the candidates held, in the problem's order of candidates.
    public var allocation: [[ResourceID]]

    /// Creates an assignment.
    public init(start: TimePoint, mode: Int, allocation: [[ResourceID]]) {
      self.start = start
      self.mode = mode
      self.allocation = allocation
    }
  }

  /// What was decided for one activity.
  public subscript(activity: ActivityID) -> Assignment { assignments[activity.index] }

  /// When an activity ends.
  public func end(of activity: ActivityID, in problem: SchedulingProblem) -> TimePoint {
    let assignment = assignments[activity.index]
    return assignment.start + problem.activities[activity.index].modes[assignment.mode].duration
  }
}
