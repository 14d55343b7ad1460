import RecipeProse

/// The dish that the chatter before a recipe speaks of.
extension PlainTextReader {
  /// Whether a line greets, announces or is a page's furniture; notes the dish it speaks of.
  mutating func isChatter(_ line: PlainTextLine) -> Bool {
    let lower = line.text.lowercased()
    let first = line.words.first ?? ""
    let isChatter =
      PlainTextWords.greetings.contains(first)
      || PlainTextWords.announcement(lower) != nil
    if titleOfSentence == nil { titleOfSentence = Self.dish(in: line.text, isChatter) }
    return isChatter
  }

  /// `here are the pancakes` of `Folks, here are the pancakes`.
  private static func withoutAddress(_ text: String) -> String {
    guard let mark = text.firstIndex(where: { ",!".contains($0) }),
      PlainTextWords.greetings.contains(text[..<mark].lowercased())
    else { return text }
    return String(text[mark...].drop { !$0.isLetter })
  }

  /// `Nana's scones` of `Here you go - Nana's scones. Makes 8.`
  private static func handedDish(in text: String) -> Substring? {
    let lower = text.lowercased()
    guard let phrase = PlainTextWords.announcement(lower) else { return nil }
    let last = phrase.split(separator: " ").last.map(String.init) ?? ""
    let hasArticle = phrase.contains(" ") && PlainTextWords.articles.contains(last)
    let rest = text.dropFirst(phrase.count - (hasArticle ? last.count : 0)).trimmedOfSpaces
    // "ok so my shakshuka, you wanted it"
    let words = rest.prefix { !",.:!?–—".contains($0) }.split(separator: " ")
    let isHanded = !PlainTextWords.isPraise(phrase)
    if let first = words.first?.lowercased(), (2...6).contains(words.count),
      PlainTextWords.possessives.contains(first)
        || isHanded && PlainTextWords.articles.contains(first)
          && !words[1...].contains(where: { PlainTextWords.labels.contains($0.lowercased()) })
    {
      return rest
    }
    guard let mark = rest.first, "-–—:".contains(mark) else { return nil }
    return rest.dropFirst().trimmedOfSpaces
  }

  /// `My potato soup` behind a greeting: `Hello! My potato soup`.
  private static func ownDish(in text: String) -> Substring? {
    guard let mark = text.firstIndex(where: { "!,".contains($0) }) else { return nil }
    let rest = text[mark...].drop { !$0.isLetter }
    let words = rest.split(separator: " ")
    guard PlainTextWords.greetings.contains(text[..<mark].lowercased()),
      let first = words.first, PlainTextWords.articles.contains(first.lowercased()),
      (2...8).contains(words.count), let end = rest.last, !".?!".contains(end)
    else { return nil }
    return rest
  }

  /// `potato soup` in `Here's the recipe for the potato soup:` and `Here is my potato soup recipe`.
  private static func dish(in text: String, _ isChatter: Bool) -> String? {
    let lower = text.lowercased()
    var name: Substring?
    if let range = PlainTextWords.recipesFor.range(in: lower) {
      name = text.dropFirst(lower.distance(from: lower.startIndex, to: range.upperBound))
    } else if isChatter, let range = recipeWords.range(in: lower) {
      let before = text.prefix(lower.distance(from: lower.startIndex, to: range.lowerBound))
      name = before.split { ",.:!".contains($0) }.last
    }
    if name == nil {
      name = ownDish(in: text) ?? handedDish(in: text) ?? handedDish(in: Self.withoutAddress(text))
    }
    guard let name else { return nil }
    var words = name.prefix { !".:!?,;(".contains($0) }.split(separator: " ")
    if let article = words.lastIndex(where: { PlainTextWords.articles.contains($0.lowercased()) }),
      article + 1 < words.count
    {
      words.removeFirst(article + 1)
    }
    if let stop = words.firstIndex(where: {
      dishEnds.contains($0.lowercased())
    }),
      stop > 0
    {
      words.removeLast(words.count - stop)
    }
    guard (1...7).contains(words.count) else { return nil }
    return words.joined(separator: " ").capitalisedFirst
  }

  private static let recipeWords = PhraseList("recipe-words", .words)
  /// Words behind a dish's name in a sentence.
  private static let dishEnds = Lexicon.textWords("dish-ends")
}
