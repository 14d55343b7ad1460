/// An exact fraction that is never negative, as recipes have them.
///
/// Sums and products are checked: one too large for 64 bits above or below the line is nil.
package struct Fraction: Sendable, Hashable {
  /// Above the line, at least 0.
  package let numerator: Int
  /// Below the line, at least 1, without a common factor.
  package let denominator: Int

  /// Nothing.
  package static let zero = Fraction(reduced: 0, over: 1)

  private init(reduced numerator: Int, over denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A fraction, reduced; nil where either number is negative or the lower one is zero.
  package init?(_ numerator: Int, over denominator: Int = 1) {
    guard numerator >= 0, denominator > 0 else { return nil }
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    self.init(reduced: numerator / max(a, 1), over: denominator / max(a, 1))
  }

  /// Reads `2`, `1.5`, `1,5` or `1/2`, of up to six digits on each side.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let over = Self.digits(parts[0]), let under = Self.digits(parts[1]) else { return nil }
      self.init(over, over: under)
      return
    }
    let sides = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard let first = sides.first, let whole = Self.digits(first), sides.count <= 2 else {
      return nil
    }
    guard sides.count == 2 else {
      self.init(whole)
      return
    }
    guard let part = Self.digits(sides[1]) else { return nil }
    let under = (0..<sides[1].utf8.count).reduce(1) { under, _ in under * 10 }
    self.init(whole * under + part, over: under)
  }

  private static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  // MARK: Arithmetic

  /// The sum; nil where it is too large.
  package func plus(_ other: Fraction) -> Fraction? {
    let (a, b) = (Int128(numerator), Int128(denominator))
    let (c, d) = (Int128(other.numerator), Int128(other.denominator))
    return Fraction(wide: a * d + c * b, over: b * d)
  }

  /// The difference; nil where it would be below nothing, or is too large.
  package func minus(_ other: Fraction) -> Fraction? {
    let (a, b) = (Int128(numerator), Int128(denominator))
    let (c, d) = (Int128(other.numerator), Int128(other.denominator))
    return a * d < c * b ? nil : Fraction(wide: a * d - c * b, over: b * d)
  }

  /// The product; nil where it is too large.
  package func times(_ other: Fraction) -> Fraction? {
    Fraction(
      wide: Int128(numerator) * Int128(other.numerator),
      over: Int128(denominator) * Int128(other.denominator))
  }

  /// The quotient; nil where it is too large or the divisor is zero.
  package func divided(by other: Fraction) -> Fraction? {
    Fraction(other.denominator, over: other.numerator).flatMap(times)
  }

  private init?(wide numerator: Int128, over denominator: Int128) {
    // Reduced first: what is too large only on the way is none the worse for it.
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    guard a > 0, let above = Int(exactly: numerator / a), let below = Int(exactly: denominator / a)
    else { return nil }
    self.init(reduced: above, over: below)
  }

  // MARK: Text

  /// `3/2`, `2`: the form that documents use.
  package var text: String {
    denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
  }

  /// `1 1/2`, `3/4`, `2`: the form that cooks use.
  package var mixedText: String {
    let (whole, part) = numerator.quotientAndRemainder(dividingBy: denominator)
    if part == 0 { return String(whole) }
    return (whole > 0 ? "\(whole) " : "") + "\(part)/\(denominator)"
  }

  /// `1.25`, where so many places tell it exactly; else nil.
  package func decimalText(mark: Character = ".", places: Int = 6) -> String? {
    let (whole, part) = numerator.quotientAndRemainder(dividingBy: denominator)
    if part == 0 { return String(whole) }
    var (unit, digits) = (1, 0)
    while digits < places, unit % denominator != 0 { (unit, digits) = (unit * 10, digits + 1) }
    guard unit % denominator == 0 else { return nil }
    let shown = String(part * (unit / denominator))
    return "\(whole)\(mark)\(String(repeating: "0", count: digits - shown.count))\(shown)"
  }
}

extension Fraction: Comparable {
  package static func < (a: Fraction, b: Fraction) -> Bool {
    Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }
}

extension Fraction: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard let above = parts.first ?? nil, parts.count <= 2,
      let value = Fraction(above, over: (parts.count == 2 ? parts[1] : 1) ?? 0)
    else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a fraction")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
