package import KitchenModel

/// The clock of live and scaled runs.
///
/// It reads the wall clock once, when it is made, to learn how long the run has already lasted, and
/// counts on from there by a clock that never jumps: neither a corrected wall clock nor daylight
/// saving moves a timer, and time spent suspended counts.
package struct WallRunClock: RunClock {
  private let clock = ContinuousClock()
  private let origin: ContinuousClock.Instant
  private let speedThousandths: Int

  /// The longest single sleep. A sleeper does not count time for which the machine was suspended;
  /// waking now and then to look at the clock bounds how late that can make it.
  private static let longestNap = Duration.seconds(15)

  /// Creates the clock of a run.
  ///
  /// - Parameters:
  ///   - timeline: Where the run lies on the wall clock.
  ///   - now: The wall clock's reading at this moment.
  package init(timeline: RunTimeline, now: Instant) {
    speedThousandths = timeline.speedThousandths
    let since = now.milliseconds - timeline.startedAt.milliseconds
    origin = clock.now.advanced(by: .milliseconds(-since))
  }

  private init(origin: ContinuousClock.Instant, speedThousandths: Int) {
    self.origin = origin
    self.speedThousandths = speedThousandths
  }

  package var millisecondsToStart: Int {
    let (seconds, attoseconds) = clock.now.duration(to: origin).components
    return max(0, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }

  package func startedEarly(by milliseconds: Int) -> any RunClock {
    WallRunClock(
      origin: origin.advanced(by: .milliseconds(-milliseconds)), speedThousandths: speedThousandths)
  }

  package var elapsed: Seconds {
    let past = origin.duration(to: clock.now)
    guard past > .zero else { return .zero }
    let (seconds, attoseconds) = past.components
    let nanoseconds = Int(attoseconds / 1_000_000_000)
    // Whole and broken seconds apart: all the nanoseconds times the speed would soon overflow.
    let (whole, overflow) = Int(seconds).multipliedReportingOverflow(by: speedThousandths)
    guard !overflow else { return RunTimeline.longest }
    let thousandths = whole + nanoseconds * speedThousandths / 1_000_000_000
    return min(Seconds(thousandths / 1000), RunTimeline.longest)
  }

  package func sleep(until moment: Seconds) async throws {
    // Rounded up, so that `elapsed` has reached `moment` on waking.
    let microseconds =
      (moment.count * 1_000_000_000 + speedThousandths - 1) / speedThousandths
    let deadline = origin.advanced(by: .microseconds(microseconds))
    while clock.now < deadline {
      let nap = min(deadline, clock.now.advanced(by: Self.longestNap))
      try await clock.sleep(until: nap, tolerance: .zero)
    }
  }
}
