/// Decides what a stated length of time means, by the words around it.
///
/// O(1) for each length: no look goes over more than ``reach`` tokens.
struct DurationClassifier {
  /// How far the words around a length are looked at.
  static let reach = 60

  let tokens: [ProseToken]
  let found: [LengthGrammar.Found]
  /// What earlier lengths of this text mean.
  private(set) var roles: [DurationMention.Role] = []
  /// The index of the last of them that counts.
  private(set) var lastCounted: Int?

  private init(_ tokens: [ProseToken], _ found: [LengthGrammar.Found]) {
    self.tokens = tokens
    self.found = found
  }

  /// The roles of the lengths found in a text, in order.
  static func roles(
    of found: [LengthGrammar.Found], in tokens: [ProseToken]
  ) -> [DurationMention.Role] {
    decisions(of: found, in: tokens).map(\.role)
  }

  /// The roles with the names of the decisions that gave them; nil for the default.
  static func decisions(
    of found: [LengthGrammar.Found], in tokens: [ProseToken]
  ) -> [(rule: String?, role: DurationMention.Role)] {
    var classifier = DurationClassifier(tokens, found)
    return found.indices.map { index in
      let features = LengthFeatures(classifier, index)
      var decision: (rule: String?, role: DurationMention.Role) = (nil, LengthRule.defaultRole)
      for rule in LengthRule.all {
        guard let role = rule.decide(features) else { continue }
        decision = (rule.id, role)
        break
      }
      classifier.roles.append(decision.role)
      if case .none = decision.role {} else { classifier.lastCounted = index }
      return decision
    }
  }

  /// A classifier of no lengths, which finds verbs.
  static func verbFinder(_ tokens: [ProseToken]) -> DurationClassifier {
    DurationClassifier(tokens, [])
  }

  /// The words around a length.
  struct Context {
    /// From the sentence's start or the length before, to this length.
    var before: Range<Int>
    /// From this length to the sentence's end or the next length.
    var after: Range<Int>
    /// From the sentence's start to its end.
    var sentence: Range<Int>
  }

  func context(of index: Int) -> Context {
    let own = found[index].tokens
    let previous = index > 0 ? found[index - 1].tokens.upperBound : 0
    let next = index + 1 < found.count ? found[index + 1].tokens.lowerBound : tokens.count
    var start = own.lowerBound
    while start > max(0, own.lowerBound - Self.reach), !endsSentence(start - 1) { start -= 1 }
    var end = own.upperBound
    while end < min(tokens.count, own.upperBound + Self.reach), !endsSentence(end) { end += 1 }
    return Context(
      before: max(start, previous)..<own.lowerBound,
      after: own.upperBound..<max(own.upperBound, min(end, next)), sentence: start..<end)
  }

  func endsSentence(_ index: Int) -> Bool { Self.endsSentence(index, in: tokens) }

  /// Whether a token ends a sentence; a full stop does before a capital letter, a bracket, or the end.
  static func endsSentence(_ index: Int, in tokens: [ProseToken]) -> Bool {
    switch tokens[index].mark {
    case "!", "?":
      // "(Careful, it is hot!) and …" goes on.
      return tokens[safe: index + 1]?.mark != ")" || tokens[safe: index + 2]?.isCapitalised != false
    case ";": return true
    // "(Do not stir.) Drain it."
    case ")":
      return tokens[safe: index - 1]?.mark == "." && tokens[safe: index + 1]?.isCapitalised == true
    case ".":
      guard let next = tokens[safe: index + 1] else { return true }
      // "a) Boil the rice. b) Drain it."
      if tokens[safe: index + 2]?.mark == ")", next.word?.count == 1 { return true }
      // "… bis ein Kloß entsteht. 10 Minuten ruhen lassen", not "approx. 10 minutes"
      if next.number != nil, next.hasSpaceBefore, let word = tokens[safe: index - 1]?.word {
        return word.count > 4 && !vague.contains(word) && TimeWords.seconds(ofUnit: word) == nil
      }
      return next.isCapitalised || (next.hasSpaceBefore && next.mark != nil)
        || beginsInSmallLetters(index + 1, in: tokens)
    default: return false
    }
  }

  /// `soft. add the garlic`: an order behind a full stop that ends no abbreviation.
  private static func beginsInSmallLetters(_ index: Int, in tokens: [ProseToken]) -> Bool {
    guard tokens[index].hasSpaceBefore, let word = tokens[index].word, index > 1,
      let before = tokens[index - 2].word,
      before.count > 2
        || ["c", "f"].contains(before) && index > 2
          && (tokens[index - 3].number != nil || tokens[index - 3].mark == "\u{B0}"),
      !abbreviations.contains(before), !vague.contains(before)
    else { return false }
    return CookingVerbs.beginsOrder(word) || sequels.contains(word)
  }

  private static let abbreviations = Lexicon.words("abbreviations")
  private static let sequels = Lexicon.words("sequels")

  // MARK: Words

  func words(in range: Range<Int>) -> Set<String> {
    Set(range.compactMap { tokens[$0].word })
  }

  /// Up to `count` words before `index`, nearest first, none from before a sentence's end.
  func words(back count: Int, from index: Int) -> [String] {
    var words: [String] = []
    var place = index - 1
    while place >= max(0, index - 8), words.count < count, !endsSentence(place) {
      if let word = tokens[place].word { words.append(word) }
      place -= 1
    }
    return words
  }

  /// Up to `count` words from `index` on, none beyond a sentence's end.
  func words(on count: Int, from index: Int) -> [String] {
    var words: [String] = []
    var place = index
    while place < min(tokens.count, index + 8), words.count < count, !endsSentence(place) {
      if let word = tokens[place].word { words.append(word) }
      place += 1
    }
    return words
  }
}
