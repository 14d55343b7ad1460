import ConstraintSolver

/// A scaled problem as variables, literals and constraints of a solver.
///
/// Starts are integer variables; an end is its start plus the duration, or a variable of its own where
/// the modes differ. A choice of mode or candidate is a literal, and each requirement becomes a task
/// that is present where its mode and candidate are chosen.
struct Encoding: ~Copyable {
  let problem: SchedulingProblem
  /// Facts of the problem that do not count, when a clash is being narrowed down.
  let omitted: Set<ProblemFact>
  let closure: LagClosure
  var solver = Solver()

  /// The project's frame and the makespan.
  var projectStart = Moment(.zero)
  var completion = Moment(.zero)
  var makespan = Moment(.zero)
  /// The second level's value; nil until level 1 is proved.
  var second: Moment?

  /// Each activity's start; nil where the activity is omitted.
  var starts: [Term] = []
  /// Each activity's end.
  var ends: [Moment] = []
  /// For each activity and mode, whether it is chosen.
  var modes: [[Literal]] = []
  /// For each activity, mode, requirement and candidate, whether the candidate is held.
  var holds: [[[[Literal]]]] = []
  /// The latest end of each group.
  var groupEnds: [Moment] = []
  /// The activities of each group that may end last.
  var groupLasts: [[Int]] = []
  /// What stands, once the second level is encoded.
  var standings: [Standing] = []
  /// Whether busy times bound the second level.
  var countsBusyTimes = false
  /// What groups cost, once the second level is encoded.
  var groupCosts: [(group: Int, cost: Term)] = []
  /// The tasks on each resource.
  var tasks: [[ResourceTask]] = []
  /// The choices of which of two activities comes first.
  var orders: [(first: Int, second: Int, literal: Literal)] = []
  /// No time lies outside of these.
  var earliest = 0
  var latest = 0
  /// Whether it was cancelled before it was complete; it is then not to be searched.
  private(set) var wasCancelled = false
  let detail: Detail
  private let isCancelled: @Sendable () -> Bool

  /// How much is reasoned about.
  enum Detail {
    /// All that proofs profit from.
    case full
    /// Only what pays in small searches: no sets of tasks that must come first or last.
    case sketch
  }

  /// A task on a resource and what it is for.
  struct ResourceTask {
    var task: Task
    var activity: Int
    var family: Int?
  }

  /// Encodes a problem; facts `omitted` are left out.
  init(
    _ problem: SchedulingProblem, earliestStart: Int, omitting omitted: Set<ProblemFact> = [],
    closure: LagClosure, detail: Detail = .full,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.detail = detail
    self.problem = problem
    self.omitted = omitted
    self.closure = closure
    self.isCancelled = isCancelled
    encodeFrame(earliestStart)
    encodeActivities()
    if wasCancelled { return }
    encodeLags()
    encodeGroups()
    breakSymmetry()
    encodeHolds()
    if checkCancellation() { return }
    encodeWindows()
    _ = solver.propagateRoot()
    encodeResources()
    if checkCancellation() { return }
    encodeEnergy()
    encodeSwitchPoints()
    _ = solver.propagateRoot()
    suggestPhases()
  }

  /// Whether to leave off; the pairs of a large resource take long enough for somebody to wait.
  mutating func checkCancellation() -> Bool {
    if !wasCancelled { wasCancelled = isCancelled() }
    return wasCancelled
  }

  /// Whether a fact counts.
  func counts(_ fact: ProblemFact) -> Bool { omitted.isEmpty || !omitted.contains(fact) }

  /// Whether an activity is to be done.
  func isDone(_ activity: Int) -> Bool { counts(.activity(ActivityID(activity))) }

  /// The decision that an activity must keep, if any.
  func decision(of activity: Int) -> Activity.Decision? {
    counts(.decided(ActivityID(activity))) ? problem.activities[activity].decided : nil
  }

  private mutating func encodeFrame(_ earliestStart: Int) {
    earliest = earliestStart
    latest = problem.horizon
    for activity in problem.activities {
      if let decided = activity.decided { earliest = min(earliest, decided.start.value) }
    }
    var fixedStart: Int?
    var fixedEnd: Int?
    if case .fixed(let time) = problem.projectStart, counts(.projectStart) {
      fixedStart = time.value
    }
    if case .fixed(let time) = problem.completion, counts(.completion) {
      fixedEnd = time.value
    }
    earliest = min(earliest, fixedStart ?? earliest, fixedEnd ?? earliest)
    if let fixedStart { latest += max(fixedStart, 0) }
    let first = fixedStart ?? earliestStart
    projectStart =
      fixedStart.map { Moment(.zero, plus: $0) }
      ?? Moment(solver.newVariable(first, max(first, problem.lastInstant)))
    completion =
      fixedEnd.map { Moment(.zero, plus: $0) }
      ?? Moment(solver.newVariable(first, max(first, latest)))
    solver.addDifference(projectStart, 0, completion)
    switch (fixedStart, fixedEnd) {
    case (let start?, nil): makespan = completion + -start
    case (nil, let end?): makespan = projectStart.negated + end
    case (let start?, let end?): makespan = Moment(.zero, plus: end - start)
    case (nil, nil):
      let span = solver.newVariable(0, max(latest - first, 0))
      makespan = Moment(span)
      solver.add(
        LinearSum(
          [
            .init(completion.term, weight: 1), .init(projectStart.term.negated, weight: 1),
            .init(span.negated, weight: 1),
          ], atMost: 0))
    }
  }

  private mutating func encodeActivities() {
    for (index, activity) in problem.activities.enumerated() {
      if activity.modes.count > 40, checkCancellation() { return }
      let decided = decision(of: index)
      let start =
        decided.map { solver.newVariable($0.start.value, $0.start.value) }
        ?? solver.newVariable(earliest, latest)
      starts.append(start)
      let literals = encodeModes(index, decided)
      modes.append(literals)
      ends.append(encodeEnd(index, start, literals))
      guard isDone(index) else { continue }
      if let release = activity.release?.value, counts(.release(ActivityID(index))) {
        solver.require(start >= release)
      }
      if let deadline = activity.deadline?.value, counts(.deadline(ActivityID(index))) {
        solver.require(ends[index] <= deadline)
      }
      if decided == nil { encodeLeads(index) }
    }
    for activity in problem.activities.indices where isDone(activity) {
      if !problem.groups.contains(where: { $0.activities.contains(ActivityID(activity)) }) {
        solver.addDifference(ends[activity], 0, completion)
      }
    }
  }

  private mutating func encodeModes(_ index: Int, _ decided: Activity.Decision?) -> [Literal] {
    let count = problem.activities[index].modes.count
    if count == 1 { return [.always] }
    if let decided {
      return (0..<count).map { $0 == decided.mode ? .always : Literal.always.negated }
    }
    if count == 2 {
      let choice = solver.newChoice()
      return [choice.negated, choice]
    }
    let literals = (0..<count).map { _ in solver.newChoice() }
    solver.addClause(literals)
    exclude(literals)
    return literals
  }

  /// At most one of these literals holds.
  mutating func exclude(_ literals: [Literal]) {
    // Clauses propagate sooner, but there are as many as there are pairs.
    if literals.count > 40 {
      solver.add(
        LinearSum(literals.map { LinearSum.Summand($0.term, weight: 1) }, atMost: 1))
      return
    }
    for (place, literal) in literals.enumerated() {
      for other in literals[..<place] { solver.addClause([literal.negated, other.negated]) }
    }
  }

  private mutating func encodeEnd(_ index: Int, _ start: Term, _ literals: [Literal]) -> Moment {
    let activity = problem.activities[index]
    let possible = literals.indices.filter { !solver.fails(literals[$0]) }
    let durations = possible.map { activity.modes[$0].duration.value }
    let (least, most) = (durations.min() ?? 0, durations.max() ?? 0)
    if least == most { return Moment(start, plus: least) }
    let end = Moment(solver.newVariable(earliest + least, latest + most))
    solver.addDifference(Moment(start), least, end)
    solver.addDifference(end, -most, Moment(start))
    for mode in possible {
      let duration = activity.modes[mode].duration.value
      solver.addDifference(Moment(start), duration, end, if: literals[mode])
      solver.addDifference(end, -duration, Moment(start), if: literals[mode])
    }
    return end
  }

  private mutating func encodeLeads(_ index: Int) {
    let counted = counts(.lead(ActivityID(index)))
    let leads = problem.activities[index].modes.map { counted ? $0.lead.value : 0 }
    let least = leads.min() ?? 0
    let start = Moment(starts[index])
    solver.addDifference(projectStart, max(least, 0), start)
    for (mode, lead) in leads.enumerated() where lead > least {
      solver.addDifference(projectStart, lead, start, if: modes[index][mode])
    }
  }

  private mutating func encodeLags() {
    for (index, lag) in problem.timeLags.enumerated() {
      if !isDone(lag.from.index) || !isDone(lag.to.index) { continue }
      let from = lag.moment == .start ? Moment(starts[lag.from.index]) : ends[lag.from.index]
      let target = Moment(starts[lag.to.index])
      if let minimum = lag.minimum?.value, counts(.minimumLag(index)) {
        encodeLag(from, minimum, target)
      }
      if let maximum = lag.maximum?.value, counts(.maximumLag(index)) {
        encodeLag(target, -maximum, from)
      }
    }
  }

  /// Adds `target ≥ source + distance`; from an activity to itself it may be a plain truth or lie.
  private mutating func encodeLag(_ source: Moment, _ distance: Int, _ target: Moment) {
    if source.term != target.term {
      solver.addDifference(source, distance, target)
    } else if source.offset + distance > target.offset {
      solver.addClause([])
    }
  }

  private mutating func encodeWindows() {
    for (resource, tasks) in tasks.enumerated() {
      for (index, window) in problem.resources[resource].unavailable.enumerated()
      where counts(.unavailable(ResourceID(resource), index)) {
        for entry in tasks {
          let task = entry.task
          solver.addClause([
            task.presence.negated, task.end <= window.start.value, task.start >= window.end.value,
          ])
        }
      }
    }
  }
}
