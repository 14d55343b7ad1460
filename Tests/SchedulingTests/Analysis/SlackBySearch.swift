import Scheduling

/// Finds an activity's slack by trying every start and end of every activity that keeps the order.
struct SlackBySearch {
  private let schedule: Schedule
  private let problem: SchedulingProblem
  private let units: [[ActivityID: [Int]]]
  /// The unit that attends each start which needs one.
  private let attending: [(resource: ResourceID, unit: Int)?]

  init(_ schedule: Schedule, _ problem: SchedulingProblem) {
    self.schedule = schedule
    // Where the completion lies is given; what is late no longer matters.
    var problem = problem
    problem.completion = .fixed(schedule.completion)
    problem.projectStart = .fixed(schedule.projectStart)
    self.problem = problem
    let units = problem.resources.indices.map {
      schedule.unitAssignment(of: ResourceID($0), in: problem)
    }
    self.units = units
    attending = problem.activities.indices.map { index in
      let instant = schedule.assignments[index].start
      let mode = problem.activities[index].modes[schedule.assignments[index].mode]
      guard mode.needsSwitchPoint, problem.activities[index].decided == nil else { return nil }
      var best: (until: TimePoint, resource: ResourceID, unit: Int)?
      for resource in Set(problem.attendants).sorted() {
        let details = problem.resources[resource.index]
        for unit in 0..<details.capacity {
          let busy =
            details.unavailable.map { ($0.start, $0.end) }
            + units[resource.index].filter { $0.value.contains(unit) }.map {
              (schedule[$0.key].start, schedule.end(of: $0.key, in: problem))
            }
          guard !busy.contains(where: { $0.0 < instant && instant < $0.1 }) else { continue }
          let until =
            busy.map(\.0).filter { $0 >= instant }.min()
            ?? TimePoint(.max)
          if best.map({ until > $0.until }) ?? true { best = (until, resource, unit) }
        }
      }
      return best.map { ($0.resource, $0.unit) }
    }
  }

  func slack(of activity: ActivityID) -> TimeSpan {
    let end = schedule.end(of: activity, in: problem)
    var latest = schedule.completion
    for group in problem.groups { latest = max(latest, schedule.completion + group.offset) }
    var candidate = latest
    while candidate > end, !canEnd(activity, at: candidate, []) { candidate -= 1 }
    return max(0, candidate - end)
  }

  private func canEnd(_ activity: ActivityID, at end: TimePoint, _ starts: [TimePoint]) -> Bool {
    let index = starts.count
    guard index < problem.activities.count else { return keepsAll(starts, activity, end) }
    // Later is never worse, so nothing starts before it does in the schedule.
    let offset = problem.groups.first { $0.activities.contains(ActivityID(index)) }?.offset ?? 0
    let duration = problem.activities[index].modes[schedule.assignments[index].mode].duration
    let last = (index == activity.index ? end : schedule.completion + offset) - duration
    let first = schedule.assignments[index].start
    return (first.value...max(first, last).value).contains {
      canEnd(activity, at: end, starts + [TimePoint($0)])
    }
  }

  private func keepsAll(_ starts: [TimePoint], _ activity: ActivityID, _ end: TimePoint) -> Bool {
    var changed = problem
    var moved = schedule
    for (index, start) in starts.enumerated() { moved.assignments[index].start = start }
    let mode = schedule[activity].mode
    let original = problem.activities[activity.index].modes[mode].duration
    guard end - starts[activity.index] >= original else { return false }
    changed.activities[activity.index].modes[mode].duration = end - starts[activity.index]
    // What has no length holds nothing, however long it is made.
    if original == 0 {
      changed.activities[activity.index].modes[mode].requirements = []
      moved.assignments[activity.index].allocation = []
    }
    return ScheduleChecker.violations(of: moved, in: changed).isEmpty
      && keepsOrder(moved, changed)
  }

  private func keepsOrder(_ moved: Schedule, _ changed: SchedulingProblem) -> Bool {
    let ids = problem.activities.indices.map { ActivityID($0) }
    func precedes(_ a: ActivityID, _ b: ActivityID) -> Bool {
      moved.end(of: a, in: changed) <= moved[b].start
    }
    for (index, resource) in problem.resources.enumerated() {
      let held = units[index]
      for a in ids {
        guard let unitsOfA = held[a] else { continue }
        for b in ids where a != b && schedule.end(of: a, in: problem) <= schedule[b].start {
          guard let unitsOfB = held[b] else { continue }
          let excludes = excludes(a, b, ResourceID(index))
          if (excludes || !Set(unitsOfA).isDisjoint(with: unitsOfB)) && !precedes(a, b) {
            return false
          }
        }
        for window in resource.unavailable
        where schedule[a].start < window.start && moved.end(of: a, in: changed) > window.start {
          return false
        }
      }
    }
    return ids.allSatisfy { keepsAttendance($0, moved, changed) }
  }

  private func excludes(_ a: ActivityID, _ b: ActivityID, _ resource: ResourceID) -> Bool {
    func families(_ id: ActivityID) -> [Int] {
      let mode = problem.activities[id.index].modes[schedule[id].mode]
      return zip(mode.requirements, schedule[id].allocation).compactMap {
        $1.contains(resource) ? $0.family : nil
      }
    }
    let setups = problem.resources[resource.index].setups
    return families(a).contains { f in families(b).contains { g in setups[f][g] != nil } }
  }

  private func keepsAttendance(
    _ id: ActivityID, _ moved: Schedule, _ changed: SchedulingProblem
  ) -> Bool {
    guard let (resource, unit) = attending[id.index] else { return true }
    let instant = schedule[id].start
    for (other, held) in units[resource.index] where held.contains(unit) {
      if schedule.end(of: other, in: problem) <= instant {
        if moved.end(of: other, in: changed) > moved[id].start { return false }
      } else if moved[id].start > moved[other].start {
        return false
      }
    }
    return problem.resources[resource.index].unavailable.allSatisfy {
      $0.start < instant || moved[id].start <= $0.start
    }
  }
}
