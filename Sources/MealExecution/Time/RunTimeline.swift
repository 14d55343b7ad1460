package import KitchenModel

/// How a run's own time lies on the wall clock: where it began and how fast it goes.
///
/// Everything derives from the start, so that a run which is taken up again, by whichever process,
/// counts on as if it had never stopped.
package struct RunTimeline: Sendable, Hashable {
  /// When the run began.
  package var startedAt: Instant
  /// How many of the run's seconds pass in a thousand of the wall clock's: 1 to ``fastest``.
  package var speedThousandths: Int

  /// A million times the wall clock's speed; beyond it nothing could be told apart.
  package static let fastest = 1_000_000_000

  /// The longest a run can have lasted, however long it was left alone: some 30,000 years.
  static let longest = Seconds(1_000_000_000_000)

  /// Creates a timeline, by default at the wall clock's own speed.
  package init(startedAt: Instant, speedThousandths: Int = 1000) {
    precondition((1...Self.fastest).contains(speedThousandths), "time goes forward")
    self.startedAt = startedAt
    self.speedThousandths = speedThousandths
  }

  /// The wall clock's reading at a moment of the run, to the millisecond, rounded down.
  package func instant(at elapsed: Seconds) -> Instant {
    Instant(
      milliseconds: startedAt.milliseconds
        + (elapsed.count * 1_000_000).floorDivided(by: speedThousandths).quotient)
  }

  /// The run's whole seconds at an instant, rounded down; never negative.
  package func elapsed(at instant: Instant) -> Seconds {
    let past = max(0, instant.milliseconds - startedAt.milliseconds)
    let (product, overflow) = past.multipliedReportingOverflow(by: speedThousandths)
    return overflow ? Self.longest : min(Seconds(product / 1_000_000), Self.longest)
  }
}
