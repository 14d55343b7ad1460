import JSON
package import KitchenModel

/// The formats of a plan: the one table that help, `plan` and `plans show` read.
package enum PlanFormat: String, DocumentFormat {
  case table, gantt, json, markdown, svg, html, ics, csv, mermaid

  /// A plan in this format.
  package func content(of plan: Plan, for reader: PlanReader) -> FormattedText {
    let (clock, cook) = (reader.clock, reader.cook)
    // The formats that know no reader have what one cook does alone.
    let shown = cook.map(plan.shown(to:)) ?? plan
    return switch self {
    case .table:
      .styled(PlanTable.text(of: plan, clock: clock, width: reader.width, for: cook))
    case .gantt:
      .styled(
        PlanGantt.text(
          of: plan, clock: clock, width: reader.width, lanes: reader.lanes, for: cook))
    case .json: .plain(JSONValue(plan, for: cook).documentText)
    case .markdown: .plain(PlanMarkdown.text(of: plan, clock: clock, for: cook))
    case .svg: .plain(PlanSVG.text(of: plan, clock: clock, for: cook))
    case .html: .plain(PlanHTML.text(of: plan, clock: clock, for: cook))
    case .ics:
      .plain(
        PlanCalendar.text(
          of: shown, startingAt: reader.now, stamp: reader.now, clock: clock,
          number: reader.number))
    case .csv: .plain(PlanCSV.text(of: shown))
    case .mermaid: .plain(PlanMermaid.text(of: shown, clock: clock))
    }
  }
}

/// Who reads a plan, when and where.
package struct PlanReader: Sendable {
  /// What tells clock times.
  package var clock: LocalClock
  /// The present moment.
  package var now: Instant
  /// The most columns a line takes.
  package var width: Int
  /// What a chart of characters has lanes for.
  package var lanes: PlanGantt.Lanes
  /// The cook for whom alone it is, by index; nil for all.
  package var cook: Int?
  /// The plan's number; nil for one that is not stored.
  package var number: Int?

  /// Creates a reader.
  package init(
    clock: LocalClock, now: Instant, width: Int, lanes: PlanGantt.Lanes = .cooks,
    cook: Int? = nil, number: Int? = nil
  ) {
    self.clock = clock
    self.now = now
    self.width = width
    self.lanes = lanes
    self.cook = cook
    self.number = number
  }
}
