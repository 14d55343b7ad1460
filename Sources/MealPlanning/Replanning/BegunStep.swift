package import KitchenModel

/// What has happened to a step that is no longer open, for re-planning in the middle of a meal.
package struct BegunStep: Sendable, Hashable {
  /// The index of the way it is done.
  package var option: Int
  /// Its true start, from the run's start.
  package var start: Seconds
  /// Its true end or, while it runs, when it is expected to end.
  package var end: Seconds
  /// The cooks who do it, by index.
  package var cooks: [Int]
  /// What it holds.
  package var uses: [PlannedUse]

  /// Creates the progress of a step that has started.
  package init(
    option: Int, start: Seconds, end: Seconds, cooks: [Int] = [], uses: [PlannedUse] = []
  ) {
    self.option = option
    self.start = start
    self.end = end
    self.cooks = cooks
    self.uses = uses
  }
}
