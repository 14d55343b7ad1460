/// When dinner would be served, and how stale food would be by then, if the plan that is followed were only
/// pushed later by as much as something that others wait for is late.
package struct PushedServing: Sendable, Hashable {
  /// From the run's start to serving time.
  package var makespan: Seconds
  /// As ``ServingFigures/staleness``.
  package var staleness: Seconds

  /// Creates what a plan that is pushed later comes to.
  package init(makespan: Seconds, staleness: Seconds) {
    self.makespan = makespan
    self.staleness = staleness
  }

  /// Whether another plan serves sooner, or as soon and no staler.
  package func isMet(by makespan: Seconds, _ staleness: Seconds) -> Bool {
    (makespan, staleness) <= (self.makespan, self.staleness)
  }
}
