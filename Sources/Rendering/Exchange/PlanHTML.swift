package import KitchenModel

/// A plan as one self-contained page to print: the picture, then the running order.
package enum PlanHTML {
  /// The page. It loads nothing and runs nothing.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - clock: What tells clock times, where the plan has any.
  ///   - cook: A cook by index, whose steps alone are shown; nil for all.
  package static func text(of plan: Plan, clock: LocalClock, for cook: Int? = nil) -> String {
    let shown = cook.map(plan.shown(to:)) ?? plan
    let planClock = PlanClock(plan, clock)
    let sentences = PlanSentences(plan, planClock)
    let name = TerminalText.sanitized(plan.menu.name)
    var body = [XMLElement("h1", text: name)]
    for sentence in [sentences.times, sentences.gain].compactMap({ $0 }) {
      body.append(XMLElement("p", text: sentence))
    }
    body.append(PlanPicture(plan, clock, width: 1000, for: cook, heading: .omitted).root)
    body.append(runningOrder(shown, planClock))
    body += ingredients(of: plan.menu)
    if !sentences.waits.isEmpty {
      body.append(XMLElement("p", text: sentences.waits.joined(separator: " ")))
    }
    if !sentences.reasons.isEmpty {
      body.append(XMLElement("h2", text: "Why"))
      body.append(XMLElement("ul", [:], sentences.reasons.map { XMLElement("li", text: $0) }))
    }
    return page(titled: name, body)
  }

  /// A page of its own around what it says.
  static func page(titled title: String, _ body: [XMLElement]) -> String {
    let page = XMLElement(
      "html", ["lang": "en"],
      [
        XMLElement(
          "head", [:],
          [
            XMLElement("meta", ["charset": "utf-8"]),
            XMLElement(
              "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            XMLElement("title", text: title), XMLElement("style", text: style),
          ]), XMLElement("body", [:], body),
      ])
    return "<!DOCTYPE html>\n" + page.markup()
  }

  /// How a page looks on screen and on paper.
  static let style =
    "body{font-family:sans-serif;max-width:62em;margin:2em auto;padding:0 1em}"
    + "svg{max-width:100%;height:auto}table{border-collapse:collapse;width:100%}"
    + "th,td{text-align:left;padding:.25em .75em .25em 0;border-bottom:1px solid #999}"
    + ".boxes{list-style:none;padding:0}"
    + "@media print{body{margin:0}tr{break-inside:avoid}}"

  /// What to have at hand, by dish, with boxes to tick.
  private static func ingredients(of menu: Menu) -> [XMLElement] {
    let dishes = menu.dishes.filter { !$0.dish.ingredients.isEmpty }
    guard !dishes.isEmpty else { return [] }
    return [XMLElement("h2", text: "Ingredients")]
      + dishes.flatMap { serving in
        [
          XMLElement("h3", text: DishWords.heading(of: serving)),
          XMLElement(
            "ul", ["class": "boxes"],
            serving.dish.ingredients.map {
              XMLElement("li", text: "\(box) \(TerminalText.sanitized($0))")
            }),
        ]
      }
  }

  /// A box to tick with a pen.
  private static let box = "\u{2610}"

  private static func runningOrder(_ plan: Plan, _ clock: PlanClock) -> XMLElement {
    let words = StepWords(plan.menu)
    var rows = [row("th", ["", "When", "Until", "What", "Who", "With"])]
    for entry in PlanAgenda(plan).entries {
      switch entry {
      case .preheat(let preheat):
        rows.append(
          row(
            "td",
            [
              box, clock.fullText(preheat.start), clock.fullText(preheat.end),
              TerminalText.sanitized(
                plan.menu.imperative(.heat(preheat.heating), cooling: plan.isCooling(preheat))),
              "", "",
            ]))
      case .step(let step):
        rows.append(
          row(
            "td",
            [
              box, clock.fullText(step.start), clock.fullText(step.end),
              words.dishAndStep(step.reference), words.cooks(step), words.equipment(step),
            ]))
      case .free(let from, let until):
        rows.append(
          row("td", ["", clock.fullText(from), clock.fullText(until), "nothing to do", "", ""]))
      case .serve(let moment, let dishes):
        let names = dishes.map { TerminalText.sanitized(plan.menu.dishes[$0].label) }
        rows.append(
          row(
            "td",
            [box, clock.fullText(moment), "", "Serve \(names.joined(separator: ", "))", "", ""]))
      }
    }
    return XMLElement("table", [:], rows)
  }

  /// A row of a table.
  static func row(_ cell: String, _ texts: [String]) -> XMLElement {
    // An empty element would be closed in itself, which HTML does not know.
    XMLElement("tr", [:], texts.map { XMLElement(cell, text: $0.isEmpty ? "\u{A0}" : $0) })
  }
}
