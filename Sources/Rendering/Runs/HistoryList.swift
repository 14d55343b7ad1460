package import KitchenModel

/// Runs, one a line, in the order given.
package enum HistoryList {
  /// The list in at most `width` columns; a sentence where there are none.
  package static func text(of runs: [Run], clock: LocalClock, width: Int = 80) -> StyledText {
    guard !runs.isEmpty else {
      return StyledText(lines: [StyledLine("Nothing cooked yet.", .quiet)]).fitted(to: width)
    }
    var table = TextTable([
      .init("id", alignment: .trailing), .init("started"), .init("meal", shrinks: true),
      .init("status"), .init("mode"), .init("planned", alignment: .trailing),
      .init("took", alignment: .trailing),
    ])
    for run in runs {
      table.append([
        .init(String(run.id), .heading),
        .init(clock.dateTimeText(run.startedAt)),
        .init(TerminalText.sanitized(run.meal)),
        .init(run.status.rawValue, run.status == .finished ? .plain : .alarming),
        .init(RunWords.mode(run), .quiet),
        .init(run.planned.spokenText),
        .init(run.actual.map(\.spokenText) ?? ""),
      ])
    }
    return StyledText(lines: table.lines(width: width))
  }
}
