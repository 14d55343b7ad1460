package import KitchenModel

/// The days to come as one self-contained page to print. It loads nothing and runs nothing.
package enum WeekHTML {
  /// The page.
  package static func text(of week: PlannedWeek, words: WeekWords) -> String {
    let last = week.first.advanced(by: week.days - 1)
    let name = "\(week.first.spokenText) to \(last.spokenText)"
    var rows = [row("th", ["Day", "Dinner", "Start", "Hands-on", "Meal"])]
    for shown in week.entries {
      let entry = shown.entry
      let title = entry.spokenMeal
      rows.append(
        row(
          "td",
          [
            entry.day.spokenText, entry.time.said, words.start(shown),
            shown.handsOn.map { $0 == .zero ? "" : $0.spokenText } ?? "",
            ([title] + words.notes(shown)).joined(separator: ". "),
          ]))
    }
    var body = [XMLElement("h1", text: name), XMLElement("table", [:], rows)]
    if !week.ahead.isEmpty {
      body.append(XMLElement("h2", text: "Ahead"))
      body.append(
        XMLElement(
          "ul", [:],
          week.ahead.map {
            XMLElement("li", text: TerminalText.sanitized(words.sentence($0)))
          }))
    }
    return PlanHTML.page(titled: name, body)
  }

  private static func row(_ cell: String, _ texts: [String]) -> XMLElement {
    PlanHTML.row(cell, texts.map(TerminalText.sanitized))
  }
}
