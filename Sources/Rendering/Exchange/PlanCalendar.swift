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
    var document = CalendarDocument(named: plan.menu.name, stamp: stamp)
    func add(
      _ key: String, _ span: (start: Seconds, end: Seconds), _ summary: String,
      details: [String] = [], category: String
    ) {
      let name = (scope + [key]).joined(separator: "/")
      document.append(
        .init(
          identifier: ICalendarText.identifier(name), start: start + span.start,
          end: start + span.end, summary: summary, details: details, category: category,
          alarm: .atStart))
    }
    for entry in PlanAgenda(plan).entries {
      switch entry {
      case .preheat(let preheat):
        add(
          "preheat/\(preheat.equipment)/\(preheat.unit)/\(preheat.start.count)",
          (preheat.start, preheat.end),
          TerminalText.sanitized(
            plan.menu.imperative(.heat(preheat.heating), cooling: plan.isCooling(preheat))),
          category: "Preheat")
      case .step(let step):
        let serving = plan.menu.dishes[step.reference.dish]
        add(
          "\(serving.label)/\(plan.menu[step.reference].id)", (step.start, step.end),
          words.dishAndStep(step.reference),
          details: [words.cooks(step), words.equipment(step)].filter { !$0.isEmpty },
          category: CalendarDocument.Event.category(step.kind))
      case .serve(let moment, let dishes):
        let names = dishes.map { plan.menu.dishes[$0].label }
        add(
          "serve/\(names.joined(separator: "/"))", (moment, moment),
          "Serve \(names.joined(separator: ", "))", category: "Serve")
      case .free:
        continue
      }
    }
    return document.text
  }
}
