import KitchenModel

/// The ingredients of a dish that one of its steps names.
struct StepIngredients {
  /// Their lines, as the cook wrote them.
  let lines: [String]

  /// Finds them: those whose lines share a word with the step's title.
  init(of step: Step, in dish: Dish) {
    let said = Set(Self.words(step.title))
    lines = dish.ingredients.filter { line in Self.words(line).contains { said.contains($0) } }
  }

  /// The words of a text without their endings, so that `potatoes` is `potato`; without numbers and
  /// measures.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
      .filter { $0.count >= 3 && !measures.contains($0) }.map(stem)
  }

  private static func stem(_ word: String) -> String {
    for (ending, rest) in [("ies", "y"), ("oes", "o"), ("ves", "f"), ("es", "e"), ("s", "")]
    where word.hasSuffix(ending) && word.count > ending.count + 2 && !word.hasSuffix("ss") {
      return word.dropLast(ending.count) + rest
    }
    return word
  }

  private static let measures: Set<String> = [
    "cup", "cups", "tbsp", "tsp", "tablespoon", "tablespoons", "teaspoon", "teaspoons", "pound",
    "pounds", "ounce", "ounces", "gram", "grams", "piece", "pieces", "the", "and", "for", "with",
    "into", "some", "fresh", "large", "small", "medium",
  ]
}
