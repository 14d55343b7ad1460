/// A number in a line of text, with how it is written.
struct WrittenNumber {
  let value: Quantity
  let form: Quantity.Form
  /// What it takes up of the text.
  let text: Substring

  private static let signs: [Character: (Int, Int)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅕": (1, 5),
  ]

  /// What stands between the whole and the fraction of a mixed number, the longest first.
  private static let joints = [" and ", " und ", " & ", "-", " ", ""]

  /// Whether a number may begin with a character.
  static func canBegin(with character: Character) -> Bool { character.isNumber }

  /// Reads the number that a text begins with: `2`, `1.5`, `1/2`, `½`, `1 1/2`, `1-1/2`, `1 and 1/2`,
  /// `1,000`; nil where it begins with none that is understood.
  init?(leading text: Substring) {
    guard let first = Self.simple(text) else { return nil }
    var (value, form, rest) = first
    if value.denominator == 1, form == .decimal {
      for joint in Self.joints where rest.hasPrefix(joint) {
        guard let part = Self.simple(rest.dropFirst(joint.count)), part.form == .fraction,
          part.value.numerator < part.value.denominator, let sum = value.plus(part.value)
        else { continue }
        (value, form, rest) = (sum, .fraction, part.rest)
        break
      }
    }
    guard value != .zero else { return nil }
    self.value = value
    self.form = form
    self.text = text[..<rest.startIndex]
  }

  private typealias Reading = (value: Quantity, form: Quantity.Form, rest: Substring)

  /// A number that is not mixed.
  private static func simple(_ text: Substring) -> Reading? {
    if let sign = text.first.flatMap({ signs[$0] }), let value = Quantity(sign.0, over: sign.1) {
      return (value, .fraction, text.dropFirst())
    }
    let token = text.prefix { $0.isASCII && $0.isNumber || "./,⁄".contains($0) }
    // A comma or a point at the end belongs to the sentence, a slash to what follows.
    let count = token.count - token.reversed().prefix { !$0.isNumber }.count
    let number = token.prefix(count)
    guard let first = number.first, first.isNumber else { return nil }
    let rest = text.dropFirst(count)
    if let mark = number.first(where: { !$0.isNumber }) {
      if "/⁄".contains(mark) {
        guard let value = Quantity(number.replacing("⁄", with: "/")) else { return nil }
        return (value, .fraction, rest)
      }
      let sides = number.split(separator: mark, omittingEmptySubsequences: false)
      if sides.count == 2, first != "0", sides[0].count <= 3, sides[1].count == 3 {
        guard let value = Quantity(sides[0] + sides[1]) else { return nil }
        return (value, .grouped(mark), rest)
      }
      guard let value = Quantity(number) else { return nil }
      return (value, mark == "," ? .comma : .decimal, rest)
    }
    // `00` is a sort of flour.
    guard first != "0" || number == "0", let value = Quantity(number) else { return nil }
    return (value, .decimal, rest)
  }

  /// The number multiplied, as it was written; nil where that cannot be told, or would mean another
  /// thing by each of the two ways to read it.
  func multiplied(by scale: Scale) -> String? {
    guard let product = value.times(scale) else { return nil }
    guard case .grouped(let mark) = form else { return product.text(form) }
    guard product.denominator == 1, (1000..<1_000_000).contains(product.numerator) else {
      return nil
    }
    let places = String(product.numerator % 1000 + 1000).dropFirst()
    return "\(product.numerator / 1000)\(mark)\(places)"
  }
}
