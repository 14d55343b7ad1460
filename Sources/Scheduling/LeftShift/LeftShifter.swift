/// Moves activities of a schedule to earlier starts, one at a time.
///
/// The starts an activity can take while the others stay are a few closed intervals. `earliestStart`
/// walks up from a lower bound: whatever rule a start breaks says the next start that it does not
/// break, and the first start that breaks none is the left end of the first interval.
struct LeftShifter {
  private(set) var schedule: Schedule
  private let problem: SchedulingProblem
  private let durations: [Int]
  /// What each activity holds; nothing where its duration is 0.
  private let held: [[Holding]]
  /// The activities that hold each resource, with the amount and family.
  private let holders: [[Holder]]
  private let lags: [[TimeLag]]
  /// The group of each activity.
  private let groups: [Int?]
  /// Whether an activity's start needs a switch point.
  private let isAttended: [Bool]
  private let attendants: [ResourceID]
  private let attendantCapacity: Int

  private struct Holding {
    var resource: ResourceID
    var amount: Int
    var family: Int?
  }

  private struct Holder {
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

  private func start(of activity: Int) -> Int { schedule.assignments[activity].start }
  private func end(of activity: Int) -> Int { start(of: activity) + durations[activity] }

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

  /// The earliest start that leaves the objective no worse and the group's slack within its maximum.
  ///
  /// Where the activity alone holds a free completion up, moving it shortens the makespan, which
  /// outweighs any slack. Where it alone ends its group, each unit beyond that is a unit of slack.
  private func objectiveBound(of activity: Int) -> Int {
    guard let index = groups[activity] else { return .min }
    let group = problem.groups[index]
    let others = group.activities.filter { $0.index != activity }.map { end(of: $0.index) }
    guard (others.max() ?? .min) < end(of: activity) else { return .min }
    let room =
      problem.completion == .free
      ? schedule.completion - min(schedule.completion, requiredCompletion(without: activity)) : 0
    if problem.objective == .completionSlack, group.weight > 0, room == 0 {
      return start(of: activity)
    }
    guard let maximum = group.maximumSlack else { return .min }
    let slack = schedule.completion + group.offset - end(of: activity)
    let lowestEnd = end(of: activity) - room - (maximum - slack)
    return (others.max() ?? .min) >= lowestEnd ? .min : lowestEnd - durations[activity]
  }

  // MARK: - The start

  private func earliestStart(of activity: Int) -> Int {
    let current = start(of: activity)
    var start = max(timeBound(of: activity), objectiveBound(of: activity))
    while start < current {
      guard let next = startAfterConflict(of: activity, at: start) else { return start }
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

  /// Nil where the activity can start at `start` as far as resources and switch points go; else a
  /// later start before which every start breaks the same rule.
  private func startAfterConflict(of activity: Int, at start: Int) -> Int? {
    for holding in held[activity] {
      if let next = startAfterWindow(of: activity, holding, at: start)
        ?? startAfterOverload(of: activity, holding, at: start)
        ?? startAfterSetup(of: activity, holding, at: start)
      {
        return next
      }
    }
    if isAttended[activity],
      let next = instantAfterBusy(start, without: activity, moved: nil)
    {
      return next
    }
    return startAfterDisturbance(of: activity, at: start)
  }

  private func startAfterWindow(of activity: Int, _ holding: Holding, at start: Int) -> Int? {
    let end = start + durations[activity]
    for window in problem.resources[holding.resource.index].unavailable
    where start < window.end && window.start < end {
      return window.end
    }
    return nil
  }

  private func startAfterOverload(of activity: Int, _ holding: Holding, at start: Int) -> Int? {
    let end = start + durations[activity]
    let holders = holders[holding.resource.index]
    let capacity = problem.resources[holding.resource.index].capacity
    let own = holders.reduce(0) { $0 + ($1.activity == activity ? $1.amount : 0) }
    /// The first end among the others that hold the resource at the instant, if they hold too much.
    func firstEndOfOverload(at instant: Int) -> Int? {
      var total = own
      var firstEnd = Int.max
      for other in holders
      where other.activity != activity && self.start(of: other.activity) <= instant
        && instant < self.end(of: other.activity)
      {
        total += other.amount
        firstEnd = min(firstEnd, self.end(of: other.activity))
      }
      return total > capacity && firstEnd < .max ? firstEnd : nil
    }
    if let next = firstEndOfOverload(at: start) { return next }
    for other in holders where other.activity != activity {
      let instant = self.start(of: other.activity)
      if start < instant, instant < end, let next = firstEndOfOverload(at: instant) { return next }
    }
    return nil
  }

  private func startAfterSetup(of activity: Int, _ holding: Holding, at start: Int) -> Int? {
    let setups = problem.resources[holding.resource.index].setups
    guard let family = holding.family, !setups.isEmpty else { return nil }
    let end = start + durations[activity]
    for other in holders[holding.resource.index] where other.activity != activity {
      guard let otherFamily = other.family, let after = setups[otherFamily][family],
        let before = setups[family][otherFamily]
      else { continue }
      let next = self.end(of: other.activity) + after
      if start < next && self.start(of: other.activity) < end + before { return next }
    }
    return nil
  }

  // MARK: - Switch points

  /// Nil where somebody is at hand at the instant; else the first instant when that can change.
  /// `excluded` is left out of account, or taken to start at `moved`.
  private func instantAfterBusy(_ instant: Int, without excluded: Int, moved: Int?) -> Int? {
    var busy = 0
    var next = Int.max
    for attendant in attendants {
      for holder in holders[attendant.index] {
        var start = self.start(of: holder.activity)
        if holder.activity == excluded {
          guard let moved else { continue }
          start = moved
        }
        let end = start + durations[holder.activity]
        guard start < instant && instant < end else { continue }
        busy += holder.amount
        next = min(next, end)
      }
      let resource = problem.resources[attendant.index]
      if let window = resource.unavailable.first(where: { $0.start < instant && instant < $0.end })
      {
        busy += resource.capacity
        next = min(next, window.end)
      }
    }
    return busy >= attendantCapacity ? next : nil
  }

  /// Nil unless the activity, started at `start`, leaves nobody at hand where another one starts;
  /// then that other one's start.
  private func startAfterDisturbance(of activity: Int, at start: Int) -> Int? {
    guard held[activity].contains(where: { attendants.contains($0.resource) }) else { return nil }
    let end = start + durations[activity]
    for other in durations.indices where other != activity && isAttended[other] {
      let instant = self.start(of: other)
      if start < instant, instant < end,
        instantAfterBusy(instant, without: activity, moved: start) != nil
      {
        return instant
      }
    }
    return nil
  }
}
