/// A non-negative fraction, as recipes have them.
struct Quantity: Hashable {
  let numerator: Int
  let denominator: Int

  static let zero = Quantity(reduced: 0, over: 1)

  /// How a number was written, and is written again.
  enum Form: Hashable {
    case decimal, comma, fraction
    /// `1,000` or `1.500`: thousands, or three places behind a point. Both are right for as long as the
    /// number goes on having as many groups.
    case grouped(Character)
  }

  private init(reduced numerator: Int, over denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A fraction, without a common factor.
  init?(_ numerator: Int, over denominator: Int) {
    guard numerator >= 0, denominator > 0 else { return nil }
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    self.init(reduced: numerator / max(a, 1), over: denominator / max(a, 1))
  }

  /// Reads `2`, `1.5`, `1,5` or `1/2`, of up to six digits on each side.
  init?(_ text: some StringProtocol) {
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
      self.init(whole, over: 1)
      return
    }
    guard let part = Self.digits(sides[1]) else { return nil }
    let under = (0..<sides[1].utf8.count).reduce(1) { under, _ in under * 10 }
    self.init(whole * under + part, over: under)
  }

  static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// The sum; nil where it is too large to be told.
  func plus(_ other: Quantity) -> Quantity? {
    let (a, b) = (Int128(numerator), Int128(denominator))
    return Quantity(
      wide: a * Int128(other.denominator) + Int128(other.numerator) * b,
      over: b * Int128(other.denominator))
  }

  /// The product; nil where it is too large to be told.
  func times(_ scale: Scale) -> Quantity? {
    Quantity(
      wide: Int128(numerator) * Int128(scale.numerator),
      over: Int128(denominator) * Int128(scale.denominator))
  }

  private init?(wide numerator: Int128, over denominator: Int128) {
    guard let above = Int(exactly: numerator), let below = Int(exactly: denominator) else {
      return nil
    }
    self.init(above, over: below)
  }

  /// The number as people write it: a fraction of small parts, else a decimal, of up to four places
  /// where those tell it exactly and of two where not.
  func text(_ form: Form) -> String {
    let (whole, part) = (numerator / denominator, numerator % denominator)
    if part == 0 { return String(whole) }
    if form == .fraction, [2, 3, 4, 8].contains(denominator) {
      return (whole > 0 ? "\(whole) " : "") + "\(part)/\(denominator)"
    }
    let unit = 10_000 % denominator == 0 ? 10_000 : 100
    let parts = (2 * part * unit + denominator) / (2 * denominator)
    guard whole > 0 || parts > 0 else { return "\(numerator)/\(denominator)" }
    var places = String(parts % unit + unit).dropFirst()
    while places.last == "0" { places = places.dropLast() }
    let shown = whole + parts / unit
    return places.isEmpty ? String(shown) : "\(shown)\(form == .comma ? "," : ".")\(places)"
  }
}
