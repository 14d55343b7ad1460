package import JSON
package import KitchenModel

extension JSONValue {
  /// An ingredient as it was read; fractions are text.
  package init(_ ingredient: Ingredient) {
    self = [
      "text": .string(ingredient.text),
      "amounts": .array(
        ingredient.amounts.map { amount in
          [
            "min": .string(amount.minimum.text), "max": .string(amount.maximum.text),
            "unit": .text(amount.unit),
          ]
        }),
      "name": .string(ingredient.name),
      "note": .text(ingredient.note),
    ]
  }
}
