import Foundation
import KitchenModel
import Scheduling

/// What sentences call the moments of a plan.
struct MomentNaming {
  private let start: Instant?
  private let frame: ClockFrame
  private let timeZone: TimeZone

  /// Prepares to tell the moments of `plan`.
  init(_ plan: Plan, _ timeZone: TimeZone) {
    start = plan.startAt
    frame = ClockFrame(of: plan, in: timeZone)
    self.timeZone = timeZone
  }

  /// `18:42` where the plan has a place on the clock, else from its start: `0:20`.
  func text(_ moment: Seconds) -> String {
    guard let start else { return Self.clock(moment.count, hourDigits: 1) }
    return Self.text(start + moment, in: timeZone)
  }

  /// Whether a clock time falls on a moment.
  func isAt(_ clock: ClockTime, _ moment: Seconds) -> Bool {
    frame.time(of: clock) == TimePoint(moment)
  }

  /// When an absence begins and ends, counted from the plan's start; nil where the plan has no
  /// place on the clock.
  func window(of absence: Absence) -> (start: Seconds, end: Seconds)? {
    frame.window(of: absence).map { (Seconds($0.start), Seconds($0.end)) }
  }

  /// `18:42` on the clock of a zone.
  static func text(_ instant: Instant, in timeZone: TimeZone) -> String {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let local = instant.epochSeconds + timeZone.secondsFromGMT(for: date)
    return clock(local.floorDivided(by: 86_400).remainder, hourDigits: 2)
  }

  private static func clock(_ seconds: Int, hourDigits: Int) -> String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let minutes = padded(seconds / 3600, hourDigits) + ":" + padded(seconds % 3600 / 60, 2)
    return seconds % 60 == 0 ? minutes : minutes + ":" + padded(seconds % 60, 2)
  }
}
