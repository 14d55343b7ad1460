/// Activities that complete together; the group's end is the latest of their ends.
///
/// Its *slack* is the completion plus `offset` minus the group's end: never negative.
public struct CompletionGroup: Sendable, Hashable {
  /// What messages call it.
  public var name: String
  /// Its activities, at least one; no activity is in two groups.
  public var activities: [ActivityID]
  /// How long after the completion it is due.
  public var offset: TimeSpan
  /// What a unit of its slack costs in ``Objective/staleness``, at least 0.
  public var weight: Int
  /// The greatest slack allowed; nil for any.
  public var maximumSlack: TimeSpan?

  /// Creates a group of at least one activity.
  public init(
    name: String, activities: [ActivityID], offset: TimeSpan = 0, weight: Int = 1,
    maximumSlack: TimeSpan? = nil
  ) {
    precondition(!activities.isEmpty, "a group has an activity")
    self.name = name
    self.activities = activities
    self.offset = offset
    self.weight = weight
    self.maximumSlack = maximumSlack
  }
}
