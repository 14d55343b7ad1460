/// What an activity makes, and how long that waits for the activity that takes it up.
///
/// Of the takers the first counts: what is made *stands* from the activity's end until the least of
/// the takers' starts, each less its minimum. Only what goes beyond the time that it keeps costs
/// anything; a taker may start sooner, and then nothing stands.
public struct StandingTerm: Sendable, Hashable {
  /// The activity that makes it.
  public var activity: ActivityID
  /// For each of the activity's modes, how long what it makes keeps, at least 0; nil without end.
  public var keeps: [TimeSpan?]
  /// Those that take it up, at least one, none of them the activity itself.
  public var takers: [Taker]
  /// What a unit of time beyond what it keeps costs in ``Objective/staleness``, at least 0.
  public var weight: Int

  /// Creates a term; `keeps` has one entry for each mode of the activity.
  public init(
    activity: ActivityID, keeps: [TimeSpan?], takenUpBy takers: [Taker], weight: Int = 1
  ) {
    precondition(!takers.isEmpty, "a term has a taker")
    self.activity = activity
    self.keeps = keeps
    self.takers = takers
    self.weight = weight
  }

  /// One that takes up what an activity makes.
  public struct Taker: Sendable, Hashable {
    /// The activity.
    public var activity: ActivityID
    /// How long before its start it would have to be taken up: the least distance that lies between
    /// the two anyway, at least 0.
    public var minimum: TimeSpan

    /// Creates a taker.
    public init(_ activity: ActivityID, minimum: TimeSpan = 0) {
      self.activity = activity
      self.minimum = minimum
    }
  }
}
