package import Scheduling

/// Finds the optimum of a tiny problem by trying every start, mode and allocation.
///
/// It follows the rules' wording and shares nothing with the solver or the checker. Subtrees are
/// left out only where a rule between activities already placed is broken or the best known value
/// can no longer be reached.
package struct BruteForce {
  /// The best values of both levels, and a schedule that has them.
  package struct Optimum: Sendable, Equatable {
    /// The least makespan.
    package var makespan: TimeSpan
    /// The least value of the second level with that makespan; nil where there is none.
    package var second: TimeSpan?
    /// One of the optimal schedules.
    package var schedule: Schedule
  }

  /// What came of trying everything.
  package enum Answer: Sendable, Equatable {
    /// The optimum.
    case optimum(Optimum)
    /// There is no schedule.
    case infeasible
    /// There was too much to try.
    case unknown

    /// The optimum, where there is one.
    package var optimum: Optimum? {
      guard case .optimum(let optimum) = self else { return nil }
      return optimum
    }
  }

  let problem: SchedulingProblem
  /// The ways to do each activity: its modes with every allocation.
  let options: [[Option]]
  let groupOf: [Int?]
  /// The greatest distances from start to start that the lags imply.
  let distances: [[Int]]
  /// The least distance from each activity's start to the completion.
  let tails: [Int]
  /// Where a schedule exists, one exists that ends at most this long after the project start.
  let horizon: Int
  var placements: [Placement] = []
  var projectStart = 0

  private let lastEvent: Int
  private var best: Optimum?
  private var isSecondPass = false
  /// The placements that may still be tried.
  private var budget: Int

  /// A mode and an allocation.
  struct Option {
    var mode: Int
    var allocation: [[ResourceID]]
    var duration: Int
    var lead: Int
    var isAttended: Bool
    /// The units held of each resource.
    var held: [Int]
    /// The families with which resources are held.
    var families: [(resource: Int, family: Int)]
  }

  struct Placement {
    var start: Int
    var end: Int
    var option: Option
  }

  private init(_ problem: SchedulingProblem, budget: Int) {
    self.problem = problem
    self.budget = budget
    options = problem.activities.map { Self.options(of: $0, in: problem) }
    var groupOf = [Int?](repeating: nil, count: problem.activities.count)
    for (index, group) in problem.groups.enumerated() {
      for id in group.activities { groupOf[id.index] = index }
    }
    self.groupOf = groupOf
    distances = Self.distances(in: problem)
    tails = Self.tails(in: problem, distances, groupOf)
    lastEvent = Self.lastEvent(in: problem)
    horizon = lastEvent + Self.longestChain(in: problem)
  }

  /// The optimum of the problem, unless it takes more than `budget` placements to find it. The
  /// default takes a fraction of a second without optimisation.
  package static func answer(
    to problem: SchedulingProblem, budget: Int = 100_000
  ) -> Answer {
    // What is decided is placed first, for it leaves no choice.
    let order = problem.activities.indices.sorted {
      let (first, second) = (problem.activities[$0].decided, problem.activities[$1].decided)
      return (first == nil ? 1 : 0, $0) < (second == nil ? 1 : 0, $1)
    }
    var search = BruteForce(reordered(problem, order), budget: budget)
    guard !search.hasPositiveCycle else { return .infeasible }
    search.searchProjectStarts()
    if problem.objective != .makespan, search.best != nil {
      search.isSecondPass = true
      search.searchProjectStarts()
    }
    guard search.budget > 0 else { return .unknown }
    guard var best = search.best else { return .infeasible }
    let assignments = best.schedule.assignments
    for (place, index) in order.enumerated() {
      best.schedule.assignments[index] = assignments[place]
    }
    return .optimum(best)
  }

  // MARK: - The search

  private mutating func searchProjectStarts() {
    switch (problem.projectStart, problem.completion) {
    case (.fixed(let start), _): search(from: start.value)
    case (.free, .fixed(let end)):
      for start in stride(from: end.value, through: 0, by: -1) { search(from: start) }
    case (.free, .free):
      // Beyond the last instant that matters, every schedule can be moved to an earlier start.
      for start in 0...max(0, lastEvent) { search(from: start) }
    }
  }

  private mutating func search(from start: Int) {
    projectStart = start
    if case .fixed(let end) = problem.completion, end.value < start { return }
    place()
  }

  /// The earliest completion that what is placed allows.
  private var requiredCompletion: Int {
    var required = projectStart
    for (index, placement) in placements.enumerated() {
      let offset = groupOf[index].map { problem.groups[$0].offset.value } ?? 0
      required = max(required, placement.end - offset)
    }
    return required
  }

  /// The completion: its anchor, or, where it is free, as early as it can be. In the second pass
  /// the makespan is known.
  private var completion: Int {
    if case .fixed(let end) = problem.completion { return end.value }
    if isSecondPass, let best { return projectStart + best.makespan.value }
    return requiredCompletion
  }

  /// The latest completion of interest.
  private var latestCompletion: Int {
    if case .fixed(let end) = problem.completion { return end.value }
    guard let best else { return projectStart + horizon }
    return projectStart + best.makespan.value - (isSecondPass ? 0 : 1)
  }

  private mutating func place() {
    guard requiredCompletion <= completion, canImprove else { return }
    let index = placements.count
    guard index < problem.activities.count else { return record() }
    for option in options[index] {
      let range = startRange(of: index, option)
      let isLatestFirst = isSecondPass && problem.objective == .staleness
      for step in 0..<range.count {
        guard budget > 0 else { return }
        budget -= 1
        let start = isLatestFirst ? range.upperBound - 1 - step : range.lowerBound + step
        placements.append(
          Placement(start: start, end: start + option.duration, option: option))
        if keepsRules() { place() }
        placements.removeLast()
      }
    }
  }

  private var canImprove: Bool {
    guard let best else { return true }
    let makespan = completion - projectStart
    guard isSecondPass else { return makespan < best.makespan.value }
    guard makespan == best.makespan.value else { return false }
    guard let second = best.second else { return true }
    return lowestSecondLevel < second.value
  }

  /// No completion of what is placed has a lower value of the second level.
  private var lowestSecondLevel: Int {
    switch problem.objective {
    case .makespan: return 0
    case .startSum:
      let placed = placements.reduce(0) { $0 + $1.start - projectStart }
      let open = problem.activities.dropFirst(placements.count).reduce(0) {
        $0 + min(0, ($1.decided?.start.value ?? 0) - projectStart)
      }
      return placed + open
    case .staleness:
      let held = problem.groups.reduce(0) { sum, group in
        let ends = group.activities.filter { $0.index < placements.count }
          .map { placements[$0.index].end }
        guard ends.count == group.activities.count, let end = ends.max() else { return sum }
        return sum + group.weight * (completion + group.offset.value - end)
      }
      return held + standing
    }
  }

  /// What stands too long of what is placed with all that take it up.
  private var standing: Int {
    var sum = 0
    for term in problem.standing {
      let involved = [term.activity.index] + term.takers.map(\.activity.index)
      guard involved.allSatisfy({ $0 < placements.count }) else { continue }
      let made = placements[term.activity.index]
      guard let keeps = term.keeps[made.option.mode]?.value else { continue }
      var wait = Int.max
      for taker in term.takers {
        wait = min(wait, placements[taker.activity.index].start - taker.minimum.value - made.end)
      }
      if wait > keeps { sum += term.weight * (wait - keeps) }
    }
    return sum
  }

  private mutating func record() {
    for group in problem.groups {
      guard let maximum = group.maximumSlack?.value else { continue }
      let end = group.activities.map { placements[$0.index].end }.max() ?? 0
      if completion + group.offset.value - end > maximum { return }
    }
    let schedule = Schedule(
      projectStart: TimePoint(projectStart), completion: TimePoint(completion),
      assignments: placements.map {
        .init(
          start: TimePoint($0.start), mode: $0.option.mode, allocation: $0.option.allocation)
      })
    best = Optimum(
      makespan: TimeSpan(completion - projectStart),
      second: isSecondPass ? TimeSpan(lowestSecondLevel) : nil,
      schedule: schedule)
  }

  private func startRange(of index: Int, _ option: Option) -> Range<Int> {
    let activity = problem.activities[index]
    if let decided = activity.decided { return decided.start.value..<decided.start.value + 1 }
    var low = max(projectStart + option.lead, activity.release?.value ?? .min)
    var high = latestCompletion - tails[index]
    if let deadline = activity.deadline { high = min(high, deadline.value - option.duration) }
    for (other, placement) in placements.enumerated() {
      if distances[other][index] > Self.unlimited {
        low = max(low, placement.start + distances[other][index])
      }
      if distances[index][other] > Self.unlimited {
        high = min(high, placement.start - distances[index][other])
      }
    }
    return low..<max(low, high + 1)
  }
}
