import ConstraintSolver

/// The search for an optimum of one level after the other, in scaled time.
///
/// A level's bound is closed from both sides by assumptions `objective ≤ target`: a solution lowers
/// the best, a refutation raises the bound, and whatever is learnt on the way holds for all targets.
struct LexicographicSearch: ~Copyable {
  var encoding: Encoding
  let options: SolveOptions
  let scale: TimeScale
  /// The best schedule so far.
  private(set) var best: Schedule?
  /// The proved lower bound of level 1, and of level 2 once level 1 is proved.
  private(set) var makespanBound: Int
  private(set) var secondBound: Int?
  private(set) var isStopped = false

  private var orders: AssumedOrders?
  private var neighborhoods: NeighborhoodSearch?
  /// The dead ends from which on it pays to look at neighbourhoods again.
  private var neighborsAreWorth = 0
  private var builder: ScheduleBuilder?

  init(
    _ encoding: consuming Encoding, _ options: SolveOptions, _ scale: TimeScale,
    _ builder: ScheduleBuilder?
  ) {
    makespanBound = encoding.solver.lower(encoding.makespan)
    orders = AssumedOrders(encoding.problem)
    self.encoding = encoding
    self.options = options
    self.scale = scale
    self.builder = builder
  }

  /// How the search ended.
  enum Outcome { case optimal, infeasible, stopped }

  /// Searches all levels.
  mutating func run() -> Outcome {
    if encoding.solver.isInfeasible { return .infeasible }
    if let warm = options.warmStart { tryWarmStart(scale.scaled(warm)) }
    adoptBuilt()
    encoding.setTargets(firstDirection)
    let first = minimize(level: 1)
    if first != .optimal { return first }
    if encoding.problem.objective == .makespan { return .optimal }
    let second = runSecond()
    return second == .optimal && encoding.problem.allowance.value > 0 ? shortenAgain() : second
  }

  private var firstDirection: Encoding.Direction {
    if case .free = encoding.problem.projectStart, case .fixed = encoding.problem.completion {
      return .backward
    }
    return .forward
  }

  private mutating func runSecond() -> Outcome {
    let makespan = makespanBound
    encoding.solver.rewind()
    encoding.solver.require(encoding.makespan <= makespan + encoding.problem.allowance.value)
    // What is built is built for the least makespan.
    if encoding.problem.allowance.value > 0 { builder = nil }
    guard encoding.solver.propagateRoot() else { return .stopped }
    encoding.encodeSecondLevel()
    encoding.setTargets(encoding.problem.objective == .staleness ? .backward : .forward)
    encoding.solver.startAfresh()
    guard encoding.solver.propagateRoot() else { return .stopped }
    encoding.encodeQueues()
    guard encoding.solver.propagateRoot() else { return .stopped }
    encoding.suggestLateness()
    return minimize(level: 2)
  }

  /// Looks for the least makespan at which the second level is as little as it can be.
  private mutating func shortenAgain() -> Outcome {
    guard let second = encoding.second, let value = secondBound else { return .stopped }
    let least = makespanBound
    defer { makespanBound = least }
    encoding.solver.rewind()
    encoding.solver.require(second <= value)
    return minimize(level: 1)
  }

  /// The level's value of a schedule.
  private func value(of schedule: Schedule, level: Int) -> Int {
    level == 1 ? schedule.makespan.value : schedule.secondLevel(in: encoding.problem)?.value ?? 0
  }

  private mutating func minimize(level: Int) -> Outcome {
    guard let objective = level == 1 ? encoding.makespan : encoding.second else { return .optimal }
    var bound = encoding.solver.lower(objective)
    record(bound, level)
    var value = best.map { self.value(of: $0, level: level) }
    report(level, value, bound)
    var plan = TargetPlan(startsAbove: level == 2)
    while value.map({ $0 > bound }) ?? true {
      let target = value.map { plan.target(bound: bound, value: $0) }
      switch search(objective, atMost: target, value == nil ? .max : plan.effort) {
      case .solution:
        let found = encoding.schedule()
        best = found
        value = self.value(of: found, level: level)
        plan.foundSchedule()
      case .refuted:
        guard let target, !encoding.solver.isInfeasible else {
          assert(best == nil, "what has a solution is not refuted")
          return best == nil ? .infeasible : .stopped
        }
        bound = target + 1
        plan.refuted()
      case .limit:
        if isStopped { return .stopped }
        plan.ranOut()
        if level == 2, let current = value {
          // It takes longer to set up than what is proved at once.
          encoding.encodeBusyTimes()
          encoding.solver.rewind()
          bound = max(bound, encoding.solver.lower(objective))
          record(bound, level)
          value = improveNearby(objective, current)
          buildOn()
          value = best.map { self.value(of: $0, level: level) }
          if isStopped { return .stopped }
        }
      }
      encoding.solver.rewind()
      bound = max(bound, encoding.solver.lower(objective))
      record(bound, level)
      report(level, value, bound)
    }
    return .optimal
  }

  /// What was done to search neighbourhoods.
  var nearbyStatistics: SolveResult.Statistics { neighborhoods?.statistics ?? .init() }

  private var conflictsLeft: Int {
    guard let limit = options.conflictLimit else { return .max }
    return limit - encoding.solver.conflicts - nearbyStatistics.conflicts
  }

  /// Looks for better schedules near the best one, as long as that pays.
  private mutating func improveNearby(_ objective: Moment, _ known: Int) -> Int {
    // In a small problem the proof is near, and profits from what neighbourhoods learn.
    encoding.problem.isLarge ? improveApart(known) : improveWithin(objective, known)
  }

  /// Looks nearby in the encoding of the whole problem.
  private mutating func improveWithin(_ objective: Moment, _ known: Int) -> Int {
    var value = known
    var tries = 0
    while tries < 8, orders != nil {
      encoding.solver.rewind()
      if encoding.solver.isInfeasible || encoding.solver.lower(objective) >= value { break }
      let assumed = orders?.next(encoding) ?? []
      switch search(objective, atMost: value - 1, 60, assuming: assumed) {
      case .solution:
        let found = encoding.schedule()
        best = found
        value = self.value(of: found, level: 2)
        tries = 0
      case .refuted:
        orders?.exhausted()
        tries += 1
      case .limit:
        if isStopped { return value }
        orders?.ranOut()
        tries += 1
      }
    }
    return value
  }

  /// Looks nearby in problems of their own.
  private mutating func improveApart(_ known: Int) -> Int {
    guard let best, best.makespan.value <= makespanBound + encoding.problem.allowance.value else {
      return known
    }
    if neighborhoods == nil {
      neighborhoods = NeighborhoodSearch(
        encoding.problem, earliestStart: scale.earliestStart, from: best)
    }
    neighborhoods?.learn(best)
    let bound = secondBound ?? 0
    while !options.isCancelled(), let nearby = neighborhoods, nearby.value > bound {
      // Where a proof is out of reach, most of the effort goes to what can be found.
      let isFar = (nearby.value - bound) * 4 > nearby.value
      let conflicts = encoding.solver.conflicts
      let share = (isFar ? 50 * conflicts : conflicts / 4) - nearby.statistics.conflicts
      let left = min(share, conflictsLeft)
      if left <= 0 || conflicts < neighborsAreWorth { break }
      let isBetter = neighborhoods?.run(
        patience: nearby.patience, effort: left, lowerBound: bound,
        isCancelled: options.isCancelled)
      if isBetter != true { neighborsAreWorth = isFar ? conflicts + conflicts / 2 : 2 * conflicts }
    }
    if options.isCancelled() { isStopped = true }
    guard let neighborhoods, neighborhoods.value < known else { return known }
    self.best = neighborhoods.best
    return neighborhoods.value
  }

  private mutating func search(
    _ objective: Moment, atMost target: Int?, _ effort: Int, assuming orders: [Literal] = []
  ) -> SearchOutcome {
    let left = conflictsLeft
    if left <= 0 {
      isStopped = true
      return .limit
    }
    let cancelled = CancellationFlag()
    let isCancelled = options.isCancelled
    let limits = SearchLimits(conflicts: min(effort, left)) {
      if isCancelled() { cancelled.isSet = true }
      return cancelled.isSet
    }
    let assumptions = (target.map { [objective <= $0] } ?? []) + orders
    let outcome = encoding.solver.search(assuming: assumptions, limits)
    if case .limit = outcome {
      isStopped = cancelled.isSet || effort >= left
    }
    return outcome
  }

  private mutating func record(_ bound: Int, _ level: Int) {
    if level == 1 { makespanBound = bound } else { secondBound = bound }
  }

  private func report(_ level: Int, _ value: Int?, _ bound: Int) {
    options.onProgress?(
      SolveProgress(
        level: level, best: value.map(scale.restored), lower: scale.restored(bound)))
  }

  /// Takes over a schedule where it fits, or what is like it as far as it goes.
  private mutating func tryWarmStart(_ warm: Schedule) {
    guard warm.assignments.count == encoding.starts.count else { return }
    var assumptions: [Literal] = []
    for (index, assignment) in warm.assignments.enumerated() {
      let start = encoding.starts[index]
      encoding.solver.suggest(start, assignment.start.value)
      assumptions += [start <= assignment.start.value, start >= assignment.start.value]
      if encoding.modes[index].indices.contains(assignment.mode) {
        assumptions.append(encoding.modes[index][assignment.mode])
      }
    }
    encoding.setTargets(firstDirection)
    let outcome = encoding.solver.search(
      assuming: assumptions, SearchLimits(conflicts: 100, isCancelled: options.isCancelled))
    if case .solution = outcome { best = encoding.schedule() }
    encoding.solver.rewind()
  }

  // MARK: - Schedules built without the solver

  /// Has better schedules built out of the best one, as long as there are some.
  private mutating func buildOn() {
    guard options.warmStart == nil, let best else { return }
    builder?.learn(best)
    let steps = builder?.stepsOfRound ?? 0
    if best.makespan.value > makespanBound {
      builder?.shorten(rounds: 1, steps: steps, isCancelled: options.isCancelled)
    }
    while builder?.freshen(rounds: 1, steps: steps, isCancelled: options.isCancelled) ?? false {}
    adoptBuilt()
  }

  private mutating func adoptBuilt() {
    guard let built = builder?.best else { return }
    if let best, !built.isBetter(than: best, in: encoding.problem) { return }
    tryWarmStart(built)
    if best != built { best = built }
  }
}

/// Whether a search was cancelled, as told from inside its limits.
private final class CancellationFlag {
  var isSet = false
}
