package import KitchenModel

/// How a run's own time lies on the wall clock: where it began and how fast it goes.
///
/// Everything derives from the start, so that a run which is taken up again, by whichever process,
/// counts on as if it had never stopped.
package struct RunTimeline: Sendable, Hashable {
  /// When the run began.
  package var startedAt: Instant
  /// How many of the run's seconds pass in a thousand of the wall clock's; at least 1.
  package var speedThousandths: Int

  /// Creates a timeline, by default at the wall clock's own speed.
  package init(startedAt: Instant, speedThousandths: Int = 1000) {
    precondition(speedThousandths > 0, "time goes forward")
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
    Seconds(max(0, nanoseconds(at: instant) / 1_000_000_000))
  }

  /// The run's nanoseconds at an instant; negative before its start.
  func nanoseconds(at instant: Instant) -> Int {
    (instant.milliseconds - startedAt.milliseconds) * 1000 * speedThousandths
  }
}
