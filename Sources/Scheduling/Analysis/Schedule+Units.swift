extension Schedule {
  /// Which units of a resource each activity holds, numbered from 0.
  ///
  /// The activities are gone through by start, earlier ones of the list first, and each takes the
  /// lowest units that are free. An activity that holds nothing of the resource is not in the result.
  /// The schedule must keep the resource's capacity.
  ///
  /// Complexity: O(*n* (log *n* + capacity)) for *n* activities.
  public func unitAssignment(
    of resource: ResourceID, in problem: SchedulingProblem
  ) -> [ActivityID: [Int]] {
    var freeFrom = [Int](
      repeating: .min, count: problem.resources[resource.index].capacity)
    var units: [ActivityID: [Int]] = [:]
    for activity in holders(of: resource, in: problem) {
      let free = freeFrom.indices.filter { freeFrom[$0] <= self[activity].start.value }
      let held = Array(free.prefix(amount(of: resource, heldBy: activity, in: problem)))
      for unit in held { freeFrom[unit] = end(of: activity, in: problem).value }
      units[activity] = held
    }
    return units
  }

  /// The activities that hold the resource for more than no time, by start and then as listed.
  func holders(of resource: ResourceID, in problem: SchedulingProblem) -> [ActivityID] {
    problem.activities.indices.map { ActivityID($0) }
      .filter { amount(of: resource, heldBy: $0, in: problem) > 0 }
      .sorted { (self[$0].start, $0) < (self[$1].start, $1) }
  }

  /// The units of the resource that the activity holds while it lasts.
  func amount(
    of resource: ResourceID, heldBy activity: ActivityID, in problem: SchedulingProblem
  ) -> Int {
    let assignment = self[activity]
    let mode = problem.activities[activity.index].modes[assignment.mode]
    guard mode.duration.value > 0 else { return 0 }
    return zip(mode.requirements, assignment.allocation).reduce(0) { sum, pair in
      sum + (pair.1.contains(resource) ? pair.0.amount : 0)
    }
  }

  /// The setup families with which the activity holds the resource.
  func families(
    on resource: ResourceID, of activity: ActivityID, in problem: SchedulingProblem
  ) -> [Int] {
    let assignment = self[activity]
    let mode = problem.activities[activity.index].modes[assignment.mode]
    return zip(mode.requirements, assignment.allocation).compactMap { requirement, held in
      held.contains(resource) ? requirement.family : nil
    }
  }
}
