import Scheduling

/// What the solver says of one tiny random problem, held against trying everything.
package enum Agreement: Sendable, Equatable {
  /// The solver says the same; the problem has a schedule.
  case onOptimum
  /// The solver says the same; the problem has no schedule.
  case onInfeasibility
  /// There was too much to try.
  case unknown
  /// The solver says something else: what, in words.
  case broken(String)

  /// Solves the problem that `mix` and `seed` name, both ways.
  package static func of(_ mix: ProblemMix, seed: UInt64) -> Agreement {
    let problem = ProblemGenerator.problem(mix, size: 2 + Int(seed % 4), seed: seed)
    let answer = BruteForce.answer(to: problem, budget: 20_000)
    if answer == .unknown { return .unknown }
    let result: SolveResult
    do { result = try problem.solve() } catch { return .broken("refused: \(error.issues)") }
    guard let optimum = answer.optimum else {
      guard let clash = result.clash else {
        return .broken("\(result.outcome), but has no schedule")
      }
      return clash.isEmpty ? .broken("infeasible, but no clash is named") : .onInfeasibility
    }
    guard let schedule = result.schedule, result.isOptimal else {
      return .broken("\(result.outcome), but \(optimum.makespan) is proved")
    }
    if result.levels.makespan != SolveResult.Bounds(best: optimum.makespan, lower: optimum.makespan)
    {
      return .broken("makespan \(result.levels.makespan), not \(optimum.makespan)")
    }
    if result.levels.second != optimum.second.map({ SolveResult.Bounds(best: $0, lower: $0) }) {
      let (found, best) = (
        String(describing: result.levels.second), String(describing: optimum.second)
      )
      return .broken("second level \(found), not \(best)")
    }
    let violations = ScheduleChecker.violations(of: schedule, in: problem)
    return violations.isEmpty ? .onOptimum : .broken("\(violations)")
  }
}
