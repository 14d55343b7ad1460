/// Whether hands are at work for a stated length.
extension DurationClassifier {
  /// Whether a length is for each of two sides: `4 minutes per side`.
  static func isPerSide(_ length: LengthGrammar.Found, in tokens: [ProseToken]) -> Bool {
    let end = length.tokens.upperBound
    let words = (end..<min(tokens.count, end + 3)).compactMap { tokens[$0].word }
    return sides.contains { words.starts(with: $0) } || isOfEachSide(length, in: tokens)
  }

  /// `on each side for 4 minutes`.
  private static func isOfEachSide(
    _ length: LengthGrammar.Found, in tokens: [ProseToken]
  ) -> Bool {
    let start = length.tokens.lowerBound
    for place in (max(1, start - 4)..<max(1, start)).reversed() {
      guard let side = tokens[place].word else { return false }
      if sideWords.contains(side) { return tokens[place - 1].word.map(eachWords.contains) == true }
      // "Von beiden Seiten je 3 Minuten"
      if side == "seiten" { return ["je", "jeweils"].contains(tokens[start - 1].word) }
    }
    return false
  }

  static let boils = Lexicon.words("boils")
  private static let sideWords = Lexicon.words("side-words")
  private static let eachWords = Lexicon.words("each-words")

  private static let sides: [[String]] = [
    ["per", "side"], ["på", "hver", "side"], ["på", "varje", "sida"], ["each", "side"],
    ["a", "side"], ["on", "each", "side"],
    ["for", "each", "side"],
    ["pro", "seite"],
    ["de", "chaque", "côté"], ["por", "lado"], ["por", "cada", "lado"], ["von", "jeder", "seite"],
    ["auf", "jeder", "seite"], ["je", "seite"], ["per", "lato"], ["per", "kant"], ["par", "face"],
    ["de", "cada", "lado"], ["par", "côté"], ["per", "sida"], ["på", "var", "sida"],
    ["pr", "side"], ["per", "zijde"], ["aan", "elke", "kant"], ["di", "ciascun", "lato"],
  ]

  func role(
    _ verb: CookingVerbs.Class, _ length: LengthGrammar.Found, _ said: Set<String>
  ) -> DurationMention.Role {
    let likely = (length.low + length.high) / 2
    let isUnattended = !said.isDisjoint(with: CookingVerbs.unattended)
    let isTurned = said.contains("side") || said.contains("sides")
    switch verb {
    case .waiting: return .waiting
    case .handsOn:
      let isPlaced =
        !said.isDisjoint(with: ProseEquipment.ovens) || said.contains("undisturbed")
        || said.contains("covered")
      return isPlaced ? .waiting : .handsOn
    case .grill: return isUnattended && !isTurned || likely >= 900 ? .waiting : .handsOn
    case .cook:
      if isUnattended { return .waiting }
      if isTurned || likely < 240 { return .handsOn }
      let isPan = !said.isDisjoint(with: CookingVerbs.panWords)
      return isPan && likely <= 600 ? .handsOn : .waiting
    }
  }

  /// `cover and cook`, `cover with a cloth for 10 minutes`, `Turn down and cover. Cook 10 minutes`.
  func isCovered(_ context: Context) -> Bool {
    if !words(in: context.before).isDisjoint(with: CookingVerbs.covering) { return true }
    return coversPan(before: context.sentence.lowerBound)
  }

  /// Whether the sentence before ends with `cover`, or covers the pan.
  private func coversPan(before start: Int) -> Bool {
    guard start >= 2 else { return false }
    var place = start - 2
    if tokens[place].word == "cover" { return true }
    while place >= 0, start - place < Self.reach, !endsSentence(place) {
      if tokens[place].word == "cover" {
        return words(on: 2, from: place + 1).contains(where: Self.pans.contains)
      }
      place -= 1
    }
    return false
  }

  /// `let it …`, `leave to …`, `allow … to …` before a verb.
  func isLet(_ verb: Int, from start: Int) -> Bool {
    (max(start, verb - 6)..<verb).contains { place in
      tokens[place].word.map(Self.lets.contains) == true
    }
  }

  /// The tokens that speak of a length whose verb comes last: from the comma or the `und` before
  /// it, where an infinitive ends a clause of its own (`unter Rühren ablöschen, 5 Minuten köcheln`).
  func finalClause(_ context: Context) -> Range<Int> {
    let comma = context.before.last { place in
      guard let last = tokens[safe: place - 1]?.word, last.hasSuffix("en") else { return false }
      // "Unter Rühren und Wenden 5 Minuten braten" is one clause.
      return tokens[place].mark == ","
        || tokens[place].word == "und" && !CookingVerbs.participles.contains(last)
    }
    return (comma ?? context.before.lowerBound)..<clause(context).upperBound
  }

  /// `dabei ständig rühren`, `en remuant sans cesse`: what is done all along, not next.
  private func isAlwaysDone(_ place: Int) -> Bool {
    guard let word = tokens[place].word, CookingVerbs.participles.contains(word) else {
      return false
    }
    return words(back: 2, from: place).contains(where: CookingVerbs.constantly.contains)
  }

  /// The tokens that speak of one length: up to the next verb behind it, and from the last `then`
  /// before the verb that governs it.
  func clause(_ context: Context) -> Range<Int> {
    var start = context.before.lowerBound
    if let (verb, _) = strongVerb(in: context.before) {
      let isAside = tokens[safe: start]?.word.map(Self.whiles.contains) == true
      for place in context.before where place < verb {
        if tokens[place].word.map({ $0 == "and" || Self.thens.contains($0) }) == true
          || isAside && tokens[place].mark == ","
        {
          start = place + 1
        }
      }
    }
    var end = context.after.lowerBound
    while end < context.after.upperBound {
      let word = tokens[end].word
      if word.map(Self.thens.contains) == true { break }
      if let word, !isAlwaysDone(end), CookingVerbs.classOf(word) != nil, !isNoun(end),
        word != "stir", word != "brown", end > context.after.lowerBound,
        tokens[safe: end - 1]?.mark != "-", !CookingVerbs.unattended.contains(word)
      {
        break
      }
      end += 1
    }
    return start..<max(end, context.after.lowerBound)
  }
}
