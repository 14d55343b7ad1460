import BenchmarkInstances
import Scheduling
import Testing

@Suite struct AllowanceTests {
  @Test(arguments: UInt64(1)...6)
  func `a longer makespan is taken where less stands about for it`(seed: UInt64) throws {
    let problem = MealGenerator.problem(dishes: 3, seed: seed)
    let shortest = try #require(problem.solve().schedule)
    var allowing = problem
    allowing.allowance = 300
    let result = try allowing.solve()
    #expect(result.isOptimal)
    #expect(result.levels.makespan.lower == shortest.makespan)
    let later = try #require(result.schedule)
    // The same by trying every completion.
    var best: (staleness: TimeSpan, makespan: TimeSpan)?
    for minutes in 0...5 {
      var fixed = problem
      fixed.completion = .fixed(0 + shortest.makespan + TimeSpan(60 * minutes))
      let schedule = try #require(fixed.solve().schedule)
      let staleness = schedule.staleness(in: problem)
      if best.map({ staleness < $0.staleness }) ?? true { best = (staleness, schedule.makespan) }
    }
    #expect(later.staleness(in: problem) == best?.staleness)
    #expect(later.makespan == best?.makespan)
  }
}
