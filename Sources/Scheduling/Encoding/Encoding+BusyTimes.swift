import ConstraintSolver

extension Encoding {
  /// Bounds the staleness by what the chains of all groups come to where their activities are to pass
  /// the resources one after the other, once the completion is fixed. The next calls change nothing.
  mutating func encodeBusyTimes() {
    guard !countsBusyTimes, problem.objective == .staleness, let second,
      solver.lower(completion) == solver.upper(completion)
    else { return }
    countsBusyTimes = true
    var machines: [BusyTimeBound.Machine] = []
    var places: [Int: [(machine: Int, task: Int)]] = [:]
    for (index, resource) in problem.resources.enumerated()
    where resource.capacity > 0 && counts(.capacity(ResourceID(index))) {
      let sure = tasks[index].filter { solver.holds($0.task.presence) && $0.task.duration > 0 }
      if sure.count < 2 { continue }
      for (place, entry) in sure.enumerated() {
        places[entry.activity, default: []].append((machines.count, place))
      }
      machines.append(
        BusyTimeBound.Machine(tasks: sure.map(\.task.mirrored), capacity: resource.capacity))
    }
    let customers = groupCosts.map { entry in
      BusyTimeBound.Customer(cost: Moment(entry.cost), claims: claims(of: entry.group, places))
    }
    if customers.allSatisfy(\.claims.isEmpty) || !fitsInWords(machines, customers) { return }
    solver.add(BusyTimeBound(machines, customers, total: second))
  }

  /// What the chains of a group say of tasks, in mirrored time; each in all ways in which its
  /// activities hold several resources.
  private func claims(
    of index: Int, _ places: [Int: [(machine: Int, task: Int)]]
  ) -> [BusyTimeBound.Claim] {
    let due = solver.lower(completion) + problem.groups[index].offset.value
    return Reaches(index, in: self).allChains.flatMap { chain in
      var constant = 0
      var ways: [[BusyTimeBound.Part]] = [[]]
      for part in chain.parts {
        constant += part.weight * (due - part.allowance)
        ways = ways.flatMap { way in
          (places[part.activity] ?? []).map {
            way + [BusyTimeBound.Part(machine: $0.machine, task: $0.task, weight: part.weight)]
          }
        }
      }
      return ways.map { BusyTimeBound.Claim(parts: $0, constant: constant) }
    }
  }

  /// Whether weights and the squares of times are small enough to multiply.
  private func fitsInWords(
    _ machines: [BusyTimeBound.Machine], _ customers: [BusyTimeBound.Customer]
  ) -> Bool {
    let longest =
      machines.map { machine in
        let starts = machine.tasks.map(\.start)
        let earliest = starts.map { solver.lower($0) }.min() ?? 0
        let latest = starts.map { solver.upper($0) }.max() ?? 0
        let work = machine.tasks.reduce(0.0) { $0 + Double($1.duration) * Double($1.amount) }
        return (Double(latest) - Double(earliest)) * Double(machine.capacity) + work
      }.max() ?? 0
    let heaviest = customers.reduce(0.0) { sum, customer in
      let weights = customer.claims.map { claim in
        claim.parts.reduce(0.0) { $0 + Double($1.weight) }
      }
      return sum + (weights.max() ?? 0)
    }
    return BusyTimeBound.fits(weight: heaviest, time: longest)
  }
}
