package import KitchenModel

/// Runs, one a line, in the order given.
package enum HistoryList {
  /// The list in at most `width` columns; `nothing` where there are none.
  package static func text(
    of runs: [Run], nothing: String = "Nothing cooked yet.", clock: LocalClock, width: Int = 80
  ) -> StyledText {
    guard !runs.isEmpty else {
      return StyledText(lines: [StyledLine(nothing, .quiet)]).fitted(to: width)
    }
    var table = TextTable([
      .init("id", alignment: .trailing), .init("started"), .init("meal", shrinks: true),
      .init("status", label: TextTable.Column.Label.none),
      .init("mode", stays: false, label: TextTable.Column.Label.none),
      .init("planned", alignment: .trailing), .init("took", alignment: .trailing),
      .init("hands-on", alignment: .trailing, stays: false),
      .init("waited", alignment: .trailing, stays: false),
      .init("stood", alignment: .trailing, stays: false),
      .init("decided by", shrinks: true, stays: false, label: .head),
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
        .init(run.figures?.handsOn.spokenText ?? ""),
        .init(run.figures?.hold.spokenText ?? ""),
        .init(run.figures?.standing.spokenText ?? ""),
        .init(run.figures?.bottleneck.map(RunWords.name) ?? ""),
      ])
    }
    return StyledText(lines: table.lines(width: width))
  }
}
