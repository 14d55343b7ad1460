import Scheduling
import SchedulingOracle
import Testing

/// What stands between activities, on problems whose answer is plain to see.
@Suite struct StandingTests {
  private let cook = ResourceID(0)

  /// Pasta is put on, boils and is drained; a roast of 100 is carved at the end.
  private func pasta(keeps: TimeSpan?) -> SchedulingProblem {
    let hands = [Requirement(cook)]
    return SchedulingProblem(
      activities: [
        Activity(name: "boil", modes: [Mode(duration: 10, needsSwitchPoint: true)]),
        Activity(name: "drain", modes: [Mode(duration: 1, requirements: hands)]),
        Activity(name: "roast", modes: [Mode(duration: 100, needsSwitchPoint: true)]),
        Activity(name: "carve", modes: [Mode(duration: 8, requirements: hands)]),
      ],
      resources: [Resource(name: "cook", capacity: 1)],
      timeLags: [0, 2].map { TimeLag(from: ActivityID($0), to: ActivityID($0 + 1)) },
      groups: [0, 2].map {
        CompletionGroup(
          name: "dish", activities: [ActivityID($0), ActivityID($0 + 1)], weight: 2)
      },
      standing: [
        StandingTerm(
          activity: ActivityID(0), keeps: [keeps], takenUpBy: [.init(ActivityID(1))])
      ],
      attendants: [cook], objective: .staleness)
  }

  private func schedule(_ starts: TimePoint..., completion: TimePoint) -> Schedule {
    Schedule(
      projectStart: 0, completion: completion,
      assignments: starts.map { .init(start: $0, mode: 0, allocation: []) })
  }

  @Test func `standing counts beyond what keeps, and nothing that keeps without end`() {
    let early = schedule(0, 99, 0, 100, completion: 108)
    #expect(early.totalStanding(in: pasta(keeps: 0)) == 89)
    #expect(early.totalStanding(in: pasta(keeps: 60)) == 29)
    #expect(early.totalStanding(in: pasta(keeps: 90)) == 0)
    #expect(early.totalStanding(in: pasta(keeps: nil)) == 0)
    #expect(early.wait(of: pasta(keeps: nil).standing[0], in: pasta(keeps: nil)) == 89)
    #expect(early.staleness(in: pasta(keeps: 0)) == 105)
  }

  @Test func `of several takers the first counts, less its minimum`() {
    var problem = pasta(keeps: 0)
    problem.standing[0].takers = [.init(ActivityID(3), minimum: 15), .init(ActivityID(1))]
    #expect(
      schedule(0, 99, 0, 100, completion: 108).totalStanding(in: problem) == 75)
    #expect(
      schedule(88, 99, 0, 100, completion: 108).totalStanding(in: problem) == 0)
  }

  @Test func `of modes the one chosen says how long it keeps`() {
    var problem = pasta(keeps: 0)
    problem.activities[0].modes.append(Mode(duration: 20))
    problem.standing[0].keeps = [0, 30]
    var early = schedule(0, 99, 0, 100, completion: 108)
    early.assignments[0].mode = 1
    #expect(early.totalStanding(in: problem) == 49)
  }

  @Test(arguments: [0, 5, nil] as [TimeSpan?])
  func `what does not keep is made when it is wanted`(keeps: TimeSpan?) throws {
    let problem = pasta(keeps: keeps)
    let result = try problem.solve()
    #expect(result.isOptimal)
    #expect(result.levels.makespan == .init(best: 108, lower: 108))
    // Draining comes before carving, so the pasta is held for as long as that takes.
    #expect(result.levels.second == .init(best: 16, lower: 16))
    let schedule = try #require(result.schedule)
    #expect(schedule.assignments[0].start == (keeps.map { TimePoint(89) - $0 } ?? 0))
  }

  @Test func `a whole chain moves up to what takes it up`() throws {
    var problem = pasta(keeps: 0)
    problem.activities.insert(Activity(name: "rinse", modes: [Mode(duration: 3)]), at: 1)
    problem.timeLags = [
      TimeLag(from: ActivityID(0), to: ActivityID(1)),
      TimeLag(from: ActivityID(1), to: ActivityID(2)),
      TimeLag(from: ActivityID(3), to: ActivityID(4)),
    ]
    problem.groups = [0...2, 3...4].map { range in
      CompletionGroup(name: "dish", activities: range.map { ActivityID($0) }, weight: 2)
    }
    problem.standing = [0, 1].map {
      StandingTerm(
        activity: ActivityID($0), keeps: [0], takenUpBy: [.init(ActivityID($0 + 1))])
    }
    let result = try problem.solve()
    #expect(result.isOptimal)
    #expect(result.levels.second?.best == 16)
    #expect(result.schedule?.assignments.prefix(3).map(\.start) == [86, 96, 99])
  }

  @Test func `with times off the minute nothing is rounded`() throws {
    var problem = pasta(keeps: 7)
    problem.activities[2].modes[0].duration = 101
    problem.timeLags[0].maximum = 50
    let result = try problem.solve()
    #expect(result.levels.second == .init(best: 16, lower: 16))
    #expect(result.schedule?.assignments[0].start == 83)
  }

  @Test func `what has to stand somewhere along a chain is seen without a search`() throws {
    // The first of the chain is done at once, and no gap has to be the one that waits.
    var problem = pasta(keeps: 0)
    problem.activities.insert(Activity(name: "rinse", modes: [Mode(duration: 3)]), at: 1)
    problem.activities[0].deadline = 10
    problem.timeLags = [
      TimeLag(from: ActivityID(0), to: ActivityID(1)),
      TimeLag(from: ActivityID(1), to: ActivityID(2)),
    ]
    problem.groups = [
      CompletionGroup(name: "pasta", activities: (0...2).map { ActivityID($0) }, weight: 2)
    ]
    problem.standing = [0, 1].map {
      StandingTerm(
        activity: ActivityID($0), keeps: [0], takenUpBy: [.init(ActivityID($0 + 1))])
    }
    let result = try problem.solve(SolveOptions(conflictLimit: 20))
    // Of the 100 that the roast takes, 10 + 3 + 1 are cooking.
    #expect(result.levels.second == .init(best: 86, lower: 86))
    #expect(result.isOptimal)
  }
}
