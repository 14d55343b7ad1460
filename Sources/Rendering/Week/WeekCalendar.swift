package import KitchenModel

/// The days to come as an iCalendar file (RFC 5545): an event for each meal, and one with an alarm for
/// each step that begins on an earlier day.
///
/// An event's identifier depends on the entry and the cook's day it was first put on: it stays when the
/// entry moves, so that importing the file again moves the event.
package enum WeekCalendar {
  /// The document, each line ended by CRLF and folded at 75 octets.
  package static func text(of week: PlannedWeek, stamp: Instant) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//souschef//souschef//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:Meals",
    ]
    for shown in week.entries {
      let entry = shown.entry
      let length = shown.startAt.map { shown.serveAt.seconds(since: $0) }
      let work = length.map { "Begins \($0.spokenText) before." }
      let title = entry.leftoversOf == nil ? entry.spokenDishes : entry.title
      lines += [
        "BEGIN:VEVENT", "UID:\(Self.scope(entry))-meal@souschef",
        "DTSTAMP:\(ICalendarText.utc(stamp))", "DTSTART:\(ICalendarText.utc(shown.serveAt))",
        "DTEND:\(ICalendarText.utc(shown.serveAt + Seconds(3600)))",
        "SUMMARY:" + ICalendarText.escaped(title),
      ]
      let details =
        (work.map { [$0] } ?? []) + (shown.trouble.map { [$0] } ?? [])
        + shown.warnings.map(\.message)
      if !details.isEmpty {
        lines.append("DESCRIPTION:" + ICalendarText.escaped(details.joined(separator: "\n")))
      }
      lines += ["CATEGORIES:Meal", "TRANSP:OPAQUE", "END:VEVENT"]
    }
    for step in week.ahead {
      let key = ICalendarText.identifier("\(step.dish)/\(step.step)")
      let summary = ICalendarText.escaped("\(step.title) (\(step.dish))")
      lines += [
        "BEGIN:VEVENT", "UID:\(Self.scope(step.entry))-\(key)@souschef",
        "DTSTAMP:\(ICalendarText.utc(stamp))", "DTSTART:\(ICalendarText.utc(step.at))",
      ]
      if step.length > .zero {
        lines.append("DTEND:\(ICalendarText.utc(step.at + step.length))")
      }
      let meal = "For \(step.entry.day.spokenText) \(step.entry.time.said): \(step.entry.title)"
      lines += [
        "SUMMARY:" + summary, "DESCRIPTION:" + ICalendarText.escaped(meal),
        "CATEGORIES:\(step.kind == .blocking ? "Hands-on" : "Waiting")", "TRANSP:OPAQUE",
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S", "DESCRIPTION:" + summary, "END:VALARM",
        "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { ICalendarText.folded($0) + "\r\n" }.joined()
  }

  private static func scope(_ entry: WeekEntry) -> String {
    "week-\(entry.firstDay.text)-\(entry.id)"
  }
}
