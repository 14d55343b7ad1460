import SchedulingOracle
import Testing

@testable import Scheduling

/// Schedules with other starts, so that surprises put the completion off less.
@Suite struct HedgeTests {
  @Test(arguments: ProblemMix.all)
  func `what is brought forward keeps every rule and the makespan`(mix: ProblemMix) {
    for seed in 0..<60 {
      let problem = ProblemGenerator.problem(mix, size: 4, seed: UInt64(seed))
      guard let schedule = BruteForce.answer(to: problem).optimum?.schedule else { continue }
      let stalest = schedule.staleness(in: problem) + TimeSpan(seed)
      let now = schedule.projectStart
      let hedged = schedule.hedged(in: problem, at: now, stalest: stalest)
      #expect(ScheduleChecker.violations(of: hedged, in: problem) == [], "mix \(mix), seed \(seed)")
      #expect(hedged.makespan <= schedule.makespan)
      #expect(hedged.staleness(in: problem) <= stalest, "mix \(mix), seed \(seed)")
      #expect(hedged == schedule.hedged(in: problem, at: now, stalest: stalest))
    }
  }

  /// A roast of 100, and a stew that simmers for less once it is chopped: nothing but caution has it
  /// begin at once.
  private static let supper = SchedulingProblem(
    activities: [
      Activity(name: "roast", modes: [Mode(duration: 100)]),
      Activity(
        name: "chop", modes: [Mode(duration: 10, requirements: [Requirement(ResourceID(0))])]),
      Activity(name: "stew", modes: [Mode(duration: 90)]),
    ],
    resources: [Resource(name: "cook", capacity: 1)],
    timeLags: [TimeLag(from: ActivityID(1), to: ActivityID(2))],
    groups: [
      CompletionGroup(name: "roast", activities: [ActivityID(0)], weight: 2),
      CompletionGroup(name: "stew", activities: [ActivityID(1), ActivityID(2)], weight: 2),
    ],
    standing: [
      StandingTerm(activity: ActivityID(1), keeps: [0], takenUpBy: [.init(ActivityID(2))])
    ],
    objective: .staleness)

  @Test func `what the meal would have to wait for is begun sooner`() throws {
    var problem = Self.supper
    problem.activities[2].modes[0].duration = 80
    let best = try #require(problem.solve().schedule)
    #expect(best[ActivityID(2)].start == 20)
    let hedged = best.hedged(in: problem, at: 0)
    let outlook = Outlook(problem, DurationDraws(problem, at: 0, seed: 1))
    #expect(
      outlook.expectation(of: hedged).completion < outlook.expectation(of: best).completion)
    // Not where that would have it stand if all goes as thought.
    #expect(best.hedged(in: problem, at: 0, stalest: 0) == best)
  }

  @Test func `draws are around the estimate and never shorter than what has passed`() {
    var problem = Self.supper
    problem.activities[0].decided = .init(start: 0, mode: 0, allocation: [])
    let draws = DurationDraws(problem, at: 95, seed: 7)
    let open = (0..<draws.count).map { draws.duration(of: 2, mode: 0, in: $0) }
    #expect(open.sorted()[draws.count / 2] == 91)
    #expect(open.min() == 47)
    for draw in 0..<draws.count { #expect(draws.duration(of: 0, mode: 0, in: draw) > 95) }
  }
}
