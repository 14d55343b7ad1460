/// What to buy for some dishes, the amounts of one thing added up.
package struct ShoppingList: Sendable, Hashable {
  /// A thing to buy.
  package struct Item: Sendable, Hashable {
    /// By what it is told apart.
    package var key: String
    /// What it is called.
    package var name: String
    /// How much, each in a unit of its own: all of them together are needed.
    package var amounts: [Amount]
    /// Where the shop has it.
    package var aisle: String
    /// The dishes it is for, in order.
    package var from: [String]
    /// Whether it is always there.
    package var isInPantry: Bool
    /// Whether it was ticked off.
    package var isTicked: Bool

    /// Creates a thing to buy.
    package init(
      key: String, name: String, amounts: [Amount], aisle: String, from: [String],
      isInPantry: Bool, isTicked: Bool
    ) {
      self.key = key
      self.name = name
      self.amounts = amounts
      self.aisle = aisle
      self.from = from
      self.isInPantry = isInPantry
      self.isTicked = isTicked
    }
  }

  /// A number of a unit.
  package struct Amount: Sendable, Hashable {
    /// How many.
    package var amount: Fraction
    /// The unit, in the singular; nil for a count.
    package var unit: String?
    /// The unit in the plural.
    package var plural: String?
    /// How much there is in each: the 400 g of a tin.
    package var size: String?
    /// Whether it is written as a decimal.
    package var isMetric: Bool

    /// Creates an amount.
    package init(
      amount: Fraction, unit: String?, plural: String? = nil, size: String?, isMetric: Bool
    ) {
      self.amount = amount
      self.unit = unit
      self.plural = plural
      self.size = size
      self.isMetric = isMetric
    }
  }

  /// The things, by aisle, then by name.
  package var items: [Item]

  /// Creates a list.
  package init(items: [Item]) { self.items = items }

  /// Where a thing stands of which nobody has said it.
  package static let otherAisle = "Other"

  /// The aisles in the order of a walk through a shop.
  package static let aisles = [
    "Produce", "Bakery", "Meat and fish", "Dairy and eggs", "Pasta, rice and grains",
    "Tins and jars", "Oil, vinegar and sauces", "Herbs and spices", "Baking", "Frozen", "Drinks",
  ]
}
