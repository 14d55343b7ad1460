import ConstraintSolver

extension Encoding {
  /// Orders the pairs that must not overlap and bounds what is held together.
  mutating func encodeResources() {
    let attendant = soleAttendant
    for resource in problem.resources.indices {
      let id = ResourceID(resource)
      let limited = counts(.capacity(id))
      let capacity = problem.resources[resource].capacity
      var entries = tasks[resource]
      if limited {
        for entry in entries where entry.task.amount > capacity {
          solver.addClause([entry.task.presence.negated])
        }
      }
      entries.removeAll { solver.fails($0.task.presence) }
      let points = resource == attendant ? switchPoints() : []
      encodePairs(resource, entries, points, limited)
      let total = entries.reduce(0) { $0 + $1.task.amount }
      if limited, total > capacity, entries.contains(where: { $0.task.amount * 2 <= capacity }) {
        solver.add(Cumulative(entries.map(\.task), capacity: capacity))
      }
    }
  }

  /// Orders pairs of tasks by literals, and tasks of which no two overlap by a ``Disjunctive``.
  private mutating func encodePairs(
    _ resource: Int, _ entries: [ResourceTask], _ points: [ResourceTask], _ limited: Bool
  ) {
    let capacity = limited ? problem.resources[resource].capacity : Int.max / 2
    let isSerial = entries.map { $0.task.amount > capacity / 2 }
    let all = entries + points
    let count = all.count
    var orders = [Literal?](repeating: nil, count: count * count)
    for i in 0..<count {
      if checkCancellation() { return }
      for j in 0..<i where all[i].activity != all[j].activity || i < entries.count {
        let isPoint = (i >= entries.count, j >= entries.count)
        if isPoint == (true, true) { continue }
        if all[i].activity == all[j].activity {
          encodeSameActivity(all[i], all[j], capacity)
          continue
        }
        let setups = setups(resource, all[j].family, all[i].family)
        let overlapping =
          !isPoint.0 && !isPoint.1
          && all[i].task.amount + all[j].task.amount <= capacity
        if overlapping, setups == nil { continue }
        let pair = order(all[j], all[i], setups ?? (0, 0))
        orders[j * count + i] = pair.0
        orders[i * count + j] = pair.1
      }
    }
    let members = all.indices.filter { $0 >= entries.count || isSerial[$0] }
    let lengthy = members.filter { $0 < entries.count }
    if lengthy.count < 2 || members.count < 3 { return }
    // A run of it grows with the square of the tasks, and then takes longer than what it finds is worth:
    // with hundreds of them each pair's own differences are left to do it.
    if members.count <= Self.mostInSequence {
      solver.add(
        SerialPrecedences(members.map { all[$0].task }) {
          orders[members[$0] * count + members[$1]]
        })
    }
    if detail == .sketch { return }
    solver.add(
      EdgeFinding(lengthy.map { all[$0].task }) { orders[lengthy[$0] * count + lengthy[$1]] })
  }

  /// How many tasks of one resource are looked at together for those that come one after the other.
  private static let mostInSequence = 250

  /// Two tasks of one activity: in one mode they are held together, where that fits.
  private mutating func encodeSameActivity(
    _ first: ResourceTask, _ second: ResourceTask, _ capacity: Int
  ) {
    if first.task.amount + second.task.amount > capacity {
      solver.addClause([first.task.presence.negated, second.task.presence.negated])
    }
  }

  /// What lies between two tasks, in either order; nil where they may overlap.
  private func setups(_ resource: Int, _ first: Int?, _ second: Int?) -> (Int, Int)? {
    let table = problem.resources[resource].setups
    guard let first, let second, counts(.setups(ResourceID(resource))),
      table.indices.contains(first),
      table.indices.contains(second), let there = table[first][second],
      let back = table[second][first]
    else { return nil }
    return (there.value, back.value)
  }

  /// The literals that one task comes before another, and the other way round.
  private mutating func order(
    _ a: ResourceTask, _ b: ResourceTask, _ setups: (Int, Int)
  ) -> (Literal, Literal) {
    let never = Literal.always.negated
    if comesFirst(a, b, setups.0) { return (.always, never) }
    if comesFirst(b, a, setups.1) { return (never, .always) }
    let isCertain = solver.holds(a.task.presence) && solver.holds(b.task.presence)
    let first = solver.newChoice()
    let second = isCertain ? first.negated : solver.newChoice()
    orders.append((a.activity, b.activity, first))
    if !isCertain { orders.append((b.activity, a.activity, second)) }
    solver.addDifference(a.task.end, setups.0, b.task.start, if: first)
    solver.addDifference(b.task.end, setups.1, a.task.start, if: second)
    if !isCertain {
      let absent = [a.task.presence.negated, b.task.presence.negated]
      solver.addClause(absent + [first, second])
      for literal in [first, second] {
        for presence in [a.task.presence, b.task.presence] {
          solver.addClause([literal.negated, presence])
        }
      }
    }
    return (first, second)
  }

  /// Whether the lags or the windows put one task before another.
  private func comesFirst(_ a: ResourceTask, _ b: ResourceTask, _ setup: Int) -> Bool {
    if solver.upper(a.task.end) + setup <= solver.lower(b.task.start) { return true }
    let distance = closure.distance(a.activity, b.activity)
    return distance != LagClosure.none && distance >= a.task.duration + setup
  }
}
