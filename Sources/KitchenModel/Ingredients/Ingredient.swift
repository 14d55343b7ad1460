/// A line of a list of ingredients, understood: how much of what.
package struct Ingredient: Sendable, Hashable {
  /// The line as the cook wrote it.
  package var text: String
  /// How much, in the order written; empty where the line states no amount.
  package var amounts: [Amount]
  /// What it is: `milk`.
  package var name: String
  /// What else the line says of it: `warm`, `finely chopped`, `400 g` of a tin.
  package var note: String?

  /// Creates an ingredient.
  package init(text: String, amounts: [Amount] = [], name: String, note: String? = nil) {
    self.text = text
    self.amounts = amounts
    self.name = name
    self.note = note
  }

  /// A number, or a range, of a unit.
  package struct Amount: Sendable, Hashable {
    /// The least.
    package var minimum: Fraction
    /// The most; equal to ``minimum`` but in a range.
    package var maximum: Fraction
    /// The unit as it is written, in the singular: `cup`, `EL`; nil for a count.
    package var unit: String?
    /// The unit in the plural.
    package var plural: String?
    /// What the unit is, whatever the language; nil for a count.
    package var measure: Measure?
    /// How it stands to the amount before it.
    package var relation: Relation
    /// How much there is in each: the 400 g of a tin.
    package var size: String?

    /// Creates an amount.
    package init(
      _ minimum: Fraction, to maximum: Fraction? = nil, unit: String? = nil,
      plural: String? = nil, measure: Measure? = nil, relation: Relation = .adds,
      size: String? = nil
    ) {
      self.minimum = minimum
      self.maximum = maximum ?? minimum
      self.unit = unit
      self.plural = plural
      self.measure = measure
      self.relation = relation
      self.size = size
    }
  }

  /// How an amount stands to the one before it.
  package enum Relation: Sendable, Hashable {
    /// It comes to it: `1 lb 2 oz`.
    case adds
    /// It is the same again in another unit: `1 cup (240 ml)`.
    case equals
  }
}
