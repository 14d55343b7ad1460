package import KitchenModel

/// A plan as a running order in Markdown, for the fridge door: one box to tick for everything that
/// somebody has to do.
package enum PlanMarkdown {
  /// The document of a plan, for everybody or for one cook by index.
  package static func text(of plan: Plan, clock: LocalClock, for cook: Int? = nil) -> String {
    let planClock = PlanClock(plan, clock)
    let sentences = PlanSentences(plan, planClock)
    let words = StepWords(plan.menu)
    let reader = cook.map { " (\(words.cook($0)))" } ?? ""
    var blocks = ["# " + MarkdownText.escaped(TerminalText.sanitized(plan.menu.name) + reader)]
    if let times = sentences.times { blocks.append(MarkdownText.escaped(times)) }
    blocks.append(MarkdownText.escaped(sentences.gain.firstUpper + "."))

    var items: [String] = []
    var day: Int?
    for entry in PlanAgenda(plan, cook: cook).entries {
      if !entry.isFree, planClock.spansDays, day != planClock.day(entry.start) {
        if !items.isEmpty { blocks.append(items.joined(separator: "\n")) }
        items = []
        day = planClock.day(entry.start)
        blocks.append("## " + (planClock.dayText(entry.start) ?? ""))
      }
      items.append(item(entry, planClock, words, plan))
    }
    blocks.append(items.joined(separator: "\n"))
    if !sentences.waits.isEmpty {
      blocks.append(MarkdownText.escaped(sentences.waits.joined(separator: " ")))
    }
    blocks += ingredients(of: plan.menu)
    if !sentences.reasons.isEmpty {
      let reasons = sentences.reasons.map { "- " + MarkdownText.escaped($0) }
      blocks.append("## Why\n\n" + reasons.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// What to have at hand, by dish.
  static func ingredients(of menu: Menu) -> [String] {
    let dishes = menu.dishes.filter { !$0.dish.ingredients.isEmpty }
    guard !dishes.isEmpty else { return [] }
    return ["## Ingredients"]
      + dishes.map { serving in
        let title = DishWords.heading(of: serving)
        let lines = serving.dish.ingredients.map {
          "- " + MarkdownText.escaped(TerminalText.sanitized($0))
        }
        return "**\(MarkdownText.escaped(title))**\n\n" + lines.joined(separator: "\n")
      }
  }

  private static func item(
    _ entry: PlanAgenda.Entry, _ clock: PlanClock, _ words: StepWords, _ plan: Plan
  ) -> String {
    let menu = plan.menu
    switch entry {
    case .preheat(let preheat):
      let act = menu.imperative(.heat(preheat.heating), cooling: plan.isCooling(preheat))
      return box(clock.text(preheat.start), TerminalText.sanitized(act))
    case .step(let step):
      var details = ["\(step.duration.exactText), until \(clock.text(step.end, from: step.start))"]
      if step.kind == .waiting { details[0] = "wait " + details[0] }
      details += [words.equipment(step), words.cooks(step)].filter { !$0.isEmpty }
      return box(
        clock.text(step.start),
        "\(words.dishAndStep(step.reference)) (\(details.joined(separator: "; ")))")
    case .free(let from, let until):
      return "- *free until \(clock.text(until, from: from))*"
    case .serve(let moment, let dishes):
      let names = dishes.map { TerminalText.sanitized(menu.dishes[$0].label) }
      return box(clock.text(moment), "Serve \(names.joined(separator: ", "))")
    }
  }

  private static func box(_ time: String, _ text: String) -> String {
    "- [ ] **\(time)** \(MarkdownText.escaped(text))"
  }
}

/// Makes text mean itself in Markdown.
enum MarkdownText {
  /// `text` with a backslash before every character that Markdown or HTML gives a meaning.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>#|~&!$".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }
}
