import Scheduling
import SchedulingOracle
import Testing

@Suite struct LeftShiftTests {
  private func isBetter(_ a: Schedule, than b: Schedule, in problem: SchedulingProblem) -> Bool {
    (a.makespan, a.secondLevel(in: problem) ?? 0) < (b.makespan, b.secondLevel(in: problem) ?? 0)
  }

  /// The schedule with a free completion as early as it can be.
  private func completed(_ schedule: Schedule, in problem: SchedulingProblem) -> Schedule {
    guard problem.completion == .free else { return schedule }
    var schedule = schedule
    while schedule.completion > schedule.projectStart {
      schedule.completion -= 1
      let late = ScheduleChecker.violations(of: schedule, in: problem).contains {
        switch $0 {
        case .lateEnd, .groupEnd: true
        default: false
        }
      }
      guard late else { continue }
      schedule.completion += 1
      break
    }
    return schedule
  }

  /// Every way to hold what a mode requires.
  private func allocations(of mode: Mode) -> [[[ResourceID]]] {
    func choices(_ count: Int, of candidates: ArraySlice<ResourceID>) -> [[ResourceID]] {
      if count == 0 { return [[]] }
      guard let first = candidates.first else { return [] }
      let rest = candidates.dropFirst()
      return choices(count - 1, of: rest).map { [first] + $0 } + choices(count, of: rest)
    }
    return mode.requirements.reduce([[]]) { ways, requirement in
      ways.flatMap { way in
        choices(requirement.count, of: requirement.candidates[...]).map { way + [$0] }
      }
    }
  }

  /// A move of one activity to an earlier start, with whatever candidates, that keeps all rules and
  /// makes nothing worse.
  private func earlierMove(of schedule: Schedule, in problem: SchedulingProblem) -> Schedule? {
    for index in schedule.assignments.indices {
      let assignment = schedule.assignments[index]
      let ways = allocations(of: problem.activities[index].modes[assignment.mode])
      let first = min(assignment.start, schedule.projectStart).value
      for earlier in first..<assignment.start.value {
        for allocation in ways {
          var moved = schedule
          moved.assignments[index].start = TimePoint(earlier)
          moved.assignments[index].allocation = allocation
          moved = completed(moved, in: problem)
          if ScheduleChecker.violations(of: moved, in: problem).isEmpty,
            !isBetter(schedule, than: moved, in: problem)
          {
            return moved
          }
        }
      }
    }
    return nil
  }

  @Test(arguments: ProblemMix.all)
  func `afterwards no single move to an earlier start is left`(mix: ProblemMix) {
    var shifted = 0
    for seed in 0..<60 {
      let problem = ProblemGenerator.problem(mix, size: 4, seed: UInt64(seed))
      guard let optimum = BruteForce.answer(to: problem).optimum else { continue }
      var starting = [optimum.schedule]
      // A schedule that is not optimal: everything later, the completion too.
      if problem.completion == .free {
        var late = optimum.schedule
        late.completion += 5
        starting.append(late)
      }
      for schedule in starting
      where ScheduleChecker.violations(of: schedule, in: problem).isEmpty {
        let result = schedule.leftShifted(in: problem)
        if result != schedule { shifted += 1 }
        #expect(
          ScheduleChecker.violations(of: result, in: problem) == [], "mix \(mix), seed \(seed)")
        #expect(result.projectStart == schedule.projectStart)
        #expect(!isBetter(schedule, than: result, in: problem), "mix \(mix), seed \(seed)")
        #expect(earlierMove(of: result, in: problem) == nil, "mix \(mix), seed \(seed)")
        #expect(result.leftShifted(in: problem) == result)
      }
    }
    #expect(shifted > 0)
  }

  @Test func `what another cook is free for starts earlier`() {
    let cooks = [ResourceID(0), ResourceID(1)]
    func work(_ duration: TimeSpan, _ cook: Int) -> (Activity, Schedule.Assignment) {
      (
        Activity(
          name: "work",
          modes: [Mode(duration: duration, requirements: [.init(choose: 1, of: cooks)])]),
        Schedule.Assignment(start: 0, mode: 0, allocation: [[cooks[cook]]])
      )
    }
    var (first, second) = (work(5, 0), work(2, 0))
    second.1.start = 5
    first.0.name = "first"
    let problem = SchedulingProblem(
      activities: [first.0, second.0],
      resources: [Resource(name: "Ana", capacity: 1), Resource(name: "Ben", capacity: 1)],
      attendants: cooks)
    let schedule = Schedule(projectStart: 0, completion: 7, assignments: [first.1, second.1])
    let shifted = schedule.leftShifted(in: problem)
    #expect(shifted.assignments[1].start == 0)
    #expect(shifted.assignments[1].allocation == [[cooks[1]]])
    #expect(shifted.completion == 5)
  }

  @Test func `what only holds a free completion up moves, whatever slack its group gains`() {
    let problem = SchedulingProblem(
      activities: [Activity(name: "a", modes: [Mode(duration: 2)])],
      groups: [CompletionGroup(name: "g", activities: [ActivityID(0)])],
      objective: .staleness)
    let late = Schedule(
      projectStart: 0, completion: 9, assignments: [.init(start: 7, mode: 0, allocation: [])])
    let result = late.leftShifted(in: problem)
    #expect(result.assignments[0].start == 0)
    #expect(result.completion == 2)
  }

  @Test func `what ends its group stays where the completion is fixed`() {
    let problem = SchedulingProblem(
      activities: [Activity(name: "a", modes: [Mode(duration: 2)])],
      groups: [CompletionGroup(name: "g", activities: [ActivityID(0)])],
      completion: .fixed(9), objective: .staleness)
    let late = Schedule(
      projectStart: 0, completion: 9, assignments: [.init(start: 7, mode: 0, allocation: [])])
    #expect(late.leftShifted(in: problem) == late)
  }
}
