extension Schedule {
  /// This schedule with other starts, so that the completion is later by less, and less stands, where
  /// activities take longer or shorter than their modes say.
  ///
  /// The makespan stays or shrinks, modes, resources and every limit that this schedule keeps stay. Over
  /// all draws no more than a seventh more stands. Activities in progress `now` are open as to their ends.
  /// Whole numbers alone decide: the same question has the same answer on every machine, unless it is
  /// cancelled.
  ///
  /// - Parameters:
  ///   - stalest: the most staleness if all goes as the modes say, where this schedule has less; nil for any.
  ///   - isCancelled: asked again and again; returning true ends with the best so far.
  public func hedged(
    in problem: SchedulingProblem, at now: TimePoint, stalest: TimeSpan? = nil,
    isCancelled: () -> Bool = { false }
  ) -> Schedule {
    let outlook = Outlook(problem, DurationDraws(problem, at: now.value, seed: 1))
    let staleness = outlook.expectation(of: self).staleness
    let search = GateSearch(
      problem, outlook, replacing: self,
      .init(
        nominal: stalest.map { max($0, self.staleness(in: problem)).value } ?? .max,
        summed: staleness + staleness / Self.shareOfMoreStaleness))
    let results = [self, broughtForward(in: problem)].compactMap { order in
      search.best(orderedAs: order, attempts: Self.attempts, isCancelled: isCancelled)
    }
    guard let best = results.min(by: { $0.cost < $1.cost }) else { return self }
    return best.schedule
  }

  /// One part in so many may stand more than without foresight.
  private static let shareOfMoreStaleness = 7
  /// How many sets of gates are tried for each order.
  private static let attempts = 200

  /// This schedule with everything as early as it can be on the resources that it holds.
  private func broughtForward(in problem: SchedulingProblem) -> Schedule {
    var shifter = LeftShifter(self, problem)
    shifter.bringForward()
    return shifter.schedule
  }
}
