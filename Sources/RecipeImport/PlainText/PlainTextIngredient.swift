import JSON
import RecipeProse

/// Whether a line is one of ingredients.
enum PlainTextIngredient {
  /// How sure it is.
  enum Sureness {
    /// A quantity and what there is of it.
    case sure
    /// A few words that may be one where others stand around.
    case maybe
    case no
  }

  /// The most words of a line of ingredients.
  private static let most = 18

  /// How sure a line is one.
  static func sureness(_ text: String) -> Sureness {
    // "Glaze: 1 egg"
    if let colon = text.firstIndex(of: ":"), text.utf8.count <= 60,
      text[..<colon].allSatisfy({ $0.isLetter }),
      case let rest = text[colon...].dropFirst().trimmedOfSpaces,
      rest.first?.isNumber == true, !rest.contains(":"), rest.last != ".",
      rest.split(separator: " ").count <= 5
    {
      return sureness(String(rest))
    }
    let tokens = ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(300)))
    let words = tokens.compactMap(\.word)
    guard let first = tokens.first, !words.isEmpty, words.count <= most,
      !hasSeveralSentences(tokens)
    else { return .no }
    if first.number != nil { return beginsWithAmount(tokens) ? .sure : .no }
    if mentionsLength(tokens) { return .no }
    let lower = text.lowercased()
    if PlainTextWords.tastes.contains(where: lower.hasSuffix), words.count <= 8 { return .sure }
    if endsWithAmount(tokens) { return .sure }
    guard let word = first.word else { return .no }
    if PlainTextWords.littles.contains(word), words.count <= 8 {
      let isMeasured = words.prefix(3).contains(where: PlainTextWords.measures.contains)
      return isMeasured ? .sure : .maybe
    }
    // "Milch mit Vanille aufkochen": some languages have the verb last.
    let isOrder =
      CookingVerbs.classOf(word) != nil && words.count > 1
      || words.count > 2
        && words.last.map { $0.hasSuffix("en") && CookingVerbs.classOf($0) != nil }
          == true
    return words.count <= 5 && !isOrder && text.last != "." && text.last != ":" ? .maybe : .no
  }

  /// `200 g flour`, not `10 minutes of rest`, `180 °C` or `2. `.
  private static func beginsWithAmount(_ tokens: [ProseToken]) -> Bool {
    var next = 1
    while next < tokens.count,
      tokens[next].number != nil || tokens[next].mark == "-"
        || tokens[next].mark == "/" || tokens[next].word == "x" || tokens[next].mark == "×"
        || tokens[next].mark == "," || isRangeWord(tokens[next], before: tokens[safe: next + 1])
    {
      next += 1
    }
    guard let unit = tokens[safe: next] else { return false }
    // "3-ingredient cookies"
    if tokens[next - 1].mark == "-", unit.word.map(PlainTextWords.countedInTitles.contains) == true
    {
      return false
    }
    if unit.mark == "\u{B0}" || unit.mark == ":" || unit.mark == ")" { return false }
    guard let word = unit.word else { return unit.mark == "(" }
    if degreeWords.contains(word) { return false }
    if LengthGrammar.lengths(in: Array(tokens.prefix(next + 1))).first?.tokens.lowerBound == 0 {
      return false
    }
    return true
  }

  private static let degreeWords = Lexicon.textWords("degree-words")

  private static func isRangeWord(_ token: ProseToken, before next: ProseToken?) -> Bool {
    token.word.map(TimeWords.rangeWords.contains) == true && next?.number != nil
  }

  /// `Flour - 200 g`, `Mehl: 200g`, `Eggs 3`.
  private static func endsWithAmount(_ tokens: [ProseToken]) -> Bool {
    var rest = tokens[...]
    if rest.last?.mark == "." { rest.removeLast() }
    if let word = rest.last?.word {
      guard PlainTextWords.measures.contains(word), rest.dropLast().last?.number != nil else {
        return false
      }
      return true
    }
    guard rest.last?.number != nil, rest.count <= 5, rest.count > 1 else { return false }
    // "Dal, serves 4"
    if let word = rest.dropLast().last?.word, PlainTextWords.figure(word) == .yield { return false }
    return rest.dropLast().allSatisfy { $0.number == nil }
  }

  private static func mentionsLength(_ tokens: [ProseToken]) -> Bool {
    !LengthGrammar.lengths(in: tokens).isEmpty
  }

  private static func hasSeveralSentences(_ tokens: [ProseToken]) -> Bool {
    tokens.indices.dropLast().contains { index in
      guard tokens[index].mark == ".", tokens[index + 1].isCapitalised,
        let before = tokens[safe: index - 1]?.word
      else { return false }
      return before.count > 3 && !PlainTextWords.measures.contains(before)
    }
  }

  /// The ingredients of one line that lists them: `200 g spaghetti, 100 g guanciale, 2 eggs`; nil
  /// where it does not.
  static func list(_ text: String) -> [String]? {
    // "150 ml stock, 1 tsp mustard, simmer 5 min"
    if text.contains(","), !DurationText.mentions(in: text).isEmpty { return nil }
    let parts = IngredientLines.read(.string(text))
    if parts.count > 1 { return parts }
    var text = text[...]
    if text.last == ".", text.dropLast().suffix(4).allSatisfy(\.isLetter) { text.removeLast() }
    let commas = text.split(separator: ",").map { String($0.trimmedOfSpaces) }
    let sure = commas.count { sureness($0) == .sure }
    // "Carbonara: 200 g spaghetti, …" begins with a name.
    guard commas.first?.contains(":") != true else { return nil }
    return commas.count > 2 && 2 * sure >= commas.count ? commas : nil
  }
}
