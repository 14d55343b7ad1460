package import KitchenModel

/// A plan as comma-separated values, a row a step, by start.
package enum PlanCSV {
  /// The document, with a row of column names.
  package static func text(of plan: Plan) -> String {
    var rows = [
      [
        "dish", "step", "title", "kind", "startSeconds", "endSeconds", "startAt", "endAt", "cooks",
        "equipment", "temperature", "slackSeconds",
      ]
    ]
    let words = StepWords(plan.menu)
    let names = plan.menu.kitchen.cooks.names
    for step in plan.steps {
      let temperature = words.way(step).temperature?.text ?? ""
      let equipment = step.uses.map { use in
        use.equipment + (use.unit.map { " \($0)" } ?? "") + (use.units > 1 ? " x\(use.units)" : "")
      }
      rows.append([
        plan.menu.dishes[step.reference.dish].label, plan.menu[step.reference].id,
        plan.menu[step.reference].title, step.kind.rawValue, "\(step.start.count)",
        "\(step.end.count)", plan.startAt.map { ($0 + step.start).iso8601 } ?? "",
        plan.startAt.map { ($0 + step.end).iso8601 } ?? "",
        step.cooks.map { names[$0] }.joined(separator: "; "), equipment.joined(separator: "; "),
        temperature, "\(step.slack.count)",
      ])
    }
    return CSVText.text(rows.map { $0.map(TerminalText.sanitized) })
  }
}
