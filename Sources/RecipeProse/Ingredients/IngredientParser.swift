import KitchenModel

/// Reads one line: an amount, a unit, a name, and notes around them.
struct IngredientParser {
  let characters: [Character]
  let tokens: [IngredientToken]
  let words: IngredientWords
  /// The tables of other languages, for their units.
  let others: [IngredientWords]
  var place = 0
  var amounts: [Ingredient.Amount] = []
  var numbers: [IngredientReading.ScaledNumber] = []
  var notes: [String] = []
  /// Where the unit of the first amount stands, for a line that has nothing but it.
  var unitTokens: Range<Int>?
  /// Whether a size began the line, which an amount has to follow.
  var needsAmount = false

  init(_ lexer: IngredientLexer, words: IngredientWords, others: [IngredientWords]) {
    characters = lexer.characters
    tokens = lexer.tokens
    self.words = words
    self.others = others
  }

  /// What the line says; nil where it is not understood.
  mutating func reading(of line: String) -> IngredientReading? {
    // Digits of other scripts and numbers of too many digits are numbers too.
    guard characters.count == line.count,
      !tokens.contains(where: { $0.number == nil && $0.raw.contains(where: \.isNumber) })
    else { return nil }
    skipBullet()
    guard place < tokens.count, tokens.last?.key != ":" else { return nil }
    skipLabel()
    if let end = words.phrase(.from, in: tokens, at: place) {
      let mark = place
      place = end
      let hasAmount = readAmounts()
      if !hasAmount { place = mark } else { notes.append(text(mark..<end)) }
    } else if !readVague() {
      _ = readAmounts()
    }
    guard let name = readName() else { return nil }
    let note = notes.filter { !$0.isEmpty }.joined(separator: ", ")
    return IngredientReading(
      ingredient: Ingredient(
        text: line, amounts: amounts, name: name, note: note.isEmpty ? nil : note),
      numbers: numbers.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  private mutating func skipBullet() {
    while place < tokens.count, !tokens[place].isWord, tokens[place].number == nil,
      !["(", "["].contains(tokens[place].key)
    {
      place += 1
    }
  }

  /// `Optional: `, `For serving: `: what the thing is for, before its amount.
  private mutating func skipLabel() {
    guard words.phrase(.label, in: tokens, at: place) != nil,
      let colon = tokens[place...].prefix(5).firstIndex(where: { $0.key == ":" }),
      tokens[place..<colon].allSatisfy(\.isWord), colon + 1 < tokens.count
    else { return }
    notes.append(text(place..<colon))
    place = colon + 1
  }

  /// `some`, `a few sprigs of`: an amount that nobody can count.
  private mutating func readVague() -> Bool {
    guard let end = words.phrase(.vague, in: tokens, at: place), end < tokens.count else {
      return false
    }
    let start = place
    place = end
    if let (unit, after) = unit(at: place), unit.kind != .unit, after < tokens.count {
      place = after
    }
    notes.append(text(start..<place))
    return true
  }

  // MARK: Looking

  func key(_ place: Int) -> String { place < tokens.count ? tokens[place].key : "" }

  func number(_ place: Int) -> WrittenNumber? {
    place < tokens.count ? tokens[place].number : nil
  }

  /// The unit at a token, in the line's language or, where that has none, in any.
  func unit(at place: Int) -> (unit: IngredientWords.Unit, end: Int)? {
    if let found = words.unit(in: tokens, at: place) { return found }
    // A word of the name may be a unit elsewhere; a measure is one everywhere.
    for table in others {
      if let found = table.unit(in: tokens, at: place), found.unit.kind == .unit { return found }
    }
    return nil
  }

  /// The line's text that some tokens take up.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last, first < tokens.count else { return "" }
    let end = tokens[min(last, tokens.count - 1)].range.upperBound
    return String(characters[tokens[first].range.lowerBound..<end]).trimmed
  }

  /// The token that closes the bracket at a token; nil where none does.
  func closing(_ open: Int) -> Int? {
    let pairs = ["(": ")", "[": "]"]
    guard let close = pairs[key(open)] else { return nil }
    var depth = 0
    for index in open..<tokens.count {
      if tokens[index].key == tokens[open].key { depth += 1 }
      if tokens[index].key == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}
