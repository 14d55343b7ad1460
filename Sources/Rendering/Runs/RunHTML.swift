package import KitchenModel

/// A run as one self-contained page: the picture, then the record.
package enum RunHTML {
  /// The page. It loads nothing and runs nothing.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - menu: What was cooked in the end.
  ///   - served: When each course, by its offset, was served, from the run's start.
  ///   - edits: What was said of it afterwards.
  ///   - clock: What tells clock times.
  package static func text(
    of run: Run, cooking menu: Menu, served: [Seconds: Seconds] = [:], edits: [RunEdit] = [],
    clock: LocalClock
  ) -> String {
    let record = RunRecord(of: run, menu, served: served, edits: edits, clock)
    var body = [XMLElement("h1", text: record.title)]
    body += record.facts.map { XMLElement("p", text: $0) }
    body.append(RunSVG.root(of: run, width: 1000))
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
