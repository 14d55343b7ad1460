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
  package var text: String { Quantity(numerator, over: denominator).text(.decimal) }

  /// A whole number multiplied, rounded to the nearest, at least 1.
  package func applied(to count: Int) -> Int {
    max(1, (2 * count * numerator + denominator) / (2 * denominator))
  }

  /// An ingredient's line with its quantity multiplied; lines that begin with no number stay.
  ///
  /// The number, mixed number or range at the beginning counts, as in `800 g potatoes`,
  /// `1 1/2 tsp salt`, `½ onion` and `2-3 carrots`.
  package func applied(to ingredient: String) -> String {
    let start = ingredient.prefix { $0.isWhitespace }
    let body = ingredient.dropFirst(start.count)
    guard let (first, rest) = Quantity.leading(body) else { return ingredient }
    var scaled = String(start) + first.value.times(self).text(first.form)
    var tail = rest
    let dash = rest.prefix { $0 == " " || $0 == "-" || $0 == "–" }
    if dash.contains("-") || dash.contains("–"),
      let (second, after) = Quantity.leading(rest.dropFirst(dash.count))
    {
      scaled += String(dash) + second.value.times(self).text(second.form)
      tail = after
    }
    return scaled + String(tail)
  }
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

/// A non-negative fraction of an ingredient.
private struct Quantity {
  var numerator: Int
  var denominator: Int

  /// How a number was written, and is written again.
  enum Form { case decimal, comma, fraction }

  init(_ numerator: Int, over denominator: Int) {
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    self.numerator = numerator / max(a, 1)
    self.denominator = denominator / max(a, 1)
  }

  /// Reads `2`, `1.5`, `1,5` or `1/2`, of up to six digits on each side.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let over = Self.digits(parts[0]), let under = Self.digits(parts[1]), under > 0 else {
        return nil
      }
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

  private static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static let signs: [Character: (Int, Int)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅕": (1, 5),
  ]

  typealias Written = (value: Quantity, form: Form)

  /// The number that a text begins with, and what follows it; nil where it begins with none.
  static func leading(_ text: Substring) -> (Written, Substring)? {
    if let sign = text.first.flatMap({ signs[$0] }) {
      return ((Quantity(sign.0, over: sign.1), .fraction), text.dropFirst())
    }
    let token = text.prefix { $0.isASCII && $0.isNumber || "./,".contains($0) }
    // A comma or point at the end belongs to the sentence.
    let number = token.last?.isNumber == true ? token : token.dropLast()
    guard let value = Quantity(number) else { return nil }
    let rest = text.dropFirst(number.count)
    let form: Form = number.contains("/") ? .fraction : number.contains(",") ? .comma : .decimal
    guard value.denominator == 1 else { return ((value, form), rest) }
    let gap = rest.prefix { $0 == " " }
    let next = rest.dropFirst(gap.count)
    if let sign = next.first.flatMap({ signs[$0] }) {
      return ((value.plus(Quantity(sign.0, over: sign.1)), .fraction), next.dropFirst())
    }
    let fraction = next.prefix { $0.isASCII && $0.isNumber || $0 == "/" }
    if gap.count == 1, fraction.contains("/"), let part = Quantity(fraction) {
      return ((value.plus(part), .fraction), next.dropFirst(fraction.count))
    }
    return ((value, form), rest)
  }

  private func plus(_ other: Quantity) -> Quantity {
    Quantity(
      numerator * other.denominator + other.numerator * denominator,
      over: denominator * other.denominator)
  }

  func times(_ scale: Scale) -> Quantity {
    Quantity(numerator * scale.numerator, over: denominator * scale.denominator)
  }

  /// The number as people write it: a fraction of small parts, else a decimal of up to two places.
  func text(_ form: Form) -> String {
    let (whole, part) = (numerator / denominator, numerator % denominator)
    if part == 0 { return String(whole) }
    if form == .fraction, [2, 3, 4, 8].contains(denominator) {
      return (whole > 0 ? "\(whole) " : "") + "\(part)/\(denominator)"
    }
    let hundredths = (200 * numerator + denominator) / (2 * denominator)
    guard hundredths > 0 else { return "\(numerator)/\(denominator)" }
    var places = String(hundredths % 100 + 100).dropFirst()
    while places.last == "0" { places = places.dropLast() }
    let point = form == .comma ? "," : "."
    return places.isEmpty ? String(hundredths / 100) : "\(hundredths / 100)\(point)\(places)"
  }
}
