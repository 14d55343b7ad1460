import Scheduling
import Testing

@Suite struct ScheduleCheckerTests {
  /// A cook and an oven; `prepare` takes the cook, `bake` the oven from then on, `carve` the cook.
  private static let cook = ResourceID(0)
  private static let oven = ResourceID(1)

  private var problem: SchedulingProblem {
    SchedulingProblem(
      activities: [
        Activity(
          name: "prepare", modes: [Mode(duration: 4, requirements: [Requirement(Self.cook)])]),
        Activity(
          name: "bake",
          modes: [
            Mode(duration: 6, requirements: [Requirement(Self.oven)], needsSwitchPoint: true)
          ]),
        Activity(name: "carve", modes: [Mode(duration: 2, requirements: [Requirement(Self.cook)])]),
      ],
      resources: [
        Resource(name: "cook", capacity: 1),
        Resource(name: "oven", capacity: 1, setups: [[nil, 3], [5, nil]]),
      ],
      timeLags: [
        TimeLag(from: ActivityID(0), to: ActivityID(1)),
        TimeLag(from: ActivityID(1), to: ActivityID(2), maximum: 1),
      ],
      groups: [CompletionGroup(name: "roast", activities: (0..<3).map { ActivityID($0) })],
      attendants: [Self.cook],
      objective: .staleness)
  }

  private func schedule(_ starts: [TimePoint], completion: TimePoint) -> Schedule {
    let resources = [Self.cook, Self.oven, Self.cook]
    return Schedule(
      projectStart: 0, completion: completion,
      assignments: starts.enumerated().map { index, start in
        .init(start: start, mode: 0, allocation: [[resources[index]]])
      })
  }

  private func violations(
    of schedule: Schedule, _ change: (inout SchedulingProblem) -> Void = { _ in }
  ) -> [Violation] {
    var problem = problem
    change(&problem)
    return ScheduleChecker.violations(of: schedule, in: problem)
  }

  private var good: Schedule { schedule([0, 4, 10], completion: 12) }

  @Test func `a schedule that keeps every rule has no violations`() {
    #expect(violations(of: good) == [])
    #expect(good.totalSlack(in: problem) == 0)
    #expect(good.startSum(in: problem) == 14)
    #expect(good.secondLevel(in: problem) == 0)
  }

  @Test func `shapes that make no sense are found`() {
    var short = good
    short.assignments.removeLast()
    #expect(violations(of: short) == [.assignmentCount(2)])

    var mode = good
    mode.assignments[1].mode = 1
    #expect(violations(of: mode) == [.mode(ActivityID(1))])

    for allocation in [[[Self.cook]], [], [[]], [[Self.oven, Self.oven]]] {
      var other = good
      other.assignments[1].allocation = allocation
      #expect(violations(of: other) == [.allocation(ActivityID(1), requirement: 0)])
    }
    var surplus = good
    surplus.assignments[1].allocation.append([Self.cook])
    #expect(violations(of: surplus) == [.allocation(ActivityID(1), requirement: 1)])
  }

  @Test func `candidates are held in their order and each once`() {
    let problem = SchedulingProblem(
      activities: [
        Activity(
          name: "lift",
          modes: [
            Mode(
              duration: 1,
              requirements: [Requirement(choose: 2, of: [ResourceID(0), ResourceID(1)])])
          ])
      ],
      resources: [Resource(name: "Ana", capacity: 1), Resource(name: "Ben", capacity: 1)])
    func violations(_ held: [Int]) -> [Violation] {
      ScheduleChecker.violations(
        of: Schedule(
          projectStart: 0, completion: 1,
          assignments: [.init(start: 0, mode: 0, allocation: [held.map { ResourceID($0) }])]),
        in: problem)
    }
    #expect(violations([0, 1]) == [])
    #expect(violations([1, 0]) == [.allocation(ActivityID(0), requirement: 0)])
    #expect(violations([0, 0]) == [.allocation(ActivityID(0), requirement: 0)])
  }

  @Test func `decisions are kept`() {
    let found = violations(of: good) {
      $0.activities[0].decided = .init(start: 1, mode: 0)
      $0.activities[1].decided = .init(start: 4, mode: 0, allocation: [[Self.cook]])
      $0.activities[2].decided = .init(start: 10, mode: 0, allocation: [[Self.cook]])
    }
    #expect(found == [.decision(ActivityID(0)), .decision(ActivityID(1))])
  }

  @Test func `the frame is where its anchors say`() {
    #expect(violations(of: good) { $0.projectStart = .fixed(-1) } == [.projectStart(0)])
    #expect(violations(of: good) { $0.completion = .fixed(13) } == [.completion(12)])
    var early = good
    early.projectStart = -1
    #expect(violations(of: early) { $0.projectStart = .free } == [.projectStart(-1)])
    let empty = Schedule(projectStart: 3, completion: 2, assignments: [])
    #expect(
      ScheduleChecker.violations(of: empty, in: SchedulingProblem(projectStart: .free))
        == [.completion(2)])
  }

  @Test func `releases, deadlines and leads are kept`() {
    #expect(violations(of: good) { $0.activities[1].release = 5 } == [.release(ActivityID(1))])
    #expect(violations(of: good) { $0.activities[1].deadline = 9 } == [.deadline(ActivityID(1))])
    #expect(violations(of: good) { $0.activities[1].modes[0].lead = 5 } == [.lead(ActivityID(1))])
    #expect(
      violations(of: good) {
        $0.projectStart = .fixed(0)
        $0.activities[1].modes[0].lead = 5
        $0.activities[1].decided = .init(start: 4, mode: 0)
      } == [])
    var late = good
    late.projectStart = 1
    #expect(violations(of: late) { $0.projectStart = .free } == [.lead(ActivityID(0))])
  }

  @Test func `everything is done by the completion, groups by their offset after it`() {
    let early = schedule([0, 4, 10], completion: 11)
    #expect(violations(of: early) == [.groupEnd(0)])
    #expect(violations(of: early) { $0.groups[0].offset = 1 } == [])
    #expect(violations(of: early) { $0.groups = [] } == [.lateEnd(ActivityID(2))])
  }

  @Test func `slack has its maximum`() {
    let late = schedule([0, 4, 10], completion: 15)
    #expect(violations(of: late) { $0.groups[0].maximumSlack = 3 } == [])
    #expect(violations(of: late) { $0.groups[0].maximumSlack = 2 } == [.maximumSlack(0)])
    #expect(late.totalSlack(in: problem) == 3)
  }

  @Test func `lags keep their distance`() {
    #expect(violations(of: schedule([0, 4, 9], completion: 12)) == [.minimumLag(1)])
    #expect(violations(of: schedule([0, 4, 12], completion: 14)) == [.maximumLag(1)])
    let fromStart = TimeLag(
      from: ActivityID(0), .start, to: ActivityID(1), minimum: nil, maximum: 3)
    #expect(violations(of: good) { $0.timeLags.append(fromStart) } == [.maximumLag(2)])
  }

  @Test func `capacities hold at every instant`() {
    #expect(
      violations(of: good) {
        $0.resources[0].capacity = 0
        $0.attendants = [Self.oven]
      } == [.capacity(Self.cook, at: 0), .capacity(Self.cook, at: 10)])
    let found = violations(of: good) {
      $0.activities[1].modes[0].requirements = [Requirement(choose: 1, of: [Self.oven], amount: 2)]
    }
    #expect(found == [.capacity(Self.oven, at: 4)])
  }

  @Test func `an activity of no length holds nothing`() {
    let found = violations(of: schedule([0, 4, 2], completion: 12)) {
      $0.activities[2].modes[0].duration = 0
      $0.timeLags = []
    }
    #expect(found == [])
  }

  @Test func `setups lie between families`() {
    // The second use of the oven starts after the first one's end at 4.
    func violations(_ families: [Int?], secondStart: TimePoint) -> [Violation] {
      var problem = problem
      problem.timeLags = []
      problem.activities[0].modes[0].requirements = [Requirement(Self.oven, family: families[0])]
      problem.activities[1].modes[0].requirements = [Requirement(Self.oven, family: families[1])]
      var schedule = schedule([0, secondStart, 20], completion: 30)
      schedule.assignments[0].allocation = [[Self.oven]]
      return ScheduleChecker.violations(of: schedule, in: problem)
    }
    let broken = [Violation.setup(Self.oven, ActivityID(0), ActivityID(1))]
    #expect(violations([0, 1], secondStart: 6) == broken)
    #expect(violations([0, 1], secondStart: 7) == [])
    #expect(violations([1, 0], secondStart: 8) == broken)
    #expect(violations([1, 0], secondStart: 9) == [])
    #expect(violations([0, 0], secondStart: 4) == [])
    #expect(violations([0, nil], secondStart: 4) == [])
  }

  @Test func `nothing is held within a window`() {
    let window = Resource.Window(start: 3, end: 4)
    #expect(
      violations(of: good) { $0.resources[0].unavailable = [window] }
        == [.unavailable(Self.cook, window: 0, ActivityID(0))])
    #expect(violations(of: good) { $0.resources[1].unavailable = [window] } == [])
  }

  @Test func `somebody is at hand at a switch point`() {
    func kitchen(_ change: (inout SchedulingProblem) -> Void = { _ in }) -> [Violation] {
      violations(of: schedule([0, 2, 10], completion: 12)) {
        $0.timeLags = []
        change(&$0)
      }
    }
    #expect(kitchen() == [.switchPoint(ActivityID(1))])
    #expect(kitchen { $0.activities[1].decided = .init(start: 2, mode: 0) } == [])
    #expect(kitchen { $0.resources[0].capacity = 2 } == [])
    #expect(kitchen { $0.activities[1].modes[0].needsSwitchPoint = false } == [])
    let window = Resource.Window(start: 6, end: 8)
    func away(_ start: TimePoint) -> [Violation] {
      violations(of: schedule([0, start, 10], completion: 14)) {
        $0.timeLags = []
        $0.resources[0].unavailable = [window]
      }
    }
    #expect(away(7) == [.switchPoint(ActivityID(1))])
    #expect(away(6) == [])
    #expect(away(8) == [])
  }
}
