import ConstraintSolver

extension SchedulingProblem {
  /// Finds a schedule that is optimal at every level of the objective, with the proof.
  ///
  /// The schedule is *left-shifted*: no single activity could start earlier, the others staying,
  /// without making an objective level worse. ``ScheduleChecker`` has accepted it: one that it
  /// rejects would be a mistake of this module's, and the result then has none and is `unknown`.
  ///
  /// - Throws: ``InvalidProblem`` where the problem makes no sense.
  public func solve(
    _ options: SolveOptions = SolveOptions()
  ) throws(InvalidProblem) -> SolveResult {
    let issues = issues
    guard issues.isEmpty else { throw InvalidProblem(issues: issues) }
    return solveUnchecked(options)
  }

  /// The same of a problem that has no ``issues``, for whoever builds it so.
  package func solveUnchecked(_ options: SolveOptions = SolveOptions()) -> SolveResult {
    let scale = TimeScale(self)
    let scaled = scale.scaled(self)
    let closure = LagClosure(scaled, isCancelled: options.isCancelled)
    if closure.wasCancelled { return .nothingKnown }
    if !closure.clash.isEmpty {
      return SolveResult(.infeasible(closure.clash))
    }
    let bound = MakespanBound(scaled, closure).makespan
    var builder = ScheduleBuilder(
      scaled, earliestStart: scale.earliestStart, lowerBound: bound)
    if scaled.isBeyondSearch(closure) {
      builder?.buildAll(options, scale, of: scaled)
      let later = builder?.freshenLater(steps: 20_000, isCancelled: options.isCancelled)
      if let built = later ?? builder?.best { return .built(built, bound, scale, in: self) }
      if options.isCancelled() { return .nothingKnown }
    }
    // A schedule that is given to start from is as good a start.
    if options.warmStart == nil { builder?.buildFirst(options) }
    let encoding = Encoding(
      scaled, earliestStart: scale.earliestStart, closure: closure,
      isCancelled: options.isCancelled)
    if encoding.wasCancelled {
      return builder?.best.map { .built($0, bound, scale, in: self) } ?? .nothingKnown
    }
    var search = LexicographicSearch(encoding, options, scale, builder)
    let outcome = search.run()
    if case .infeasible = outcome {
      guard options.explainsClash else { return SolveResult(.infeasible([]), search.statistics) }
      var finder = ClashFinder(
        scaled, earliestStart: scale.earliestStart, conflicts: search.statistics.conflicts,
        isCancelled: options.isCancelled)
      return SolveResult(.infeasible(finder.find()), search.statistics)
    }
    return search.result(outcome, in: self)
  }
}

extension LexicographicSearch {
  /// What the search did.
  var statistics: SolveResult.Statistics {
    var statistics = SolveResult.Statistics(encoding.solver)
    statistics.conflicts += nearbyStatistics.conflicts
    statistics.propagations += nearbyStatistics.propagations
    return statistics
  }

  /// The result in the original problem's times.
  func result(_ outcome: Outcome, in problem: SchedulingProblem) -> SolveResult {
    let schedule = best.flatMap { Self.accepted(scale.restored($0), in: problem) }
    var levels = SolveResult.Levels(
      makespan: .init(best: schedule?.makespan, lower: scale.restored(makespanBound)))
    if problem.objective != .makespan {
      levels.second = .init(
        best: schedule.flatMap { $0.secondLevel(in: problem) },
        lower: secondBound.map(scale.restored))
    }
    switch (outcome, schedule) {
    case (.infeasible, _): return SolveResult(.infeasible([]), statistics)
    case (.optimal, let schedule?): return SolveResult(.optimal(schedule, levels), statistics)
    case (.stopped, let schedule?): return SolveResult(.feasible(schedule, levels), statistics)
    case (_, nil): return SolveResult(.unknown(levels), statistics)
    }
  }
}

extension SolveResult.Statistics {
  /// What a solver did.
  init(_ solver: borrowing Solver) {
    self.init()
    conflicts = solver.conflicts
    propagations = solver.propagations
  }
}

extension SchedulingProblem {
  /// Whether there are too many pairs of ways to hold a resource whose order is open to search for
  /// proofs.
  fileprivate func isBeyondSearch(_ closure: LagClosure) -> Bool {
    let limit = 60_000
    var users = Array(repeating: [(activity: Int, ways: Int)](), count: resources.count)
    for (index, activity) in activities.enumerated() {
      var ways: [ResourceID: Int] = [:]
      for id in activity.possibleModes.flatMap(\.requirements).flatMap(\.candidates) {
        ways[id, default: 0] += 1
      }
      for (id, count) in ways { users[id.index].append((index, count)) }
    }
    let attended = activities.indices.compactMap { index -> (activity: Int, ways: Int)? in
      let ways = activities[index].possibleModes.count(where: \.needsSwitchPoint)
      return ways > 0 ? (index, ways) : nil
    }
    func areOpen(_ one: Int, _ other: Int) -> Bool {
      one != other && closure.distance(one, other) < 0 && closure.distance(other, one) < 0
    }
    var pairs = 0
    for (index, users) in users.enumerated() {
      let points = attendants.contains(ResourceID(index)) ? attended : []
      for (place, user) in users.enumerated() {
        // Ways of one activity exclude each other, pair by pair.
        pairs += user.ways * (user.ways - 1) / 2
        for other in users[..<place] where areOpen(user.activity, other.activity) {
          pairs += user.ways * other.ways
        }
        for other in points where areOpen(user.activity, other.activity) {
          pairs += user.ways * other.ways
        }
        if pairs > limit { return true }
      }
    }
    return false
  }
}

extension Activity {
  /// The modes that are left to it.
  fileprivate var possibleModes: [Mode] { decided.map { [modes[$0.mode]] } ?? modes }
}

extension ScheduleBuilder {
  /// Builds a first schedule where the search alone would be slow to find good ones.
  fileprivate mutating func buildFirst(_ options: SolveOptions) {
    guard isWorthBuilding else { return }
    shorten(rounds: 4, steps: stepsOfRound / 2, isCancelled: options.isCancelled)
    // Where the search is to find a shorter one, this one only has to be fair.
    let steps = isShortest ? stepsOfRound : 1_000
    _ = freshen(rounds: 1, steps: steps, isCancelled: options.isCancelled)
  }

  /// Builds schedules until it is cancelled or nothing is left to gain.
  fileprivate mutating func buildAll(
    _ options: SolveOptions, _ scale: TimeScale, of problem: SchedulingProblem
  ) {
    shorten(rounds: 24, steps: 4_000, isCancelled: options.isCancelled)
    // What may be longer is made fresh at its own length.
    if allowsMore { return }
    _ = freshen(rounds: 1, steps: 20_000, isCancelled: options.isCancelled)
    guard let best,
      var nearby = NeighborhoodSearch(problem, earliestStart: scale.earliestStart, from: best)
    else { return }
    var failures = 0
    while failures < 5, !options.isCancelled() {
      var isBetter = nearby.run(
        patience: 50, effort: 10_000, lowerBound: 0, isCancelled: options.isCancelled)
      learn(nearby.best)
      if freshen(rounds: 1, steps: 4_000, isCancelled: options.isCancelled) { isBetter = true }
      if let best = self.best { nearby.learn(best) }
      failures = isBetter ? 0 : failures + 1
    }
  }
}

extension LexicographicSearch {
  /// A schedule shifted left, after the independent checker has accepted it. One that it rejects
  /// would be a mistake of this module's, and is not handed out.
  fileprivate static func accepted(
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
  fileprivate static let nothingKnown = SolveResult(
    .unknown(Levels(makespan: Bounds(best: nil, lower: nil))))

  /// The result of building alone.
  fileprivate static func built(
    _ schedule: Schedule, _ bound: Int, _ scale: TimeScale, in problem: SchedulingProblem
  ) -> SolveResult {
    let makespan = Bounds(best: nil, lower: scale.restored(bound))
    guard let schedule = LexicographicSearch.accepted(scale.restored(schedule), in: problem) else {
      return SolveResult(.unknown(Levels(makespan: makespan)))
    }
    var levels = Levels(makespan: Bounds(best: schedule.makespan, lower: makespan.lower))
    let isShortest = schedule.makespan <= scale.restored(bound)
    if problem.objective != .makespan {
      // Nothing stands for less than no time.
      let lower: TimeSpan? = problem.objective == .staleness && isShortest ? .zero : nil
      levels.second = Bounds(best: schedule.secondLevel(in: problem), lower: lower)
    }
    let isProved = isShortest && levels.second.map { $0.best == $0.lower } ?? true
    return SolveResult(isProved ? .optimal(schedule, levels) : .feasible(schedule, levels))
  }
}
