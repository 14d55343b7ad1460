/// By what a recipe is multiplied: an exact fraction above zero.
package struct Scale: Sendable, Hashable {
  /// Above the line, at least 1.
  package let numerator: Int
  /// Below the line, at least 1, without a common factor.
  package let denominator: Int

  /// The largest factor.
  package static let largest = 1000

  /// Reads `2`, `1.5` or `1/2`; nil for anything else, for nothing and for more than ``largest``.
  package init?(_ text: some StringProtocol) {
    guard let value = Fraction(text) else { return nil }
    self.init(value)
  }

  /// A factor; nil for nothing and for more than ``largest``.
  package init?(_ value: Fraction) {
    guard value.numerator > 0,
      Int128(value.numerator) <= Int128(value.denominator) * Int128(Self.largest)
    else { return nil }
    (numerator, denominator) = (value.numerator, value.denominator)
  }

  /// The factor as a fraction.
  package var fraction: Fraction { Fraction(numerator, over: denominator) ?? .zero }

  /// `2`, `1.5`, `2/3`.
  package var text: String { fraction.decimalText(places: 4) ?? fraction.text }

  /// A whole number multiplied, rounded to the nearest, from 1 to the largest there is.
  package func applied(to count: Int) -> Int {
    let (above, below) = (Int128(numerator), Int128(denominator))
    return max(1, Int(clamping: (2 * Int128(count) * above + below) / (2 * below)))
  }
}
