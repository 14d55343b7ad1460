package import KitchenModel

/// A recipe's draft for the cook to look over: its steps, and where each number came from.
package enum DraftCard {
  /// The card in at most `width` columns.
  package static func text(of draft: DishDraft, width: Int = 80) -> StyledText {
    let dish = draft.dish
    var text = StyledText()
    text.append(wrapping: TerminalText.sanitized(dish.name.text), width: width, .heading)
    if let source = dish.source {
      text.append(wrapping: "From \(TerminalText.sanitized(source)).", width: width, indent: "  ")
    }
    if !dish.steps.isEmpty {
      text.append("")
      text.lines += steps(of: draft).lines(width: width)
      text.append("")
    }
    text.append(wrapping: sum(of: draft), width: width, indent: "  ")
    return text.fitted(to: width)
  }

  private static func steps(of draft: DishDraft) -> TextTable {
    var table = TextTable([
      .init("step", shrinks: true), .init("kind"), .init("takes"), .init("number"),
      .init("needs", shrinks: true), .init("after", shrinks: true),
    ])
    let words = DishWords(draft.dish)
    for (index, (step, number)) in zip(draft.dish.steps, draft.numbers).enumerated() {
      let way = step.ways[0]
      let style = way.kind == .blocking ? TextStyle.handsOn : .waiting
      table.append([
        .init(TerminalText.sanitized(step.title)), .init(DishWords.kind(way.kind), style),
        .init(DishWords.duration(way.duration), style),
        .init(number.origin.rawValue, number.origin == .estimated ? .quiet : .plain),
        .init(DishWords.needs(way)), .init(words.after(index)),
      ])
      for remark in number.remarks {
        table.append(note: StyledLine("  " + TerminalText.sanitized(remark), .quiet))
      }
    }
    return table
  }

  private static func sum(of draft: DishDraft) -> String {
    let sum = "One thing at a time: \(draft.sum.spokenText)"
    guard let total = draft.statedTotal else { return sum + "." }
    return sum + "; the recipe says \(total.spokenText)."
  }
}
