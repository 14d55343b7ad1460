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
      .init("step", shrinks: true), .init("kind", label: TextTable.Column.Label.none),
      .init("takes"), .init("number"), .init("needs", shrinks: true, label: .head),
      .init("after", shrinks: true, label: .head),
    ])
    for row in rows(of: draft) {
      let style = row.isHandsOn ? TextStyle.handsOn : .waiting
      table.append([
        .init(row.step), .init(row.kind, style), .init(row.takes, style),
        .init(row.number, row.isEstimated ? .quiet : .plain), .init(row.needs), .init(row.after),
      ])
      for remark in row.remarks { table.append(note: StyledLine("  " + remark, .quiet)) }
    }
    return table
  }

  /// A step of a draft in words, safe for a terminal.
  package struct Row: Sendable, Hashable {
    /// What is done.
    package var step: String
    /// Whether it takes hands, in words.
    package var kind: String
    /// Whether it takes hands.
    package var isHandsOn: Bool
    /// How long it takes.
    package var takes: String
    /// Where that number came from.
    package var number: String
    /// Whether it was estimated.
    package var isEstimated: Bool
    /// What it is done in.
    package var needs: String
    /// What it follows, where that is not the step before it.
    package var after: String
    /// What to look at.
    package var remarks: [String]
  }

  /// The steps of a draft.
  package static func rows(of draft: DishDraft) -> [Row] {
    let words = DishWords(draft.dish)
    return zip(draft.dish.steps, draft.numbers).enumerated().map { index, pair in
      let (step, number) = pair
      let way = step.ways[0]
      return Row(
        step: TerminalText.sanitized(step.title), kind: DishWords.kind(way.kind),
        isHandsOn: way.kind == .blocking,
        takes: number.origin == .unknown ? "?" : DishWords.duration(way.duration),
        number: number.origin.rawValue, isEstimated: number.origin == .estimated,
        needs: DishWords.needs(way), after: words.after(index),
        remarks: number.remarks.map { TerminalText.sanitized($0) })
    }
  }

  /// How long it takes one thing at a time, beside what the recipe says.
  package static func sum(of draft: DishDraft) -> String {
    let sum = "One thing at a time: \(draft.sum.exactText)"
    guard let total = draft.statedTotal else { return sum + "." }
    return sum + "; the recipe says \(total.exactText)."
  }
}
