import KitchenModel

/// A run as an iCalendar file (RFC 5545): an event for each step as it was done and for each course as
/// it was served.
enum RunCalendar {
  /// The document.
  ///
  /// - Parameters:
  ///   - shown: The run.
  ///   - stamp: When the document is made.
  ///   - clock: The cook's clock, for the day.
  static func text(of shown: ShownRun, stamp: Instant, clock: LocalClock) -> String {
    let run = shown.run
    let words = StepWords(shown.menu)
    let scope = "\(run.meal)/\(clock.dayNumber(run.startedAt))/run \(run.id)"
    let used = Dictionary(
      shown.followed.steps.map { ($0.reference, words.equipment($0)) }, uniquingKeysWith: { $1 })
    var document = CalendarDocument(named: run.meal, stamp: stamp)
    for (step, start, end) in shown.begunSteps {
      let cooks = step.cooks.map(TerminalText.sanitized).joined(separator: ", ")
      document.append(
        .init(
          identifier: ICalendarText.identifier("\(scope)/\(step.dish)/\(step.step)"),
          start: run.startedAt + start, end: run.startedAt + end,
          summary: words.dishAndStep(step.reference),
          details: [cooks, used[step.reference] ?? ""].filter { !$0.isEmpty },
          category: CalendarDocument.Event.category(step.kind), alarm: .atStart))
    }
    for (course, moment) in shown.servings {
      document.append(
        .init(
          identifier: ICalendarText.identifier("\(scope)/serve/\(course.count)"),
          start: run.startedAt + moment, end: run.startedAt + moment,
          summary: "Serve \(shown.menu.label(ofCourse: course))", category: "Serve", alarm: .atStart
        ))
    }
    return document.text
  }
}
