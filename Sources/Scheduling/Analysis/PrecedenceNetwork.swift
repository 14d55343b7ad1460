/// The latest moments of a schedule's activities, with its order kept: a system of differences.
///
/// Each activity has two moments, start and end; each rule bounds one moment by another plus a
/// constant, or by a constant. The greatest moments that satisfy all of them satisfy them together
/// (the solutions are closed under the maximum), and are found by relaxing from above (Bellman,
/// "On a routing problem", 1958). Rules that only say "not before" hold for later moments too, and
/// so do maximum slacks, which is why they do not occur here.
struct PrecedenceNetwork {
  /// A start or an end, as an index: starts first, then ends.
  private typealias Moment = Int

  /// The moment `limited` is at most the moment `by` plus `distance`.
  private struct Bound {
    var limited: Moment
    var by: Moment
    var distance: Int
  }

  private let count: Int
  private let durations: [Int]
  private var bounds: [Bound] = []
  /// What bounds each moment by itself.
  private var latest: [Int]

  init(_ schedule: Schedule, _ problem: SchedulingProblem) {
    count = problem.activities.count
    durations = problem.activities.indices.map { index in
      problem.activities[index].modes[schedule.assignments[index].mode].duration
    }
    latest = Array(repeating: .max, count: 2 * count)
    addLimits(schedule, problem)
    addLags(problem)
    for index in problem.resources.indices { addOrder(on: ResourceID(index), schedule, problem) }
    addSwitchPoints(schedule, problem)
  }

  /// The latest end of an activity that may run longer, while the others keep their durations.
  func latestEnd(of activity: ActivityID) -> Int {
    var latest = latest
    // Every moment is final after as many rounds as there are moments, unless the schedule breaks a
    // limit of its own: then the bounds go round in a circle and never come to rest.
    var rounds = 2 * count
    var isChanged = true
    while isChanged, rounds >= 0 {
      isChanged = false
      rounds -= 1
      func limit(_ moment: Moment, to value: Int) {
        guard value < latest[moment] else { return }
        latest[moment] = value
        isChanged = true
      }
      for index in 0..<count {
        if latest[end(index)] < .max { limit(index, to: latest[end(index)] - durations[index]) }
        if index != activity.index, latest[index] < .max {
          limit(end(index), to: latest[index] + durations[index])
        }
      }
      for bound in bounds where latest[bound.by] < .max {
        limit(bound.limited, to: latest[bound.by] + bound.distance)
      }
    }
    return latest[end(activity.index)]
  }

  private func end(_ activity: Int) -> Moment { count + activity }

  /// The moment `first` lies at least `gap` before the start of `second`.
  private mutating func order(_ first: Moment, before second: ActivityID, gap: Int = 0) {
    bounds.append(Bound(limited: first, by: second.index, distance: -gap))
  }

  private mutating func limit(_ moment: Moment, to instant: Int) {
    latest[moment] = min(latest[moment], instant)
  }

  private mutating func addLimits(_ schedule: Schedule, _ problem: SchedulingProblem) {
    for (index, activity) in problem.activities.enumerated() {
      if let deadline = activity.deadline { limit(end(index), to: deadline) }
      if let decided = activity.decided { limit(index, to: decided.start) }
    }
    var offsets = [Int](repeating: 0, count: count)
    for group in problem.groups {
      for id in group.activities { offsets[id.index] = group.offset }
    }
    for index in 0..<count { limit(end(index), to: schedule.completion + offsets[index]) }
  }

  private mutating func addLags(_ problem: SchedulingProblem) {
    for lag in problem.timeLags {
      let moment = lag.moment == .start ? lag.from.index : end(lag.from.index)
      if let minimum = lag.minimum { order(moment, before: lag.to, gap: minimum) }
      if let maximum = lag.maximum {
        bounds.append(Bound(limited: lag.to.index, by: moment, distance: maximum))
      }
    }
  }

  /// Keeps the order on each unit, between families that exclude each other, and around windows.
  private mutating func addOrder(
    on resource: ResourceID, _ schedule: Schedule, _ problem: SchedulingProblem
  ) {
    let holders = schedule.holders(of: resource, in: problem)
    let units = schedule.unitAssignment(of: resource, in: problem)
    var last = [ActivityID?](repeating: nil, count: problem.resources[resource.index].capacity)
    for activity in holders {
      for unit in units[activity] ?? [] {
        if let previous = last[unit] { order(end(previous.index), before: activity) }
        last[unit] = activity
      }
      for window in problem.resources[resource.index].unavailable
      where schedule[activity].start < window.start {
        limit(end(activity.index), to: window.start)
      }
    }
    let setups = problem.resources[resource.index].setups
    guard !setups.isEmpty else { return }
    let families = holders.map { schedule.families(on: resource, of: $0, in: problem) }
    for (place, second) in holders.enumerated() {
      for earlier in 0..<place {
        for f in families[earlier] {
          for g in families[place] {
            guard let gap = setups[f][g] else { continue }
            order(end(holders[earlier].index), before: second, gap: gap)
          }
        }
      }
    }
  }

  /// Keeps each start that needs a switch point between the same activities of one attendant: of
  /// those at hand the one that stays so longest, the first one listed among equals.
  private mutating func addSwitchPoints(_ schedule: Schedule, _ problem: SchedulingProblem) {
    let attendants = AttendantUnit.all(schedule, problem)
    for (index, activity) in problem.activities.enumerated() {
      let assignment = schedule.assignments[index]
      guard activity.decided == nil, activity.modes[assignment.mode].needsSwitchPoint else {
        continue
      }
      let instant = assignment.start
      var chosen: AttendantUnit?
      for unit in attendants where unit.isAtHand(at: instant) {
        if unit.busyAgain(after: instant) > chosen?.busyAgain(after: instant) ?? .min {
          chosen = unit
        }
      }
      guard let chosen else { continue }
      for stretch in chosen.stretches {
        switch stretch.activity {
        case let other? where stretch.end <= instant:
          order(end(other.index), before: ActivityID(index))
        case let other?:
          bounds.append(Bound(limited: index, by: other.index, distance: 0))
        case nil where stretch.start >= instant: limit(index, to: stretch.start)
        case nil: break
        }
      }
    }
  }
}
