package import KitchenModel

/// A stretch of work that a step's text tells of.
package struct Stretch: Sendable, Hashable {
  /// The words that tell of it, on one line.
  package var text: String
  /// Whether hands are needed.
  package var kind: Way.Kind
  /// How long.
  package var estimate: Estimate
  /// Where the number came from.
  package var origin: NumberOrigin
  /// The equipment it holds.
  package var equipment: String?
  /// The oven's temperature.
  package var temperature: Temperature?
  /// Something for the cook to look at.
  package var remarks: [String] = []

  /// Creates a stretch.
  package init(
    text: String, kind: Way.Kind, estimate: Estimate, origin: NumberOrigin,
    equipment: String? = nil, temperature: Temperature? = nil
  ) {
    self.text = text
    self.kind = kind
    self.estimate = estimate
    self.origin = origin
    self.equipment = equipment
    self.temperature = temperature
  }
}

/// Where a duration came from.
package enum NumberOrigin: String, Sendable, Hashable, Codable, CaseIterable {
  /// It is stated in the text.
  case stated
  /// A timer of the recipe's markup says it.
  case timer
  /// It was estimated from the text's length.
  case estimated
  /// Nothing is known of it: the language is not read.
  case unknown
}
