package import KitchenModel

/// All there is to know of a dish.
package enum DishCard {
  /// The card in at most `width` columns.
  package static func text(of dish: Dish, width: Int = 80) -> StyledText {
    var text = StyledText()
    text.append(wrapping: TerminalText.sanitized(dish.name.text), width: width, .heading)
    for fact in facts(of: dish) { text.append(wrapping: fact, width: width, indent: "  ") }
    if !dish.steps.isEmpty {
      text.append("")
      text.lines += steps(of: dish).lines(width: width)
    }
    append("Ingredients", dish.ingredients.map { "- " + TerminalText.sanitized($0) }, to: &text)
    append("Notes", dish.notes.map(TerminalText.sanitizedLines) ?? [], to: &text)
    return StyledText(
      lines: text.lines.flatMap { line in
        line.width <= width
          ? [line.fitted(to: width)]
          : WordWrap.lines(line.text, width: width, indent: "  ").map { StyledLine($0) }
      })

    func append(_ head: String, _ lines: [String], to text: inout StyledText) {
      guard !lines.isEmpty else { return }
      text.append("")
      text.append(head, .heading)
      for line in lines { text.append(line) }
    }
  }

  private static func facts(of dish: Dish) -> [String] {
    var serving = dish.serve == .hot ? "Served hot" : "Keeps until served"
    if dish.serveOffset > .zero {
      serving += ", \(dish.serveOffset.exactText) after serving time"
    }
    if let hold = dish.holdMaximum { serving += ", waits \(hold.exactText) at most" }
    if let keeps = dish.keepsFor { serving += ", leftovers keep \(keeps.exactText)" }
    var facts = [serving + "."]
    if let servings = dish.servings { facts[0] = "For \(servings). " + facts[0] }
    let limits = [
      dish.notBefore.map { "not before \($0.text)" },
      dish.notAfter.map { "not after \($0.text)" },
    ].compactMap { $0 }
    if !limits.isEmpty { facts.append("Cooked \(limits.joined(separator: ", ")).") }
    if !dish.tags.isEmpty {
      facts.append("Tags: \(dish.tags.map(TerminalText.sanitized).joined(separator: ", ")).")
    }
    if let source = dish.source { facts.append("From \(TerminalText.sanitized(source)).") }
    for (moment, words) in [("start", dish.says.start), ("finish", dish.says.finish)] {
      if let words { facts.append("Says at the \(moment): \(TerminalText.sanitized(words))") }
    }
    return facts
  }

  private static func steps(of dish: Dish) -> TextTable {
    var table = TextTable([
      .init("id", shrinks: true), .init("step", shrinks: true),
      .init("kind", label: TextTable.Column.Label.none),
      .init("takes"), .init("needs", shrinks: true, label: .head),
      .init("after", shrinks: true, label: .head),
      .init("limits", shrinks: true, label: .head),
    ])
    let words = DishWords(dish)
    for (index, step) in dish.steps.enumerated() {
      let limits = [
        step.notBefore.map { "from \($0.text)" }, step.notAfter.map { "until \($0.text)" },
        step.keeps.map(DishWords.keeping),
      ].compactMap { $0 }
      for (number, way) in step.ways.enumerated() {
        let style = way.kind == .blocking ? TextStyle.handsOn : .waiting
        let isFirst = number == 0
        table.append([
          .init(isFirst ? TerminalText.sanitized(step.id) : "or", isFirst ? .plain : .quiet),
          .init(isFirst ? TerminalText.sanitized(step.title) : ""),
          .init(DishWords.kind(way.kind), style),
          .init(DishWords.duration(way.duration), style),
          .init(DishWords.needs(way)),
          .init(isFirst ? words.after(index) : ""),
          .init(isFirst ? limits.joined(separator: ", ") : ""),
        ])
      }
    }
    return table
  }
}
