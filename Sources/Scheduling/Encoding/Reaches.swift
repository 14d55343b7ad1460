import ConstraintSolver

/// How far before its group's due time each activity can end at no cost, and what lies further back.
///
/// An activity ends so long before the due time: the *allowance*, made of what its followers last and
/// what keeps between them, plus the group's slack, plus what stands too long on the way. Along such a
/// chain gaps telescope: slack and excesses add up to the distance of two moments, whichever gap takes
/// the time. So where no excess alone has to be positive, their sum may have to be, and a group's cost
/// is at least the distance, weighted by the least of what the gaps weigh. Two chains that share only
/// the slack add up as far as its weight goes.
struct Reaches {
  /// A lower bound on the group's cost: a weighted sum of its parts, each the distance by which an
  /// activity's end lies further back than its allowance; what is left of the group's weight counts
  /// its slack.
  struct Chain {
    var parts: [Part]
  }

  /// One activity of a bound.
  struct Part {
    var activity: Int
    var weight: Int
    var allowance: Int
  }

  /// The bounds.
  private(set) var chains: [Chain] = []

  private struct Reach {
    var allowance: Int
    /// The standings on the way, by place.
    var gaps: Set<Int>
  }

  private var reaches: [Int: Reach] = [:]

  /// Finds the chains of a group.
  init(_ index: Int, in encoding: borrowing Encoding) {
    let group = encoding.problem.groups[index]
    guard group.weight > 0, encoding.groupLasts[index].count == 1 else { return }
    reaches[encoding.groupLasts[index][0]] = Reach(allowance: 0, gaps: [])
    let members = group.activities.map(\.index).filter { encoding.isDone($0) }
    // Each round reaches what is one link further back.
    for _ in members {
      var isChanged = false
      for member in members where reaches[member] == nil {
        guard let reach = reach(of: member, encoding) else { continue }
        reaches[member] = reach
        isChanged = true
      }
      if !isChanged { break }
    }
    addChains(members, group.weight, encoding)
  }

  private func reach(of activity: Int, _ encoding: borrowing Encoding) -> Reach? {
    var best: Reach?
    for lag in encoding.problem.timeLags where lag.from.index == activity {
      guard let maximum = lag.maximum, let next = reaches[lag.to.index] else { continue }
      let start = next.allowance + encoding.problem.durations(of: lag.to.index).upperBound
      let own = lag.moment == .end ? 0 : encoding.problem.durations(of: activity).lowerBound
      best = Self.shorter(best, Reach(allowance: start + maximum - own, gaps: next.gaps))
    }
    for term in encoding.problem.standing where term.activity.index == activity && term.weight > 0 {
      best = Self.shorter(best, reach(along: term, encoding))
    }
    return best
  }

  private func reach(along term: StandingTerm, _ encoding: borrowing Encoding) -> Reach? {
    let modes = encoding.modes[term.activity.index]
    var keeps = 0
    for mode in modes.indices where !encoding.solver.fails(modes[mode]) {
      guard let limit = term.keeps[mode] else { return nil }
      keeps = max(keeps, limit)
    }
    var result = Reach(allowance: .min, gaps: [])
    for taker in term.takers {
      guard let next = reaches[taker.activity.index] else { return nil }
      let duration = encoding.problem.durations(of: taker.activity.index).upperBound
      result.allowance = max(
        result.allowance, next.allowance + duration + taker.minimum + keeps)
      result.gaps.formUnion(next.gaps)
    }
    let own = encoding.standings.indices.filter {
      encoding.standings[$0].activity == term.activity.index
    }
    result.gaps.formUnion(own)
    return result
  }

  private static func shorter(_ a: Reach?, _ b: Reach?) -> Reach? {
    guard let a else { return b }
    guard let b else { return a }
    return (b.allowance, b.gaps.count) < (a.allowance, a.gaps.count) ? b : a
  }

  private mutating func addChains(
    _ members: [Int], _ weight: Int, _ encoding: borrowing Encoding
  ) {
    var parts: [(part: Part, gaps: Set<Int>)] = []
    for member in members {
      guard let reach = reaches[member], !reach.gaps.isEmpty else { continue }
      let least = reach.gaps.reduce(weight) { min($0, encoding.standings[$1].weight) }
      let part = Part(activity: member, weight: least, allowance: reach.allowance)
      for other in parts
      where least + other.part.weight <= weight && reach.gaps.isDisjoint(with: other.gaps) {
        chains.append(Chain(parts: [part, other.part]))
      }
      parts.append((part, reach.gaps))
      chains.append(Chain(parts: [part]))
    }
  }
}
