/// A non-negative decimal number of up to nine digits before the point and eighteen after it.
///
/// Sums of its products with units are exact in 128 bits: 10⁹ weeks in 10⁻¹⁸ s stay below 2¹²⁷.
struct DecimalNumber {
  /// The number times ``scale``.
  let scaled: Int128
  /// Whether it was written without a point.
  let isWhole: Bool

  /// What ``scaled`` counts in one.
  static let scale: Int128 = 1_000_000_000_000_000_000

  /// Reads digits with at most one point; nil for anything else, and for more than nine digits
  /// before the point. Digits past the eighteenth after the point are dropped.
  init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let whole = parts[0].drop { $0 == 48 }
    guard whole.count <= 9 else { return nil }
    var value = whole.reduce(Int128(0)) { $0 * 10 + Int128($1 - 48) } * Self.scale
    if parts.count == 2 {
      var place = Self.scale
      for digit in parts[1].prefix(18) {
        place /= 10
        value += place * Int128(digit - 48)
      }
    }
    scaled = value
    isWhole = parts.count == 1
  }
}
