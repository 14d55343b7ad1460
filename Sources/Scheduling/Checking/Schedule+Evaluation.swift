extension Schedule {
  /// The group's slack: the completion plus its offset minus the latest end of its activities.
  /// Negative where the group is late.
  public func slack(of group: CompletionGroup, in problem: SchedulingProblem) -> TimeSpan {
    let end = group.activities.map { self.end(of: $0, in: problem) }.max() ?? completion
    return completion + group.offset - end
  }

  /// The weighted sum of the groups' slacks.
  public func totalSlack(in problem: SchedulingProblem) -> TimeSpan {
    problem.groups.reduce(.zero) { $0 + slack(of: $1, in: problem) * $1.weight }
  }

  /// How long what the term's activity makes waits for the first of its takers, at least 0.
  public func wait(of term: StandingTerm, in problem: SchedulingProblem) -> TimeSpan {
    let taken = term.takers.map { self[$0.activity].start - $0.minimum }.min()
    let end = end(of: term.activity, in: problem)
    return max(0, (taken ?? end) - end)
  }

  /// How long what the term's activity makes stands beyond what it keeps, at least 0.
  public func standing(of term: StandingTerm, in problem: SchedulingProblem) -> TimeSpan {
    guard let keeps = term.keeps[self[term.activity].mode] else { return 0 }
    return max(0, wait(of: term, in: problem) - keeps)
  }

  /// The weighted sum of what stands beyond what it keeps.
  public func totalStanding(in problem: SchedulingProblem) -> TimeSpan {
    problem.standing.reduce(.zero) { $0 + standing(of: $1, in: problem) * $1.weight }
  }

  /// The weighted sums of slacks and of standing: what ``Objective/staleness`` makes least after the
  /// makespan.
  public func staleness(in problem: SchedulingProblem) -> TimeSpan {
    totalSlack(in: problem) + totalStanding(in: problem)
  }

  /// The sum of all starts, counted from the project start: what ``Objective/startSum`` makes least
  /// after the makespan.
  public func startSum(in problem: SchedulingProblem) -> TimeSpan {
    assignments.reduce(.zero) { $0 + ($1.start - projectStart) }
  }

  /// The value of the objective's second level; nil where it has none.
  public func secondLevel(in problem: SchedulingProblem) -> TimeSpan? {
    switch problem.objective {
    case .makespan: nil
    case .staleness: staleness(in: problem)
    case .startSum: startSum(in: problem)
    }
  }
}

extension Schedule {
  /// Whether the checker accepts it for a problem in which a free project start is not at least 0 but
  /// at least another instant, as where time is counted from the completion.
  func keeps(_ problem: SchedulingProblem, earliestStart: Int) -> Bool {
    var framed = problem
    if case .free = problem.projectStart {
      if projectStart.value < earliestStart { return false }
      framed.projectStart = .fixed(projectStart)
    }
    return ScheduleChecker.violations(of: self, in: framed).isEmpty
  }
}
