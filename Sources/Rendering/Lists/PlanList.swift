package import KitchenModel

/// Stored plans, one a line.
package enum PlanList {
  /// The list in at most `width` columns; a sentence where there are none.
  package static func text(
    of plans: [PlanSummary], clock: LocalClock, width: Int = 80
  ) -> StyledText {
    guard !plans.isEmpty else {
      return StyledText(lines: [StyledLine("No plans stored.", .quiet)]).fitted(to: width)
    }
    var table = TextTable([
      .init("id", alignment: .trailing), .init("meal", shrinks: true),
      .init("takes", alignment: .trailing), .init("serve at"), .init("proved"),
      .init("stored"),
    ])
    for plan in plans {
      table.append([
        .init(String(plan.id), .heading),
        .init(TerminalText.sanitized(plan.meal)),
        .init(plan.makespan.spokenText),
        .init(plan.serveAt.map(clock.dateTimeText) ?? ""),
        plan.status == .optimal ? .init("best") : .init("not proved", .quiet),
        .init(clock.dateTimeText(plan.savedAt), .quiet),
      ])
    }
    return StyledText(lines: table.lines(width: width))
  }
}
