/// A line of a list of ingredients, as far as its numbers are understood.
///
/// Understood is a quantity at the beginning, what is joined to it (`2 to 3`, `1 lb 2 oz`,
/// `2 cups plus 1 tablespoon`, `100 ml (3½ fl oz)`), one at the end (`cream, 200 ml`, `tortillas x 2`),
/// and numbers that are no quantities (`10%`, `8-inch`, the 400 of `2 x 400 g`). Anything else is not.
struct IngredientLine {
  private let line: String

  init(_ line: String) { self.line = line }

  /// What becomes of a line.
  enum Scaling {
    case scaled(String)
    case withoutNumber
    case notUnderstood
  }

  /// The line with its quantities multiplied.
  func scaled(by scale: Scale) -> Scaling {
    var scaled = ""
    /// What stands between the last number and the place reached.
    var before = ""
    var (numbers, quantities) = (0, 0)
    var last: Role?
    var rest = line[...]
    while let character = rest.first {
      guard WrittenNumber.canBegin(with: character) else {
        before.append(character)
        rest = rest.dropFirst()
        continue
      }
      guard before.last?.isLetter != true, let number = WrittenNumber(leading: rest) else {
        return .notUnderstood
      }
      rest = rest[number.text.endIndex...]
      guard let role = role(of: number, after: before, before: rest, last) else {
        return .notUnderstood
      }
      scaled += before
      switch role {
      case .fixed: scaled += number.text
      case .quantity:
        guard let product = number.multiplied(by: scale) else { return .notUnderstood }
        scaled += product
        rest = Self.inflected(rest, from: String(number.text), to: product)
        quantities += 1
      }
      numbers += 1
      last = role
      before = ""
    }
    if numbers == 0 { return Self.beginsWithNumeral(line) ? .notUnderstood : .withoutNumber }
    return quantities == 0 ? .notUnderstood : .scaled(scaled + before)
  }

  /// What a number in a line is for.
  private enum Role {
    /// How much there is.
    case quantity
    /// How large or how strong each is.
    case fixed
  }

  /// The role of a number between two texts, behind one of the role `last`; nil where it is not clear.
  private func role(
    of number: WrittenNumber, after before: String, before rest: Substring, _ last: Role?
  ) -> Role? {
    if Self.isMeasure(rest) { return .fixed }
    let attached = rest.prefix { $0.isLetter }.lowercased()
    let word = rest.drop { $0 == " " }.prefix { $0.isLetter }.lowercased()
    let isMeasured = Self.units.contains(word)
    guard attached.isEmpty || isMeasured || attached == "x" else { return nil }
    let gap = before.trimmed.lowercased()
    guard let last else {
      if Self.sizes.contains(word) { return nil }
      if gap.isEmpty { return .quantity }
      if gap.hasSuffix(","), isMeasured { return .quantity }
      return isTimes(before) && rest.trimmed.isEmpty ? .quantity : nil
    }
    if Self.sizes.contains(word) { return .fixed }
    if gap == "(" { return isMeasured ? .fixed : nil }
    if last == .quantity {
      if Self.times.contains(gap) { return .fixed }
      if Self.ranges.contains(gap) || Self.isUnit(gap) { return .quantity }
      if gap.hasSuffix("("), Self.isUnit(String(gap.dropLast())), isMeasured { return .quantity }
      if gap.hasSuffix("/") || gap.hasSuffix("+") { return .quantity }
      if let joint = gap.split(separator: " ").last, Self.joints.contains(String(joint)) {
        return .quantity
      }
      return nil
    }
    // Nothing but sizes so far: `10% cream, 200 ml`, `8-inch tortillas x 2`.
    if gap.hasSuffix(","), isMeasured { return .quantity }
    return isTimes(before) && rest.trimmed.isEmpty ? .quantity : nil
  }

  private func isTimes(_ before: String) -> Bool {
    let words = before.lowercased().split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 2, words.last == "" else { return false }
    return Self.times.contains(String(words[words.count - 2]))
  }

  /// Whether what follows a number makes it a measure of something else: `10%`, `200 °C`, `8-inch`.
  private static func isMeasure(_ rest: Substring) -> Bool {
    let next = rest.drop { $0 == " " }.first
    if next == "%" || next == "°" || next == "″" || next == "\"" { return true }
    return rest.first == "-" && rest.dropFirst().first?.isLetter == true
  }

  private static func isUnit(_ text: String) -> Bool {
    units.contains(text.trimmed.hasSuffix(".") ? String(text.trimmed.dropLast()) : text.trimmed)
  }

  private static let units: Set<String> = [
    "g", "gr", "kg", "mg", "ml", "cl", "dl", "l", "gram", "grams", "gramm", "kilo", "kilos",
    "liter", "liters", "litre", "litres", "oz", "ounce", "ounces", "fl", "fl oz", "lb", "lbs",
    "pound", "pounds", "cup", "cups", "tbsp", "tablespoon", "tablespoons", "tsp", "teaspoon",
    "teaspoons", "pint", "pints", "quart", "quarts", "el", "tl",
  ]
  private static let sizes: Set<String> = ["cm", "mm", "inch", "inches", "in"]
  private static let times: Set<String> = ["x", "×"]
  private static let ranges: Set<String> = [
    "to", "bis", "-", "–", "—", "à", "or", "oder", "ou", "o",
  ]
  private static let joints: Set<String> = [
    "plus", "and", "or", "und", "oder", "et", "ou", "&",
  ]

  /// The words behind a number that is one before or after, in the other number.
  private static let plurals = [
    ("egg", "eggs"), ("yolk", "yolks"), ("clove", "cloves"), ("cup", "cups"),
    ("tablespoon", "tablespoons"), ("teaspoon", "teaspoons"), ("pound", "pounds"),
    ("ounce", "ounces"),
  ]

  private static func inflected(
    _ rest: Substring, from number: String, to product: String
  ) -> Substring {
    guard number == "1" || product == "1", number != product else { return rest }
    let space = rest.prefix { $0 == " " }
    let word = rest.dropFirst(space.count).prefix { $0.isLetter }
    let tail = rest.dropFirst(space.count + word.count)
    // "1 egg yolk": another word may be the one that counts.
    guard ["egg", "eggs"].contains(word) == false || tail.first != " " else { return rest }
    for (one, many) in plurals where word == (number == "1" ? one : many) {
      return space + (number == "1" ? many : one) + tail
    }
    return rest
  }

  private static let numerals: Set<String> = [
    "a", "an", "half", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "twelve", "dozen", "ein", "eine", "einen", "zwei", "drei", "vier", "sechs", "acht",
    "zehn", "zwölf", "halbe", "halber", "un", "une", "deux", "trois", "quatre", "demi", "uno",
    "una", "due", "dos", "tres",
  ]

  private static func beginsWithNumeral(_ line: String) -> Bool {
    let word = line.trimmed.prefix { $0.isLetter }.lowercased()
    return numerals.contains(word)
  }
}
