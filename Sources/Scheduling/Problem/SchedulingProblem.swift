/// A resource-constrained project scheduling problem with generalised time lags, modes,
/// setup families, unavailability windows and switch points (RCPSP/max and more).
///
/// Times are whole numbers of a unit of the caller's choosing: instants are a ``TimePoint``, lengths a
/// ``TimeSpan``. A schedule gives every activity a start and a mode. *Project start* and *completion* frame it; their distance is the makespan:
///
/// - every activity starts at or after the project start (plus its mode's `lead`);
/// - every activity outside the groups ends by the completion;
/// - every activity of a group ends by the completion plus the group's `offset`;
/// - the completion is never before the project start.
public struct SchedulingProblem: Sendable, Hashable {
  /// The activities; an ``ActivityID`` is an index into them. Their order is the listed order that
  /// dispatching rules and tie-breaking follow.
  public var activities: [Activity]
  /// The renewable resources; a ``ResourceID`` is an index into them.
  public var resources: [Resource]
  /// Limits on the distance between two activities.
  public var timeLags: [TimeLag]
  /// Sets of activities that complete together (a dish's steps).
  public var groups: [CompletionGroup]
  /// What stands between activities, and for how long without harm.
  public var standing: [StandingTerm]
  /// The resources one unit of which must be at hand where an activity needs a switch point.
  public var attendants: [ResourceID]
  /// Where the project starts. `.free` is at least 0.
  public var projectStart: Anchor
  /// Where the project completes.
  public var completion: Anchor
  /// What to optimise.
  public var objective: Objective
  /// How much more than the least the makespan may be where the second level is less for it, at least
  /// 0. Where it is more than 0, the makespan counts once more after the second level.
  public var allowance: TimeSpan

  /// Creates a problem; by default it starts at 0 and completes as soon as it can.
  public init(
    activities: [Activity] = [], resources: [Resource] = [], timeLags: [TimeLag] = [],
    groups: [CompletionGroup] = [], standing: [StandingTerm] = [],
    attendants: [ResourceID] = [],
    projectStart: Anchor = .fixed(0), completion: Anchor = .free,
    objective: Objective = .makespan, allowance: TimeSpan = 0
  ) {
    precondition(allowance >= 0, "an allowance is never negative")
    self.activities = activities
    self.resources = resources
    self.timeLags = timeLags
    self.groups = groups
    self.standing = standing
    self.attendants = attendants
    self.projectStart = projectStart
    self.completion = completion
    self.objective = objective
    self.allowance = allowance
  }
}

/// Whether one end of the project is pinned to an instant.
public enum Anchor: Sendable, Hashable {
  /// The solver chooses it.
  case free
  /// It is this instant.
  case fixed(TimePoint)
}

/// What a schedule optimises, in lexicographic order.
public enum Objective: Sendable, Hashable {
  /// The makespan: completion minus project start.
  case makespan
  /// The makespan, then the weighted sum of the groups' completion slacks and of what stands beyond
  /// the time that it keeps.
  case staleness
  /// The makespan, then the sum of all starts, counted from the project start.
  case startSum
}
