package import KitchenModel

/// The days to come in Markdown, for the fridge door.
package enum WeekMarkdown {
  /// The document.
  package static func text(of week: PlannedWeek, words: WeekWords) -> String {
    func safe(_ text: String) -> String { MarkdownText.escaped(TerminalText.sanitized(text)) }
    let last = week.first.advanced(by: week.days - 1)
    var blocks = ["# " + safe("\(week.first.spokenText) to \(last.spokenText)")]
    for number in 0..<week.days {
      let day = week.first.advanced(by: number)
      let entries = week.entries.filter { $0.entry.day == day }
      let ahead = week.ahead.filter { words.clock.dayNumber($0.at) == day.number }
      guard !entries.isEmpty || !ahead.isEmpty else { continue }
      blocks.append("## " + day.spokenText)
      var items = entries.map { shown -> String in
        let title = shown.entry.spokenMeal
        let start = words.start(shown)
        let work =
          start.isEmpty
          ? "" : ", start \(start), hands-on \((shown.handsOn ?? .zero).spokenText)"
        let box = shown.isCooked ? "[x]" : "[ ]"
        return "- \(box) **\(shown.entry.time.said)** \(safe(title + work))"
          + words.notes(shown).map { "\n  " + safe($0) }.joined()
      }
      items += ahead.map { step in
        "- [ ] **\(words.clock.timeText(step.at))** "
          + safe(words.work(step))
      }
      blocks.append(items.joined(separator: "\n"))
    }
    if blocks.count == 1 { blocks.append("Nothing is planned for these days.") }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}
