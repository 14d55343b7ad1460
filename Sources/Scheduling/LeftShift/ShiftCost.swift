/// What an earlier start of one activity costs at the objective's second level, the others staying.
///
/// The cost is piecewise linear in the start. An earlier end adds to the slack of the group that the
/// activity alone ends, and to what its own product stands; an earlier start may spare what the
/// activity takes up some of its standing. From a given start on, the first that costs no more than
/// the present one is a bend, or lies where a piece between two bends crosses the present cost.
struct ShiftCost {
  private let present: Int
  private var pieces: [Piece] = []

  /// `weight · (direction · start + offset)`, kept between `low` and `high`.
  private struct Piece {
    var weight: Int
    /// 1 or -1.
    var direction: Int
    var offset: Int
    var low: Int
    var high: Int

    func cost(at start: Int) -> Int {
      weight * min(high, max(low, direction * start + offset))
    }

    /// The starts at which it begins or ends to change.
    var bends: [Int] { [low, high].map { direction * ($0 - offset) } }
  }

  /// The greatest cost that plays a part: more than any.
  private static let unlimited = Int.max / 1024

  /// The cost of moving an activity of a schedule that is being shifted.
  ///
  /// Where the activity alone holds a free completion up, an earlier start shortens the makespan,
  /// which outweighs any cost.
  init(of activity: Int, in shifter: borrowing LeftShifter) {
    present = shifter.start(of: activity)
    let problem = shifter.problem
    guard problem.objective == .staleness, shifter.completionRoom(of: activity) == 0 else { return }
    let duration = shifter.durations[activity]
    if let (group, others) = shifter.latestOtherEnd(of: activity) {
      pieces.append(
        Piece(
          weight: group.weight, direction: -1, offset: -duration, low: -Self.unlimited,
          high: -max(others, -Self.unlimited)))
    }
    for term in shifter.standing[activity] {
      let maker = term.activity.index
      let mode = shifter.schedule[term.activity].mode
      guard let keeps = term.keeps[mode]?.value else { continue }
      let others = term.takers.filter { $0.activity.index != activity }
      let taken = others.map { shifter.start(of: $0.activity.index) - $0.minimum.value }.min()
      if maker == activity, let taken {
        pieces.append(
          Piece(
            weight: term.weight, direction: -1, offset: taken - duration - keeps, low: 0,
            high: Self.unlimited))
      }
      for taker in term.takers where taker.activity.index == activity {
        let fresh = shifter.end(of: maker) + keeps
        pieces.append(
          Piece(
            weight: term.weight, direction: 1, offset: -taker.minimum.value - fresh, low: 0,
            high: max(0, (taken ?? Self.unlimited) - fresh)))
      }
    }
  }

  /// The first start, from the given one to the present one, that costs no more than the latter.
  func earliestStart(from first: Int) -> Int {
    if pieces.isEmpty { return first }
    let most = cost(at: present)
    let bends = pieces.flatMap(\.bends).filter { first < $0 && $0 < present }
    var start = first
    for next in Set(bends).sorted() + [present] {
      let (here, there) = (cost(at: start), cost(at: next))
      if here <= most { return start }
      if there <= most {
        // Linear in between, with a whole slope.
        let slope = (here - there) / (next - start)
        return start + (here - most + slope - 1) / slope
      }
      start = next
    }
    return present
  }

  private func cost(at start: Int) -> Int { pieces.reduce(0) { $0 + $1.cost(at: start) } }
}
