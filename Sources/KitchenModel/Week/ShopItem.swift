/// What is known of a thing to buy.
package struct ShopItem: Sendable, Hashable {
  /// What it is called.
  package var name: String
  /// Whether it is always there.
  package var isInPantry = false
  /// Where the shop has it; nil where the program decides.
  package var aisle: String?
  /// When it was ticked off; nil where it was not.
  package var tickedAt: Instant?

  /// Creates a thing of which nothing is known.
  package init(name: String) { self.name = name }

  /// Whether nothing is known of it.
  package var isBlank: Bool { !isInPantry && aisle == nil && tickedAt == nil }
}
