package import KitchenModel

/// A plan as a Gantt chart in Mermaid, for documents that draw it: a section a dish, and one before
/// them for what is to be heated.
package enum PlanMermaid {
  /// The chart; without a place on the clock it begins at midnight of an arbitrary day.
  package static func text(of plan: Plan, clock: LocalClock) -> String {
    let words = StepWords(plan.menu)
    var lines = [
      "gantt", "  title \(safe(plan.menu.name))", "  dateFormat YYYY-MM-DDTHH:mm:ss",
      "  axisFormat %H:%M",
    ]
    if !plan.preheats.isEmpty { lines.append("  section Preheat") }
    for preheat in plan.preheats {
      let what =
        "Heat the \(words.appliance(preheat.equipment, preheat.unit)) to \(preheat.temperature.text)"
      lines.append(
        "  \(safe(what)) :\(moment(preheat.start, of: plan, clock)), "
          + moment(preheat.end, of: plan, clock))
    }
    for (index, serving) in plan.menu.dishes.enumerated() {
      lines.append("  section \(safe(serving.label))")
      for step in plan.steps where step.reference.dish == index {
        let tags = tags(step)
        let start = moment(step.start, of: plan, clock)
        let end = step.end > step.start ? moment(step.end, of: plan, clock) : "0s"
        lines.append("  \(safe(words.stepBesideDish(step))) :\(tags)\(start), \(end)")
      }
    }
    lines.append("  section Serve")
    for (index, serving) in plan.menu.dishes.enumerated() {
      let due = plan.makespan + serving.dish.serveOffset
      let isFirst = plan.menu.dishes.firstIndex { $0.dish.serveOffset == serving.dish.serveOffset }
      guard isFirst == index else { continue }
      let names = plan.menu.dishes.filter { $0.dish.serveOffset == serving.dish.serveOffset }
      lines.append(
        "  \(safe(names.map(\.label).joined(separator: " and "))) :milestone, "
          + "\(moment(due, of: plan, clock)), 0s")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func tags(_ step: PlannedStep) -> String {
    var tags: [String] = []
    if step.end == step.start { tags.append("milestone") }
    if step.isCritical { tags.append("crit") }
    // Hands-on work is drawn solid, waiting in the colour of what is done by itself.
    if step.kind == .blocking { tags.append("active") }
    return tags.map { $0 + ", " }.joined()
  }

  /// `2026-11-26T18:30:00` on the kitchen's clock.
  private static func moment(_ moment: Seconds, of plan: Plan, _ clock: LocalClock) -> String {
    let local = plan.startAt.map { clock.localSeconds($0 + moment) } ?? 946_684_800 + moment.count
    return String(Instant(epochSeconds: local).iso8601.dropLast())
  }

  /// A name that Mermaid takes for a name: without the marks that end one, and not beginning with a
  /// word of its own.
  private static func safe(_ name: String) -> String {
    var safe = ""
    for character in TerminalText.sanitized(name) {
      switch character {
      case ":": safe.append("：")
      case ";": safe.append("；")
      case "#": safe.append("＃")
      case "%": safe.append("％")
      case "<": safe.append("‹")
      case ">": safe.append("›")
      default: safe.append(character)
      }
    }
    let first = safe.lowercased().prefix { $0.isLetter }
    return keywords.contains(String(first)) || beginsWithDate(safe) ? "– \(safe)" : safe
  }

  /// `2026-11-26 dinner`: Mermaid takes a date at the beginning of a line for one.
  private static func beginsWithDate(_ name: String) -> Bool {
    let head = Array(name.utf8.prefix(10))
    return head.count == 10
      && head.indices.allSatisfy { index in
        index == 4 || index == 7
          ? head[index] == UInt8(ascii: "-") : (48...57).contains(head[index])
      }
  }

  /// The words that begin a line of a Gantt chart of Mermaid.
  private static let keywords: Set<String> = [
    "gantt", "title", "section", "dateformat", "axisformat", "tickinterval", "excludes", "includes",
    "todaymarker", "inclusiveenddates", "topaxis", "weekday", "weekend", "acctitle", "accdescr",
    "accdescription", "click", "call", "href", "end",
  ]
}
