/// A schedule for a menu: every step's start and end, counted from the plan's start.
package struct Plan: Sendable, Hashable {
  /// What is cooked, as it was when the plan was made.
  package var menu: Menu
  /// How far the proof came.
  package var status: Status
  /// What was optimised after the makespan.
  package var objective: PlanObjective
  /// Which time was asked for; nil for neither.
  package var anchor: Anchor?
  /// From the plan's start to serving time.
  package var makespan: Seconds
  /// No plan has a shorter makespan.
  package var lowerBound: Seconds
  /// No plan of this makespan has less ``staleness``; nil until the makespan is proved.
  package var stalenessLowerBound: Seconds?
  /// The sum of all steps' starts, for ``PlanObjective/early`` only.
  package var startSum: Seconds?
  /// No plan of this makespan has a smaller sum of starts.
  package var startSumLowerBound: Seconds?
  /// One thing at a time: the sum of all durations.
  package var sequential: Seconds
  /// What an event loop would take; nil where it would break a limit.
  package var inOrder: Seconds?
  /// The plan's start on the clock; nil where no time was asked for and none matters.
  package var startAt: Instant?
  /// Serving time on the clock; nil together with `startAt`.
  package var serveAt: Instant?
  /// Every step of the menu, by start, then in listed order.
  package var steps: [PlannedStep]
  /// When to switch what on, by start.
  package var preheats: [Preheat]
  /// What limits the plan, in kitchen words.
  package var why: [String]
  /// What the search took.
  package var solver: SolverReport

  /// Creates a plan.
  package init(
    menu: Menu, status: Status, objective: PlanObjective, anchor: Anchor?, makespan: Seconds,
    lowerBound: Seconds, stalenessLowerBound: Seconds?, startSum: Seconds? = nil,
    startSumLowerBound: Seconds? = nil, sequential: Seconds, inOrder: Seconds?,
    startAt: Instant? = nil, serveAt: Instant? = nil, steps: [PlannedStep],
    preheats: [Preheat] = [], why: [String] = [], solver: SolverReport = SolverReport()
  ) {
    self.menu = menu
    self.status = status
    self.objective = objective
    self.anchor = anchor
    self.makespan = makespan
    self.lowerBound = lowerBound
    self.stalenessLowerBound = stalenessLowerBound
    self.startSum = startSum
    self.startSumLowerBound = startSumLowerBound
    self.sequential = sequential
    self.inOrder = inOrder
    self.startAt = startAt
    self.serveAt = serveAt
    self.steps = steps
    self.preheats = preheats
    self.why = why
    self.solver = solver
  }

  /// How far the proof came.
  package enum Status: String, Sendable, Hashable, Codable {
    /// Both levels are proved.
    case optimal
    /// A limit was hit; the bounds say how far off the plan is at most.
    case feasible
  }

  /// The time that was asked for.
  package enum Anchor: String, Sendable, Hashable, Codable {
    /// `--start-at`.
    case start
    /// `--serve-at`.
    case serve
  }

  /// The sum of the blocking durations.
  package var handsOn: Seconds {
    steps.filter { $0.kind == .blocking }.reduce(.zero) { $0 + $1.duration }
  }
}

/// What is optimised after the makespan.
package enum PlanObjective: String, Sendable, Hashable, Codable, CaseIterable {
  /// The least staleness.
  case hot
  /// Everything as soon as it can.
  case early
}

/// What the search for a plan took.
package struct SolverReport: Sendable, Hashable {
  /// Wall-clock nanoseconds.
  package var nanoseconds: Int
  /// Dead ends met.
  package var conflicts: Int
  /// Bounds tightened.
  package var propagations: Int

  /// Creates a report.
  package init(nanoseconds: Int = 0, conflicts: Int = 0, propagations: Int = 0) {
    self.nanoseconds = nanoseconds
    self.conflicts = conflicts
    self.propagations = propagations
  }
}
