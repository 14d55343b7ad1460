/// The verbs around a stated length.
extension DurationClassifier {
  /// The last verb that governs what follows: none in an until-clause, and no noun that looks so.
  func strongVerb(in range: Range<Int>) -> (place: Int, kind: CookingVerbs.Class)? {
    var last: (Int, CookingVerbs.Class)?
    var isUntil = false
    var isUntilOutside = false
    for place in range {
      switch tokens[place].mark {
      case ",": isUntil = false
      case "(": (isUntilOutside, isUntil) = (isUntil, false)
      // What an aside interrupts goes on behind it.
      case ")": (isUntil, isUntilOutside) = (isUntilOutside, false)
      default: break
      }
      guard let word = tokens[place].word else { continue }
      if Self.untils.contains(word) || isWhile(place, from: range.lowerBound) { isUntil = true }
      if word == "and" || Self.thens.contains(word), isUntil,
        let next = tokens[safe: place + 1]?.word, CookingVerbs.classOf(next) != nil,
        // "Until crisp and brown, …" goes on saying how it looks.
        next != "brown" || tokens[safe: place + 2]?.word != nil
      {
        isUntil = false
      }
      guard !isUntil, let kind = kind(at: place), !isNoun(place),
        // "Bake (stir occasionally) for 2 hours"
        last == nil || !isNowAndThen(place)
      else { continue }
      last = (place, kind)
    }
    return last
  }

  /// `while the sauce simmers`, but not `while stirring`.
  private func isWhile(_ place: Int, from start: Int) -> Bool {
    guard let word = tokens[place].word, ["while", "whilst"].contains(word), place > start else {
      return false
    }
    return tokens[safe: place + 1]?.word?.hasSuffix("ing") != true
  }

  /// `stir occasionally`: what is done beside something that goes on.
  private func isNowAndThen(_ place: Int) -> Bool {
    tokens[place].word.map(CookingVerbs.participles.contains) == true
      && tokens[safe: place + 1]?.word.map(CookingVerbs.nowAndThen.contains) == true
  }

  /// What a word says as a verb, with the word before it where the two are one verb: `air-fry`.
  func kind(at place: Int) -> CookingVerbs.Class? {
    guard let word = tokens[place].word else { return nil }
    if word == "baked" {
      let next = tokens[safe: place + 1]?.word
      return next.map(Self.bakedHow.contains) == true ? .waiting : nil
    }
    return kindOfCompound(at: place) ?? CookingVerbs.classOf(word) ?? kindOfGerund(at: place)
  }

  /// What `kneading` says in `keep kneading`, and in `keep kneading and folding`: elsewhere such a
  /// word is a noun or an adverb.
  private func kindOfGerund(at place: Int) -> CookingVerbs.Class? {
    guard let word = tokens[place].word, word.hasSuffix("ing"), word.count > 5 else { return nil }
    var before = place - 1
    if tokens[safe: before]?.word == "and" { before -= 2 }
    guard let start = tokens[safe: before]?.word, Self.keeps.contains(start) else { return nil }
    let stem = String(word.dropLast(3))
    // "Baking" has lost the last letter of "bake"; "bak" is another language's.
    if let kind = CookingVerbs.classOf(stem + "e") ?? CookingVerbs.classOf(stem) { return kind }
    // "Stirring" has doubled the last letter of "stir".
    let short = String(stem.dropLast())
    return stem.last == short.last ? CookingVerbs.classOf(short) : nil
  }

  /// What two words say that are one verb, with or without a hyphen.
  private func kindOfCompound(at place: Int) -> CookingVerbs.Class? {
    let before = tokens[safe: place - 1]?.mark == "-" ? place - 2 : place - 1
    switch (tokens[safe: before]?.word, tokens[place].word) {
    case ("air", "fry"): return .waiting
    // Seeds in a pan.
    case ("dry", "roast"): return .handsOn
    default: return nil
    }
  }

  private static let bakedHow = Lexicon.words("baked-how")
  private static let keeps = Lexicon.words("keeps")

  /// The last word that is a verb elsewhere: `bring to a boil`.
  func weakVerb(in range: Range<Int>) -> (place: Int, kind: CookingVerbs.Class)? {
    for place in range.reversed() {
      if let word = tokens[place].word, !isPlacingSet(place), let kind = CookingVerbs.classOf(word)
      {
        return (place, kind)
      }
    }
    return nil
  }

  func firstVerb(in range: Range<Int>) -> (place: Int, kind: CookingVerbs.Class)? {
    for place in range {
      if let kind = kind(at: place), !isNoun(place) { return (place, kind) }
    }
    return nil
  }

  /// The infinitive right after a length, which governs it in German and Dutch: `10 Minuten kneten`.
  func finalVerb(after index: Int) -> CookingVerbs.Class? {
    for place in index..<min(tokens.count, index + 4) {
      // "35 Min. backen"
      if place == index, tokens[place].mark == ".", isShortenedUnit(place - 1) { continue }
      guard tokens[place].mark == nil else { return nil }
      if let word = tokens[place].word, word.hasSuffix("en"), !Self.englishInEn.contains(word),
        let kind = CookingVerbs.classOf(word)
      {
        return kind
      }
    }
    return verbAtEnd(ofClauseAt: index)
  }

  /// The infinitive that a clause ends with: `1 Stunde bei geringer Hitze mit Deckel garen`.
  private func verbAtEnd(ofClauseAt index: Int) -> CookingVerbs.Class? {
    let clause = tokens[index..<min(tokens.count, index + 14)].prefix { token in
      token.mark == nil && token.word.map { Self.clauseEnds.contains($0) } != true
    }
    guard clause.endIndex < index + 14, let last = clause.last?.word, last.hasSuffix("en"),
      !Self.englishInEn.contains(last)
    else { return nil }
    return CookingVerbs.classOf(last)
  }

  private static let clauseEnds = Lexicon.words("clause-ends")

  private func isShortenedUnit(_ place: Int) -> Bool {
    tokens[safe: place]?.word.map(TimeWords.shortened.contains) == true
  }

  /// `set the table`, `a pan set over a flame`: what becomes firm sets by itself.
  private func isPlacingSet(_ place: Int) -> Bool {
    tokens[place].word == "set"
      && tokens[safe: place + 1]?.word.map(Self.afterSet.contains) == true
  }

  private static let restOf = Lexicon.words("rest-of")
  private static let afterSet = Lexicon.words("after-set")

  func isNoun(_ place: Int) -> Bool {
    // "Cut side up" cuts nothing, and neither "a pan set over a flame" nor "set the table" sets.
    let next = tokens[safe: place + 1]?.word
    if isBeside(place) { return true }
    // "The rest of the sugar", "de rest van de suiker"
    if tokens[place].word == "rest", next.map(Self.restOf.contains) == true { return true }
    if kindOfCompound(at: place) != nil { return false }
    if next == "side" || isPlacingSet(place) { return true }
    guard let before = tokens[safe: place - 1] else { return false }
    if before.mark == "-" { return tokens[place].word != "fry" }
    guard let word = before.word else { return false }
    if CookingVerbs.beforeNouns.contains(word) { return true }
    // "In a fairly warm place"
    if tokens[place].word == "warm" || tokens[place].word == "varm",
      !CookingVerbs.beforeOrders.contains(word),
      !tokens[place].isCapitalised
    {
      return true
    }
    // "By mixer", not "by kneading".
    if word == "by", tokens[place].word?.hasSuffix("ing") == false { return true }
    // "Whip the cold cream" creams nothing: an order begins its clause.
    return tokens[place].word.map(CookingVerbs.alsoNouns.contains) == true
      && !tokens[place].isCapitalised && !word.hasSuffix("ly")
      && !CookingVerbs.beforeOrders.contains(word)
  }

  /// `as it cooks`: says when, not what to do.
  private func isBeside(_ place: Int) -> Bool {
    guard let who = tokens[safe: place - 1]?.word, ["it", "they"].contains(who) else {
      return false
    }
    return tokens[safe: place - 2]?.word == "as"
  }

  func mentionsPlace(_ range: Range<Int>) -> Bool {
    range.contains { place in
      guard let word = tokens[place].word else { return false }
      // Only a microwave has so many watts.
      if Self.watts.contains(word), tokens[safe: place - 1]?.number != nil { return true }
      if word == "broiler" { return words(back: 2, from: place).contains("under") }
      guard CookingVerbs.places.contains(word) else { return false }
      let before = tokens[safe: place - 1]?.word
      return before != "dutch" && (before != "from" && tokens[safe: place - 2]?.word != "from")
    }
  }
}
