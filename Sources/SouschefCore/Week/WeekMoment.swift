import Foundation
import KitchenModel

/// A day and, where it is given, a time, as the cook says them: `sunday`, `2026-11-29`, `tomorrow`.
struct WeekMoment {
  let day: CookDay
  let time: ClockTime.TimeOfDay

  /// When dinner is where nobody says so.
  static let usualTime = ClockTime.TimeOfDay(hour: 19)

  /// Reads a day with a time; one that is past is refused.
  ///
  /// - Throws: ``Diagnostic``.
  init(_ dayText: String, at time: ClockTime.TimeOfDay, in workspace: Workspace) throws(Diagnostic)
  {
    self.time = time
    day = try Self.day(dayText, at: time, in: workspace)
    guard day.has(time, in: workspace.timeZone) else {
      throw Diagnostic(
        .usage,
        "The clock does not show \(time.said) on \(day.spokenText): it is put forward over it.",
        hints: ["Give another time."])
    }
    let moment = day.instant(at: time, in: workspace.timeZone)
    guard moment >= workspace.now else {
      throw Diagnostic(
        .usage, "\(day.spokenText) \(time.said) is past.", hints: ["Give a later day or time."])
    }
  }

  /// The day that a text means: its next occurrence at which the time is still to come.
  ///
  /// - Throws: ``Diagnostic`` where there is no such day.
  static func day(
    _ text: String, at time: ClockTime.TimeOfDay? = nil, in workspace: Workspace
  ) throws(Diagnostic) -> CookDay {
    let words = text.trimmed.lowercased()
    let today = CookDay(of: workspace.now, in: workspace.timeZone)
    switch words {
    case "today", "tonight", "this evening": return today
    case "tomorrow": return today.advanced(by: 1)
    case "yesterday": return today.advanced(by: -1)
    default: break
    }
    if let day = CookDay(words) { return day }
    if let days = daysAhead(words) { return today.advanced(by: days) }
    // A weekday is today's for as long as its time is still to come.
    let clock = ClockTime.timeOfDay(time ?? .init(hour: 23, minute: 59, second: 59)).text
    do throws(TimeAheadFault) {
      let moment = try TimeAhead(
        parsing: "\(words) \(clock)", now: workspace.now, in: workspace.timeZone)
      if words.contains(where: \.isLetter) || words.contains(".") {
        return CookDay(of: moment.instant, in: workspace.timeZone)
      }
    } catch {
      if case .clock(.noSuchDay) = error { throw Diagnostic(.usage, error) }
    }
    if text.wholeMatch(of: /\s*[0-9]{1,2}[:.][0-9]{2}\s*/) != nil {
      throw Diagnostic(
        .usage,
        "\(text.quoted) is \(Self.time(text) == nil ? "neither a day nor a time" : "not a day").",
        hints: ["Name the day before the time, as in sunday 18:30."])
    }
    let near = NearMiss.best(of: TimePhrase.dayWords, for: text)
    throw Diagnostic(
      .usage, "\(text.quoted) is not a day.",
      hints: [
        near.map { "Did you mean \($0)?" }
          ?? "Write it as today, tomorrow, sunday, \"29 november\" or 2026-11-29."
      ])
  }

  /// `in 3 days`, `+3d`.
  private static func daysAhead(_ words: String) -> Int? {
    let bare =
      words.hasPrefix("in ") ? words.dropFirst(3) : words.hasPrefix("+") ? words.dropFirst() : ""
    let digits = bare.prefix { ("0"..."9").contains($0) }
    let unit = bare.dropFirst(digits.count).drop { $0 == " " }
    guard let count = Int(digits), (0...366).contains(count) else { return nil }
    switch unit {
    case "d", "day", "days": return count
    case "w", "week", "weeks": return count * 7
    default: return nil
    }
  }

  /// The time that a text is; nil where it is none.
  static func time(_ text: String) -> ClockTime.TimeOfDay? {
    guard case .timeOfDay(let time)? = try? ClockTime(parsing: text) else { return nil }
    return time
  }
}

extension WeekEntry {
  /// When it is served.
  func serveAt(in zone: TimeZone) -> Instant { day.instant(at: time, in: zone) }
}
