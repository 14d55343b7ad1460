package import KitchenModel

/// A plan as an iCalendar file (RFC 5545): an event with an alarm for each step and each preheat.
///
/// Times are in UTC. An event's identifier depends on the meal, the step, the day of serving as the
/// cook's calendar has it, and the plan's number where it is stored: importing a changed plan again moves
/// its events instead of doubling them, and the same meal twice on a day is two where they are stored.
package enum PlanCalendar {
  /// The document, each line ended by CRLF and folded at 75 octets.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - origin: When the plan starts, for one that has no place on the clock.
  ///   - stamp: When the document is made.
  ///   - clock: The cook's clock, for the day.
  ///   - number: The plan's number; nil for one that is not stored.
  package static func text(
    of plan: Plan, startingAt origin: Instant, stamp: Instant, clock: LocalClock, number: Int? = nil
  ) -> String {
    let start = plan.startAt ?? origin
    let words = StepWords(plan.menu)
    let scope =
      [plan.menu.name, String(clock.dayNumber(start + plan.makespan))]
      + (number.map { ["plan \($0)"] } ?? [])
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//souschef//souschef//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + ICalendarText.escaped(plan.menu.name),
    ]
    for entry in PlanAgenda(plan).entries {
      let event: Event
      switch entry {
      case .preheat(let preheat):
        event = Event(
          key: "preheat/\(preheat.equipment)/\(preheat.unit)/\(preheat.start.count)",
          start: preheat.start, end: preheat.end,
          summary: "Heat the \(words.appliance(preheat.equipment, preheat.unit)) to "
            + preheat.temperature.text, details: [], category: "Preheat")
      case .step(let step):
        let serving = plan.menu.dishes[step.reference.dish]
        event = Event(
          key: "\(serving.label)/\(plan.menu[step.reference].id)", start: step.start,
          end: step.end, summary: words.dishAndStep(step.reference),
          details: [words.cooks(step), words.equipment(step)].filter { !$0.isEmpty },
          category: step.kind == .blocking ? "Hands-on" : "Waiting")
      case .serve(let moment, let dishes):
        let names = dishes.map { plan.menu.dishes[$0].label }
        event = Event(
          key: "serve/\(names.joined(separator: "/"))", start: moment, end: moment,
          summary: "Serve \(names.joined(separator: ", "))", details: [], category: "Serve")
      case .free:
        continue
      }
      lines += Self.lines(of: event, from: start, stamp: stamp, scope: scope.joined(separator: "/"))
    }
    lines.append("END:VCALENDAR")
    return lines.map { ICalendarText.folded($0) + "\r\n" }.joined()
  }

  private struct Event {
    var key: String
    var start: Seconds
    var end: Seconds
    var summary: String
    var details: [String]
    var category: String
  }

  private static func lines(
    of event: Event, from start: Instant, stamp: Instant, scope: String
  ) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(ICalendarText.identifier("\(scope)/\(event.key)"))@souschef",
      "DTSTAMP:\(ICalendarText.utc(stamp))", "DTSTART:\(ICalendarText.utc(start + event.start))",
    ]
    // An event without an end takes no time; an end equal to the start is not allowed.
    if event.end > event.start { lines.append("DTEND:\(ICalendarText.utc(start + event.end))") }
    lines.append("SUMMARY:" + ICalendarText.escaped(event.summary))
    if !event.details.isEmpty {
      lines.append("DESCRIPTION:" + ICalendarText.escaped(event.details.joined(separator: "\n")))
    }
    lines += ["CATEGORIES:\(event.category)", "TRANSP:OPAQUE"]
    lines += [
      "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S",
      "DESCRIPTION:" + ICalendarText.escaped(event.summary), "END:VALARM", "END:VEVENT",
    ]
    return lines
  }
}
