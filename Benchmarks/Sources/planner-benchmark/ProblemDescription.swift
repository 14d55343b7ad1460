import Scheduling

/// A problem as another solver is given it: one mode an activity, one resource a requirement.
struct ProblemDescription: Encodable {
  var activities: [Activity] = []
  var capacities: [Int]
  var lags: [Lag]
  var groups: [Group]
  var standing: [Standing]
  var attendants: [Int]
  var hasSecondLevel: Bool

  struct Activity: Encodable {
    var duration: Int
    var isAttended: Bool
    var resources: [Int]
    var amounts: [Int]
  }

  struct Lag: Encodable {
    var from: Int
    var isFromEnd: Bool
    var to: Int
    var minimum: Int?
    var maximum: Int?
  }

  struct Group: Encodable {
    var activities: [Int]
    var offset: Int
    var weight: Int
    var maximumSlack: Int?
  }

  struct Standing: Encodable {
    var activity: Int
    var keeps: Int?
    var weight: Int
    var takers: [Int]
    var minima: [Int]
  }

  /// Says that a problem has a feature which the benchmark's instances have not.
  struct Unsupported: Error {}

  init(_ problem: SchedulingProblem) throws {
    guard problem.projectStart == .fixed(0), problem.completion == .free,
      problem.objective != .startSum,
      problem.resources.allSatisfy({ $0.setups.isEmpty && $0.unavailable.isEmpty })
    else { throw Unsupported() }
    for activity in problem.activities {
      guard activity.modes.count == 1, let mode = activity.modes.first, mode.lead == 0,
        activity.release == nil, activity.deadline == nil, activity.decided == nil,
        mode.requirements.allSatisfy({ $0.candidates.count == 1 })
      else { throw Unsupported() }
      activities.append(
        Activity(
          duration: mode.duration.value, isAttended: mode.needsSwitchPoint,
          resources: mode.requirements.map { $0.candidates[0].index },
          amounts: mode.requirements.map(\.amount)))
    }
    capacities = problem.resources.map(\.capacity)
    lags = problem.timeLags.map {
      Lag(
        from: $0.from.index, isFromEnd: $0.moment == .end, to: $0.to.index,
        minimum: $0.minimum?.value,
        maximum: $0.maximum?.value)
    }
    groups = problem.groups.map {
      Group(
        activities: $0.activities.map(\.index), offset: $0.offset.value, weight: $0.weight,
        maximumSlack: $0.maximumSlack?.value)
    }
    standing = problem.standing.map {
      Standing(
        activity: $0.activity.index, keeps: $0.keeps[0]?.value, weight: $0.weight,
        takers: $0.takers.map(\.activity.index), minima: $0.takers.map(\.minimum.value))
    }
    attendants = problem.attendants.map(\.index)
    hasSecondLevel = problem.objective == .staleness
  }
}
