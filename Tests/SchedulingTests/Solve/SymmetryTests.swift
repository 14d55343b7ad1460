import Scheduling
import SchedulingOracle
import Testing

/// Problems with a group twice, against trying everything.
@Suite struct SymmetryTests {
  @Test(arguments: 0..<60)
  func `a copy of a group changes no optimum`(seed: Int) throws {
    let mix = try #require(ProblemMix.all.first { $0.name == "groups" })
    var problem = ProblemGenerator.problem(mix, size: 2, seed: UInt64(seed))
    let count = problem.activities.count
    problem.activities += problem.activities
    problem.timeLags += problem.timeLags.map { lag in
      var copy = lag
      copy.from = ActivityID(lag.from.index + count)
      copy.to = ActivityID(lag.to.index + count)
      return copy
    }
    var group = CompletionGroup(name: "one", activities: (0..<count).map { ActivityID($0) })
    problem.groups = [group]
    group.activities = (count..<(2 * count)).map { ActivityID($0) }
    problem.groups.append(group)
    problem.objective = .staleness
    let answer = BruteForce.answer(to: problem, budget: 20_000)
    if answer == .unknown { return }
    let result = try problem.solve()
    #expect(result.levels.makespan.best == answer.optimum?.makespan, "seed \(seed)")
    #expect(result.levels.second?.best == answer.optimum?.second, "seed \(seed)")
  }
}
