/// The least distances between starts that time lags and durations imply.
///
/// Floyd & Warshall's longest paths over the activities, O(n³); a cycle of positive length is a
/// contradiction, whose lags name themselves.
struct LagClosure {
  /// No path.
  static let none = Int.min / 4

  private let count: Int
  private var distances: [Int]
  /// The facts of a cycle of positive length; empty where there is none.
  private(set) var clash: [ProblemFact] = []

  /// Whether it was cancelled before it was closed: distances are then too small, and a clash may
  /// be missing.
  private(set) var isCut = false

  /// Closes a problem's lags, leaving out facts dropped; asks whether to go on every O(n²) steps.
  init(
    _ problem: SchedulingProblem, omitting omitted: Set<ProblemFact> = [],
    isCancelled: () -> Bool
  ) {
    count = problem.activities.count
    distances = [Int](repeating: Self.none, count: count * count)
    let arcs = LagArc.arcs(of: problem, omitting: omitted)
    if let cycle = LagArc.positiveCycle(in: arcs, count: count) {
      clash = cycle
      return
    }
    if isCancelled() {
      isCut = true
      return
    }
    for index in 0..<count { distances[index * count + index] = 0 }
    for arc in arcs {
      let place = arc.from * count + arc.to
      distances[place] = max(distances[place], arc.length)
    }
    isCut = !close(isCancelled)
  }

  /// Whether it was closed to the end.
  private mutating func close(_ isCancelled: () -> Bool) -> Bool {
    let count = count
    return distances.withUnsafeMutableBufferPointer { distances in
      for middle in 0..<count {
        if isCancelled() { return false }
        for from in 0..<count {
          let first = distances[from * count + middle]
          if first == Self.none { continue }
          for to in 0..<count {
            let second = distances[middle * count + to]
            if second == Self.none { continue }
            if first + second > distances[from * count + to] {
              distances[from * count + to] = first + second
            }
          }
        }
      }
      return true
    }
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
      if let minimum = lag.minimum, !omitted.contains(.minimumLag(index)) {
        let length = minimum + (lag.moment == .end ? durations.lowerBound : 0)
        arcs.append(
          LagArc(
            from: lag.from.index, to: lag.to.index, length: length,
            facts: [.minimumLag(index)] + ends))
      }
      if let maximum = lag.maximum, !omitted.contains(.maximumLag(index)) {
        let length = -maximum - (lag.moment == .end ? durations.upperBound : 0)
        arcs.append(
          LagArc(
            from: lag.to.index, to: lag.from.index, length: length,
            facts: [.maximumLag(index)] + ends))
      }
    }
    return arcs
  }

  /// The facts of a cycle whose lengths add up to more than 0; nil where there is none.
  /// Bellman & Ford, O(n·m).
  static func positiveCycle(in arcs: [LagArc], count: Int) -> [ProblemFact]? {
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
      if last < 0 { return nil }
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
    return facts
  }
}

extension SchedulingProblem {
  /// The least and the greatest duration of an activity's modes; a decided one has one mode.
  func durations(of activity: Int) -> ClosedRange<Int> {
    let activity = activities[activity]
    if let decided = activity.decided {
      let duration = activity.modes[decided.mode].duration
      return duration...duration
    }
    let durations = activity.modes.map(\.duration)
    return (durations.min() ?? 0)...(durations.max() ?? 0)
  }
}
