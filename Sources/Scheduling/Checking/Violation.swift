/// One way in which a ``Schedule`` breaks its ``SchedulingProblem``.
public enum Violation: Sendable, Hashable {
  /// The schedule has not one assignment for each activity.
  case assignmentCount(Int)
  /// The chosen mode is none of the activity's.
  case mode(ActivityID)
  /// What is held for the mode's requirement at this index is not `count` of the candidates, in
  /// their order, each once; or the number of requirements differs.
  case allocation(ActivityID, requirement: Int)
  /// The start, mode or allocation is not the one decided.
  case decision(ActivityID)
  /// The project starts elsewhere than at its anchor, or before 0.
  case projectStart(TimePoint)
  /// The project completes elsewhere than at its anchor, or before it starts.
  case completion(TimePoint)
  /// The activity starts before its release.
  case release(ActivityID)
  /// The activity ends after its deadline.
  case deadline(ActivityID)
  /// The activity starts sooner than its mode's lead after the project start.
  case lead(ActivityID)
  /// The activity, in no group, ends after the completion.
  case lateEnd(ActivityID)
  /// The group at this index ends later than its offset after the completion.
  case groupEnd(Int)
  /// The group at this index has more than its maximum slack.
  case maximumSlack(Int)
  /// The distance is less than the minimum of the lag at this index.
  case minimumLag(Int)
  /// The distance is more than the maximum of the lag at this index.
  case maximumLag(Int)
  /// More than the capacity is held at the instant.
  case capacity(ResourceID, at: TimePoint)
  /// The second activity starts sooner after the first than their families' setup allows.
  case setup(ResourceID, ActivityID, ActivityID)
  /// The activity holds the resource within the window at this index.
  case unavailable(ResourceID, window: Int, ActivityID)
  /// Nobody is at hand where the activity starts.
  case switchPoint(ActivityID)
}
