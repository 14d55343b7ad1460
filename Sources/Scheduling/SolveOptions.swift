/// Limits and wishes for one solve. Nothing in here changes which schedules are optimal.
public struct SolveOptions: Sendable {
  /// The dead ends after which to stop; nil for no limit.
  public var conflictLimit: Int?
  /// A schedule to start from. It is repaired or ignored where it does not fit.
  public var warmStart: Schedule?
  /// Asked often (every few hundred microseconds); returning true stops with the best so far.
  public var isCancelled: @Sendable () -> Bool
  /// Told of each improvement of a schedule or a bound.
  public var onProgress: (@Sendable (SolveProgress) -> Void)?

  /// Whether an infeasible problem's clash is narrowed down; where only the answer counts, that
  /// takes time for nothing.
  public var explainsClash: Bool

  /// Creates options; by default the search runs to the proof.
  public init(
    conflictLimit: Int? = nil, warmStart: Schedule? = nil, explainsClash: Bool = true,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    onProgress: (@Sendable (SolveProgress) -> Void)? = nil
  ) {
    self.conflictLimit = conflictLimit
    self.warmStart = warmStart
    self.explainsClash = explainsClash
    self.isCancelled = isCancelled
    self.onProgress = onProgress
  }
}

/// How far a solve has come.
public struct SolveProgress: Sendable, Hashable {
  /// 1 for the makespan, 2 for the second level.
  public var level: Int
  /// The level's best value so far; nil before the first schedule.
  public var best: TimeSpan?
  /// The level's proved lower bound.
  public var lower: TimeSpan

  /// Creates a report.
  public init(level: Int, best: TimeSpan?, lower: TimeSpan) {
    self.level = level
    self.best = best
    self.lower = lower
  }
}
