import Scheduling
import SchedulingOracle
import Testing

@Suite struct SlackTests {
  private static let cook = ResourceID(0)

  private func assignment(_ start: TimePoint, _ held: [ResourceID] = []) -> Schedule.Assignment {
    .init(start: start, mode: 0, allocation: held.map { [$0] })
  }

  private func blocking(_ duration: TimeSpan) -> Activity {
    Activity(
      name: "blocking", modes: [Mode(duration: duration, requirements: [Requirement(Self.cook)])])
  }

  private func waiting(_ duration: TimeSpan) -> Activity {
    Activity(name: "waiting", modes: [Mode(duration: duration, needsSwitchPoint: true)])
  }

  @Test func `lunch leaves the meatloaf and the avocado time, the pasta none`() {
    let problem = SchedulingProblem(
      activities: [waiting(600), waiting(180), blocking(120)],
      resources: [Resource(name: "cook", capacity: 1)], attendants: [Self.cook])
    let schedule = Schedule(
      projectStart: 0, completion: 600,
      assignments: [assignment(0), assignment(0), assignment(0, [Self.cook])])
    #expect(schedule.slacks(in: problem) == [0, 420, 480])
  }

  @Test func `the order on a cook is kept`() {
    let problem = SchedulingProblem(
      activities: [blocking(3), blocking(4)], resources: [Resource(name: "cook", capacity: 1)],
      completion: .fixed(12))
    let schedule = Schedule(
      projectStart: 0, completion: 12,
      assignments: [assignment(1, [Self.cook]), assignment(5, [Self.cook])])
    #expect(schedule.slacks(in: problem) == [4, 3])
  }

  @Test func `a longer step does not break the maximum after its start`() {
    let problem = SchedulingProblem(
      activities: [waiting(3), waiting(2)],
      timeLags: [
        TimeLag(from: ActivityID(0), to: ActivityID(1)),
        TimeLag(from: ActivityID(0), .start, to: ActivityID(1), minimum: nil, maximum: 4),
      ],
      completion: .fixed(10))
    let schedule = Schedule(
      projectStart: 0, completion: 10, assignments: [assignment(0), assignment(3)])
    #expect(schedule.slacks(in: problem) == [5, 5])
  }

  @Test func `units are the lowest that are free`() {
    let problem = SchedulingProblem(
      activities: [2, 4, 3, 0].enumerated().map { index, duration in
        Activity(
          name: "a\(index)",
          modes: [
            Mode(
              duration: duration,
              requirements: [Requirement(Self.cook, amount: index == 2 ? 2 : 1)])
          ])
      }, resources: [Resource(name: "burner", capacity: 3)])
    let schedule = Schedule(
      projectStart: 0, completion: 5,
      assignments: [0, 0, 2, 1].map { assignment($0, [Self.cook]) })
    #expect(
      schedule.unitAssignment(of: Self.cook, in: problem)
        == [ActivityID(0): [0], ActivityID(1): [1], ActivityID(2): [0, 2]])
  }

  @Test(arguments: ProblemMix.all)
  func `every slack is what trying everything finds`(mix: ProblemMix) {
    var compared = 0
    for seed in 0..<20 {
      let problem = ProblemGenerator.problem(mix, size: 3, seed: UInt64(seed))
      guard let schedule = BruteForce.answer(to: problem).optimum?.schedule else { continue }
      compared += 1
      let slacks = schedule.slacks(in: problem)
      for index in problem.activities.indices {
        let expected = SlackBySearch(schedule, problem).slack(of: ActivityID(index))
        #expect(slacks[index] == expected, "mix \(mix), seed \(seed), activity \(index)")
      }
    }
    #expect(compared > 0)
  }
}
