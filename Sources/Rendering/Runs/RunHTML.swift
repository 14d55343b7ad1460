package import KitchenModel

/// A run as one self-contained page: the picture, then the record.
package enum RunHTML {
  /// The page. It loads nothing and runs nothing.
  package static func text(of shown: ShownRun, clock: LocalClock) -> String {
    let record = RunRecord(of: shown, clock)
    var body = [XMLElement("h1", text: record.title)]
    body += record.facts.map { XMLElement("p", text: $0) }
    body.append(RunSVG.root(of: shown, width: 1000))
    let head = PlanHTML.row("th", ["Done", "When", "Planned", "What", "Who"])
    body.append(
      XMLElement(
        "table", [:],
        [head]
          + record.entries.map { entry in
            PlanHTML.row(
              "td",
              [
                entry.outcome == .done ? "✓" : entry.outcome.rawValue, entry.actual ?? "",
                entry.planned ?? "", entry.what, entry.who,
              ])
          }))
    body += record.remarks.map { XMLElement("p", text: $0) }
    return PlanHTML.page(titled: record.title, body)
  }
}
