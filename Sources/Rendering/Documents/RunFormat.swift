import JSON
package import KitchenModel

/// The formats of a run: the one table that help, `history show` and the pages read.
package enum RunFormat: String, DocumentFormat {
  case table, gantt, svg, json, csv, markdown, html, ics, mermaid

  /// A run in this format.
  ///
  /// - Parameters:
  ///   - shown: The run with all that is known of it.
  ///   - clock: What tells clock times.
  ///   - now: The present moment.
  ///   - width: The most columns a line takes.
  /// - Throws: ``Diagnostic`` for a calendar or a chart of a run in which nothing was cooked.
  package func content(
    of shown: ShownRun, clock: LocalClock, now: Instant, width: Int = 80
  ) throws(Diagnostic) -> FormattedText {
    let run = shown.run
    switch self {
    case .table:
      return .styled(
        RunCard.text(
          of: run, notes: shown.notes, edits: shown.edits, clock: clock, width: width))
    case .gantt: return .styled(RunGantt.text(of: run, width: width))
    case .svg: return .plain(RunSVG.text(of: shown))
    case .json: return .plain(JSONValue(shown).documentText)
    case .csv: return .plain(AnswerTable(stepsOf: run).csv)
    case .markdown: return .plain(RunMarkdown.text(of: shown, clock: clock))
    case .html: return .plain(RunHTML.text(of: shown, clock: clock))
    case .ics: return .plain(RunCalendar.text(of: try shown.begun(), stamp: now, clock: clock))
    case .mermaid: return .plain(RunMermaid.text(of: try shown.begun(), clock: clock))
    }
  }
}

extension ShownRun {
  /// The same, where a step of it was begun.
  fileprivate func begun() throws(Diagnostic) -> ShownRun {
    guard run.steps.contains(where: { $0.actualStart != nil }) else {
      throw Diagnostic(.nothingCooked(run: run.id, plan: run.planID))
    }
    return self
  }
}
