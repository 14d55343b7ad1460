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

  init(_ encoding: consuming Encoding, _ options: SolveOptions, _ scale: TimeScale) {
    makespanBound = encoding.solver.lower(encoding.makespan)
    self.encoding = encoding
    self.options = options
    self.scale = scale
  }

  /// How the search ended.
  enum Outcome { case optimal, infeasible, stopped }

  /// Searches all levels.
  mutating func run() -> Outcome {
    if encoding.solver.isInfeasible { return .infeasible }
    tryWarmStart()
    encoding.setTargets(firstDirection)
    let first = minimize(level: 1)
    if first != .optimal { return first }
    guard encoding.second != nil else { return .optimal }
    return runSecond()
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
    encoding.solver.require(encoding.makespan <= makespan)
    for constraint in encoding.secondConstraints { encoding.solver.activate(constraint) }
    encoding.setTargets(encoding.problem.objective == .completionSlack ? .backward : .forward)
    encoding.solver.startAfresh()
    guard encoding.solver.propagateRoot() else { return .stopped }
    encoding.encodeQueues()
    guard encoding.solver.propagateRoot() else { return .stopped }
    return minimize(level: 2)
  }

  /// The level's value of a schedule.
  private func value(of schedule: Schedule, level: Int) -> Int {
    level == 1 ? schedule.makespan : schedule.secondLevel(in: encoding.problem) ?? 0
  }

  private mutating func minimize(level: Int) -> Outcome {
    guard let objective = level == 1 ? encoding.makespan : encoding.second else { return .optimal }
    var bound = encoding.solver.lower(objective)
    record(bound, level)
    var value = best.map { self.value(of: $0, level: level) }
    report(level, value, bound)
    var turn = 0
    while value.map({ $0 > bound }) ?? true {
      let plan = plan(turn, bound: bound, value: value)
      turn += 1
      switch search(objective, plan) {
      case .solution:
        let found = encoding.schedule()
        best = found
        value = self.value(of: found, level: level)
      case .refuted:
        guard let target = plan.target, !encoding.solver.isInfeasible else {
          return best == nil ? .infeasible : .optimal
        }
        bound = target + 1
      case .limit:
        if isStopped { return .stopped }
      }
      encoding.solver.rewind()
      bound = max(bound, encoding.solver.lower(objective))
      record(bound, level)
      report(level, value, bound)
    }
    return .optimal
  }

  private struct Plan {
    var target: Int?
    var conflicts: Int
  }

  /// Takes turns between asking for the bound itself and asking for less than the best.
  private func plan(_ turn: Int, bound: Int, value: Int?) -> Plan {
    guard let value else { return Plan(target: nil, conflicts: .max) }
    let effort = 100 << min(turn / 2, 20)
    if turn % 2 == 0 { return Plan(target: bound, conflicts: effort) }
    return Plan(target: value - 1, conflicts: effort)
  }

  private mutating func search(_ objective: Moment, _ plan: Plan) -> SearchOutcome {
    let left = (options.conflictLimit ?? .max) - encoding.solver.conflicts
    if left <= 0 {
      isStopped = true
      return .limit
    }
    let cancelled = CancellationFlag()
    let isCancelled = options.isCancelled
    let limits = SearchLimits(conflicts: min(plan.conflicts, left)) {
      if isCancelled() { cancelled.isSet = true }
      return cancelled.isSet
    }
    let assumptions = plan.target.map { [objective <= $0] } ?? []
    let outcome = encoding.solver.search(assuming: assumptions, limits)
    if case .limit = outcome {
      isStopped = cancelled.isSet || plan.conflicts >= left
    }
    return outcome
  }

  private mutating func record(_ bound: Int, _ level: Int) {
    if level == 1 { makespanBound = bound } else { secondBound = bound }
  }

  private func report(_ level: Int, _ value: Int?, _ bound: Int) {
    options.onProgress?(
      SolveProgress(
        level: level, best: value.map { $0 * scale.unit }, lower: bound * scale.unit))
  }

  /// Takes over the warm start where it fits, or what is like it as far as it goes.
  private mutating func tryWarmStart() {
    guard let warm = options.warmStart.map({ scale.scaled($0) }),
      warm.assignments.count == encoding.starts.count
    else { return }
    var assumptions: [Literal] = []
    for (index, assignment) in warm.assignments.enumerated() {
      let start = encoding.starts[index]
      encoding.solver.suggest(start, assignment.start)
      assumptions += [start <= assignment.start, start >= assignment.start]
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
}

/// Whether a search was cancelled, as told from inside its limits.
private final class CancellationFlag {
  var isSet = false
}
