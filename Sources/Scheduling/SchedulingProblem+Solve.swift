import ConstraintSolver

extension SchedulingProblem {
  /// Finds a schedule that is optimal at every level of the objective, with the proof.
  ///
  /// The schedule is *left-shifted*: no single activity could start earlier, the others staying,
  /// without making an objective level worse. ``ScheduleChecker`` has accepted it: one that it
  /// rejects would be a mistake of this module's, and the result then has none and is `unknown`.
  public func solve(_ options: SolveOptions = SolveOptions()) -> SolveResult {
    let scale = TimeScale(self)
    let scaled = scale.scaled(self)
    let closure = LagClosure(scaled, isCancelled: options.isCancelled)
    if closure.isCut { return .unknown }
    if !closure.clash.isEmpty {
      return .infeasible(closure.clash, SolveResult.Statistics())
    }
    let encoding = Encoding(
      scaled, earliestStart: scale.earliestStart, closure: closure,
      isCancelled: options.isCancelled)
    if encoding.isCut { return .unknown }
    var search = LexicographicSearch(encoding, options, scale)
    let outcome = search.run()
    if case .infeasible = outcome {
      guard options.explainsClash else { return .infeasible([], search.statistics) }
      var finder = ClashFinder(
        scaled, earliestStart: scale.earliestStart, conflicts: search.statistics.conflicts,
        isCancelled: options.isCancelled)
      return .infeasible(finder.find(), search.statistics)
    }
    return search.result(outcome, in: self)
  }
}

extension LexicographicSearch {
  /// What the search did.
  var statistics: SolveResult.Statistics {
    var statistics = SolveResult.Statistics()
    statistics.conflicts = encoding.solver.conflicts
    statistics.propagations = encoding.solver.propagations
    return statistics
  }

  /// The result in the original problem's times.
  func result(_ outcome: Outcome, in problem: SchedulingProblem) -> SolveResult {
    let schedule = best.flatMap { Self.accepted(scale.restored($0), in: problem) }
    let status: SolveResult.Status =
      switch outcome {
      case .optimal where schedule != nil: .optimal
      case .infeasible: .infeasible
      case .optimal, .stopped: schedule == nil ? .unknown : .feasible
      }
    let makespan = SolveResult.Bounds(
      best: schedule?.makespan, lower: makespanBound * scale.unit)
    var second: SolveResult.Bounds?
    if problem.objective != .makespan {
      second = SolveResult.Bounds(
        best: schedule.flatMap { $0.secondLevel(in: problem) },
        lower: secondBound.map { $0 * scale.unit })
    }
    return SolveResult(
      status: status, schedule: schedule, makespan: makespan, second: second,
      statistics: statistics)
  }
}

extension LexicographicSearch {
  /// A schedule shifted left, after the independent checker has accepted it. One that it rejects
  /// would be a mistake of this module's, and is not handed out.
  private static func accepted(
    _ schedule: Schedule, in problem: SchedulingProblem
  ) -> Schedule? {
    let shifted = schedule.leftShifted(in: problem)
    if ScheduleChecker.violations(of: shifted, in: problem).isEmpty { return shifted }
    assertionFailure("the checker accepts what the left shift returns")
    if ScheduleChecker.violations(of: schedule, in: problem).isEmpty { return schedule }
    assertionFailure("the checker accepts what the solver returns")
    return nil
  }
}

extension SolveResult {
  /// The result of a solve cancelled before anything was known.
  fileprivate static var unknown: SolveResult {
    SolveResult(
      status: .unknown, schedule: nil, makespan: Bounds(best: nil, lower: nil),
      statistics: Statistics())
  }

  /// The result of a problem without a schedule.
  fileprivate static func infeasible(
    _ clash: [ProblemFact], _ statistics: Statistics
  ) -> SolveResult {
    SolveResult(
      status: .infeasible, schedule: nil, makespan: Bounds(best: nil, lower: nil), clash: clash,
      statistics: statistics)
  }
}
