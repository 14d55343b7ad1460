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
