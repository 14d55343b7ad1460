/// What the cook does at the stove while a length passes: stirring, turning, boiling.
extension DurationClassifier {
  /// `stirring constantly`, and `stirring` alone, but not `stirring occasionally`; nor `stirring
  /// often` where something simmers for long.
  func isStirred(_ clause: Range<Int>, isLongWait: Bool) -> Bool {
    for place in clause {
      guard let word = tokens[place].word, CookingVerbs.participles.contains(word) else { continue }
      let near = words(on: 3, from: place + 1) + words(back: 2, from: place)
      if near.contains(where: CookingVerbs.constantly.contains) { return true }
      if near.contains("all"), near.contains("time") { return true }
      if near.contains(where: CookingVerbs.often.contains) {
        if isLongWait { continue }
        return true
      }
      guard Self.gerunds.contains(where: word.hasSuffix),
        !near.contains(where: CookingVerbs.occasionally.contains),
        tokens[safe: place - 1]?.mark == ","
          || ["and", "while", "en"].contains(tokens[safe: place - 1]?.word)
      else { continue }
      let isBare = tokens[safe: place + 1]?.mark != nil || place + 1 == tokens.count
      let next = tokens[safe: place + 1]?.word ?? ""
      if isBare || Self.fors.contains(next) || Self.untils.contains(next) { return true }
    }
    return false
  }

  /// How verbs end that say what is done all along, in English and its Romance neighbours.
  private static let gerunds = ["ing", "ando", "endo", "ant"]

  /// Whether a pan for frying stands in the sentences before.
  func hasPan(before place: Int) -> Bool {
    (max(0, place - Self.reach)..<place).contains { index in
      tokens[index].word.map(CookingVerbs.fryingPans.contains) == true
    }
  }

  /// Whether the next sentence turns what is in the pan: `… 4 minutes. Flip, and …`.
  func isTurned(after context: Context) -> Bool {
    let next = context.sentence.upperBound + 1
    guard let word = tokens[safe: next]?.word, Self.turns.contains(word) else { return false }
    // "Turn off the heat" and "turn out onto a rack" turn no food.
    let others = words(on: 3, from: next + 1)
    return others.first.map(Self.switches.contains) != true
      && Self.heats.isDisjoint(with: others)
  }

  /// Whether the same sentence turns first what is then cooked: `flip and cook for 2 minutes`.
  func isFlipped(before verb: Int, _ context: Context) -> Bool {
    let isTurned = context.before.contains { place in
      guard place < verb, let word = tokens[place].word, Self.turns.contains(word) else {
        return false
      }
      // "Turn the heat down" turns no food.
      return word != "turn" || tokens[safe: place + 1]?.word.map(Self.turnedOver.contains) == true
    }
    return isTurned && !mentionsPlace(context.sentence)
  }

  /// `Do this for 4 minutes`.
  func isDoThis(_ context: Context) -> Bool {
    context.before.contains { place in
      tokens[place].word == "do"
        && ["this", "that", "so", "it"].contains(tokens[safe: place + 1]?.word)
    }
  }

  /// `…, stirring, until done. (This takes 15 to 20 minutes.)`
  func isOfStirringBefore(_ context: Context) -> Bool {
    let start = context.sentence.lowerBound
    return tellsWhatItTakes(from: start)
      && isStirred(max(0, start - Self.reach)..<start, isLongWait: false)
  }

  /// Whether what is cooked now was brought to a boil, or the sentences before bring water to one.
  func isBoiled(_ context: Context) -> Bool {
    if context.before.contains(where: { tokens[$0].word.map(Self.boils.contains) == true }) {
      return true
    }
    let start = context.sentence.lowerBound
    let earlier = words(in: max(0, start - Self.reach)..<start)
    return !earlier.isDisjoint(with: CookingVerbs.boiling)
      && !earlier.isDisjoint(with: CookingVerbs.waters)
      && words(in: context.sentence).subtracting(CookingVerbs.softness)
        .isDisjoint(with: CookingVerbs.panWords)
  }

  /// `cook the pasta`: what nobody cooks but in water, unless the sentence fries it.
  func isOfBoiledFood(_ verb: Int, _ context: Context) -> Bool {
    let object = (verb + 1..<min(context.before.upperBound, verb + 4)).compactMap {
      tokens[$0].word
    }
    return object.contains(where: CookingVerbs.boiledFoods.contains)
      && words(in: context.sentence).isDisjoint(with: CookingVerbs.fats)
  }
}
