/// What came of solving a ``SchedulingProblem``.
public struct SolveResult: Sendable, Hashable {
  /// How far the search came.
  public var status: Status
  /// The best schedule found; nil when infeasible or when none was found before the limit.
  public var schedule: Schedule?
  /// The makespan: the best found and what no schedule can beat.
  public var makespan: Bounds
  /// The second level (completion slack or start sum): its lower bound is known only once the first
  /// level is proved; nil where the objective has no second level.
  public var second: Bounds?
  /// Why there is no schedule, when `status` is infeasible: a small set of facts that clash.
  public var clash: [ProblemFact]
  /// What the search did.
  public var statistics: Statistics

  /// Creates a result.
  public init(
    status: Status, schedule: Schedule?, makespan: Bounds, second: Bounds? = nil,
    clash: [ProblemFact] = [], statistics: Statistics = Statistics()
  ) {
    self.status = status
    self.schedule = schedule
    self.makespan = makespan
    self.second = second
    self.clash = clash
    self.statistics = statistics
  }

  /// How far the search came.
  public enum Status: Sendable, Hashable {
    /// Every level is proved.
    case optimal
    /// A limit was hit; the bounds say how far off the schedule is at most.
    case feasible
    /// No schedule exists; ``SolveResult/clash`` says why.
    case infeasible
    /// A limit was hit before any schedule was found.
    case unknown
  }

  /// The value of the schedule and a proved bound on every schedule's.
  public struct Bounds: Sendable, Hashable {
    /// The value of the best schedule; nil without one.
    public var best: Int?
    /// No schedule has less; nil where nothing is proved.
    public var lower: Int?

    /// Creates bounds.
    public init(best: Int?, lower: Int?) {
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

/// One fact of a ``SchedulingProblem``, as named in an explanation.
public enum ProblemFact: Sendable, Hashable {
  /// That the activity is to be done at all, with its modes' durations.
  case activity(ActivityID)
  /// The activity's release.
  case release(ActivityID)
  /// The activity's deadline.
  case deadline(ActivityID)
  /// That the activity's start and mode are decided.
  case decided(ActivityID)
  /// The minimum of ``SchedulingProblem/timeLags`` at this index.
  case minimumLag(Int)
  /// The maximum of ``SchedulingProblem/timeLags`` at this index.
  case maximumLag(Int)
  /// The capacity of the resource.
  case capacity(ResourceID)
  /// The setups between families on the resource.
  case setups(ResourceID)
  /// One of the resource's unavailability windows.
  case unavailable(ResourceID, Int)
  /// The maximum slack of ``SchedulingProblem/groups`` at this index.
  case maximumSlack(Int)
  /// That activities start only when somebody is at hand.
  case switchPoints
  /// The lead of the activity's modes.
  case lead(ActivityID)
  /// The fixed project start.
  case projectStart
  /// The fixed completion.
  case completion
}
