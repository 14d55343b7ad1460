/// A problem seen as blocks to place: what lags tie together goes in and out of a schedule together.
///
/// A block is mostly a dish. Its activities are in the order in which they are placed from the
/// completion backwards: what leads to the rest by the longest way comes last.
struct PlacementModel {
  let problem: SchedulingProblem
  /// The open activities of each block, in the order of placing.
  let blocks: [[Int]]
  /// Each open activity's place in its block's order; -1 where it is decided.
  let position: [Int]
  /// The arcs that leave and that reach each activity.
  let leaving: [[Arc]]
  let reaching: [[Arc]]
  /// How long after the completion each activity may end.
  let offsets: [Int]
  /// The groups and the standing terms that belong to each block.
  let groups: [[Int]]
  let standing: [[Int]]
  /// The least time from each block's first start to its due end.
  let lengths: [Int]

  /// The start of `to` is at least the start of `from` plus a length, to which a duration adds.
  struct Arc {
    var from: Int
    var to: Int
    var base: Int
    var duration: Counted

    /// Whose duration counts: that of `from` lengthens, that of `to` shortens the arc.
    enum Counted { case none, from, to }

    /// The arc's length with these durations.
    func length(_ durations: [Int]) -> Int {
      switch duration {
      case .none: base
      case .from: base + durations[from]
      case .to: base - durations[to]
      }
    }
  }

  init(_ problem: SchedulingProblem) {
    self.problem = problem
    let count = problem.activities.count
    var leaving = Array(repeating: [Arc](), count: count)
    var reaching = leaving
    var family = Array(0..<count)
    func root(_ activity: Int) -> Int {
      var activity = activity
      while family[activity] != activity {
        family[activity] = family[family[activity]]
        activity = family[activity]
      }
      return activity
    }
    let isDecided = problem.activities.map { $0.decided != nil }
    func add(_ arc: Arc) {
      guard arc.from != arc.to else { return }
      leaving[arc.from].append(arc)
      reaching[arc.to].append(arc)
      if !isDecided[arc.from], !isDecided[arc.to] { family[root(arc.to)] = root(arc.from) }
    }
    for lag in problem.timeLags {
      let (from, to) = (lag.from.index, lag.to.index)
      if let minimum = lag.minimum?.value {
        add(
          Arc(from: from, to: to, base: minimum, duration: lag.moment == .end ? .from : .none))
      }
      if let maximum = lag.maximum?.value {
        add(Arc(from: to, to: from, base: -maximum, duration: lag.moment == .end ? .to : .none))
      }
    }
    for group in problem.groups {
      let open = group.activities.map(\.index).filter { !isDecided[$0] }
      for (one, other) in zip(open, open.dropFirst()) { family[root(other)] = root(one) }
    }
    var offsets = [Int](repeating: 0, count: count)
    for group in problem.groups {
      for id in group.activities { offsets[id.index] = group.offset.value }
    }
    var blockOfRoot: [Int: Int] = [:]
    var blocks: [[Int]] = []
    var block = [Int](repeating: -1, count: count)
    for activity in 0..<count where !isDecided[activity] {
      let number = blockOfRoot[root(activity)] ?? blocks.count
      if number == blocks.count {
        blockOfRoot[root(activity)] = number
        blocks.append([])
      }
      blocks[number].append(activity)
      block[activity] = number
    }
    let durations = (0..<count).map { problem.durations(of: $0).lowerBound }
    let tails = Self.tails(blocks, leaving, durations, offsets)
    for number in blocks.indices {
      blocks[number].sort { (tails[$0], -$0) < (tails[$1], -$1) }
    }
    var position = [Int](repeating: -1, count: count)
    for members in blocks {
      for (place, activity) in members.enumerated() { position[activity] = place }
    }
    var groups = Array(repeating: [Int](), count: blocks.count)
    for (index, group) in problem.groups.enumerated() {
      let open = group.activities.first { block[$0.index] >= 0 }
      if let open { groups[block[open.index]].append(index) }
    }
    var standing = Array(repeating: [Int](), count: blocks.count)
    for (index, term) in problem.standing.enumerated() {
      let open = ([term.activity] + term.takers.map(\.activity)).first { block[$0.index] >= 0 }
      if let open { standing[block[open.index]].append(index) }
    }
    self.leaving = leaving
    self.reaching = reaching
    self.offsets = offsets
    self.blocks = blocks
    self.position = position
    self.groups = groups
    self.standing = standing
    lengths = blocks.map { members in members.map { tails[$0] }.max() ?? 0 }
  }

  /// The least time from each open activity's start to the completion.
  private static func tails(
    _ blocks: [[Int]], _ leaving: [[Arc]], _ durations: [Int], _ offsets: [Int]
  ) -> [Int] {
    var tails = durations.indices.map { durations[$0] - offsets[$0] }
    for members in blocks {
      var rounds = members.count + 1
      var isChanged = true
      while isChanged, rounds > 0 {
        isChanged = false
        rounds -= 1
        for activity in members.reversed() {
          for arc in leaving[activity] {
            let tail = tails[arc.to] + arc.length(durations)
            if tail > tails[activity] {
              tails[activity] = tail
              isChanged = true
            }
          }
        }
      }
    }
    return tails
  }
}
