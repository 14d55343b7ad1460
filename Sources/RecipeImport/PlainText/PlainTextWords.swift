import RecipeProse

/// The words that stand over, under and between the parts of a recipe, from the part `texts` of the
/// tables in `Lexica/`.
enum PlainTextWords {
  /// What a heading stands over.
  enum Part: String, Hashable, CaseIterable {
    case ingredients, steps, notes
    /// Equipment, nutrition, comments: nothing that a dish keeps.
    case other
  }

  /// What a number in the head of a recipe tells.
  enum Figure: String, Hashable, CaseIterable {
    case prep, cook, total, rest, yield
  }

  /// What a heading's words stand over; nil for other words.
  static func part(_ words: String) -> Part? { parts[words] }

  /// What the words before or behind a number say it is; nil for other words.
  static func figure(_ words: String) -> Figure? { figures[words] }

  private static let parts: [String: Part] = table("part-", Part.init)
  private static let figures: [String: Figure] = table("figure-", Figure.init)

  /// How a word of greeting or of sending something begins a line that is not of the recipe.
  static let greetings = Lexicon.textWords("greetings")

  /// How lines begin that announce a recipe, or speak of it.
  private static let announcements = PhraseList("announcements", .prefix)

  /// Words with which such lines begin.
  private static let announcingWords = PhraseList("announcing-words", .words)

  /// The phrase with which a line announces a recipe; nil for other lines.
  static func announcement(_ lower: String) -> String? {
    announcements.beginning(of: lower) ?? announcingWords.beginning(of: lower)
  }

  /// Whether an announcement says what something is like, as `this is` does.
  static func isPraise(_ announcement: String) -> Bool { praises.contains(announcement) }

  private static let praises = Lexicon.textWords("praises")

  /// How lines begin that end a message.
  static let farewells = PhraseList("farewells", .words)

  /// Words that say alone that the dish is done.
  static let dones = Lexicon.textWords("dones")

  /// What pages put between a recipe's lines.
  static let widgets = Lexicon.textWords("widgets")

  /// Phrases before the name of a recipe within a line.
  static let recipesFor = PhraseList("recipes-for", .words)

  /// Words that stand before the name of a recipe and are not part of it.
  static let labels = Lexicon.textWords("labels")

  /// Words of agreement before what somebody was asked for.
  static let agreements = Lexicon.textWords("agreements")

  /// Phrases before what is needed, within a sentence.
  static let needs = PhraseList("needs", .words)

  /// Words between the last two of a list.
  static let ands = Lexicon.textWords("last-ands").map { " \($0) " }

  /// Words for a part of a dish: `For the sauce`.
  static let forWords = Lexicon.textWords("part-fors")

  /// What a title says how many there are of: `5-ingredient chilli`.
  static let countedInTitles = Lexicon.textWords("counted-in-titles")

  /// Words that no line of ingredients ends with.
  static let openEnds = Lexicon.textWords("open-ends")

  /// Words that say whose dish it is.
  static let possessives = Lexicon.textWords("possessives")

  /// Articles and the like before a dish's name in a sentence.
  static let articles = Lexicon.textWords("dish-articles")

  /// Units and measures of food.
  static let measures = Lexicon.textWords("measures")

  /// Words for a little, with which a line of ingredients may begin.
  static let littles = Lexicon.textWords("littles")

  /// How a line of ingredients may end.
  static let tastes = Lexicon.textWords("tastes")

  private static func table<Meaning>(
    _ beginning: String, _ meaning: (String) -> Meaning?
  ) -> [String: Meaning] {
    var table: [String: Meaning] = [:]
    for (name, words) in Lexicon.textWords(behind: beginning, in: nil) {
      guard let meaning = meaning(name) else { continue }
      for word in words { table[word] = meaning }
    }
    return table
  }
}

/// Phrases that are looked for in lines, the longest first.
struct PhraseList {
  /// Where a phrase may end.
  enum End {
    /// Anywhere.
    case prefix
    /// Where a word ends.
    case words
  }

  private let phrases: [String]
  private let end: End

  /// The phrases of a set.
  init(_ name: String, _ end: End) {
    phrases = Lexicon.textWords(name).sorted { ($1.count, $0) < ($0.count, $1) }
    self.end = end
  }

  /// The phrase that a text in small letters begins with; nil for none.
  func beginning(of lower: some StringProtocol) -> String? {
    phrases.first { phrase in
      guard lower.hasPrefix(phrase) else { return false }
      return ends(phrase, before: lower.dropFirst(phrase.count).first)
    }
  }

  /// Where a phrase stands in a text in small letters, with the space behind it; nil where none does.
  func range(in lower: String) -> Range<String.Index>? {
    for phrase in phrases {
      guard let range = lower.firstRange(of: phrase) else { continue }
      let before = range.lowerBound > lower.startIndex ? lower.index(before: range.lowerBound) : nil
      let next = lower[range.upperBound...].first
      guard before.map({ !lower[$0].isLetter }) ?? true, ends(phrase, before: next) else {
        continue
      }
      return range
        .lowerBound..<(next == " " ? lower.index(after: range.upperBound) : range.upperBound)
    }
    return nil
  }

  private func ends(_ phrase: String, before next: Character?) -> Bool {
    end == .prefix || next?.isLetter != true || phrase.last?.isLetter != true
  }
}
