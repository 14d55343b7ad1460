import ConstraintSolver

extension Encoding {
  /// Bounds the completion by the work that each resource has to do.
  mutating func encodeEnergy() {
    let tails = tails()
    var bound = solver.lower(completion)
    for (index, resource) in problem.resources.enumerated()
    where counts(.capacity(ResourceID(index))) {
      let loads = tasks[index].compactMap { load($0, tails) }
      if let least = EnergyBound.completion(of: loads, capacity: resource.capacity) {
        bound = max(bound, least)
      }
    }
    if bound > solver.lower(completion) { solver.require(completion >= bound) }
  }

  /// The load of a task that is certainly there and not decided already.
  private func load(_ entry: ResourceTask, _ tails: [Int]) -> EnergyBound.Load? {
    let task = entry.task
    guard solver.holds(task.presence), decision(of: entry.activity) == nil else { return nil }
    return EnergyBound.Load(
      head: solver.lower(task.start), work: task.duration * task.amount,
      tail: tails[entry.activity] - task.duration)
  }

  /// The least time from each activity's start to the completion; negative where it may start later.
  private func tails() -> [Int] {
    var offsets = [Int](repeating: 0, count: problem.activities.count)
    for group in problem.groups {
      for id in group.activities { offsets[id.index] = group.offset.value }
    }
    let ends = problem.activities.indices.map { activity in
      isDone(activity)
        ? problem.durations(of: activity).lowerBound - offsets[activity] : LagClosure.none
    }
    return ends.indices.map { activity in
      ends.indices.reduce(LagClosure.none) { longest, other in
        let distance = closure.distance(activity, other)
        guard distance != LagClosure.none, ends[other] != LagClosure.none else { return longest }
        return max(longest, distance + ends[other])
      }
    }
  }
}
