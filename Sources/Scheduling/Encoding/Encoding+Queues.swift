import ConstraintSolver

extension Encoding {
  /// Bounds the sum of slacks by the queues at the resources, once the completion is fixed.
  ///
  /// Seen from the completion backwards, a group's last tasks on a resource are a job: the group's
  /// slack grows with every unit of time by which they lie further back than the lags allow between
  /// them and the group's end, and two groups' tasks cannot both be last. The groups of the commonest
  /// weight take part, one bound a resource; the others' slacks count by themselves.
  mutating func encodeQueues() {
    guard problem.objective == .staleness, let second,
      solver.lower(completion) == solver.upper(completion)
    else { return }
    let weight = commonestWeight
    let members = problem.groups.indices.filter { problem.groups[$0].weight == max(weight, 1) }
    let resources = problem.resources.indices.filter { resource in
      problem.resources[resource].capacity > 0 && counts(.capacity(ResourceID(resource)))
    }
    var sum: Moment?
    for resource in resources {
      let jobs = members.compactMap { job(of: $0, on: resource) }
      if jobs.count < 2 { continue }
      let total = sum ?? sumOfDelays(members, second)
      sum = total
      let queued = Set(jobs.map(\.group))
      let others = members.filter { !queued.contains($0) }.map { groupEnds[$0].negated }
      solver.add(
        QueueBound(
          jobs.map(\.job), others: others, total: total,
          capacity: problem.resources[resource].capacity))
    }
  }

  /// The positive weight that most groups have; the least such, 0 without any.
  private var commonestWeight: Int {
    var counts: [Int: Int] = [:]
    for group in problem.groups where group.weight > 0 { counts[group.weight, default: 0] += 1 }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }

  /// A moment at least the sum of the members' negated ends, tied to the second level's value.
  private mutating func sumOfDelays(_ members: [Int], _ second: Moment) -> Moment {
    let weight = commonestWeight
    let completion = solver.lower(completion)
    let constant = members.reduce(0) { $0 + completion + problem.groups[$1].offset.value }
    let rest = problem.groups.indices.filter {
      problem.groups[$0].weight > 0 && problem.groups[$0].weight != weight
    }
    if rest.isEmpty, standings.isEmpty, weight == 1 { return second + -constant }
    let ends = members.map { groupEnds[$0].negated }
    let least = ends.reduce(0) { $0 + solver.lower($1) }
    let most = ends.reduce(0) { $0 + solver.upper($1) }
    let sum = solver.newVariable(least, most)
    var summands = [LinearSum.Summand(sum, weight: weight), .init(second.term.negated, weight: 1)]
    var limit = second.offset - weight * constant
    for index in rest {
      let group = problem.groups[index]
      let end = groupEnds[index].negated
      summands.append(.init(end.term, weight: group.weight))
      limit -= group.weight * (completion + group.offset.value + end.offset)
    }
    for standing in standings {
      summands.append(.init(standing.excess, weight: standing.weight))
    }
    solver.add(LinearSum(summands, atMost: limit))
    return Moment(sum)
  }

  /// The group's tasks on a resource that bound its slack best: the last so many of them. Nil when no
  /// lag ties any to the group's end.
  private func job(of index: Int, on resource: Int) -> (group: Int, job: QueueBound.Job)? {
    let members = Set(problem.groups[index].activities.map(\.index))
    var tied: [(task: Task, due: Int)] = []
    for entry in tasks[resource]
    where members.contains(entry.activity) && solver.holds(entry.task.presence) {
      if let tail = longestTail(from: entry.activity, in: groupLasts[index]) {
        tied.append((entry.task.mirrored, tail + entry.task.duration))
      }
    }
    tied.sort { ($0.due, $0.task.duration) < ($1.due, $1.task.duration) }
    let capacity = problem.resources[resource].capacity
    var best: (count: Int, room: Int)?
    var work = 0
    for (place, entry) in tied.enumerated() {
      work += entry.task.duration * entry.task.amount
      let room = entry.due * capacity - work
      if best.map({ room <= $0.room }) ?? true { best = (place + 1, room) }
    }
    guard let best else { return nil }
    let chosen = tied[..<best.count]
    let job = QueueBound.Job(
      tasks: chosen.map(\.task), due: chosen.map(\.due).max() ?? 0,
      delay: groupEnds[index].negated)
    return (index, job)
  }

  /// The longest that lags allow from an activity's end to the latest of others' ends; nil for any
  /// time.
  private func longestTail(from activity: Int, in lasts: [Int]) -> Int? {
    var longest = Int.min
    for last in lasts {
      let back = closure.distance(last, activity)
      if back == LagClosure.none { return nil }
      let durations = problem.durations(of: activity)
      longest = max(
        longest, problem.durations(of: last).upperBound - back - durations.lowerBound)
    }
    return lasts.isEmpty ? nil : longest
  }
}
