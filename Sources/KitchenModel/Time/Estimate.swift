/// How long a step takes: a likely value between the least and the most it has been seen to take.
package struct Estimate: Sendable, Hashable {
  /// The least; at most `likely`.
  package var minimum: Seconds
  /// What plans use.
  package var likely: Seconds
  /// The most; at least `likely`.
  package var maximum: Seconds

  /// Creates an estimate of one exact value.
  package init(_ exactly: Seconds) {
    minimum = exactly
    likely = exactly
    maximum = exactly
  }

  /// Creates an estimate of a plain range; the likely value is its middle, rounded to the nearest
  /// second.
  package init(from minimum: Seconds, to maximum: Seconds) {
    self.init(
      minimum: minimum, likely: Seconds((minimum.count + maximum.count + 1) / 2), maximum: maximum)
  }

  /// Creates an estimate; the three values must be in order.
  package init(minimum: Seconds, likely: Seconds, maximum: Seconds) {
    precondition(minimum <= likely && likely <= maximum, "an estimate's values are in order")
    self.minimum = minimum
    self.likely = likely
    self.maximum = maximum
  }

  /// Whether the three values are one.
  package var isExact: Bool { minimum == maximum }
}
