import Scheduling

/// What the solver made of a problem, and how long it took.
struct Measurement: Encodable {
  var status: String
  var makespan: Int?
  var makespanBound: Int?
  var second: Int?
  var secondBound: Int?
  /// From the problem to the checked schedule.
  var seconds: Double
  var conflicts: Int
  var propagations: Int
  /// The rules that the schedule breaks; always none.
  var violations: Int

  /// Solves the problem; after the limit the solver is asked to stop.
  init(of problem: SchedulingProblem, limit: Duration) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let end = start.advanced(by: limit)
    let result = try problem.solve(SolveOptions(isCancelled: { clock.now >= end }))
    let elapsed = start.duration(to: clock.now)
    seconds = elapsed / .seconds(1)
    status = result.word
    makespan = result.levels.makespan.best?.value
    makespanBound = result.levels.makespan.lower?.value
    second = result.levels.second?.best?.value
    secondBound = result.levels.second?.lower?.value
    conflicts = result.statistics.conflicts
    propagations = result.statistics.propagations
    violations =
      result.schedule.map { ScheduleChecker.violations(of: $0, in: problem).count } ?? 0
  }
}

extension SolveResult {
  /// How far the search came, in a word.
  var word: String {
    switch outcome {
    case .optimal: "optimal"
    case .feasible: "feasible"
    case .infeasible: "infeasible"
    case .unknown: "unknown"
    }
  }
}
