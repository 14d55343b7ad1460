import SchedulingOracle
import Testing

@testable import Scheduling

/// What is kept and what is found where a few activities are free and the others keep their order.
@Suite struct FrozenOrdersTests {
  /// A problem with a schedule that leaves something to gain at the second level.
  private struct Draft {
    var problem: SchedulingProblem
    var schedule: Schedule
    var earliestStart: Int
    var value: Int
    var random: RandomNumbers

    /// Draws one; nil where what is drawn has no schedule.
    init?(_ mix: ProblemMix, size: Int, seed: UInt64) {
      let drawn = ProblemGenerator.problem(mix, size: size, seed: seed)
      let scale = TimeScale(drawn)
      problem = scale.scaled(drawn)
      problem.objective = .makespan
      guard let found = drawn.asMakespan.solveUnchecked(SolveOptions(conflictLimit: 500)).schedule
      else {
        return nil
      }
      schedule = scale.scaled(found)
      problem.objective =
        problem.groups.isEmpty && problem.standing.isEmpty ? .startSum : .staleness
      earliestStart = scale.earliestStart
      value = schedule.secondLevel(in: problem)?.value ?? 0
      random = RandomNumbers(seed: seed)
    }

    /// Frees each activity with this chance.
    mutating func freed(_ percent: Int) -> [Bool] {
      problem.activities.map { _ in random.chance(percent) }
    }

    /// The best schedule of the neighbourhood; nil where it does not hold the one it is drawn from.
    mutating func best(freeing free: [Bool]) -> Schedule? {
      guard
        var nearby = Neighborhood(
          of: schedule, in: problem, free: free, &random, earliestStart: earliestStart,
          isCancelled: { false })
      else { return nil }
      var best: Schedule?
      var most = value
      while case .found(let found) = nearby.schedule(atMost: most, effort: 5_000) {
        best = found
        most = (found.secondLevel(in: problem)?.value ?? 0) - 1
      }
      return best
    }
  }

  @Test(arguments: ProblemMix.all)
  func `a neighbourhood holds the schedule it is drawn from`(mix: ProblemMix) {
    for seed in UInt64(0)..<40 {
      guard var draft = Draft(mix, size: 9, seed: seed) else { continue }
      let free = draft.freed(30)
      let orders = FrozenOrders(draft.problem, draft.schedule, free: free, &draft.random)
      let own = orders.frozen(draft.schedule)
      let violations = ScheduleChecker.violations(of: own, in: orders.frozen)
      #expect(violations == [], "seed \(seed)")
      #expect(own.secondLevel(in: orders.frozen)?.value == draft.value, "seed \(seed)")
      #expect(orders.thawed(own) == draft.schedule, "seed \(seed)")
    }
  }

  @Test(arguments: ProblemMix.all)
  func `what a neighbourhood holds keeps every rule and is not worse`(mix: ProblemMix) {
    for seed in UInt64(0)..<40 {
      guard var draft = Draft(mix, size: 9, seed: seed) else { continue }
      let free = draft.freed(40)
      guard let found = draft.best(freeing: free) else {
        Issue.record("seed \(seed): there is at least the schedule itself")
        continue
      }
      #expect(found.keeps(draft.problem, earliestStart: draft.earliestStart), "seed \(seed)")
      #expect((found.secondLevel(in: draft.problem)?.value ?? 0) <= draft.value, "seed \(seed)")
      #expect(found.completion == draft.schedule.completion, "seed \(seed)")
    }
  }

  @Test(arguments: ProblemMix.all)
  func `where everything is free the best schedule is found`(mix: ProblemMix) {
    for seed in UInt64(0)..<40 {
      guard var draft = Draft(mix, size: 6, seed: seed) else { continue }
      var framed = draft.problem
      framed.projectStart = .fixed(draft.schedule.projectStart)
      framed.completion = .fixed(draft.schedule.completion)
      let everything = [Bool](repeating: true, count: framed.activities.count)
      let found = draft.best(freeing: everything)
      let best = framed.solveUnchecked().schedule
      #expect(
        found?.secondLevel(in: framed) == best?.secondLevel(in: framed), "seed \(seed)")
    }
  }
}

extension SchedulingProblem {
  /// The problem with nothing to optimise but the makespan.
  fileprivate var asMakespan: SchedulingProblem {
    var problem = self
    problem.objective = .makespan
    return problem
  }
}
