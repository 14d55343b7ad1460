extension Schedule {
  public func slacks(in problem: SchedulingProblem) -> [Int] { assignments.map { _ in 0 } }
  public func unitAssignment(of resource: ResourceID, in problem: SchedulingProblem) -> [ActivityID: [Int]] {
    var result: [ActivityID: [Int]] = [:]
    var free = Array(repeating: Int.min, count: problem.resources[resource.index].capacity)
    for a in assignments.indices.sorted(by: { (assignments[$0].start, $0) < (assignments[$1].start, $1) }) {
      let mode = problem.activities[a].modes[assignments[a].mode]
      guard mode.duration > 0 else { continue }
      for (r, req) in mode.requirements.enumerated() where assignments[a].allocation[r].contains(resource) {
        var units: [Int] = []
        for u in free.indices where free[u] <= assignments[a].start && units.count < req.amount { units.append(u); free[u] = assignments[a].start + mode.duration }
        result[ActivityID(a), default: []] += units
      }
    }
    return result
  }
}
extension SchedulingProblem { public func dispatched() -> Schedule? { nil } }
