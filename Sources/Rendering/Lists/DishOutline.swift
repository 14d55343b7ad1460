package import KitchenModel

/// A dish's steps, numbered, in a line each: what was understood of what a cook wrote.
package enum DishOutline {
  /// The outline in at most `width` columns.
  package static func text(of dish: Dish, width: Int = 80) -> StyledText {
    var text = StyledText()
    for (index, step) in dish.steps.enumerated() {
      text.append(wrapping: "\(index + 1). \(line(of: step))", width: width, indent: "   ")
    }
    return text
  }

  /// A step in one line: `Bake: 50 min waiting; oven, 180C; keeps 20 min`.
  package static func line(of step: Step) -> String {
    line(step.title, step.ways, step.keeps)
  }

  /// A step as it was written for a dish that is not stored yet.
  package static func line(of step: StepSpecification, in dish: String) -> String {
    line(step.title ?? dish, [step.way], step.keeps)
  }

  private static func line(_ title: String, _ ways: [Way], _ keeps: Keeping?) -> String {
    let ways = ways.map { way in
      let length = "\(DishWords.duration(way.duration)) \(DishWords.kind(way.kind))"
      let needs = DishWords.needs(way)
      return needs.isEmpty ? length : "\(length); \(needs)"
    }
    let kept = keeps.map { "; \(DishWords.keeping($0))" } ?? ""
    return "\(TerminalText.sanitized(title)): \(ways.joined(separator: " or "))\(kept)"
  }

  /// What was guessed of a step: `Boil beans (waiting)`.
  package static func guess(_ step: StepSpecification, in dish: Dish) -> String {
    let title = TerminalText.sanitized(step.title ?? dish.name.text)
    return "\(title) (\(DishWords.kind(step.way.kind)))"
  }
}
