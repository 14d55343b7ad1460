/// Builds schedules without a solver: good ones soon, at any size, and none of them proved.
///
/// First the makespan: in a frame as short as the bound allows, blocks overrun the project start, and
/// what they overrun it by is made small. Then the staleness, in the frame that was reached.
struct ScheduleBuilder {
  private let model: PlacementModel
  private var search: BlockSearch
  private let lowerBound: Int
  private let earliestStart: Int
  private let isClockless: Bool
  /// The best schedule so far; it keeps the problem.
  private(set) var best: Schedule?

  /// Prepares to build schedules of a problem whose makespan is at least `lowerBound`; nil where it is
  /// of a kind that this does not build.
  init?(_ problem: SchedulingProblem, earliestStart: Int, lowerBound: Int) {
    if case .free = problem.projectStart, case .free = problem.completion { return nil }
    if case .fixed = problem.projectStart, case .fixed = problem.completion { return nil }
    model = PlacementModel(problem)
    guard !model.blocks.isEmpty else { return nil }
    self.lowerBound = lowerBound
    self.earliestStart = earliestStart
    isClockless =
      problem.activities.allSatisfy {
        $0.release == nil && $0.deadline == nil && $0.decided == nil
      } && problem.resources.allSatisfy(\.unavailable.isEmpty)
    search = BlockSearch(model, seed: 0x2545_F491_4F6C_DD1D)
  }

  private var problem: SchedulingProblem { model.problem }

  /// Whether a search alone would be slow to find good schedules.
  ///
  /// Where the makespan alone counts and nothing has to follow soon, as in job shops, dispatching and
  /// the search find short ones sooner.
  var isWorthBuilding: Bool {
    let count = problem.activities.count
    if problem.objective == .makespan, !problem.timeLags.contains(where: { $0.maximum != nil }) {
      return count > 400
    }
    return count > 40 || problem.activities.reduce(0) { $0 + $1.modes.count } > 400
  }

  /// Whether no schedule is shorter than the best one.
  var isShortest: Bool { best.map { $0.makespan.value <= lowerBound } ?? false }

  /// Whether a schedule may be longer than the best where it is fresher.
  var allowsMore: Bool { problem.allowance.value > 0 && problem.objective == .staleness }

  /// The steps of one round: the larger the problem, the more there is to try, and the less a search
  /// for a proof has to offer.
  var stepsOfRound: Int {
    let count = problem.activities.count
    return min(20_000, max(1_000, count * count / 2))
  }

  /// The blocks by length, the longest first: what is placed last sticks out, and should be short.
  private var longestFirst: [Int] {
    model.blocks.indices.sorted { (-model.lengths[$0], $0) < (-model.lengths[$1], $1) }
  }

  /// Looks for a first schedule and for shorter ones, in so many rounds.
  mutating func shorten(rounds: Int, steps: Int, isCancelled: () -> Bool) {
    for _ in 0..<rounds {
      if isCancelled() || isShortest { return }
      let wanted = best.map { best in
        max(lowerBound, best.makespan.value - max(1, (best.makespan.value - lowerBound) / 2))
      }
      attempt(wanted ?? lowerBound, steps: steps, isCancelled)
    }
  }

  /// Looks for a schedule of a makespan.
  private mutating func attempt(_ makespan: Int, steps: Int, _ isCancelled: () -> Bool) {
    let (start, completion) = ends(of: makespan)
    let frame = Placement.Frame(projectStart: nil, completion: completion)
    if search.frame == frame, search.placement.isPlaced.allSatisfy({ $0 }) {
      search.aim(at: .overrun(from: start))
    } else if !search.placeAll(
      orderOfPlacing, in: frame, for: .overrun(from: start), isCancelled: isCancelled)
    {
      return
    }
    adopt(wanted: makespan)
    let share = max(1, steps / 4)
    for _ in 0..<4 where search.total > 0 && !isCancelled() {
      search.run(steps: share, isCancelled: isCancelled)
      adopt(wanted: makespan)
    }
  }

  /// Looks for fresher schedules of the best makespan, in so many rounds.
  ///
  /// - Returns: whether it found one.
  mutating func freshen(rounds: Int, steps: Int, isCancelled: () -> Bool) -> Bool {
    guard problem.objective == .staleness, let start = best else { return false }
    search.place(start, for: .staleness)
    for _ in 0..<rounds where search.total > 0 && !isCancelled() {
      search.run(steps: steps, isCancelled: isCancelled)
    }
    take(search.placement.schedule(from: start.projectStart.value, to: start.completion.value))
    return best != start
  }

  /// Looks for a schedule that is fresher for being longer than the best one, by the problem's
  /// allowance at most; nil where there is none.
  mutating func freshenLater(steps: Int, isCancelled: () -> Bool) -> Schedule? {
    guard allowsMore, var later = best else { return nil }
    let least = later.staleness(in: problem).value
    let endsFixed = if case .fixed = problem.completion { true } else { isClockless }
    if endsFixed {
      later.projectStart = max(TimePoint(earliestStart), later.projectStart - problem.allowance)
    } else {
      later.completion += problem.allowance
    }
    search.place(later, for: .staleness)
    while search.total > 0, !isCancelled() {
      let before = search.total
      search.run(steps: steps, isCancelled: isCancelled)
      if search.total == before { break }
    }
    var found = search.placement.schedule(
      from: later.projectStart.value, to: later.completion.value)
    found.tighten(endsFixed ? .start : .completion, in: problem)
    if endsFixed, case .fixed(let anchor) = problem.projectStart {
      found.move(by: anchor - found.projectStart)
    }
    guard found.staleness(in: problem).value < least,
      found.keeps(problem, earliestStart: earliestStart)
    else { return nil }
    return found
  }

  /// Takes over a schedule that was found elsewhere.
  mutating func learn(_ schedule: Schedule) { take(schedule) }

  /// The blocks by when they are in the best schedule, the latest first; by length without one.
  private var orderOfPlacing: [Int] {
    guard let best else { return longestFirst }
    func end(_ block: Int) -> Int {
      model.blocks[block].map { best.end(of: ActivityID($0), in: problem).value }.max() ?? 0
    }
    return model.blocks.indices.sorted { (-end($0), $0) < (-end($1), $1) }
  }

  /// A frame of a makespan.
  private func ends(of makespan: Int) -> (start: Int, completion: Int) {
    switch (problem.projectStart, problem.completion) {
    case (_, .fixed(let completion)): (completion.value - makespan, completion.value)
    // Without clocks it does not matter where the schedule lies; its end stays where it is.
    case (.fixed, .free) where isClockless: (-makespan, 0)
    case (.fixed(let start), .free): (start.value, start.value + makespan)
    case (.free, .free): (-makespan, 0)
    }
  }

  /// Takes the present placement for the best schedule where it is better.
  private mutating func adopt(wanted makespan: Int) {
    var (start, completion) = ends(of: makespan)
    let overrun = model.blocks.indices.reduce(0) {
      max($0, search.placement.overrun(of: $1, from: start))
    }
    if overrun > 0 {
      switch (problem.projectStart, problem.completion) {
      case (_, .fixed): start -= overrun
      case _ where isClockless: start -= overrun
      default: return
      }
    }
    var schedule = search.placement.schedule(from: start, to: completion)
    if case .fixed(let anchor) = problem.projectStart, isClockless {
      schedule.move(by: anchor - TimePoint(start))
      completion += anchor.value - start
    }
    guard schedule.projectStart.value >= earliestStart else { return }
    take(schedule)
  }

  /// Takes a schedule for the best where it is better, and keeps the problem.
  private mutating func take(_ schedule: Schedule) {
    if let best, !schedule.isBetter(than: best, in: problem) { return }
    guard schedule.keeps(problem, earliestStart: earliestStart) else { return }
    best = schedule
  }
}

extension Schedule {
  /// One end of a schedule.
  fileprivate enum End { case start, completion }

  /// Draws an end as near as the activities allow.
  fileprivate mutating func tighten(_ end: End, in problem: SchedulingProblem) {
    switch end {
    case .start:
      let starts = assignments.indices.map { index in
        let assignment = assignments[index]
        return assignment.start - problem.activities[index].modes[assignment.mode].lead
      }
      projectStart = starts.min() ?? projectStart
    case .completion:
      var offsets = [TimeSpan](repeating: 0, count: assignments.count)
      for group in problem.groups {
        for id in group.activities { offsets[id.index] = group.offset }
      }
      completion = assignments.indices.reduce(projectStart) { latest, index in
        max(latest, self.end(of: ActivityID(index), in: problem) - offsets[index])
      }
    }
  }

  /// Moves everything in time.
  fileprivate mutating func move(by distance: TimeSpan) {
    projectStart += distance
    completion += distance
    for index in assignments.indices { assignments[index].start += distance }
  }

  /// Whether the makespan is less, or as much and the second level less.
  func isBetter(than other: Schedule, in problem: SchedulingProblem) -> Bool {
    (makespan, secondLevel(in: problem) ?? 0)
      < (other.makespan, other.secondLevel(in: problem) ?? 0)
  }
}
