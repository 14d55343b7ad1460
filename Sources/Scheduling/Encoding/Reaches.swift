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

  /// One way from an activity to the group's end.
  private struct Reach {
    var allowance: Int
    /// The standings on the way, by place.
    var gaps: Set<Int>
    /// The least of what they and the slack weigh.
    var weight: Int

    /// Whether this says as much as another and more.
    func isAsStrong(as other: Reach) -> Bool {
      allowance <= other.allowance && gaps.isSubset(of: other.gaps)
    }

    func isNearer(than other: Reach) -> Bool {
      (allowance, gaps.count) < (other.allowance, other.gaps.count)
    }
  }

  /// The ways of each activity, the nearest first; none of them says as much as another.
  private var reaches: [Int: [Reach]] = [:]
  /// The activities that have any, in order.
  private let members: [Int]
  private let weight: Int

  /// How many ways of one activity are followed further.
  private static let width = 4

  /// Finds the ways of a group's activities.
  init(_ index: Int, in encoding: borrowing Encoding) {
    let group = encoding.problem.groups[index]
    weight = group.weight
    members = group.activities.map(\.index).filter { encoding.isDone($0) }
    guard weight > 0, encoding.groupLasts[index].count == 1 else { return }
    reaches[encoding.groupLasts[index][0]] = [Reach(allowance: 0, gaps: [], weight: weight)]
    // Each round reaches what is one link further back.
    for _ in members {
      var isChanged = false
      for member in members where member != encoding.groupLasts[index][0] {
        for reach in reaches(of: member, encoding) where add(reach, of: member) {
          isChanged = true
        }
      }
      if !isChanged { break }
    }
  }

  private mutating func add(_ new: Reach, of activity: Int) -> Bool {
    var known = reaches[activity] ?? []
    if known.contains(where: { $0.isAsStrong(as: new) }) { return false }
    known.removeAll { new.isAsStrong(as: $0) }
    let place = known.firstIndex { new.isNearer(than: $0) } ?? known.count
    if place >= Self.width { return false }
    known.insert(new, at: place)
    reaches[activity] = Array(known.prefix(Self.width))
    return true
  }

  private func reaches(of activity: Int, _ encoding: borrowing Encoding) -> [Reach] {
    var result: [Reach] = []
    for lag in encoding.problem.timeLags where lag.from.index == activity {
      guard let maximum = lag.maximum?.value else { continue }
      let own = lag.moment == .end ? 0 : encoding.problem.durations(of: activity).lowerBound
      let length = encoding.problem.durations(of: lag.to.index).upperBound + maximum - own
      for var reach in reaches[lag.to.index] ?? [] {
        reach.allowance += length
        result.append(reach)
      }
    }
    for term in encoding.problem.standing where term.activity.index == activity && term.weight > 0 {
      result += reaches(along: term, encoding)
    }
    return result
  }

  private func reaches(along term: StandingTerm, _ encoding: borrowing Encoding) -> [Reach] {
    let modes = encoding.modes[term.activity.index]
    var keeps = 0
    for mode in modes.indices where !encoding.solver.fails(modes[mode]) {
      guard let limit = term.keeps[mode]?.value else { return [] }
      keeps = max(keeps, limit)
    }
    let own = encoding.standings.indices.filter {
      encoding.standings[$0].activity == term.activity.index
    }
    let least = own.reduce(weight) { min($0, encoding.standings[$1].weight) }
    // Whichever takes it first, the way along the longest is no longer.
    var results = [Reach(allowance: .min, gaps: Set(own), weight: least)]
    for taker in term.takers where encoding.isDone(taker.activity.index) {
      let length =
        encoding.problem.durations(of: taker.activity.index).upperBound + taker.minimum.value
        + keeps
      results = results.flatMap { result in
        (reaches[taker.activity.index] ?? []).map { next in
          Reach(
            allowance: max(result.allowance, next.allowance + length),
            gaps: result.gaps.union(next.gaps), weight: min(result.weight, next.weight))
        }
      }
    }
    return results
  }

  // MARK: - Chains

  /// Chains from the nearest way of each activity, and pairs of them: as few as say most.
  var chains: [Chain] {
    var chains: [Chain] = []
    var ends: [(part: Part, gaps: Set<Int>)] = []
    for member in members {
      guard let reach = reaches[member]?.first, !reach.gaps.isEmpty else { continue }
      let part = Part(activity: member, weight: reach.weight, allowance: reach.allowance)
      for other in ends
      where part.weight + other.part.weight <= weight && reach.gaps.isDisjoint(with: other.gaps) {
        chains.append(Chain(parts: [part, other.part]))
      }
      ends.append((part, reach.gaps))
      chains.append(Chain(parts: [part]))
    }
    return chains
  }

  /// Chains from every way and all pairs of them that share only the slack, of which the second counts
  /// what the first leaves.
  var allChains: [Chain] {
    let ends = members.flatMap { member in
      (reaches[member] ?? []).map { reach in
        (Part(activity: member, weight: reach.weight, allowance: reach.allowance), reach.gaps)
      }
    }
    var chains: [Chain] = []
    for (place, (part, gaps)) in ends.enumerated() {
      chains.append(Chain(parts: [part]))
      let rest = weight - part.weight
      for (otherPlace, (other, otherGaps)) in ends.enumerated()
      where otherPlace != place && rest > 0 && gaps.isDisjoint(with: otherGaps) {
        // Where both count in full, the pair is the same the other way round.
        if part.weight + other.weight <= weight && otherPlace > place { continue }
        var second = other
        second.weight = min(rest, other.weight)
        chains.append(Chain(parts: [part, second]))
      }
    }
    return chains
  }
}
