/// A schedule as an order of events: what each activity waits for, besides its time.
struct Course {
  /// The activities by start.
  private(set) var entries: [Entry] = []
  /// What activities wait for; each has a range of them.
  private(set) var waits: [Wait] = []
  /// The greatest distances that draw activities to an earlier start; each has a range of them.
  private(set) var limits: [Wait] = []

  /// One activity.
  struct Entry {
    var activity: Int
    var mode: Int
    /// Before when it does not start, of its own accord; its start in the schedule.
    var gate: Int
    var isDecided: Bool
    /// Whether somebody must be at hand when it starts.
    var needsAttention: Bool
    /// How many attendants it takes.
    var attending = 0
    var waits = 0..<0
    var limits = 0..<0
  }

  /// A moment of another activity, and the distance from it.
  struct Wait {
    var activity: Int
    var isEnd: Bool
    var distance: Int
  }

  /// Reads a schedule; `lagsTo` has the time lags to each activity, `groups` the group of each.
  init(
    _ schedule: Schedule, _ problem: SchedulingProblem, _ lagsTo: [[TimeLag]], _ groups: [Int?],
    _ isAttendant: [Bool]
  ) {
    var isPassed = [Bool](repeating: false, count: problem.activities.count)
    /// Whether it begins as soon as something of its own group, that is waited for, allows: to wait longer
    /// would spare nothing.
    func isTight(_ activity: Int) -> Bool {
      lagsTo[activity].contains { lag in
        guard isPassed[lag.from.index], groups[lag.from.index] == groups[activity],
          let minimum = lag.minimum?.value
        else { return false }
        let origin =
          lag.moment == .end
          ? schedule.end(of: lag.from, in: problem).value : schedule[lag.from].start.value
        return origin + minimum == schedule.assignments[activity].start.value
      }
    }
    var holders = problem.resources.map { Holders($0) }
    let order = problem.activities.indices.sorted { one, other in
      let (first, second) = (schedule.assignments[one], schedule.assignments[other])
      // What takes no time comes before what starts with it.
      return (first.start, schedule.end(of: ActivityID(one), in: problem).value, one)
        < (second.start, schedule.end(of: ActivityID(other), in: problem).value, other)
    }
    entries.reserveCapacity(order.count)
    for activity in order {
      let assignment = schedule.assignments[activity]
      let mode = problem.activities[activity].modes[assignment.mode]
      let isDecided = problem.activities[activity].decided != nil
      var entry = Entry(
        activity: activity, mode: assignment.mode,
        gate: !isDecided && isTight(activity)
          ? schedule.projectStart.value : assignment.start.value,
        isDecided: isDecided,
        needsAttention: mode.needsSwitchPoint && !isDecided)
      let (firstWait, firstLimit) = (waits.count, limits.count)
      // What a negative distance lets start before the other is not held up by it.
      for lag in lagsTo[activity] where isPassed[lag.from.index] {
        if let distance = lag.minimum?.value {
          waits.append(
            Wait(activity: lag.from.index, isEnd: lag.moment == .end, distance: distance))
        }
        if let distance = lag.maximum?.value {
          limits.append(
            Wait(activity: lag.from.index, isEnd: lag.moment == .end, distance: distance))
        }
      }
      if mode.duration.value > 0 {
        for (requirement, held) in zip(mode.requirements, assignment.allocation) {
          for resource in held {
            if isAttendant[resource.index] { entry.attending += requirement.amount }
            holders[resource.index].take(
              requirement, activity, from: assignment.start.value,
              to: assignment.start.value + mode.duration.value,
              &waits)
          }
        }
      }
      entry.waits = firstWait..<waits.count
      entry.limits = firstLimit..<limits.count
      entries.append(entry)
      isPassed[activity] = true
    }
  }

  /// Who has held a resource so far.
  private struct Holders {
    let setups: [[TimeSpan?]]
    /// For each unit, until when it is held and by which activity.
    var units: [(freeFrom: Int, last: Int?)]
    var families: [(activity: Int, family: Int)] = []

    init(_ resource: Resource) {
      setups = resource.setups
      units = Array(repeating: (.min, nil), count: resource.capacity)
    }

    /// Takes units for an activity, which then waits for those that held them before.
    mutating func take(
      _ requirement: Requirement, _ activity: Int, from start: Int, to end: Int,
      _ waits: inout [Wait]
    ) {
      var left = requirement.amount
      for unit in units.indices where left > 0 && units[unit].freeFrom <= start {
        if let last = units[unit].last {
          waits.append(Wait(activity: last, isEnd: true, distance: 0))
        }
        units[unit] = (end, activity)
        left -= 1
      }
      guard let family = requirement.family, !setups.isEmpty else { return }
      for other in families {
        guard let setup = setups[other.family][family]?.value else { continue }
        waits.append(Wait(activity: other.activity, isEnd: true, distance: setup))
      }
      families.append((activity, family))
    }
  }
}
