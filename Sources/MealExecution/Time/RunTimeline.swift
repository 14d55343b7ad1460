package import KitchenModel

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// How a run's own time lies on the wall clock: where it began and how fast it goes.
///
/// Everything derives from the start, so that a run which is taken up again, by whichever process,
/// counts on as if it had never stopped.
package struct RunTimeline: Sendable, Hashable {
  /// When the run began.
  package var startedAt: Instant
  /// How many of the run's seconds pass in a thousand of the wall clock's: 1 to ``fastest``.
  package var speedThousandths: Int
  /// The zone of the kitchen's clock, for runs that go by it; nil where the run's own time is what
  /// counts.
  package var timeZone: TimeZone?

  /// A million times the wall clock's speed; beyond it nothing could be told apart.
  package static let fastest = 1_000_000_000

  /// The longest a run can have lasted, however long it was left alone: some 30,000 years.
  static let longest = Seconds(1_000_000_000_000)

  /// When dinner was to be; nil where nobody said.
  package var promise: Promise?

  /// When dinner was to be.
  package enum Promise: Sendable, Hashable {
    /// At the time that was asked for.
    case at(Instant)
    /// So long after the run's start.
    case after(Seconds)
  }

  /// Creates a timeline, by default at the wall clock's own speed.
  package init(startedAt: Instant, speedThousandths: Int = 1000, timeZone: TimeZone? = nil) {
    precondition((1...Self.fastest).contains(speedThousandths), "time goes forward")
    self.startedAt = startedAt
    self.speedThousandths = speedThousandths
    self.timeZone = timeZone
  }

  /// What the kitchen's clock shows at a moment of the run, to the minute: `18:05`; nil where the
  /// run does not go by it.
  package func clockText(at elapsed: Seconds) -> String? {
    clockText(at: instant(at: elapsed))
  }

  /// What the kitchen's clock shows when dinner is served at a moment of the run: where that is as planned,
  /// the time of the plan; nil where the run does not go by the clock.
  package func servingText(at elapsed: Seconds) -> String? {
    let serving = instant(at: elapsed)
    let promised: Instant? =
      switch promise {
      case .at(let instant): instant
      case .after(let time): instant(at: time)
      case nil: nil
      }
    guard let promised, serving.delay(behind: promised) == .zero else {
      return clockText(at: serving)
    }
    return clockText(at: promised)
  }

  private func clockText(at exact: Instant) -> String? {
    guard let timeZone else { return nil }
    // A time is shown to the nearest minute everywhere.
    let instant = exact.wholeMinute
    let date = Date(timeIntervalSince1970: Double(instant.epochSeconds))
    let local = instant.epochSeconds + timeZone.secondsFromGMT(for: date)
    let minute = local.floorDivided(by: 86_400).remainder / 60
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return "\(padded(minute / 60)):\(padded(minute % 60))"
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
