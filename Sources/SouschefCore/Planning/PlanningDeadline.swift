package import KitchenModel

/// The end of the time that a request may take, its reasons and everything else included.
package struct PlanningDeadline: Sendable {
  /// The time there is in all.
  package let limit: Seconds
  private let began: ContinuousClock.Instant
  private let isStopped: @Sendable () -> Bool

  /// Starts the time now; `isCancelled` ends it sooner.
  package init(_ limit: Seconds, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.limit = limit
    began = ContinuousClock.now
    isStopped = isCancelled
  }

  /// How much of the time has passed.
  var elapsed: Duration { began.duration(to: .now) }

  /// Whether somebody ended it before its time.
  var wasStopped: Bool { isStopped() }

  /// Whether it is over.
  package var hasPassed: Bool { isOver(after: 100) }

  /// What to ask whether it is over, when so many hundredths of it are for what asks and what came
  /// before.
  func isOver(after percent: Int) -> Bool {
    isStopped() || began.duration(to: .now) >= .milliseconds(limit.count * 10 * percent)
  }
}
