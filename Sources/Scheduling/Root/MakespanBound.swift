/// A lower bound on the makespan from the lags and from the work on each pool of resources: what
/// there is to know at a glance, at any size.
struct MakespanBound {
  /// No schedule is shorter.
  let makespan: Int

  /// Bounds a problem whose lags are closed.
  init(_ problem: SchedulingProblem, _ closure: LagClosure) {
    let heads = Self.heads(problem, closure)
    let tails = Self.tails(problem, closure)
    var bound = zip(heads, tails).reduce(0) { max($0, $1.0 + $1.1) }
    if case .fixed(let start) = problem.projectStart, case .fixed(let end) = problem.completion {
      bound = (end - start).value
    }
    for pool in ResourcePool.all(problem) {
      var loads: [EnergyBound.Load] = []
      for (index, activity) in problem.activities.enumerated() where activity.decided == nil {
        let work = activity.modes.map { pool.work(of: $0) }.min() ?? 0
        guard work > 0 else { continue }
        loads.append(
          .init(
            head: heads[index], work: work,
            tail: tails[index] - problem.durations(of: index).upperBound))
      }
      if let completion = EnergyBound.completion(of: loads, capacity: pool.capacity) {
        bound = max(bound, completion)
      }
    }
    makespan = bound
  }

  /// The least time from the project start to each activity's start.
  private static func heads(_ problem: SchedulingProblem, _ closure: LagClosure) -> [Int] {
    var start = Int.min
    if case .fixed(let instant) = problem.projectStart { start = instant.value }
    let own = problem.activities.map { activity -> Int in
      let lead = activity.modes.map(\.lead.value).min() ?? 0
      guard activity.decided == nil, start > .min, let release = activity.release?.value else {
        return activity.decided == nil ? max(0, lead) : LagClosure.none
      }
      return max(0, lead, release - start)
    }
    return own.indices.map { activity in
      own.indices.reduce(own[activity]) { latest, other in
        let distance = closure.distance(other, activity)
        guard distance != LagClosure.none, own[other] != LagClosure.none else { return latest }
        return max(latest, own[other] + distance)
      }
    }
  }

  /// The least time from each activity's start to the completion; negative where it may start later.
  private static func tails(_ problem: SchedulingProblem, _ closure: LagClosure) -> [Int] {
    var own = problem.activities.indices.map { problem.durations(of: $0).lowerBound }
    for group in problem.groups {
      for id in group.activities { own[id.index] -= group.offset.value }
    }
    return own.indices.map { activity in
      own.indices.reduce(LagClosure.none) { longest, other in
        let distance = closure.distance(activity, other)
        return distance == LagClosure.none ? longest : max(longest, distance + own[other])
      }
    }
  }
}

/// Resources among which requirements choose: together they do the work of all that choose.
struct ResourcePool {
  private let members: Set<ResourceID>
  /// The units there are.
  let capacity: Int

  /// The pools of a problem: resources that some requirement offers together are in one.
  static func all(_ problem: SchedulingProblem) -> [ResourcePool] {
    var pool = Array(problem.resources.indices)
    for activity in problem.activities {
      for requirement in activity.modes.flatMap(\.requirements) {
        guard let first = requirement.candidates.first else { continue }
        let joined = Set(requirement.candidates.map { pool[$0.index] })
        if joined.count == 1 { continue }
        let name = pool[first.index]
        for index in pool.indices where joined.contains(pool[index]) { pool[index] = name }
      }
    }
    return Set(pool).sorted().map { name in
      let members = pool.indices.filter { pool[$0] == name }
      return ResourcePool(
        members: Set(members.map { ResourceID($0) }),
        capacity: members.reduce(0) { $0 + problem.resources[$1].capacity })
    }
  }

  /// The units that a mode holds of the pool, times its duration.
  func work(of mode: Mode) -> Int {
    mode.requirements.reduce(0) { work, requirement in
      requirement.candidates.first.map(members.contains) ?? false
        ? work + requirement.count * requirement.amount * mode.duration.value : work
    }
  }
}
