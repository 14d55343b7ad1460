package import KitchenModel

/// The days to come on a terminal.
package enum WeekList {
  /// The week in at most `width` columns.
  package static func text(
    of week: PlannedWeek, words: WeekWords, width: Int = 80
  ) -> StyledText {
    var text = StyledText()
    guard !week.entries.isEmpty || !week.ahead.isEmpty else {
      text.append("Nothing is planned for these days.", .quiet)
      return text.fitted(to: width)
    }
    var table = TextTable([
      .init("day"), .init("serve"), .init("start"), .init("hands"), .init("meal", shrinks: true),
      .init("no"),
    ])
    var last: CookDay?
    for shown in week.entries {
      let entry = shown.entry
      let isNew = entry.day != last
      last = entry.day
      let title = entry.spokenMeal
      table.append([
        .init(isNew ? String(words.clock.shortDayText(shown.serveAt)) : ""),
        .init(entry.time.said), .init(words.start(shown)),
        .init(shown.handsOn.map { $0 == .zero ? "" : $0.spokenText } ?? "", .handsOn),
        .init(TerminalText.sanitized(title)), .init(String(entry.id), .quiet),
      ])
    }
    text.lines += table.lines(width: width)
    for shown in week.entries {
      for note in words.notes(shown) {
        let said = "\(shown.entry.day.weekday), \(shown.entry.title): \(note)"
        text.append(wrapping: TerminalText.sanitized(said), width: width)
      }
    }
    if !week.ahead.isEmpty {
      text.append("")
      text.append("AHEAD", .heading)
      text.lines += ahead(of: week.ahead, words: words, width: width).lines
    }
    return text
  }

  /// What begins on an earlier day than it is eaten, one a line.
  package static func ahead(
    of steps: [AheadStep], words: WeekWords, width: Int = 80
  ) -> StyledText {
    var text = StyledText()
    guard !steps.isEmpty else {
      text.append("Nothing has to begin on an earlier day.", .quiet)
      return text.fitted(to: width)
    }
    for step in steps {
      text.append(
        wrapping: TerminalText.sanitized(words.sentence(step)) + ".", width: width, indent: "  ")
    }
    return text
  }
}
