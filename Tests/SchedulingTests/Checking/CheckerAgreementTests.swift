import BenchmarkInstances
import Scheduling
import SchedulingOracle
import TestSupport
import Testing

/// The checker against trying everything: a schedule is accepted exactly if the problem that leaves
/// nothing but this schedule has a solution.
@Suite struct CheckerAgreementTests {
  @Test(arguments: ProblemMix.all)
  func `a changed schedule is accepted exactly if it keeps every rule`(mix: ProblemMix) {
    var (accepted, rejected) = (0, 0)
    for seed in UInt64(0)..<30 {
      var problem = ProblemGenerator.problem(mix, size: 4, seed: seed)
      // What is decided has rules of its own, which pinning cannot express.
      for index in problem.activities.indices { problem.activities[index].decided = nil }
      guard let optimum = BruteForce.answer(to: problem).optimum else { continue }
      var random = SeededGenerator(seed: seed)
      for _ in 0..<10 {
        var schedule = optimum.schedule
        let index = Int.random(in: schedule.assignments.indices, using: &random)
        schedule.assignments[index].start += TimeSpan(.random(in: -3...3, using: &random))
        schedule.completion += TimeSpan(.random(in: -1...1, using: &random))
        let isAccepted = ScheduleChecker.violations(of: schedule, in: problem).isEmpty
        let isPossible = pinned(problem, to: schedule).map {
          BruteForce.answer(to: $0).optimum != nil
        }
        #expect(isAccepted == (isPossible ?? false), "mix \(mix), seed \(seed)")
        if isAccepted { accepted += 1 } else { rejected += 1 }
      }
    }
    #expect(accepted > 0)
    #expect(rejected > 0)
  }

  /// The problem with releases and deadlines that leave only the schedule; nil where an anchor or a
  /// limit of the problem already rules it out.
  private func pinned(_ problem: SchedulingProblem, to schedule: Schedule) -> SchedulingProblem? {
    for (anchor, value) in [
      (problem.projectStart, schedule.projectStart), (problem.completion, schedule.completion),
    ] {
      if case .fixed(let instant) = anchor, instant != value { return nil }
    }
    var pinned = problem
    pinned.projectStart = .fixed(schedule.projectStart)
    pinned.completion = .fixed(schedule.completion)
    for (index, assignment) in schedule.assignments.enumerated() {
      var activity = problem.activities[index]
      var mode = activity.modes[assignment.mode]
      let end = assignment.start + mode.duration
      if let release = activity.release, release > assignment.start { return nil }
      if let deadline = activity.deadline, deadline < end { return nil }
      for (place, held) in assignment.allocation.enumerated() {
        mode.requirements[place].candidates = held
      }
      activity.modes = [mode]
      activity.release = assignment.start
      activity.deadline = end
      pinned.activities[index] = activity
    }
    return pinned
  }
}
