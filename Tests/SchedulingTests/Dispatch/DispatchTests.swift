import Scheduling
import SchedulingOracle
import Testing

@Suite struct DispatchTests {
  private static let cook = ResourceID(0)

  private func blocking(_ name: String, _ duration: TimeSpan) -> Activity {
    Activity(
      name: name, modes: [Mode(duration: duration, requirements: [Requirement(Self.cook)])])
  }

  private func waiting(_ name: String, _ duration: TimeSpan) -> Activity {
    Activity(name: name, modes: [Mode(duration: duration, needsSwitchPoint: true)])
  }

  private func kitchen(_ activities: [Activity], lags: [TimeLag] = []) -> SchedulingProblem {
    SchedulingProblem(
      activities: activities, resources: [Resource(name: "cook", capacity: 1)], timeLags: lags,
      attendants: [Self.cook])
  }

  private func starts(_ problem: SchedulingProblem) -> [TimePoint]? {
    problem.dispatched()?.assignments.map(\.start)
  }

  private func lag(
    _ from: Int, _ moment: TimeLag.Moment = .end, _ to: Int, _ minimum: TimeSpan? = 0,
    max: TimeSpan? = nil
  ) -> TimeLag {
    TimeLag(from: ActivityID(from), moment, to: ActivityID(to), minimum: minimum, maximum: max)
  }

  @Test func `what is listed after a blocking step waits until the cook is free again`() {
    let pasta = waiting("pasta", 600)
    let meatloaf = waiting("meatloaf", 180)
    let avocado = blocking("avocado", 120)
    #expect(kitchen([pasta, meatloaf, avocado]).dispatched()?.makespan == 600)
    #expect(kitchen([avocado, pasta, meatloaf]).dispatched()?.makespan == 720)
  }

  @Test func `the list is read again from its top after each start`() {
    // The second one's start makes the first one ready at the same moment.
    let problem = kitchen(
      [waiting("a", 2), waiting("b", 3), blocking("c", 1)],
      lags: [lag(1, .start, 0)])
    #expect(starts(problem) == [0, 0, 0])
  }

  @Test func `nothing is held back for what is listed before it`() {
    let problem = kitchen([blocking("a", 5), blocking("b", 9)], lags: [lag(1, .start, 0, 1)])
    #expect(starts(problem) == [9, 0])
  }

  @Test func `an option is the first that fits`() {
    let microwave = Mode(duration: 3, requirements: [Requirement(ResourceID(1))])
    let pot = Mode(duration: 5, requirements: [Requirement(ResourceID(2))])
    let activity = Activity(name: "butter", modes: [microwave, pot])
    let problem = SchedulingProblem(
      activities: [activity, activity, activity],
      resources: ["cook", "microwave", "burner"].map { Resource(name: $0, capacity: 1) })
    #expect(problem.dispatched()?.assignments.map(\.mode) == [0, 1, 0])
    #expect(starts(problem) == [0, 0, 3])
  }

  @Test func `candidates are taken in their order`() {
    let both = Requirement(choose: 2, of: [ResourceID(0), ResourceID(1)])
    let one = Requirement(choose: 1, of: [ResourceID(0), ResourceID(1)])
    let problem = SchedulingProblem(
      activities: [one, one, both].map {
        Activity(name: "lift", modes: [Mode(duration: 2, requirements: [$0])])
      },
      resources: ["Ana", "Ben"].map { Resource(name: $0, capacity: 1) })
    #expect(starts(problem) == [0, 0, 2])
    #expect(
      problem.dispatched()?.assignments.map(\.allocation)
        == [[[ResourceID(0)]], [[ResourceID(1)]], [[ResourceID(0), ResourceID(1)]]])
  }

  @Test func `changeovers, windows, leads and releases delay`() {
    let oven = Resource(
      name: "oven", capacity: 2, setups: [[nil, 4], [4, nil]],
      unavailable: [.init(start: 12, end: 15)])
    func baking(_ family: Int, lead: TimeSpan = 0, release: TimePoint? = nil) -> Activity {
      Activity(
        name: "bake",
        modes: [
          Mode(
            duration: 3, requirements: [Requirement(ResourceID(0), family: family)], lead: lead)
        ], release: release)
    }
    func starts(_ activities: [Activity]) -> [TimePoint]? {
      self.starts(SchedulingProblem(activities: activities, resources: [oven]))
    }
    #expect(starts([baking(0), baking(0), baking(1)]) == [0, 0, 7])
    #expect(starts([baking(0, lead: 6), baking(1)]) == [7, 0])
    #expect(starts([baking(0, release: 10)]) == [15])
  }

  @Test func `a negative lag counts from an end that is known`() {
    let problem = kitchen([waiting("drain", 2), waiting("boil", 10)], lags: [lag(1, .end, 0, -4)])
    #expect(starts(problem) == [6, 0])
  }

  @Test func `no lower limit delays nothing`() {
    let problem = kitchen(
      [waiting("a", 2), waiting("b", 3)], lags: [lag(1, .end, 0, nil, max: 4)])
    #expect(starts(problem) == [0, 0])
  }

  @Test func `a limit that breaks leaves nothing`() {
    let late = kitchen(
      [waiting("a", 2), blocking("b", 5), blocking("c", 1)], lags: [lag(0, .end, 2, 0, max: 1)])
    #expect(starts(late) == nil)
    #expect(late.dispatched(.ignored)?.assignments.map(\.start) == [0, 0, 5])
    var deadline = kitchen([blocking("a", 3), blocking("b", 3)])
    deadline.activities[1].deadline = 5
    #expect(starts(deadline) == nil)
    var hold = kitchen([blocking("a", 3), blocking("b", 3)])
    hold.groups = [CompletionGroup(name: "g", activities: [ActivityID(0)], maximumSlack: 2)]
    #expect(starts(hold) == nil)
    hold.groups[0].maximumSlack = 3
    #expect(starts(hold) == [0, 3])
  }

  @Test func `steps that wait for each other never start`() {
    #expect(
      starts(kitchen([waiting("a", 1), waiting("b", 1)], lags: [lag(0, 1), lag(1, 0)])) == nil)
  }

  private func lag(_ from: Int, _ to: Int) -> TimeLag { lag(from, .end, to) }

  @Test func `what is decided is in place`() {
    var problem = kitchen([blocking("a", 5), blocking("b", 2), waiting("c", 1)])
    problem.activities[1].decided = .init(start: -1, mode: 0)
    #expect(starts(problem) == [1, -1, 6])
    problem.activities[1].decided = .init(start: 2, mode: 0, allocation: [[Self.cook]])
    #expect(starts(problem) == [4, 2, 0])
  }

  @Test func `groups are due after the completion, and a fixed completion ends a free start`() {
    var problem = kitchen([blocking("starter", 4), blocking("main", 6)])
    problem.groups = [CompletionGroup(name: "main", activities: [ActivityID(1)], offset: 5)]
    #expect(problem.dispatched()?.completion == 5)
    problem.projectStart = .free
    problem.completion = .fixed(100)
    #expect(problem.dispatched()?.projectStart == 95)
    #expect(starts(problem) == [95, 99])
  }

  @Test(arguments: ProblemMix.all)
  func `it is never better than the optimum`(mix: ProblemMix) {
    var dispatched = 0
    for seed in 0..<40 {
      let problem = ProblemGenerator.problem(mix, size: 4, seed: UInt64(seed))
      guard let schedule = problem.dispatched() else { continue }
      dispatched += 1
      switch BruteForce.answer(to: problem) {
      case .optimum(let optimum):
        #expect(optimum.makespan <= schedule.makespan, "mix \(mix), seed \(seed)")
      case .infeasible: Issue.record("mix \(mix), seed \(seed)")
      case .unknown: break
      }
    }
    #expect(dispatched > 0)
  }
}
