import Foundation
import KitchenModel
import Rendering
import SouschefCore

/// What is said once everything is served.
enum ServedText {
  /// The line: `Served at 19:04, 4 min later than planned. See how it went: souschef history show 12`.
  static func line(_ run: Run, in zone: TimeZone) -> String {
    let advice = CommandLineWords().sentence(.showRun(run.id))
    guard let actual = run.actual else { return advice }
    let clock = LocalClock(zone)
    let drift = (run.startedAt + actual).delay(behind: run.startedAt + run.planned)
    // What is as planned is served when the plan says, to the minute.
    let minute = (run.startedAt + (drift == .zero ? run.planned : actual)).wholeMinute
    let words =
      drift == .zero
      ? "as planned"
      : drift > .zero
        ? "\(drift.spokenText) later than planned"
        : "\((.zero - drift).spokenText) sooner than planned"
    return "Served at \(clock.timeText(minute)), \(words). \(advice)"
  }
}
