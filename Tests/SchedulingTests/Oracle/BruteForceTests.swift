import Scheduling
import SchedulingOracle
import Testing

@Suite struct BruteForceTests {
  @Test(arguments: ProblemMix.all)
  func `its schedules keep every rule`(mix: ProblemMix) {
    var feasible = 0
    let seeds = 0..<60
    for seed in seeds {
      let problem = ProblemGenerator.problem(mix, size: 4, seed: UInt64(seed))
      guard let optimum = BruteForce.answer(to: problem).optimum else { continue }
      feasible += 1
      #expect(
        ScheduleChecker.violations(of: optimum.schedule, in: problem) == [],
        "mix \(mix), seed \(seed)")
      #expect(optimum.schedule.makespan == optimum.makespan)
      #expect(optimum.schedule.secondLevel(in: problem) == optimum.second)
    }
    // Enough of them have a schedule for the suite to say something.
    #expect(feasible > seeds.count / 6)
  }

  @Test func `it finds the optimum of a problem solved by hand`() {
    // Two jobs for one machine, and a long wait after the second: the second goes first.
    let problem = SchedulingProblem(
      activities: [
        Activity(name: "a", modes: [Mode(duration: 3, requirements: [Requirement(ResourceID(0))])]),
        Activity(name: "b", modes: [Mode(duration: 2, requirements: [Requirement(ResourceID(0))])]),
        Activity(name: "wait", modes: [Mode(duration: 6)]),
      ],
      resources: [Resource(name: "machine", capacity: 1)],
      timeLags: [TimeLag(from: ActivityID(1), to: ActivityID(2))],
      groups: [CompletionGroup(name: "g", activities: [ActivityID(0)])],
      objective: .staleness)
    let optimum = BruteForce.answer(to: problem).optimum
    #expect(optimum?.makespan == 8)
    #expect(optimum?.second == 0)
    #expect(optimum?.schedule.assignments.map(\.start) == [5, 0, 2])
  }
}
