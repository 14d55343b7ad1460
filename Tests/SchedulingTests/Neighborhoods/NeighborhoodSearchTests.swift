import BenchmarkInstances
import Testing

@testable import Scheduling

/// What is found near a schedule of a meal, where a proof is far off.
@Suite(.tags(.solver)) struct NeighborhoodSearchTests {
  /// A meal with everything that neighbourhoods have to keep: two cooks told apart, one of them away
  /// for a time, burners with setups, slower modes without one, and starts that need somebody at hand.
  private static func richMeal(seed: UInt64) -> SchedulingProblem {
    var problem = MealGenerator.problem(dishes: 8, seed: seed)
    let second = ResourceID(problem.resources.count)
    problem.resources[0].capacity = 1
    problem.resources[0].unavailable = [Resource.Window(start: 1_800, end: 3_600)]
    problem.resources[1].setups = [[nil, 300], [300, nil]]
    problem.resources.append(Resource(name: "second cook", capacity: 1))
    problem.attendants.append(second)
    var dishes = [Int](repeating: 0, count: problem.activities.count)
    for (number, group) in problem.groups.enumerated() {
      for activity in group.activities { dishes[activity.index] = number }
    }
    for index in problem.activities.indices {
      var mode = problem.activities[index].modes[0]
      for place in mode.requirements.indices {
        if mode.requirements[place].candidates == [ResourceID(0)] {
          mode.requirements[place].candidates.append(second)
        } else if mode.requirements[place].candidates == [ResourceID(1)] {
          mode.requirements[place].family = dishes[index] % 2
        }
      }
      problem.activities[index].modes = [mode]
      guard index % 5 == 0 else { continue }
      mode.duration += 300
      mode.requirements.removeAll { $0.candidates.contains(ResourceID(1)) }
      problem.activities[index].modes.append(mode)
    }
    for index in problem.standing.indices {
      let modes = problem.activities[problem.standing[index].activity.index].modes.count
      let keeps = problem.standing[index].keeps[0]
      problem.standing[index].keeps = Array(repeating: keeps, count: modes)
    }
    return problem
  }

  private struct Found: Equatable {
    var first: Int
    var best: Int
    var schedule: Schedule
  }

  /// Takes the first schedule of the solver and searches its neighbourhoods.
  private func search(_ problem: SchedulingProblem, effort: Int) throws -> Found {
    let start = try #require(problem.solve(SolveOptions(conflictLimit: 60)).schedule)
    let scale = TimeScale(problem)
    let scaled = scale.scaled(problem)
    var search = try #require(
      NeighborhoodSearch(scaled, earliestStart: scale.earliestStart, from: scale.scaled(start)))
    let first = search.value
    // Many in a row without gain, so that schedules left in disorder are gone on from, too.
    _ = search.run(patience: 60, effort: effort, lowerBound: 0, isCancelled: { false })
    return Found(first: first, best: search.value, schedule: scale.restored(search.best))
  }

  @Test(arguments: UInt64(1)...4)
  func `what is found near a schedule keeps every rule and is never worse`(seed: UInt64) throws {
    let problem = Self.richMeal(seed: seed)
    let short = try search(problem, effort: 300)
    let long = try search(problem, effort: 1_500)
    #expect(short.first == long.first)
    #expect(long.best <= short.best && short.best <= short.first, "seed \(seed)")
    for found in [short, long] {
      #expect(ScheduleChecker.violations(of: found.schedule, in: problem) == [], "seed \(seed)")
    }
  }

  @Test func `a meal gets fresher with effort, in the same way every time`() throws {
    let problem = MealGenerator.problem(dishes: 9, seed: 2)
    let found = try search(problem, effort: 200)
    #expect(found.best < found.first)
    #expect(try search(problem, effort: 200) == found)
  }

  @Test func `a search that is cancelled keeps what it has found`() throws {
    let problem = MealGenerator.problem(dishes: 8, seed: 1)
    let start = try #require(problem.solve(SolveOptions(conflictLimit: 40)).schedule)
    var search = try #require(NeighborhoodSearch(problem, earliestStart: 0, from: start))
    let isBetter = search.run(
      patience: 10, effort: 1_000, lowerBound: 0, isCancelled: { true })
    #expect(!isBetter)
    #expect(search.best == start)
  }
}
