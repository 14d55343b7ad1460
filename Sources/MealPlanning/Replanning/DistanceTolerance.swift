import Scheduling

/// Greatest distances that a plan made in the middle of a meal may exceed a little.
///
/// Nobody keeps "at most 10 minutes later" to the second, and a cook who waits idly so as to keep it
/// puts off the whole meal. Where dinner comes sooner for it, every distance may therefore be exceeded
/// by a short time; where it does not, each is kept.
struct DistanceTolerance {
  private let problem: SchedulingProblem

  /// By how much a distance may be exceeded, in seconds.
  private static let excess: TimeSpan = 120
  /// How much sooner dinner must come for it, in seconds.
  private static let gain: TimeSpan = 60

  /// Looks for tolerance in a problem.
  init(_ problem: SchedulingProblem) { self.problem = problem }

  /// The problem with looser distances, and a schedule of it that serves enough sooner than `best`;
  /// nil where none is found in time.
  func improvement(
    on best: Schedule, _ patience: ReplanPatience
  ) -> (problem: SchedulingProblem, schedule: Schedule)? {
    let loose = problem.timeLags.indices.filter { isOpen(problem.timeLags[$0]) }
    guard !loose.isEmpty else { return nil }
    var question = problem
    // Only dinner matters here: what a looser distance gains is decided before how fresh it is.
    if problem.objective == .staleness { question.objective = .makespan }
    for index in loose { question.timeLags[index].maximum? += Self.excess }
    let options = SolveOptions(
      conflictLimit: patience.conflicts.map { $0 / 2 }, warmStart: best, explainsClash: false,
      isCancelled: { patience.isOver(.tolerance) })
    guard let found = question.solveUnchecked(options).schedule,
      found.completion <= best.completion - Self.gain
    else { return nil }
    question.objective = problem.objective
    return (question, found)
  }

  /// The problem with distances no looser than a schedule has them.
  func allowing(_ schedule: Schedule) -> SchedulingProblem {
    var allowing = problem
    for index in allowing.timeLags.indices {
      let actual = schedule.length(of: problem.timeLags[index], in: problem)
      allowing.timeLags[index].maximum = problem.timeLags[index].maximum.map { max($0, actual) }
    }
    return allowing
  }

  /// The distances of the problem that a schedule exceeds.
  func exceeded(by schedule: Schedule) -> [LimitRelaxation.BrokenFact] {
    problem.timeLags.indices.compactMap { index in
      let actual = schedule.length(of: problem.timeLags[index], in: problem)
      guard let maximum = problem.timeLags[index].maximum, actual > maximum else { return nil }
      return .init(fact: .maximumLag(index), allowed: maximum.value, actual: actual.value)
    }
  }

  private func isOpen(_ lag: TimeLag) -> Bool {
    lag.maximum != nil && problem.activities[lag.to.index].decided == nil
  }
}

extension Schedule {
  /// How long after its origin what a lag limits starts.
  func length(of lag: TimeLag, in problem: SchedulingProblem) -> TimeSpan {
    self[lag.to].start
      - (lag.moment == .start ? self[lag.from].start : end(of: lag.from, in: problem))
  }
}
