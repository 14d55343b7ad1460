package import KitchenModel

/// A plan as a chart of characters: a row a step, hands-on and waiting drawn differently.
package enum PlanGantt {
  /// What lies below the rows of the steps.
  package enum Lanes: Sendable, Hashable {
    /// A row a cook.
    case cooks
    /// A row a cook, and one for every appliance that is used.
    case cooksAndEquipment
  }

  /// The chart with a headline above and a legend below.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - clock: What tells clock times, where the plan has any.
  ///   - width: The most columns a line takes.
  ///   - lanes: What lies below the rows of the steps.
  ///   - cook: A cook by index, whose steps alone are drawn; nil for all.
  package static func text(
    of plan: Plan, clock: LocalClock, width: Int = 80, lanes: Lanes = .cooks, for cook: Int? = nil
  ) -> StyledText {
    let shown = cook.map(plan.shown(to:)) ?? plan
    let planClock = PlanClock(plan, clock)
    let sentences = PlanSentences(plan, planClock)
    var text = StyledText()
    text.append(wrapping: sentences.headline, width: width, indent: "  ", .heading)
    if let times = sentences.times { text.append(wrapping: times, width: width, indent: "  ") }
    text.append("")
    text.lines += chart(of: shown, planClock, width: width, lanes: lanes)
    text.append("")
    text.lines += legend(of: plan, width: width)
    let closing = sentences.waits + [sentences.proof]
    text.append(wrapping: closing.joined(separator: " "), width: width)
    return text.fitted(to: width)
  }

  /// The character of a stretch.
  private static func mark(_ kind: Way.Kind) -> (Character, TextStyle) {
    switch kind {
    case .blocking: ("█", .handsOn)
    case .waiting: ("░", .waiting)
    }
  }

  private static let preheatMark: (Character, TextStyle) = ("~", .preheating)

  /// What the marks mean, on as many lines as it takes.
  private static func legend(of plan: Plan, width: Int) -> [StyledLine] {
    var entries: [(mark: String, style: TextStyle, meaning: String)] = [
      ("██", .handsOn, "hands-on"), ("░░", .waiting, "waiting"),
    ]
    if !plan.preheats.isEmpty { entries.append(("~~", .preheating, "heating up")) }
    entries.append(("^", .heading, "serve"))
    var lines = [StyledLine()]
    for entry in entries {
      let needed = DisplayWidth.of("\(entry.mark) \(entry.meaning)")
      if let last = lines.last, last.width > 0 {
        if last.width + 2 + needed > width {
          lines.append(StyledLine())
        } else {
          lines[lines.count - 1].append("  ")
        }
      }
      lines[lines.count - 1].append(entry.mark, entry.style)
      lines[lines.count - 1].append(" \(entry.meaning)")
    }
    return lines
  }

  private static func chart(
    of plan: Plan, _ clock: PlanClock, width: Int, lanes: Lanes
  ) -> [StyledLine] {
    var rows = GanttRows.steps(of: plan) + GanttRows.cooks(of: plan)
    if lanes == .cooksAndEquipment { rows += GanttRows.equipment(of: plan) }
    let labels = GanttLabels(rows, width: width)
    let scale = GanttScale(end: plan.horizon, columns: width - labels.width)
    let axis = TimeAxis(to: plan.horizon, atMost: scale.columns / 8, clock: clock)

    let blank = GanttLane(scale, marks: axis.marks).line
    var lines = axisLines(axis, scale, clock).flatMap { labels.lines("", "", $0, blank: blank) }
    var dish = ""
    for row in rows {
      var lane = GanttLane(scale, marks: axis.marks)
      for bar in row.bars {
        let (character, style) =
          switch bar.content {
          case .work(let kind): mark(kind)
          case .preheat: preheatMark
          case .units(let units): (units > 9 ? "+" : Character("\(units)"), .waiting)
          case .serving: ("^", .heading)
          }
        lane.draw(character, style, in: scale.columns(from: bar.start, to: bar.end))
      }
      // A dish is named once, above its steps; a lane always is.
      let isNamed = row.group == dish && !row.label.isEmpty
      lines += labels.lines(isNamed ? "" : row.group, row.label, lane.line, blank: blank)
      dish = row.group
    }
    return lines
  }

  /// The labels of the axis: days where there are several, and times.
  private static func axisLines(
    _ axis: TimeAxis, _ scale: GanttScale, _ clock: PlanClock
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    if clock.spansDays {
      var days = GanttLane(scale, marks: [])
      let names = axis.dayMarks(on: clock) { mark, next in
        scale.column(mark) + (clock.shortDayText(mark)?.count ?? 0) < scale.column(next)
      }
      for mark in names { days.write(clock.shortDayText(mark) ?? "", at: scale.column(mark)) }
      lines.append(days.line)
    }
    var times = GanttLane(scale, marks: [])
    for mark in axis.marks { times.write(clock.text(mark), at: scale.column(mark)) }
    lines.append(times.line)
    return lines
  }
}
