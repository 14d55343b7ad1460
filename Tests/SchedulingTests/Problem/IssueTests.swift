import Testing

@testable import Scheduling

/// Problems that make no sense are refused with everything that is wrong with them.
struct IssueTests {
  private static let (cook, oven) = (ResourceID(0), ResourceID(1))

  private static var sound: SchedulingProblem {
    SchedulingProblem(
      activities: [
        Activity(name: "a", modes: [Mode(duration: 5, requirements: [Requirement(cook)])]),
        Activity(
          name: "b", modes: [Mode(duration: 5, requirements: [Requirement(oven, family: 1)])]),
      ],
      resources: [
        Resource(name: "cook", capacity: 1, unavailable: [.init(start: 3, end: 4)]),
        Resource(name: "oven", capacity: 1, setups: [[0, 2], [2, 0]]),
      ],
      timeLags: [TimeLag(from: ActivityID(0), to: ActivityID(1))],
      groups: [CompletionGroup(name: "g", activities: [ActivityID(1)])],
      standing: [
        StandingTerm(
          activity: ActivityID(0), keeps: [1], takenUpBy: [.init(ActivityID(1))])
      ], attendants: [cook], objective: .staleness)
  }

  /// A change to a sound problem, and what is wrong after it.
  private static let faults:
    [(change: @Sendable (inout SchedulingProblem) -> Void, [ProblemIssue])] =
      [
        ({ $0.activities[0].modes = [] }, [.noMode(ActivityID(0)), .standing(0)]),
        ({ $0.activities[1].modes[0].duration = -1 }, [.negativeLength(ActivityID(1), mode: 0)]),
        (
          { $0.activities[0].modes[0].requirements[0].count = 2 },
          [.requirement(ActivityID(0), mode: 0)]
        ),
        (
          { $0.activities[0].modes[0].requirements[0].candidates = [ResourceID(7)] },
          [.unknownResource(ResourceID(7))]
        ),
        (
          { $0.activities[1].modes[0].requirements[0].family = 2 },
          [.unknownFamily(ActivityID(1), mode: 0)]
        ),
        ({ $0.activities[0].decided = .init(start: 0, mode: 1) }, [.decision(ActivityID(0))]),
        (
          { $0.activities[0].decided = .init(start: 0, mode: 0, allocation: [[oven]]) },
          [.decision(ActivityID(0))]
        ),
        ({ $0.resources[0].capacity = -1 }, [.negativeCapacity(cook)]),
        (
          { $0.resources[1].setups = [[0, 2]] },
          [.setups(oven), .unknownFamily(ActivityID(1), mode: 0)]
        ),
        ({ $0.resources[1].setups = [[0, nil], [2, 0]] }, [.setups(oven)]),
        ({ $0.resources[0].unavailable[0].end = 3 }, [.window(cook, 0)]),
        ({ $0.timeLags[0].to = ActivityID(9) }, [.unknownActivity(ActivityID(9))]),
        ({ $0.groups[0].activities = [] }, [.group(0)]),
        ({ $0.groups.append($0.groups[0]) }, [.group(1)]),
        ({ $0.standing[0].keeps = [] }, [.standing(0)]),
        (
          { $0.standing[0].takers[0].activity = ActivityID(-1) }, [.unknownActivity(ActivityID(-1))]
        ),
        ({ $0.attendants = [ResourceID(2)] }, [.unknownResource(ResourceID(2))]),
        ({ $0.allowance = -1 }, [.negativeAllowance]),
        ({ $0.completion = .fixed(TimePoint(.min)) }, [.farTime]),
      ]

  @Test func `a problem that makes sense has no issues`() throws {
    #expect(Self.sound.issues == [])
    #expect(try Self.sound.solve().isOptimal)
  }

  @Test(arguments: faults.indices)
  func `each fault is named, and refused by solve`(index: Int) {
    var problem = Self.sound
    let (change, issues) = Self.faults[index]
    change(&problem)
    #expect(Set(problem.issues) == Set(issues))
    #expect(throws: InvalidProblem.self) { try problem.solve() }
  }
}
