/// Moves activities of a schedule to earlier starts, one at a time.
///
/// The starts an activity can take while the others stay are a few closed intervals. `earliest` walks
/// up from a lower bound: whatever rule a start breaks says the next start that does not break it in
/// the same way, and the first start that breaks none is the left end of the first interval.
struct LeftShifter {
  private(set) var schedule: Schedule
  let problem: SchedulingProblem
  let durations: [Int]
  private var timetable: Timetable
  private let lags: [[TimeLag]]
  /// The group of each activity.
  private let groups: [Int?]
  /// What stands on either side of each activity.
  let standing: [[StandingTerm]]

  init(_ schedule: Schedule, _ problem: SchedulingProblem) {
    self.schedule = schedule
    self.problem = problem
    timetable = Timetable(problem)
    durations = problem.activities.indices.map { index in
      problem.activities[index].modes[schedule.assignments[index].mode].duration.value
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
    var standing = Array(repeating: [StandingTerm](), count: problem.activities.count)
    for term in problem.standing {
      for id in [term.activity] + term.takers.map(\.activity) { standing[id.index].append(term) }
    }
    self.lags = lags
    self.groups = groups
    self.standing = standing
    for activity in durations.indices { enter(activity) }
  }

  /// Moves activities until none can start earlier.
  mutating func run() {
    tightenCompletion()
    var moved = true
    while moved {
      moved = false
      let order = durations.indices.sorted { (start(of: $0), $0) < (start(of: $1), $1) }
      for activity in order where problem.activities[activity].decided == nil {
        if moveEarlier(activity) {
          tightenCompletion()
          moved = true
        }
      }
    }
  }

  /// Moves activities earlier with what they hold, whatever that costs at the second level, until none
  /// can: one stays where other resources than its own are free first.
  mutating func bringForward() {
    var moved = true
    while moved {
      moved = false
      let order = durations.indices.sorted { (start(of: $0), $0) < (start(of: $1), $1) }
      for activity in order where problem.activities[activity].decided == nil {
        if moveEarlier(activity, .atAnyCost) { moved = true }
      }
    }
  }

  func start(of activity: Int) -> Int { schedule.assignments[activity].start.value }
  func end(of activity: Int) -> Int { start(of: activity) + durations[activity] }

  private func mode(of activity: Int) -> Mode {
    problem.activities[activity].modes[schedule.assignments[activity].mode]
  }

  private func attendance(of activity: Int) -> Timetable.Attendance {
    mode(of: activity).needsSwitchPoint && problem.activities[activity].decided == nil
      ? .needed : .unneeded
  }

  private mutating func enter(_ activity: Int) {
    let assignment = schedule.assignments[activity]
    timetable.enter(
      mode(of: activity), assignment.allocation, at: assignment.start.value,
      attended: attendance(of: activity))
  }

  // MARK: - The completion

  /// The earliest completion that the activities but `excluded` allow.
  private func requiredCompletion(without excluded: Int? = nil) -> Int {
    var required = schedule.projectStart.value
    for activity in durations.indices where activity != excluded {
      let offset = groups[activity].map { problem.groups[$0].offset.value } ?? 0
      required = max(required, end(of: activity) - offset)
    }
    return required
  }

  private mutating func tightenCompletion() {
    guard problem.completion == .free else { return }
    schedule.completion = min(schedule.completion, TimePoint(requiredCompletion()))
  }

  /// How much sooner the completion could be if it were not for the activity; 0 where it is fixed.
  func completionRoom(of activity: Int) -> Int {
    guard problem.completion == .free else { return 0 }
    return schedule.completion.value
      - min(schedule.completion.value, requiredCompletion(without: activity))
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
    guard let (group, others) = latestOtherEnd(of: activity),
      let maximum = group.maximumSlack?.value,
      others < end(of: activity)
    else { return .min }
    let slack = schedule.completion.value + group.offset.value - end(of: activity)
    let lowestEnd = end(of: activity) - completionRoom(of: activity) - (maximum - slack)
    return others >= lowestEnd ? .min : lowestEnd - durations[activity]
  }

  // MARK: - The start

  /// What an earlier start may cost at the second level.
  private enum Price { case none, atAnyCost }

  /// Moves an activity to its earliest start, with other candidates where its own are not free then;
  /// false where it cannot start earlier.
  private mutating func moveEarlier(_ activity: Int, _ price: Price = .none) -> Bool {
    let present = schedule.assignments[activity]
    let bound = max(timeBound(of: activity), slackBound(of: activity))
    if bound >= present.start.value { return false }
    timetable.remove(
      mode(of: activity), present.allocation, at: present.start.value,
      attended: attendance(of: activity))
    if let (start, allocation) = earliest(activity, from: bound, price) {
      schedule.assignments[activity].start = TimePoint(start)
      schedule.assignments[activity].allocation = allocation
    }
    enter(activity)
    return schedule.assignments[activity].start < present.start
  }

  /// The earliest start before the present one, and what is held then; nil where there is none.
  private func earliest(
    _ activity: Int, from bound: Int, _ price: Price
  ) -> (Int, [[ResourceID]])? {
    let present = schedule.assignments[activity]
    let cost: ShiftCost? =
      switch price {
      case .none: ShiftCost(of: activity, in: self)
      case .atAnyCost: nil
      }
    var start = bound
    while true {
      start = cost?.earliestStart(from: start) ?? start
      guard start < present.start.value else { return nil }
      switch timetable.fit(
        mode(of: activity), at: start, attended: attendance(of: activity),
        preferring: present.allocation)
      {
      case .fits(let allocation):
        // Who does what stays.
        if price == .atAnyCost, allocation != present.allocation { return nil }
        return (start, allocation)
      case .blocked(let starts):
        guard starts.upperBound < present.start.value else { return nil }
        start = starts.upperBound + 1
      }
    }
  }

  /// The earliest start that release, lead and lags allow.
  private func timeBound(of activity: Int) -> Int {
    let details = problem.activities[activity]
    let mode = details.modes[schedule.assignments[activity].mode]
    var bound = max(schedule.projectStart.value + mode.lead.value, details.release?.value ?? .min)
    for lag in lags[activity] {
      let (from, to) = (lag.from.index, lag.to.index)
      let length = lag.moment == .end ? durations[from] : 0
      if to == activity {
        if let minimum = lag.minimum?.value {
          bound = max(bound, start(of: from) + length + minimum)
        }
      } else if let maximum = lag.maximum?.value {
        bound = max(bound, start(of: to) - maximum - length)
      }
    }
    return bound
  }
}
