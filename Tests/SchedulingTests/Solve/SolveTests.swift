import Scheduling
import Testing

/// Small problems whose answer is plain to see.
@Suite struct SolveTests {
  private let cook = ResourceID(0)

  /// Pasta cooks for 10 minutes, meatloaf heats for 5, an avocado is peeled for 2.
  private var lunch: SchedulingProblem {
    SchedulingProblem(
      activities: [
        Activity(name: "pasta", modes: [Mode(duration: 600, needsSwitchPoint: true)]),
        Activity(name: "meatloaf", modes: [Mode(duration: 180, needsSwitchPoint: true)]),
        Activity(
          name: "avocado", modes: [Mode(duration: 120, requirements: [Requirement(cook)])]),
      ],
      resources: [Resource(name: "cook", capacity: 1)],
      groups: (0..<3).map { CompletionGroup(name: "dish \($0)", activities: [ActivityID($0)]) },
      attendants: [cook], objective: .staleness)
  }

  @Test func `everything is ready at once where nothing is in the way`() throws {
    let result = try lunch.solve()
    #expect(result.isOptimal)
    #expect(result.levels.makespan == .init(best: 600, lower: 600))
    #expect(result.levels.second == .init(best: 0, lower: 0))
    #expect(result.schedule?.assignments.map(\.start) == [0, 420, 480])
  }

  @Test func `an empty problem has an empty schedule`() throws {
    let result = try SchedulingProblem(objective: .staleness).solve()
    #expect(result.isOptimal)
    #expect(result.levels.makespan == .init(best: 0, lower: 0))
    #expect(result.levels.second == .init(best: 0, lower: 0))
  }

  @Test func `a fixed completion starts as late as it can`() throws {
    var problem = lunch
    problem.projectStart = .free
    problem.completion = .fixed(1_000_000_007)
    let result = try problem.solve()
    #expect(result.isOptimal)
    #expect(result.schedule?.projectStart == 999_999_407)
  }

  @Test func `what is decided before the start stays`() throws {
    var problem = lunch
    problem.activities[0].decided = .init(start: -300, mode: 0)
    problem.objective = .startSum
    let result = try problem.solve()
    #expect(result.isOptimal)
    #expect(result.levels.makespan.best == 300)
    #expect(result.schedule?.assignments[0].start == -300)
  }

  @Test func `a warm start that is optimal is kept`() throws {
    let cold = try lunch.solve()
    var options = SolveOptions()
    options.warmStart = cold.schedule
    let warm = try lunch.solve(options)
    #expect(warm.schedule == cold.schedule)
    #expect(warm.isOptimal)
  }

  @Test func `two runs give the same result`() throws {
    let problem = Self.crowd(5)
    #expect(try problem.solve() == problem.solve())
  }

  @Test func `without conflicts allowed the result is honest`() throws {
    let problem = Self.crowd(5)
    let full = try problem.solve()
    let result = try problem.solve(SolveOptions(conflictLimit: 5))
    #expect(result.schedule != nil)
    if let best = result.levels.makespan.best, let lower = result.levels.makespan.lower,
      let optimum = full.levels.makespan.best
    {
      #expect(lower <= optimum && optimum <= best)
    }
    #expect(result.statistics.conflicts <= 5)
  }

  @Test func `a cancelled solve says that it knows nothing`() throws {
    let result = try Self.crowd(5).solve(SolveOptions(isCancelled: { true }))
    #expect(result.outcome == .unknown(.init(makespan: .init(best: nil, lower: nil))))
  }

  @Test func `a cycle of lags names its lags and activities`() throws {
    var problem = lunch
    problem.timeLags = [
      TimeLag(from: ActivityID(0), to: ActivityID(1)),
      TimeLag(from: ActivityID(0), .start, to: ActivityID(1), minimum: nil, maximum: 300),
    ]
    let result = try problem.solve()
    #expect(result.clash != nil)
    #expect(
      Set(result.clash ?? []) == [
        .minimumLag(0), .maximumLag(1), .activity(ActivityID(0)), .activity(ActivityID(1)),
      ])
  }

  @Test func `too much work before a deadline names the work, the deadlines and the cook`() throws {
    var problem = SchedulingProblem(resources: [Resource(name: "cook", capacity: 1)])
    for index in 0..<6 {
      problem.activities.append(
        Activity(
          name: "\(index)", modes: [Mode(duration: 10, requirements: [Requirement(cook)])],
          deadline: index < 2 ? 15 : nil))
    }
    let result = try problem.solve()
    #expect(result.clash != nil)
    #expect(
      Set(result.clash ?? []) == [
        .activity(ActivityID(0)), .activity(ActivityID(1)), .deadline(ActivityID(0)),
        .deadline(ActivityID(1)), .capacity(cook),
      ])
  }

  /// Dishes of two hands-on steps with a wait between, for one cook.
  static func crowd(_ dishes: Int) -> SchedulingProblem {
    var problem = SchedulingProblem(
      resources: [Resource(name: "cook", capacity: 1), Resource(name: "burner", capacity: 3)],
      attendants: [ResourceID(0)], objective: .staleness)
    for dish in 0..<dishes {
      let first = problem.activities.count
      let hands = Requirement(ResourceID(0))
      problem.activities += [
        Activity(
          name: "prepare", modes: [Mode(duration: TimeSpan(2 + dish % 4), requirements: [hands])]),
        Activity(
          name: "simmer",
          modes: [
            Mode(
              duration: TimeSpan(5 + (dish * 7) % 11), requirements: [Requirement(ResourceID(1))],
              needsSwitchPoint: true)
          ]),
        Activity(
          name: "season", modes: [Mode(duration: TimeSpan(1 + dish % 3), requirements: [hands])]),
      ]
      problem.timeLags += [
        TimeLag(from: ActivityID(first), to: ActivityID(first + 1)),
        TimeLag(from: ActivityID(first + 1), to: ActivityID(first + 2), maximum: 3),
      ]
      problem.groups.append(
        CompletionGroup(name: "dish", activities: (first...(first + 2)).map { ActivityID($0) }))
    }
    return problem
  }
}
