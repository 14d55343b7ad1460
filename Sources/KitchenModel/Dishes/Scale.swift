/// By what a recipe is multiplied: an exact fraction above zero.
package struct Scale: Sendable, Hashable, Codable {
  /// Above the line, at least 1.
  package let numerator: Int
  /// Below the line, at least 1, without a common factor.
  package let denominator: Int

  /// The largest factor.
  package static let largest = 1000

  /// Reads `2`, `1.5` or `1/2`; nil for anything else, for nothing and for more than ``largest``.
  package init?(_ text: some StringProtocol) {
    guard let value = Quantity(text), value.numerator > 0,
      value.numerator <= value.denominator * Self.largest
    else { return nil }
    (numerator, denominator) = (value.numerator, value.denominator)
  }

  /// `2`, `1.5`.
  package var text: String {
    Quantity(numerator, over: denominator).map { $0.text(.decimal) } ?? ""
  }

  /// A whole number multiplied, rounded to the nearest, from 1 to the largest there is.
  package func applied(to count: Int) -> Int {
    let (above, below) = (Int128(numerator), Int128(denominator))
    return max(1, Int(clamping: (2 * Int128(count) * above + below) / (2 * below)))
  }

  /// An ingredient's line with its quantities multiplied.
  ///
  /// A line is multiplied as a whole or not at all: where a number in it is not understood, it stays and
  /// says so. A line without a number stays as it is.
  package func applied(to ingredient: String) -> String {
    switch IngredientLine(ingredient).scaled(by: self) {
    case .scaled(let line): line
    case .withoutNumber: ingredient
    case .notUnderstood: ingredient + Self.mark
    }
  }

  /// What a line that is not understood says.
  package static let mark = " (not scaled)"
}

extension Dish {
  /// The dish for more or fewer: servings and ingredients are multiplied, durations are not.
  package func scaled(by scale: Scale) -> Dish {
    var dish = self
    dish.servings = servings.map { scale.applied(to: $0) }
    dish.ingredients = ingredients.map { scale.applied(to: $0) }
    return dish
  }
}
