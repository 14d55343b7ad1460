/// Which activities to free next.
///
/// What is freed is whole parts (dishes) that cost much or lie near each other, whatever starts around
/// an instant, or both. The kinds that gain are drawn more often, and each grows while its
/// neighbourhoods are searched to the end and shrinks while they are not.
struct NeighborhoodChoice {
  private let problem: SchedulingProblem
  private let parts: [[Int]]
  private let groups: [Int?]
  private let terms: [[Int]]
  private let partOf: [Int]
  private var random = RandomNumbers(seed: 0x5DEE_CE66_D1CE_4E5B)
  private var kinds: [Record]
  /// The kind drawn last.
  private var last = 0

  /// The kinds of neighbourhoods.
  private enum Kind: Int, CaseIterable {
    /// Parts from anywhere, those that cost much likelier.
    case anywhere
    /// A part that costs much, and others around the same time.
    case around
    /// Whatever starts around an instant.
    case window
    /// A part, and whatever starts around an instant of it.
    case partAndWindow
  }

  /// How a kind has fared.
  private struct Record {
    /// How likely it is drawn.
    var weight = 16
    /// How many activities to free, in quarters.
    var size: Int
  }

  /// How a neighbourhood's search ended.
  enum Result { case found, exhausted, ranOut }

  /// Prepares to choose; nil where there are too few parts to leave any.
  init?(_ problem: SchedulingProblem) {
    guard let open = problem.parts(where: { $0.decided == nil }) else { return nil }
    let parts = open.map(\.activities)
    var partOf = [Int](repeating: -1, count: problem.activities.count)
    for (number, part) in parts.enumerated() { for activity in part { partOf[activity] = number } }
    var terms = Array(repeating: [Int](), count: parts.count)
    for (index, term) in problem.standing.enumerated() where partOf[term.activity.index] >= 0 {
      terms[partOf[term.activity.index]].append(index)
    }
    self.problem = problem
    self.parts = parts
    groups = open.map(\.group)
    self.partOf = partOf
    self.terms = terms
    kinds = Kind.allCases.map { _ in Record(size: 4 * 12) }
  }

  /// How many parts there are.
  var partCount: Int { parts.count }

  /// The activities to free of a schedule.
  mutating func next(_ schedule: Schedule) -> [Bool] {
    last = drawnKind
    var isFree = [Bool](repeating: false, count: problem.activities.count)
    var left = kinds[last].size / 4
    func free(_ activities: [Int]) {
      for activity in activities where !isFree[activity] {
        isFree[activity] = true
        left -= 1
      }
    }
    let seed = costliest(of: 3, schedule)
    let member = parts[seed][random.number(below: parts[seed].count)]
    let near = nearest(to: schedule.assignments[member].start.value, schedule)
    switch Kind.allCases[last] {
    case .anywhere:
      free(parts[seed])
      for _ in 0..<parts.count where left > 0 { free(parts[costliest(of: 2, schedule)]) }
    case .around:
      free(parts[seed])
      for activity in near where left > 0 && random.chance(70) { free(parts[partOf[activity]]) }
    case .window:
      let middle = random.number(below: near.count)
      let start = schedule.assignments[near[middle]].start.value
      for activity in nearest(to: start, schedule) where left > 0 { free([activity]) }
    case .partAndWindow:
      free(parts[seed])
      for activity in near where left > 0 { free([activity]) }
    }
    return isFree
  }

  /// Learns from how the last neighbourhood's search ended.
  mutating func record(_ result: Result) {
    switch result {
    case .found: kinds[last].weight = min(64, kinds[last].weight + 8)
    case .exhausted: kinds[last].size = min(kinds[last].size + 1, 4 * problem.activities.count)
    case .ranOut: kinds[last].size = max(4 * 6, kinds[last].size - 2)
    }
    if result != .found { kinds[last].weight = max(8, kinds[last].weight - 1) }
  }

  private var drawnKind: Int {
    mutating get {
      var rest = random.number(below: kinds.reduce(0) { $0 + $1.weight })
      for (index, kind) in kinds.enumerated() {
        rest -= kind.weight
        if rest < 0 { return index }
      }
      return 0
    }
  }

  /// Of so many parts drawn, the one that costs most.
  private mutating func costliest(of tries: Int, _ schedule: Schedule) -> Int {
    var best = random.number(below: parts.count)
    for _ in 1..<tries {
      let other = random.number(below: parts.count)
      if cost(of: other, schedule) > cost(of: best, schedule) { best = other }
    }
    return best
  }

  private func cost(of part: Int, _ schedule: Schedule) -> Int {
    var cost = 0
    if let group = groups[part].map({ problem.groups[$0] }) {
      cost += group.weight * schedule.slack(of: group, in: problem).value
    }
    for index in terms[part] {
      cost +=
        problem.standing[index].weight
        * schedule.standing(of: problem.standing[index], in: problem).value
    }
    return cost
  }

  /// The open activities, the nearest to an instant first.
  private func nearest(to instant: Int, _ schedule: Schedule) -> [Int] {
    parts.joined()
      .map { (distance: abs(schedule.assignments[$0].start.value - instant), activity: $0) }
      .sorted { ($0.distance, $0.activity) < ($1.distance, $1.activity) }
      .map(\.activity)
  }
}
