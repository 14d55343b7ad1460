package import KitchenModel

/// The days to come as an iCalendar file (RFC 5545): an event for each meal, and one with an alarm for
/// each step that begins on an earlier day.
///
/// An event's identifier depends on the entry and the cook's day it was first put on: it stays when the
/// entry moves, so that importing the file again moves the event.
package enum WeekCalendar {
  /// The document, each line ended by CRLF and folded at 75 octets.
  package static func text(of week: PlannedWeek, stamp: Instant) -> String {
    var document = CalendarDocument(named: "Meals", stamp: stamp)
    for shown in week.entries {
      let entry = shown.entry
      let length = shown.startAt.map { shown.serveAt.seconds(since: $0) }
      let work = length.map { "Begins \($0.spokenText) before." }
      document.append(
        .init(
          identifier: "\(scope(entry))-meal", start: shown.serveAt,
          end: shown.serveAt + Seconds(3600),
          summary: entry.spokenMeal,
          details: [work, shown.trouble].compactMap(\.self) + shown.warnings.map(\.message),
          category: "Meal"))
    }
    for step in week.ahead {
      let key = ICalendarText.identifier("\(step.dish)/\(step.step)")
      document.append(
        .init(
          identifier: "\(scope(step.entry))-\(key)", start: step.at, end: step.at + step.length,
          summary: "\(step.title) (\(step.dish))",
          details: [
            "For \(step.entry.day.spokenText) \(step.entry.time.said): \(step.entry.title)"
          ],
          category: CalendarDocument.Event.category(step.kind), alarm: .atStart))
    }
    return document.text
  }

  private static func scope(_ entry: WeekEntry) -> String {
    "week-\(entry.firstDay.text)-\(entry.id)"
  }
}
