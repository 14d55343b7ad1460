extension ScheduleChecker {
  /// A stretch in which an activity holds units of one resource. Never empty: an activity of no
  /// length holds nothing.
  private struct Holding {
    var activity: ActivityID
    var start: TimePoint
    var end: TimePoint
    var amount: Int
    var family: Int?

    func covers(_ instant: TimePoint) -> Bool { start <= instant && instant < end }
    func strictlyContains(_ instant: TimePoint) -> Bool { start < instant && instant < end }
  }

  private func holdings(on resource: ResourceID) -> [Holding] {
    var holdings: [Holding] = []
    for index in problem.activities.indices {
      let id = ActivityID(index)
      let assignment = schedule[id]
      let mode = problem.activities[index].modes[assignment.mode]
      guard mode.duration > 0 else { continue }
      for (requirement, held) in zip(mode.requirements, assignment.allocation)
      where held.contains(resource) {
        holdings.append(
          Holding(
            activity: id, start: assignment.start, end: assignment.start + mode.duration,
            amount: requirement.amount, family: requirement.family))
      }
    }
    return holdings
  }

  /// Broken capacities, windows and setups, resource by resource.
  func resourceViolations() -> [Violation] {
    problem.resources.indices.flatMap { index in
      let resource = ResourceID(index)
      let holdings = self.holdings(on: resource)
      return capacityViolations(resource, holdings) + windowViolations(resource, holdings)
        + setupViolations(resource, holdings)
    }
  }

  private func capacityViolations(_ resource: ResourceID, _ holdings: [Holding]) -> [Violation] {
    // What is held grows only where a holding starts.
    let instants = Set(holdings.map(\.start)).sorted()
    return instants.compactMap { instant in
      let held = holdings.filter { $0.covers(instant) }.reduce(0) { $0 + $1.amount }
      let capacity = problem.resources[resource.index].capacity
      return held > capacity ? .capacity(resource, at: instant) : nil
    }
  }

  private func windowViolations(_ resource: ResourceID, _ holdings: [Holding]) -> [Violation] {
    problem.resources[resource.index].unavailable.enumerated().flatMap { index, window in
      holdings.filter { $0.start < window.end && window.start < $0.end }
        .map { .unavailable(resource, window: index, $0.activity) }
    }
  }

  private func setupViolations(_ resource: ResourceID, _ holdings: [Holding]) -> [Violation] {
    let setups = problem.resources[resource.index].setups
    guard !setups.isEmpty else { return [] }
    var violations: [Violation] = []
    for (place, first) in holdings.enumerated() {
      for second in holdings[(place + 1)...] where first.activity != second.activity {
        guard let f = first.family, let g = second.family,
          let after = setups[f][g], let before = setups[g][f]
        else { continue }
        if second.start < first.end + after && first.start < second.end + before {
          violations.append(.setup(resource, first.activity, second.activity))
        }
      }
    }
    return violations
  }

  /// The activities that start where nobody is at hand.
  func switchPointViolations() -> [Violation] {
    let attendants = Set(problem.attendants).sorted()
    let capacity = attendants.reduce(0) { $0 + problem.resources[$1.index].capacity }
    let holdings = attendants.flatMap { self.holdings(on: $0) }
    return problem.activities.indices.compactMap { index -> Violation? in
      let id = ActivityID(index)
      let activity = problem.activities[index]
      guard activity.decided == nil, activity.modes[schedule[id].mode].needsSwitchPoint else {
        return nil
      }
      let instant = schedule[id].start
      let busy = holdings.filter { $0.strictlyContains(instant) }.reduce(0) { $0 + $1.amount }
      let away = attendants.filter { attendant in
        problem.resources[attendant.index].unavailable.contains {
          $0.start < instant && instant < $0.end
        }
      }.reduce(0) { $0 + problem.resources[$1.index].capacity }
      return busy + away >= capacity ? .switchPoint(id) : nil
    }
  }
}
