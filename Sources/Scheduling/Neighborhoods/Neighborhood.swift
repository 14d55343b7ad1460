import ConstraintSolver

/// One neighbourhood of a schedule: a small problem of its own, in which a few activities are free and
/// the order of the rest is kept.
struct Neighborhood: ~Copyable {
  private var encoding: Encoding
  private let second: Moment
  private let orders: FrozenOrders
  private let free: [Bool]
  private let isCancelled: @Sendable () -> Bool

  /// Encodes the neighbourhood of a schedule; nil where it was cancelled.
  init?(
    of schedule: Schedule, in problem: SchedulingProblem, free: [Bool],
    _ random: inout RandomNumbers, earliestStart: Int,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    let orders = FrozenOrders(problem, schedule, free: free, &random)
    let frozen = orders.frozen
    let closure = LagClosure(frozen, isCancelled: isCancelled)
    guard !closure.wasCancelled, closure.clash.isEmpty else { return nil }
    var encoding = Encoding(
      frozen, earliestStart: earliestStart, closure: closure, detail: .sketch,
      isCancelled: isCancelled)
    guard !encoding.wasCancelled, !encoding.solver.isInfeasible else { return nil }
    encoding.encodeSecondLevel()
    guard encoding.solver.propagateRoot(), let second = encoding.second else { return nil }
    encoding.setTargets(frozen.objective == .staleness ? .backward : .forward)
    encoding.follow(orders.frozen(schedule))
    self.encoding = encoding
    self.second = second
    self.orders = orders
    self.free = free
    self.isCancelled = isCancelled
  }

  /// What the solver did.
  var statistics: SolveResult.Statistics {
    SolveResult.Statistics(encoding.solver)
  }

  /// What came of looking for a schedule.
  enum Answer {
    case found(Schedule)
    /// There is none.
    case none
    /// The effort ran out.
    case unknown
  }

  /// Looks for a schedule whose second level is at most a value; later questions ask for less.
  ///
  /// - Parameter effort: the dead ends after which to give up, counted from the first question.
  mutating func schedule(atMost value: Int, effort: Int) -> Answer {
    encoding.solver.rewind()
    encoding.solver.require(second <= value)
    let left = effort - encoding.solver.conflicts
    if left <= 0 { return .unknown }
    switch encoding.solver.search(SearchLimits(conflicts: left, isCancelled: isCancelled)) {
    case .solution: return .found(orders.thawed(encoding.schedule()))
    case .refuted: return .none
    case .limit: return .unknown
    }
  }

  /// Has what is free come first or later at random rather than as in the schedule.
  mutating func shuffle(_ random: inout RandomNumbers) {
    for order in encoding.orders where free[order.first] || free[order.second] {
      let bound = order.literal.bound
      encoding.solver.suggest(order.literal.term, random.chance(50) ? bound : bound - 1)
    }
  }
}
