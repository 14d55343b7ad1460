import ConstraintSolver

/// Neighbourhoods of a small problem, searched in the encoding of the whole: some parts are free, and
/// the order of the rest is assumed to be as in the best schedule.
///
/// Activities outside the parts may move but not overtake each other (Godard, Laborie & Nuijten 2005).
/// What is learnt in one holds everywhere, so that the proof goes on from it. The parts are whole
/// groups, or single activities where there are none, drawn by a generator of its own, so that the
/// search is the same every time.
struct AssumedOrders {
  private let parts: [[Int]]
  private var random = RandomNumbers(seed: 0x5DEE_CE66_D1CE_4E5B)
  /// How many parts are freed at a time.
  private var size = 3

  /// Creates the neighbourhoods of a problem; nil where it has too few parts to leave any.
  init?(_ problem: SchedulingProblem) {
    guard let parts = problem.parts(where: { _ in true }) else { return nil }
    self.parts = parts.map(\.activities)
  }

  /// The assumptions of a random neighbourhood of the best schedule.
  mutating func next(_ encoding: borrowing Encoding) -> [Literal] {
    var isFree = [Bool](repeating: false, count: encoding.problem.activities.count)
    for _ in 0..<min(size, parts.count - 1) {
      for activity in parts[random.number(below: parts.count)] { isFree[activity] = true }
    }
    var assumptions: [Literal] = []
    for index in encoding.orders.indices {
      let order = encoding.orders[index]
      if isFree[order.first] || isFree[order.second] { continue }
      assumptions.append(encoding.solver.asSuggested(order.literal))
    }
    return assumptions
  }

  /// The neighbourhood held nothing better: a larger one comes next, up to half of everything.
  mutating func exhausted() { size = min(size + 1, max(3, parts.count / 2)) }

  /// The neighbourhood was too large to search.
  mutating func ranOut() { size = max(2, size - 1) }
}
