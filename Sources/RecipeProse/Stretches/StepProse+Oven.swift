import KitchenModel

/// What a step says of the oven: how hot it is made, and what waits in it.
extension StepProse {
  /// Remembers what some words heat the oven to, or change its heat to: not what they say of oil, a
  /// grill or the water for the yeast.
  mutating func rememberOven(in range: Range<Int>, isOven: Bool = false) {
    let words = tokens[range]
    let isOven = isOven || ProseEquipment.speaksOfOven(words)
    if isOven || memory.oven != nil, let temperature = changed(words) {
      memory.oven = temperature
    } else if isOven {
      memory.oven = DurationText.ovenTemperature(in: words) ?? memory.oven
    }
  }

  /// `reduce to 350`, in the scale that the oven was heated in where it names none.
  func changed(_ words: ArraySlice<ProseToken>) -> Temperature? {
    (memory.oven ?? DurationText.ovenTemperature(in: words)).flatMap {
      DurationText.changedTemperature(in: words, from: $0)
    }
  }

  /// The oven's temperature as some words state it, whole or as a change.
  func stated(in words: ArraySlice<ProseToken>) -> Temperature? {
    DurationText.ovenTemperature(in: words) ?? changed(words)
  }

  /// `Cook at 180 °C`: heat that only an oven has, where nothing is fried.
  func isOvenHeat(_ words: ArraySlice<ProseToken>, verb: CookingVerbs.Class?) -> Bool {
    guard verb == .cook, let heat = DurationText.ovenTemperature(in: words) else { return false }
    let isHot = heat.lower >= (heat.scale == .celsius ? 1000 : 2120)
    return isHot && !words.contains { $0.word.map(CookingVerbs.fats.contains) == true }
  }

  /// Where the work begins that a sentence tells of beside heating the oven, which plans do by
  /// themselves: its end where there is none; nil for a sentence that heats no oven.
  mutating func workBesidePreheating(in sentence: Range<Int>) -> Int? {
    let matches = lexicon.matches(in: tokens[sentence])
    // "Reduce to 350"
    if wordCount(sentence) <= 5, memory.oven != nil, changed(tokens[sentence]) != nil {
      return sentence.upperBound
    }
    guard let heat = matches.first(where: { $0.entry.kind == .preheat }),
      isBeginning(heat.tokens.lowerBound, of: sentence, matches)
    else { return nil }
    heatsOven = true
    var place = heat.tokens.upperBound
    while place < sentence.upperBound {
      let isJoint =
        tokens[place].mark == "," || tokens[place].mark == ";"
        || tokens[place].word.map(isJoining) == true
      if isJoint, isOrder(place + 1, in: sentence) { return place + 1 }
      place += 1
    }
    return sentence.upperBound
  }

  /// `Put the dish in the oven until the cheese is brown`, `Bake at 180C`: the place of what says so;
  /// nil where the oven is not what all of a sentence is about.
  func ovenUntilDone(in sentence: Range<Int>) -> Int? {
    guard isWhole(sentence) else { return nil }
    let matches = lexicon.matches(in: tokens[sentence])
    // "In the preheated oven" heats none.
    let isOther = matches.contains { match in
      match.entry.kind == .off
        || match.entry.kind == .preheat
          && (match.tokens.lowerBound <= sentence.lowerBound + 1
            || match.tokens.upperBound >= sentence.upperBound - 1)
    }
    if isOther { return nil }
    if hasUntil(sentence), let oven = matches.last(where: { $0.entry.kind == .ovenPlace }),
      !KitchenState.comesFrom(oven, in: tokens), isPlacing(sentence)
    {
      return oven.tokens.lowerBound
    }
    guard DurationText.ovenTemperature(in: tokens[sentence]) != nil,
      let bake = matches.first(where: { $0.entry.kind == .oven && $0.entry.isVerb }),
      bake.tokens.lowerBound <= sentence.lowerBound + 1
        || bake.tokens.upperBound >= sentence.upperBound - 1
    else { return nil }
    return bake.tokens.lowerBound
  }

  /// `Bake for 35 minutes. Bake uncovered until golden.`: how the wait before is done, not another.
  func isToldAgain(_ matches: [Lexicon.Match], in range: Range<Int>, verb: Int) -> Bool {
    guard let before = stretches.last, before.kind == .waiting, before.origin == .stated,
      let own = matches.first(where: { $0.tokens.contains(verb) }), own.entry.kind == .oven,
      own.tokens.lowerBound <= range.lowerBound + 1,
      !tokens[range].contains(where: { $0.word.map(DurationClassifier.additions.contains) == true })
    else { return false }
    let words = ProseLexer.tokens(of: Array(before.text.unicodeScalars))
    return lexicon.matches(in: words[...]).contains { $0.entry.lemma == own.entry.lemma }
  }

  /// Whether nothing is done before the oven is heated.
  private func isBeginning(
    _ place: Int, of sentence: Range<Int>, _ matches: [Lexicon.Match]
  ) -> Bool {
    // "Den Ofen auf 200 Grad vorheizen": the verb is at the end.
    !matches.contains { match in
      match.tokens.upperBound <= place
        && (match.entry.kind == .join || match.entry.kind.isHeat || match.entry.kind.isRest)
    } && classifier.strongVerb(in: sentence.lowerBound..<max(sentence.lowerBound, place)) == nil
  }
}
