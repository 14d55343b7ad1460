import BenchmarkInstances
import Scheduling
import SchedulingOracle
import Synchronization
import Testing

@Suite struct LargeProblemTests {
  /// Says yes after so many questions.
  private func patience(_ limit: Int) -> @Sendable () -> Bool {
    let questions = Mutex(0)
    return {
      questions.withLock { asked in
        asked += 1
        return asked > limit
      }
    }
  }

  @Test(arguments: [12, 30, 60, 110])
  func `a meal of many dishes has a schedule soon, and it keeps every rule`(dishes: Int) throws {
    for seed in UInt64(1)...3 {
      let problem = MealGenerator.problem(dishes: dishes, seed: seed)
      let result = try problem.solve(
        SolveOptions(isCancelled: patience(problem.activities.count + 60)))
      let schedule = try #require(result.schedule, "\(dishes) dishes, seed \(seed)")
      #expect(ScheduleChecker.violations(of: schedule, in: problem) == [])
      let lower = try #require(result.levels.makespan.lower)
      #expect(lower <= schedule.makespan)
      #expect(schedule.makespan - lower <= schedule.makespan / 10, "\(dishes), seed \(seed)")
    }
  }

  @Test func `many dishes with hundreds of ways each have a schedule soon`() throws {
    var problem = MealGenerator.problem(dishes: 12, seed: 3)
    for index in problem.activities.indices where index % 3 == 0 {
      let mode = problem.activities[index].modes[0]
      problem.activities[index].modes = (0..<200).map { number in
        var other = mode
        other.duration += 60 * (number % 7)
        other.requirements += [Requirement(ResourceID(2))].filter { _ in number % 5 == 4 }
        return other
      }
    }
    for index in problem.standing.indices {
      let term = problem.standing[index]
      let count = problem.activities[term.activity.index].modes.count
      problem.standing[index].keeps = Array(repeating: term.keeps[0], count: count)
    }
    let result = try problem.solve(SolveOptions(isCancelled: patience(400)))
    let schedule = try #require(result.schedule)
    #expect(ScheduleChecker.violations(of: schedule, in: problem) == [])
  }

  @Test func `many dishes for a time on the clock have a schedule as soon`() throws {
    var problem = MealGenerator.problem(dishes: 24, seed: 2)
    problem.projectStart = .free
    problem.completion = .fixed(100_000)
    let first = try problem.solve(SolveOptions(isCancelled: patience(200)))
    let schedule = try #require(first.schedule)
    #expect(ScheduleChecker.violations(of: schedule, in: problem) == [])
    let floating = try MealGenerator.problem(dishes: 24, seed: 2)
      .solve(SolveOptions(isCancelled: patience(200)))
    #expect(first.levels.makespan == floating.levels.makespan)
  }

  @Test func `a chain of many activities is proved without a search`() throws {
    let cook = ResourceID(0)
    var problem = SchedulingProblem(
      resources: [Resource(name: "cook", capacity: 1)], attendants: [cook],
      objective: .staleness)
    for index in 0..<400 {
      var mode = Mode(duration: 60)
      if index % 2 == 1 { mode.requirements = [Requirement(cook)] }
      mode.needsSwitchPoint = index % 2 == 0
      problem.activities.append(Activity(name: "\(index)", modes: [mode]))
      if index > 0 {
        problem.timeLags.append(TimeLag(from: ActivityID(index - 1), to: ActivityID(index)))
      }
    }
    problem.groups = [
      CompletionGroup(
        name: "dish", activities: problem.activities.indices.map { ActivityID($0) }, weight: 2)
    ]
    let result = try problem.solve()
    #expect(result.isOptimal)
    #expect(result.levels.makespan.best == 24_000)
  }
}
