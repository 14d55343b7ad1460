import ConstraintSolver

extension SchedulingProblem {
  /// Finds a schedule that is optimal at every level of the objective, with the proof.
  ///
  /// The schedule is *left-shifted*: no single activity could start earlier, the others staying,
  /// without making an objective level worse. ``ScheduleChecker`` has accepted it.
  public func solve(_ options: SolveOptions = SolveOptions()) -> SolveResult {
    let scale = TimeScale(self)
    let scaled = scale.scaled(self)
    let closure = LagClosure(scaled)
    if !closure.clash.isEmpty {
      return .infeasible(closure.clash, SolveResult.Statistics())
    }
    let encoding = Encoding(scaled, earliestStart: scale.earliestStart, closure: closure)
    var search = LexicographicSearch(encoding, options, scale)
    let outcome = search.run()
    if case .infeasible = outcome {
      var finder = ClashFinder(
        scaled, earliestStart: scale.earliestStart, isCancelled: options.isCancelled)
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
    let schedule = best.map { scale.restored($0) }
    let status: SolveResult.Status =
      switch outcome {
      case .optimal: .optimal
      case .infeasible: .infeasible
      case .stopped: schedule == nil ? .unknown : .feasible
      }
    let makespan = SolveResult.Bounds(
      best: schedule?.makespan, lower: makespanBound * scale.unit)
    var second: SolveResult.Bounds?
    if problem.objective != .makespan {
      second = SolveResult.Bounds(
        best: schedule.flatMap { problem.secondValue(of: $0) },
        lower: secondBound.map { $0 * scale.unit })
    }
    return SolveResult(
      status: status, schedule: schedule, makespan: makespan, second: second,
      statistics: statistics)
  }
}

extension SolveResult {
  /// The result of a problem without a schedule.
  fileprivate static func infeasible(
    _ clash: [ProblemFact], _ statistics: Statistics
  ) -> SolveResult {
    SolveResult(
      status: .infeasible, schedule: nil, makespan: Bounds(best: nil, lower: nil), clash: clash,
      statistics: statistics)
  }
}
