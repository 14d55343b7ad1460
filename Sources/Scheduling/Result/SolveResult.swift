/// What came of solving a ``SchedulingProblem``.
public struct SolveResult: Sendable, Hashable {
  /// What is known, with its proof or its bounds.
  public var outcome: Outcome
  /// What the search did.
  public var statistics: Statistics

  /// Creates a result.
  public init(_ outcome: Outcome, _ statistics: Statistics = Statistics()) {
    self.outcome = outcome
    self.statistics = statistics
  }

  /// How far the search came.
  public enum Outcome: Sendable, Hashable {
    /// No schedule is better: the levels are the proof.
    case optimal(Schedule, Levels)
    /// A limit was hit; the levels say how far off the schedule is at most.
    case feasible(Schedule, Levels)
    /// No schedule exists, since these facts clash: a small set of them, or none where nobody asked.
    case infeasible([ProblemFact])
    /// A limit was hit before any schedule was found; the levels say what none can beat.
    case unknown(Levels)
  }

  /// The levels of the objective.
  public struct Levels: Sendable, Hashable {
    /// The makespan: the best found and what no schedule can beat.
    public var makespan: Bounds
    /// The second level (staleness or start sum): its lower bound is known only once the first level is
    /// proved; nil where the objective has no second level.
    public var second: Bounds?

    /// Creates levels.
    public init(makespan: Bounds, second: Bounds? = nil) {
      self.makespan = makespan
      self.second = second
    }
  }

  /// The value of the schedule and a proved bound on every schedule's: the makespan, or a weighted sum
  /// of lengths.
  public struct Bounds: Sendable, Hashable {
    /// The value of the best schedule; nil without one.
    public var best: TimeSpan?
    /// No schedule has less; nil where nothing is proved.
    public var lower: TimeSpan?

    /// Creates bounds.
    public init(best: TimeSpan?, lower: TimeSpan?) {
      self.best = best
      self.lower = lower
    }
  }

  /// What the search did; the same on every run that no limit of time cut short.
  public struct Statistics: Sendable, Hashable {
    /// Dead ends met and learnt from.
    public var conflicts: Int = 0
    /// Bounds tightened by propagation.
    public var propagations: Int = 0

    /// Creates statistics of nothing done.
    public init() {}
  }
}

extension SolveResult {
  /// The best schedule found; nil where there is none, or none was found before the limit.
  public var schedule: Schedule? {
    switch outcome {
    case .optimal(let schedule, _), .feasible(let schedule, _): schedule
    case .infeasible, .unknown: nil
    }
  }

  /// Whether every level is proved.
  public var isOptimal: Bool {
    if case .optimal = outcome { true } else { false }
  }

  /// Why there is no schedule; nil where there is one, or nobody knows.
  public var clash: [ProblemFact]? {
    if case .infeasible(let clash) = outcome { clash } else { nil }
  }

  /// What is known of the objective; of a problem without a schedule nothing.
  public var levels: Levels {
    switch outcome {
    case .optimal(_, let levels), .feasible(_, let levels), .unknown(let levels): levels
    case .infeasible: Levels(makespan: Bounds(best: nil, lower: nil))
    }
  }
}
