extension Schedule {
  /// The group's slack: the completion plus its offset minus the latest end of its activities.
  /// Negative where the group is late.
  public func slack(of group: CompletionGroup, in problem: SchedulingProblem) -> Int {
    let end = group.activities.map { self.end(of: $0, in: problem) }.max() ?? completion
    return completion + group.offset - end
  }

  /// The weighted sum of the groups' slacks, what ``Objective/completionSlack`` makes least after
  /// the makespan.
  public func totalSlack(in problem: SchedulingProblem) -> Int {
    problem.groups.reduce(0) { $0 + $1.weight * slack(of: $1, in: problem) }
  }

  /// The sum of all starts, counted from the project start: what ``Objective/startSum`` makes least
  /// after the makespan.
  public func startSum(in problem: SchedulingProblem) -> Int {
    assignments.reduce(0) { $0 + $1.start - projectStart }
  }

  /// The value of the objective's second level; nil where it has none.
  public func secondLevel(in problem: SchedulingProblem) -> Int? {
    switch problem.objective {
    case .makespan: nil
    case .completionSlack: totalSlack(in: problem)
    case .startSum: startSum(in: problem)
    }
  }
}
