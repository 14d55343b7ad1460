package import KitchenModel

/// A plan as a table: what happens when, who does it, with what, and how late it may become.
package enum PlanTable {
  /// The table with a headline above and what limits the plan below.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - clock: What tells clock times, where the plan has any.
  ///   - width: The most columns a line takes.
  ///   - cook: A cook by index, for whom alone it is; nil for all.
  package static func text(
    of plan: Plan, clock: LocalClock, width: Int = 80, for cook: Int? = nil
  ) -> StyledText {
    let planClock = PlanClock(plan, clock)
    let sentences = PlanSentences(plan, planClock)
    var text = StyledText()
    text.append(wrapping: sentences.headline, width: width, indent: "  ", .heading)
    if let times = sentences.times { text.append(wrapping: times, width: width, indent: "  ") }
    if let cook {
      text.append(wrapping: "For \(StepWords(plan.menu).cook(cook)).", width: width)
    }
    text.append("")
    text.lines += table(of: plan, planClock, cook: cook).lines(width: width)
    text.append("")
    let closing = (sentences.remarks + [sentences.proof]).joined(separator: " ")
    text.append(wrapping: closing, width: width)
    for reason in sentences.reasons {
      text.append(wrapping: "- " + reason, width: width, indent: "  ")
    }
    for serving in plan.menu.dishes where serving.scale != nil && !serving.dish.ingredients.isEmpty
    {
      text.append("")
      text.append(wrapping: DishWords.heading(of: serving), width: width, .heading)
      for ingredient in serving.dish.ingredients {
        text.append(
          wrapping: "- " + TerminalText.sanitized(ingredient), width: width, indent: "  ")
      }
    }
    // The reasons may have pushed what stands at the top off the screen.
    if let times = sentences.times {
      text.append("")
      text.append(wrapping: times, width: width, indent: "  ")
    }
    return text.fitted(to: width)
  }

  private static func table(of plan: Plan, _ clock: PlanClock, cook: Int?) -> TextTable {
    var table = TextTable([
      .init("when", alignment: .trailing), .init("until", alignment: .trailing),
      .init("who", shrinks: true), .init("dish", shrinks: true), .init("step", shrinks: true),
      .init("equipment", shrinks: true), .init("spare", alignment: .trailing),
    ])
    let words = StepWords(plan.menu)
    var day: Int?
    for entry in PlanAgenda(plan, cook: cook).entries {
      // A free stretch may reach over midnight: it stands under the day it begins on.
      if !entry.isFree, clock.spansDays, day != clock.day(entry.start) {
        day = clock.day(entry.start)
        table.append(note: StyledLine(clock.dayText(entry.start) ?? "", .heading))
      }
      append(entry, to: &table, clock, words, plan)
    }
    return table
  }

  private static func append(
    _ entry: PlanAgenda.Entry, to table: inout TextTable, _ clock: PlanClock, _ words: StepWords,
    _ plan: Plan
  ) {
    switch entry {
    case .preheat(let preheat):
      let style = TextStyle.preheating
      table.append([
        .init(clock.text(preheat.start), style), .init(clock.text(preheat.end), style), "", "",
        .init(words.heating(preheat, isCooling: plan.isCooling(preheat)), style),
        .init(words.appliance(preheat.equipment, preheat.unit), style), "",
      ])
    case .step(let step):
      let style = step.kind == .blocking ? TextStyle.handsOn : .waiting
      // A day and a night later the same time comes again.
      let isLong = step.end - step.start >= .minutes(24 * 60)
      let end = isLong ? clock.text(step.end, from: step.start) : clock.text(step.end)
      table.append([
        .init(clock.text(step.start), style), .init(end, style),
        .init(words.cooks(step), style), .init(words.dish(step.reference), style),
        .init(words.step(step.reference), style), .init(words.equipment(step), style),
        step.isCritical ? .init("none", .critical) : .init(step.slack.spokenText, .quiet),
      ])
    case .free(let from, let until):
      let words = "free until \(clock.text(until, from: from))"
      table.append(note: StyledLine("       " + words, .quiet))
    case .serve(let moment, let dishes):
      table.append([
        .init(clock.text(moment), .heading), "", "",
        .init(words.served(dishes), .heading),
        .init("serve", .heading), "", "",
      ])
    }
  }
}
