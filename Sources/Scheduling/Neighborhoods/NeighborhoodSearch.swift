/// Large-neighbourhood search (Shaw 1998): frees a few activities of a schedule, keeps the order of the
/// rest, and has the solver look for something better in the small problem that this is.
///
/// Each neighbourhood is encoded again, so that it costs what it frees rather than what there is. Where
/// several in a row hold nothing, a few of them are left in disorder, and the search goes on from there
/// (iterated local search; Lourenço, Martin & Stützle 2003). What is drawn comes from generators of
/// its own: the search is the same every time.
struct NeighborhoodSearch {
  private let problem: SchedulingProblem
  private let earliestStart: Int
  private var choice: NeighborhoodChoice
  private var random = RandomNumbers(seed: 0x1F83_D9AB_FB41_BD6B)
  /// The best schedule so far, and its second level.
  private(set) var best: Schedule
  private(set) var value: Int
  /// The schedule whose neighbourhoods are looked at, and its second level.
  private var current: Schedule
  private var currentValue: Int
  /// How many neighbourhoods in a row have held nothing better than that.
  private var failures = 0
  /// What the solvers did.
  private(set) var statistics = SolveResult.Statistics()

  /// The dead ends that a neighbourhood may cost.
  private static let effort = 200

  /// How many neighbourhoods in a row may hold nothing before others are unlikely to.
  var patience: Int { max(4, choice.partCount * choice.partCount / 6) }

  /// Starts from a schedule that keeps the problem; nil where there is too little to free.
  init?(_ problem: SchedulingProblem, earliestStart: Int, from schedule: Schedule) {
    guard let choice = NeighborhoodChoice(problem) else { return nil }
    self.problem = problem
    self.earliestStart = earliestStart
    self.choice = choice
    best = schedule
    value = schedule.secondLevel(in: problem)?.value ?? 0
    current = schedule
    currentValue = value
  }

  /// Goes on from another schedule where it is better.
  mutating func learn(_ schedule: Schedule) {
    guard schedule.isBetter(than: best, in: problem) else { return }
    best = schedule
    value = schedule.secondLevel(in: problem)?.value ?? 0
    goBack()
  }

  /// Searches neighbourhoods until so many in a row hold nothing better, or the effort is spent.
  ///
  /// - Parameter effort: the dead ends that all of them may cost.
  /// - Returns: whether one held something better.
  mutating func run(
    patience: Int, effort: Int, lowerBound: Int, isCancelled: @escaping @Sendable () -> Bool
  ) -> Bool {
    let (before, end) = (value, statistics.conflicts + effort)
    var left = patience
    while left > 0, value > lowerBound, statistics.conflicts < end, !isCancelled() {
      let known = value
      improve(isCancelled)
      left = value < known ? patience : left - 1
      if failures > 2 * choice.partCount { disturb(isCancelled) }
    }
    return value < before
  }

  private mutating func goBack() {
    current = best
    currentValue = value
    failures = 0
  }

  /// Goes on from a schedule, once the independent checker has accepted it; whether it has.
  private mutating func adopt(_ schedule: Schedule) -> Bool {
    guard schedule.keeps(problem, earliestStart: earliestStart) else {
      assertionFailure("the checker accepts what a neighbourhood holds")
      return false
    }
    current = schedule
    currentValue = schedule.secondLevel(in: problem)?.value ?? 0
    if currentValue < value {
      best = current
      value = currentValue
    }
    return true
  }

  private mutating func neighborhood(
    freeing free: [Bool], _ isCancelled: @escaping @Sendable () -> Bool
  ) -> Neighborhood? {
    Neighborhood(
      of: current, in: problem, free: free, &random, earliestStart: earliestStart,
      isCancelled: isCancelled)
  }

  private mutating func count(_ done: SolveResult.Statistics) {
    // One more, so that what takes no dead end comes to an end, too.
    statistics.conflicts += done.conflicts + 1
    statistics.propagations += done.propagations
  }

  /// Looks for the best schedule in one neighbourhood.
  private mutating func improve(_ isCancelled: @escaping @Sendable () -> Bool) {
    failures += 1
    guard var nearby = neighborhood(freeing: choice.next(current), isCancelled) else { return }
    let before = currentValue
    var isExhausted = false
    search: while true {
      switch nearby.schedule(atMost: currentValue - 1, effort: Self.effort) {
      case .found(let schedule):
        if !adopt(schedule) { break search }
      case .none:
        isExhausted = true
        break search
      case .unknown: break search
      }
    }
    count(nearby.statistics)
    if currentValue < before { failures = 0 }
    choice.record(currentValue < before ? .found : isExhausted ? .exhausted : .ranOut)
  }

  /// Goes on from a schedule that is a little worse and differs in a few neighbourhoods.
  private mutating func disturb(_ isCancelled: @escaping @Sendable () -> Bool) {
    if currentValue > value + value / 50 { goBack() }
    failures = 0
    let limit = currentValue + max(1, currentValue / 50)
    for _ in 0..<3 {
      guard var nearby = neighborhood(freeing: choice.next(current), isCancelled) else { return }
      nearby.shuffle(&random)
      if case .found(let schedule) = nearby.schedule(atMost: limit, effort: Self.effort) {
        _ = adopt(schedule)
      }
      count(nearby.statistics)
    }
  }
}

extension SchedulingProblem {
  /// Whether there is so much that a proof is rather far.
  var isLarge: Bool { activities.count > 80 }
}
