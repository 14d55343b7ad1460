/// The event loop behind ``SchedulingProblem/dispatched()``.
///
/// Invariant: what has started is booked on its resources from start to end and never changes; so
/// whether an activity fits now depends on the bookings alone.
struct Dispatcher {
  private let problem: SchedulingProblem
  private let projectStart: Int
  private var ledger: BookingLedger
  private var assignments: [Schedule.Assignment?]
  /// The lags to each activity that have a minimum.
  private let lagsTo: [[TimeLag]]

  init(_ problem: SchedulingProblem, projectStart: Int) {
    self.problem = problem
    self.projectStart = projectStart
    ledger = BookingLedger(problem.resources)
    assignments = Array(repeating: nil, count: problem.activities.count)
    var lagsTo = Array(repeating: [TimeLag](), count: problem.activities.count)
    for lag in problem.timeLags where lag.minimum != nil { lagsTo[lag.to.index].append(lag) }
    self.lagsTo = lagsTo
    placeDecided()
  }

  /// Starts everything; nil where the rest can never start.
  mutating func run() -> [Schedule.Assignment]? {
    var now = projectStart
    while assignments.contains(nil) {
      while startFirst(at: now) {}
      guard assignments.contains(nil) else { break }
      guard let next = nextMoment(after: now) else { return nil }
      now = next
    }
    return assignments.compactMap { $0 }
  }

  private mutating func placeDecided() {
    var open: [(index: Int, decision: Activity.Decision)] = []
    for (index, activity) in problem.activities.enumerated() {
      guard let decision = activity.decided else { continue }
      guard let allocation = decision.allocation else {
        open.append((index, decision))
        continue
      }
      start(index, mode: decision.mode, allocation, at: decision.start.value)
    }
    // What is not said to hold anything in particular takes what the others leave.
    for (index, decision) in open {
      let mode = problem.activities[index].modes[decision.mode]
      let allocation =
        ledger.allocation(for: mode, at: decision.start.value)
        ?? mode.requirements.map { Array($0.candidates.prefix($0.count)) }
      start(index, mode: decision.mode, allocation, at: decision.start.value)
    }
  }

  /// Starts the first activity of the list that can start now; false where none can.
  private mutating func startFirst(at now: Int) -> Bool {
    for (index, activity) in problem.activities.enumerated() where assignments[index] == nil {
      guard (readyMoment(of: index) ?? .max) <= now else { continue }
      for (number, mode) in activity.modes.enumerated() where projectStart + mode.lead.value <= now
      {
        if mode.needsSwitchPoint && !isSomebodyFree(at: now) { continue }
        guard let allocation = ledger.allocation(for: mode, at: now) else { continue }
        start(index, mode: number, allocation, at: now)
        return true
      }
    }
    return false
  }

  private mutating func start(
    _ index: Int, mode number: Int, _ allocation: [[ResourceID]], at instant: Int
  ) {
    let mode = problem.activities[index].modes[number]
    assignments[index] = .init(start: TimePoint(instant), mode: number, allocation: allocation)
    ledger.book(mode, allocation, at: instant)
  }

  /// When release and minimum lags let the activity start; nil while that is not known.
  private func readyMoment(of index: Int) -> Int? {
    var moment = max(projectStart, problem.activities[index].release?.value ?? .min)
    for lag in lagsTo[index] {
      guard let from = assignments[lag.from.index], let minimum = lag.minimum?.value else {
        return nil
      }
      let duration = problem.activities[lag.from.index].modes[from.mode].duration.value
      moment = max(moment, from.start.value + (lag.moment == .end ? duration : 0) + minimum)
    }
    return moment
  }

  /// Whether a unit of the attendants is taken neither by what is going on, nor by what has just
  /// started, nor by an absence.
  private func isSomebodyFree(at now: Int) -> Bool {
    var counted: Set<ResourceID> = []
    for attendant in problem.attendants where counted.insert(attendant).inserted {
      let resource = problem.resources[attendant.index]
      let isAway = resource.unavailable.contains { $0.start.value < now && now < $0.end.value }
      if !isAway && ledger.amount(of: attendant, at: now) < resource.capacity { return true }
    }
    return false
  }

  /// The next moment at which something that could not start may be able to.
  private func nextMoment(after now: Int) -> Int? {
    var next = ledger.nextChange(after: now) ?? .max
    for (index, activity) in problem.activities.enumerated() where assignments[index] == nil {
      if let ready = readyMoment(of: index), ready > now { next = min(next, ready) }
      for mode in activity.modes where projectStart + mode.lead.value > now {
        next = min(next, projectStart + mode.lead.value)
      }
    }
    return next == .max ? nil : next
  }
}
