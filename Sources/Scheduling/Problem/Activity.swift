/// An activity's place in ``SchedulingProblem/activities``.
public struct ActivityID: Sendable, Hashable, Comparable {
  /// The index.
  public let index: Int

  /// Creates the identifier of the activity at `index`.
  public init(_ index: Int) { self.index = index }

  /// Orders by index.
  public static func < (a: ActivityID, b: ActivityID) -> Bool { a.index < b.index }
}

/// A stretch of work that is never interrupted.
public struct Activity: Sendable, Hashable {
  /// What messages call it.
  public var name: String
  /// The ways to do it, at least one; the solver picks one.
  public var modes: [Mode]
  /// The earliest start; nil for none but the project start.
  public var release: TimePoint?
  /// The latest end; nil for none.
  public var deadline: TimePoint?
  /// The start and mode are decided already (work in progress); nil where they are open.
  /// A decided activity may lie before the project start, and it needs no switch point.
  public var decided: Decision?

  /// Creates an activity with at least one mode.
  public init(
    name: String, modes: [Mode], release: TimePoint? = nil,
    deadline: TimePoint? = nil, decided: Decision? = nil
  ) {
    precondition(!modes.isEmpty, "an activity needs a mode")
    self.name = name
    self.modes = modes
    self.release = release
    self.deadline = deadline
    self.decided = decided
  }

  /// A start and mode that a schedule must keep.
  public struct Decision: Sendable, Hashable {
    /// The start.
    public var start: TimePoint
    /// The index into ``Activity/modes``.
    public var mode: Int
    /// Which candidates each requirement of the mode holds; nil where that is open.
    public var allocation: [[ResourceID]]?

    /// Creates a decision.
    public init(start: TimePoint, mode: Int, allocation: [[ResourceID]]? = nil) {
      self.start = start
      self.mode = mode
      self.allocation = allocation
    }
  }
}

/// One way to do an activity.
public struct Mode: Sendable, Hashable {
  /// The time from start to end, at least 0. An activity of length 0 occupies no resource.
  public var duration: TimeSpan
  /// What it holds from start to end.
  public var requirements: [Requirement]
  /// The least distance from the project start to its start (a machine that warms up first).
  public var lead: TimeSpan
  /// Whether, at its start, a unit of ``SchedulingProblem/attendants`` must be at hand: summed
  /// over them, the units held by activities that *strictly* contain the instant, plus the capacity
  /// of those strictly inside an unavailability window, leave at least one unit. Any number of
  /// activities may share the instant and the unit.
  public var needsSwitchPoint: Bool

  /// Creates a mode.
  public init(
    duration: TimeSpan, requirements: [Requirement] = [], lead: TimeSpan = 0,
    needsSwitchPoint: Bool = false
  ) {
    precondition(duration >= 0, "a duration is never negative")
    self.duration = duration
    self.requirements = requirements
    self.lead = lead
    self.needsSwitchPoint = needsSwitchPoint
  }
}

/// Units of resources that a mode holds from start to end.
///
/// `count` of the `candidates` are chosen, the same from start to end, and `amount` units are held
/// of each. The common case is one candidate and a count of 1.
public struct Requirement: Sendable, Hashable {
  /// The resources to choose from, without repetition.
  public var candidates: [ResourceID]
  /// How many of them are held, 1 to the number of candidates.
  public var count: Int
  /// The units held of each, at least 1.
  public var amount: Int
  /// The setup family (an index into the resource's ``Resource/setups``); nil goes with any.
  public var family: Int?

  /// Creates a requirement that chooses `count` of several resources.
  public init(choose count: Int, of candidates: [ResourceID], amount: Int = 1, family: Int? = nil) {
    precondition(count >= 1 && count <= candidates.count, "the count is 1 to the candidates")
    precondition(amount >= 1, "an amount is at least 1")
    self.candidates = candidates
    self.count = count
    self.amount = amount
    self.family = family
  }

  /// Creates a requirement of one given resource.
  public init(_ resource: ResourceID, amount: Int = 1, family: Int? = nil) {
    self.init(choose: 1, of: [resource], amount: amount, family: family)
  }
}
