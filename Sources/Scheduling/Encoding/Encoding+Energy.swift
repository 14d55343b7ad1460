import ConstraintSolver

extension Encoding {
  /// Bounds the completion by the work that each resource has to do.
  ///
  /// What starts no sooner than a head and is followed by no less than a tail has, in between, to fit
  /// into the resource: the tasks' lengths times their amounts, divided by the capacity. Every pair of
  /// a head and a tail is tried; Carlier & Pinson 1989 for one machine. O(n²) a resource.
  mutating func encodeEnergy() {
    let tails = problem.activities.indices.map { tail(after: $0) }
    var bound = solver.lower(completion)
    for (index, resource) in problem.resources.enumerated()
    where resource.capacity > 0 && counts(.capacity(ResourceID(index))) {
      let loads = tasks[index].compactMap { load($0, tails) }.sorted { $0.tail > $1.tail }
      for head in Set(loads.map(\.head)) {
        var work = 0
        for load in loads where load.head >= head {
          work += load.work
          bound = max(bound, head + (work + resource.capacity - 1) / resource.capacity + load.tail)
        }
      }
    }
    if bound > solver.lower(completion) { solver.require(completion >= bound) }
  }

  /// What one task asks of its resource, and between which times.
  private struct Load {
    var head: Int
    var work: Int
    var tail: Int
  }

  /// The load of a task that is certainly there and not decided already.
  private func load(_ entry: ResourceTask, _ tails: [Int]) -> Load? {
    let task = entry.task
    guard solver.holds(task.presence), decision(of: entry.activity) == nil else { return nil }
    return Load(
      head: solver.lower(task.start), work: task.duration * task.amount,
      tail: tails[entry.activity] - task.duration)
  }

  /// The least time from an activity's start to the completion; negative where it may start later.
  private func tail(after activity: Int) -> Int {
    problem.activities.indices.reduce(LagClosure.none) { longest, other in
      let distance = closure.distance(activity, other)
      guard distance != LagClosure.none, isDone(other) else { return longest }
      let offset = problem.groups.filter { $0.activities.contains(ActivityID(other)) }
        .map(\.offset).min()
      let length = problem.durations(of: other).lowerBound
      return max(longest, distance + length - (offset ?? 0))
    }
  }
}
