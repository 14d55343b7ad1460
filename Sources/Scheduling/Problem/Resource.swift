/// A resource's place in ``SchedulingProblem/resources``.
public struct ResourceID: Sendable, Hashable, Comparable {
  /// The index.
  public let index: Int

  /// Creates the identifier of the resource at `index`.
  public init(_ index: Int) { self.index = index }

  /// Orders by index.
  public static func < (a: ResourceID, b: ResourceID) -> Bool { a.index < b.index }
}

/// A renewable resource: at every instant the amounts held add up to at most its capacity.
public struct Resource: Sendable, Hashable {
  /// What messages call it.
  public var name: String
  /// The units there are, at least 0.
  public var capacity: Int
  /// For each pair of setup families, what lies between their activities on this resource:
  /// `setups[f][g]` is the least distance from the end of one of family `f` to the start of a later
  /// one of family `g`; nil where the two may overlap (capacity permitting). Square; a pair is nil
  /// in both directions or in neither. Empty where nothing has a family.
  public var setups: [[TimeSpan?]]
  /// When nothing may hold it.
  public var unavailable: [Window]

  /// Creates a resource.
  public init(
    name: String, capacity: Int, setups: [[TimeSpan?]] = [], unavailable: [Window] = []
  ) {
    precondition(capacity >= 0, "a capacity is never negative")
    self.name = name
    self.capacity = capacity
    self.setups = setups
    self.unavailable = unavailable
  }

  /// A half-open stretch of time, `start` up to but not including `end`.
  public struct Window: Sendable, Hashable {
    /// Its first instant.
    public var start: TimePoint
    /// The first instant after it; more than `start`.
    public var end: TimePoint

    /// Creates a window.
    public init(start: TimePoint, end: TimePoint) {
      precondition(start < end, "a window ends after it starts")
      self.start = start
      self.end = end
    }
  }
}
