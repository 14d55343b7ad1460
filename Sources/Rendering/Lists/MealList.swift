package import KitchenModel

/// Meals, one a line.
package enum MealList {
  /// The list in at most `width` columns; a sentence where there are none.
  package static func text(of meals: [Meal], width: Int = 80) -> StyledText {
    guard !meals.isEmpty else {
      return StyledText(lines: [StyledLine("No meals yet.", .quiet)]).fitted(to: width)
    }
    var table = TextTable([.init("meal", shrinks: true), .init("dishes", shrinks: true)])
    for meal in meals {
      let dishes = meal.dishes.map { TerminalText.sanitized($0.text) }
      table.append([
        .init(TerminalText.sanitized(meal.name.text)), .init(dishes.joined(separator: ", ")),
      ])
    }
    return StyledText(lines: table.lines(width: width))
  }

  /// One meal with its dishes, one a line.
  package static func card(of meal: Meal, width: Int = 80) -> StyledText {
    var text = StyledText()
    text.append(TerminalText.sanitized(meal.name.text), .heading)
    text.lines += dishes(of: meal, width: width).lines
    return text.fitted(to: width)
  }

  /// The meal's dishes, a line each.
  package static func dishes(of meal: Meal, width: Int = 80) -> StyledText {
    var text = StyledText()
    for dish in meal.dishes { text.append("- " + TerminalText.sanitized(dish.text)) }
    return text.fitted(to: width)
  }
}
