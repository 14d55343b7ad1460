/// The least distances between starts that time lags and durations imply.
///
/// Longest paths over the activities; a cycle of positive length is a contradiction, whose lags name
/// themselves. Heights that no arc lowers (Bellman & Ford) make every arc's length beyond the
/// difference of its ends' heights 0 or less, so that each activity's paths are found by Dijkstra's
/// method (Johnson 1977): O(n·m·log n), next to nothing for the few lags of a recipe.
struct LagClosure {
  /// No path.
  static let none = Int.min / 4

  private let count: Int
  private var distances: [Int]
  /// The facts of a cycle of positive length; empty where there is none.
  private(set) var clash: [ProblemFact] = []

  /// Whether it was cancelled before it was closed: distances are then too small, and a clash may
  /// be missing.
  private(set) var wasCancelled = false

  /// Closes a problem's lags, leaving out facts dropped; asks whether to go on for each activity.
  init(
    _ problem: SchedulingProblem, omitting omitted: Set<ProblemFact> = [],
    isCancelled: () -> Bool
  ) {
    count = problem.activities.count
    distances = []
    let arcs = LagArc.arcs(of: problem, omitting: omitted)
    switch LagArc.heights(over: arcs, count: count) {
    case .cycle(let facts): clash = facts
    case .heights(let heights): wasCancelled = !close(arcs, heights, isCancelled)
    }
  }

  /// Whether it was closed to the end.
  private mutating func close(
    _ arcs: [LagArc], _ heights: [Int], _ isCancelled: () -> Bool
  ) -> Bool {
    distances = [Int](repeating: Self.none, count: count * count)
    var leaving = Array(repeating: [(to: Int, loss: Int)](), count: count)
    for arc in arcs where arc.from != arc.to {
      leaving[arc.from].append((arc.to, heights[arc.to] - heights[arc.from] - arc.length))
    }
    var queue = LeastFirst()
    var losses = [Int](repeating: .max, count: count)
    for source in 0..<count {
      if isCancelled() { return false }
      distances[source * count + source] = 0
      if leaving[source].isEmpty { continue }
      var reached = [source]
      losses[source] = 0
      queue.insert(source, key: 0)
      while let (node, loss) = queue.popLeast() {
        if loss > losses[node] { continue }
        for arc in leaving[node] where loss + arc.loss < losses[arc.to] {
          if losses[arc.to] == .max { reached.append(arc.to) }
          losses[arc.to] = loss + arc.loss
          queue.insert(arc.to, key: loss + arc.loss)
        }
      }
      for node in reached {
        distances[source * count + node] = heights[node] - heights[source] - losses[node]
        losses[node] = .max
      }
    }
    return true
  }

  /// The least distance from one activity's start to another's; ``none`` without a path.
  func distance(_ from: Int, _ to: Int) -> Int { distances[from * count + to] }
}

/// A least distance between two starts, from one time lag.
struct LagArc {
  var from: Int
  var to: Int
  var length: Int
  var facts: [ProblemFact]

  static func arcs(
    of problem: SchedulingProblem, omitting omitted: Set<ProblemFact>
  ) -> [LagArc] {
    var arcs: [LagArc] = []
    for (index, lag) in problem.timeLags.enumerated() {
      if omitted.contains(.activity(lag.from)) || omitted.contains(.activity(lag.to)) { continue }
      let durations = problem.durations(of: lag.from.index)
      var ends: [ProblemFact] = [.activity(lag.from), .activity(lag.to)]
      if lag.from == lag.to { ends.removeLast() }
      if let minimum = lag.minimum?.value, !omitted.contains(.minimumLag(index)) {
        let length = minimum + (lag.moment == .end ? durations.lowerBound : 0)
        arcs.append(
          LagArc(
            from: lag.from.index, to: lag.to.index, length: length,
            facts: [.minimumLag(index)] + ends))
      }
      if let maximum = lag.maximum?.value, !omitted.contains(.maximumLag(index)) {
        let length = -maximum - (lag.moment == .end ? durations.upperBound : 0)
        arcs.append(
          LagArc(
            from: lag.to.index, to: lag.from.index, length: length,
            facts: [.maximumLag(index)] + ends))
      }
    }
    return arcs
  }

  /// What the arcs' lengths come to.
  enum Heights {
    /// A height for each node, the least of at least 0 that rise along each arc by its length.
    case heights([Int])
    /// There are none: the facts of a cycle whose lengths add up to more than 0.
    case cycle([ProblemFact])
  }

  /// The nodes' heights, or why there are none. Bellman & Ford, O(n·m).
  static func heights(over arcs: [LagArc], count: Int) -> Heights {
    var reach = [Int](repeating: 0, count: count)
    var via = [Int](repeating: -1, count: count)
    var last = -1
    for _ in 0...count {
      last = -1
      for (index, arc) in arcs.enumerated() where reach[arc.from] + arc.length > reach[arc.to] {
        reach[arc.to] = reach[arc.from] + arc.length
        via[arc.to] = index
        last = arc.to
      }
      if last < 0 { return .heights(reach) }
    }
    // Behind a node still moving after n rounds lies a cycle; n steps back surely are on it.
    for _ in 0..<count { last = arcs[via[last]].from }
    var facts: [ProblemFact] = []
    var node = last
    repeat {
      let arc = arcs[via[node]]
      for fact in arc.facts where !facts.contains(fact) { facts.append(fact) }
      node = arc.from
    } while node != last
    return .cycle(facts)
  }
}

extension SchedulingProblem {
  /// The least and the greatest duration of an activity's modes; a decided one has one mode.
  func durations(of activity: Int) -> ClosedRange<Int> {
    let activity = activities[activity]
    if let decided = activity.decided {
      let duration = activity.modes[decided.mode].duration.value
      return duration...duration
    }
    let durations = activity.modes.map(\.duration.value)
    return (durations.min() ?? 0)...(durations.max() ?? 0)
  }
}
