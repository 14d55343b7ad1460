/// A limit on the distance from one activity's start or end to another's start.
public struct TimeLag: Sendable, Hashable {
  /// A moment of an activity.
  public enum Moment: Sendable, Hashable {
    /// The start.
    case start
    /// The end: the start plus the duration of the chosen mode.
    case end
  }

  /// The activity counted from.
  public var from: ActivityID
  /// Its moment counted from.
  public var moment: Moment
  /// The activity whose start is limited.
  public var to: ActivityID
  /// The least distance, possibly negative; nil for none.
  public var minimum: TimeSpan?
  /// The greatest distance, possibly negative; nil for none.
  public var maximum: TimeSpan?

  /// Creates a lag: `minimum ≤ start(to) − moment(from) ≤ maximum`.
  public init(
    from: ActivityID, _ moment: Moment = .end, to: ActivityID, minimum: TimeSpan? = 0,
    maximum: TimeSpan? = nil
  ) {
    self.from = from
    self.moment = moment
    self.to = to
    self.minimum = minimum
    self.maximum = maximum
  }
}
