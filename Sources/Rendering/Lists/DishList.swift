package import KitchenModel

/// Dishes, one a line.
package enum DishList {
  /// The list, of all dishes or those with a tag, in at most `width` columns; a sentence where there are
  /// none.
  package static func text(of dishes: [Dish], tag: String? = nil, width: Int = 80) -> StyledText {
    guard !dishes.isEmpty else {
      let none = tag.map { "No dish has the tag \($0.quoted)." } ?? "No dishes yet."
      return StyledText(lines: [StyledLine(none, .quiet)]).fitted(to: width)
    }
    var table = TextTable([
      .init("dish", shrinks: true), .init("steps", alignment: .trailing),
      .init("hands-on", alignment: .trailing), .init("waiting", alignment: .trailing),
      .init("serves", alignment: .trailing), .init("tags", shrinks: true, label: .head),
    ])
    for dish in dishes {
      table.append([
        .init(TerminalText.sanitized(dish.name.text)),
        .init(String(dish.steps.count)),
        .init(total(.blocking, of: dish), .handsOn),
        .init(total(.waiting, of: dish), .waiting),
        .init(dish.servings.map(String.init) ?? ""),
        .init(dish.tags.map(TerminalText.sanitized).joined(separator: ", "), .quiet),
      ])
    }
    return StyledText(lines: table.lines(width: width))
  }

  /// The sum of a kind's likely durations, of each step's first way.
  private static func total(_ kind: Way.Kind, of dish: Dish) -> String {
    let ways = dish.steps.compactMap(\.ways.first).filter { $0.kind == kind }
    guard !ways.isEmpty else { return "" }
    return ways.reduce(.zero) { $0 + $1.duration.likely }.exactText
  }
}
