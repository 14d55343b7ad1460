/// Moves activities of a schedule to earlier starts, one at a time.
///
/// The starts an activity can take while the others stay are a few closed intervals. `earliestStart`
/// walks up from a lower bound: whatever rule a start breaks says the next start that it does not
/// break, and the first start that breaks none is the left end of the first interval.
struct LeftShifter {
  private(set) var schedule: Schedule
  let problem: SchedulingProblem
  let durations: [Int]
  /// What each activity holds; nothing where its duration is 0.
  let held: [[Holding]]
  /// The activities that hold each resource, with the amount and family.
  let holders: [[Holder]]
  private let lags: [[TimeLag]]
  /// The group of each activity.
  private let groups: [Int?]
  /// Whether an activity's start needs a switch point.
  let isAttended: [Bool]
  let attendants: [ResourceID]
  let attendantCapacity: Int

  struct Holding {
    var resource: ResourceID
    var amount: Int
    var family: Int?
  }

  struct Holder {
    var activity: Int
    var amount: Int
    var family: Int?
  }

  init(_ schedule: Schedule, _ problem: SchedulingProblem) {
    self.schedule = schedule
    self.problem = problem
    var durations: [Int] = []
    var held: [[Holding]] = []
    var holders = Array(repeating: [Holder](), count: problem.resources.count)
    var isAttended: [Bool] = []
    for (index, activity) in problem.activities.enumerated() {
      let assignment = schedule.assignments[index]
      let mode = activity.modes[assignment.mode]
      durations.append(mode.duration)
      isAttended.append(mode.needsSwitchPoint && activity.decided == nil)
      var holdings: [Holding] = []
      for (requirement, chosen) in zip(mode.requirements, assignment.allocation)
      where mode.duration > 0 {
        for resource in chosen {
          holdings.append(
            Holding(
              resource: resource, amount: requirement.amount, family: requirement.family))
          holders[resource.index].append(
            Holder(activity: index, amount: requirement.amount, family: requirement.family))
        }
      }
      held.append(holdings)
    }
    var lags = Array(repeating: [TimeLag](), count: problem.activities.count)
    for lag in problem.timeLags where lag.from != lag.to {
      lags[lag.from.index].append(lag)
      lags[lag.to.index].append(lag)
    }
    var groups = [Int?](repeating: nil, count: problem.activities.count)
    for (index, group) in problem.groups.enumerated() {
      for id in group.activities { groups[id.index] = index }
    }
    self.durations = durations
    self.held = held
    self.holders = holders
    self.lags = lags
    self.groups = groups
    self.isAttended = isAttended
    attendants = Set(problem.attendants).sorted()
    attendantCapacity = attendants.reduce(0) { $0 + problem.resources[$1.index].capacity }
  }

  /// Moves activities until none can start earlier.
  mutating func run() {
    tightenCompletion()
    var moved = true
    while moved {
      moved = false
      let order = durations.indices.sorted { (start(of: $0), $0) < (start(of: $1), $1) }
      for activity in order where problem.activities[activity].decided == nil {
        let earliest = earliestStart(of: activity)
        guard earliest < start(of: activity) else { continue }
        schedule.assignments[activity].start = earliest
        tightenCompletion()
        moved = true
      }
    }
  }

  func start(of activity: Int) -> Int { schedule.assignments[activity].start }
  func end(of activity: Int) -> Int { start(of: activity) + durations[activity] }

  // MARK: - The completion

  /// The earliest completion that the activities but `excluded` allow.
  private func requiredCompletion(without excluded: Int? = nil) -> Int {
    var required = schedule.projectStart
    for activity in durations.indices where activity != excluded {
      let offset = groups[activity].map { problem.groups[$0].offset } ?? 0
      required = max(required, end(of: activity) - offset)
    }
    return required
  }

  private mutating func tightenCompletion() {
    guard problem.completion == .free else { return }
    schedule.completion = min(schedule.completion, requiredCompletion())
  }

  /// How much sooner the completion could be if it were not for the activity; 0 where it is fixed.
  func completionRoom(of activity: Int) -> Int {
    guard problem.completion == .free else { return 0 }
    return schedule.completion - min(schedule.completion, requiredCompletion(without: activity))
  }

  /// The latest end in the activity's group but its own; nil where it has no group.
  func latestOtherEnd(of activity: Int) -> (group: CompletionGroup, end: Int)? {
    guard let index = groups[activity] else { return nil }
    let group = problem.groups[index]
    let others = group.activities.filter { $0.index != activity }.map { end(of: $0.index) }
    return (group, others.max() ?? .min)
  }

  /// The earliest start that leaves the group's slack within its maximum.
  private func slackBound(of activity: Int) -> Int {
    guard let (group, others) = latestOtherEnd(of: activity), let maximum = group.maximumSlack,
      others < end(of: activity)
    else { return .min }
    let slack = schedule.completion + group.offset - end(of: activity)
    let lowestEnd = end(of: activity) - completionRoom(of: activity) - (maximum - slack)
    return others >= lowestEnd ? .min : lowestEnd - durations[activity]
  }

  // MARK: - The start

  private func earliestStart(of activity: Int) -> Int {
    let current = start(of: activity)
    var start = max(timeBound(of: activity), slackBound(of: activity))
    if start >= current { return current }
    let cost = ShiftCost(of: activity, in: self)
    while start < current {
      start = cost.earliestStart(from: start)
      guard start < current, let next = startAfterConflict(of: activity, at: start) else {
        return start
      }
      start = next
    }
    return current
  }

  /// The earliest start that release, lead and lags allow.
  private func timeBound(of activity: Int) -> Int {
    let details = problem.activities[activity]
    let mode = details.modes[schedule.assignments[activity].mode]
    var bound = max(schedule.projectStart + mode.lead, details.release ?? .min)
    for lag in lags[activity] {
      let (from, to) = (lag.from.index, lag.to.index)
      let length = lag.moment == .end ? durations[from] : 0
      if to == activity {
        if let minimum = lag.minimum { bound = max(bound, start(of: from) + length + minimum) }
      } else if let maximum = lag.maximum {
        bound = max(bound, start(of: to) - maximum - length)
      }
    }
    return bound
  }
}
