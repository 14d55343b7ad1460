import ConstraintSolver

extension Encoding {
  /// Defines the staleness as the sum of what each group costs, its slack and what its activities let
  /// stand, each cost a variable of its own: what is learnt speaks of groups rather than of moments.
  mutating func encodeStaleness() {
    var summands: [LinearSum.Summand] = []
    var most = 0
    for index in problem.groups.indices {
      let members = Set(problem.groups[index].activities.map(\.index))
      let own = standings.indices.filter { members.contains(standings[$0].activity) }
      guard let cost = encodeCost(of: index, own) else { continue }
      groupCosts.append((index, cost))
      summands.append(.init(cost, weight: 1))
      most += solver.upper(Moment(cost))
    }
    let grouped = Set(problem.groups.flatMap { $0.activities.map(\.index) })
    for standing in standings where !grouped.contains(standing.activity) {
      summands.append(.init(standing.excess, weight: standing.weight))
      most += standing.weight * solver.upper(Moment(standing.excess))
    }
    addSecond(summands, constant: 0, from: 0, to: most)
  }

  /// What a group costs: at least its weighted slack and standing; nil where it costs nothing.
  private mutating func encodeCost(of index: Int, _ own: [Int]) -> Term? {
    let group = problem.groups[index]
    var sum = WeightedSum()
    if group.weight > 0 {
      sum.add(completion + group.offset.value, weight: group.weight)
      sum.subtract(groupEnds[index], weight: group.weight)
    }
    for place in own { sum.add(Moment(standings[place].excess), weight: standings[place].weight) }
    let most = sum.upperBound { solver.upper($0) }
    if sum.isEmpty || most <= 0 { return nil }
    let cost = solver.newVariable(0, most)
    require(sum, atMost: cost)
    for chain in Reaches(index, in: self).chains {
      var sum = WeightedSum()
      for part in chain.parts {
        sum.add(completion + group.offset.value, weight: part.weight)
        sum.subtract(ends[part.activity] + part.allowance, weight: part.weight)
      }
      let rest = group.weight - chain.parts.reduce(0) { $0 + $1.weight }
      if rest > 0 {
        sum.add(completion + group.offset.value, weight: rest)
        sum.subtract(groupEnds[index], weight: rest)
      }
      require(sum, atMost: cost)
    }
    return cost
  }

  private mutating func require(_ sum: WeightedSum, atMost cost: Term) {
    solver.add(
      LinearSum(sum.summands + [.init(cost.negated, weight: 1)], atMost: -sum.constant))
  }
}

/// A weighted sum of moments, as terms and a constant.
private struct WeightedSum {
  private(set) var summands: [LinearSum.Summand] = []
  private(set) var constant = 0

  var isEmpty: Bool { summands.isEmpty }

  mutating func add(_ moment: Moment, weight: Int) {
    constant += weight * moment.offset
    if let place = summands.firstIndex(where: { $0.term == moment.term }) {
      summands[place].weight += weight
    } else {
      summands.append(.init(moment.term, weight: weight))
    }
  }

  mutating func subtract(_ moment: Moment, weight: Int) { add(moment.negated, weight: weight) }

  func upperBound(_ upper: (Moment) -> Int) -> Int {
    summands.reduce(constant) { $0 + $1.weight * upper(Moment($1.term)) }
  }
}
