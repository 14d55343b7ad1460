/// The equipment that a stretch holds: what its own words say, else where the food is.
extension StepProse {
  /// The verb that a length belongs to: the last one of heat or rest before it, else the first one
  /// behind it, where German and Dutch have theirs.
  func governing(_ matches: [Lexicon.Match], length: Range<Int>?) -> Lexicon.Match? {
    let verbs = matches.filter { match in
      (match.entry.kind.isHeat || match.entry.kind.isRest)
        && !isNounOfHeat(match) && !isAdjectiveOfHeat(match)
        && !(match.entry.kind == .brown && KitchenState.isColour(match, in: tokens))
    }
    guard let length else {
      guard let last = verbs.last else { return nil }
      let until = untilPlace(before: last.tokens.upperBound, matches)
      return verbs.last { $0.tokens.lowerBound < until } ?? last
    }
    let until = untilPlace(before: length.lowerBound, matches)
    return verbs.last { $0.tokens.upperBound <= length.lowerBound && $0.tokens.lowerBound < until }
      ?? verbs.first { $0.tokens.lowerBound >= length.upperBound }
      ?? verbs.last { $0.tokens.upperBound <= length.lowerBound }
  }

  /// What stands in some words, without what they say goes on meanwhile: `While the rice cooks, …`.
  func matches(in range: Range<Int>) -> [Lexicon.Match] {
    let found = lexicon.matches(in: tokens[range])
    guard let first = found.first, first.entry.kind == .meanwhile,
      first.tokens.lowerBound <= range.lowerBound + 1,
      tokens[first.tokens.lowerBound].word.map(Self.whileWords.contains) == true,
      let comma = range.first(where: { tokens[$0].mark == "," })
    else { return found }
    return found.filter { $0.tokens.lowerBound > comma }
  }

  /// Words of clauses that say what goes on at the same time.
  static let whileWords = Lexicon.words("while-words")

  /// Where an until-clause before a length begins: its words say how things look.
  private func untilPlace(before length: Int, _ matches: [Lexicon.Match]) -> Int {
    let first = matches.first?.tokens.lowerBound ?? length
    guard first < length else { return length }
    let place = (first..<length).first { index in
      tokens[index].word.map { word in
        DurationClassifier.untils.contains(word)
          || index > first && ["while", "whilst"].contains(word)
            && tokens[safe: index + 1]?.word?.hasSuffix("ing") != true
      } == true
    }
    return place ?? length
  }

  /// `the roast`, `a boil`: a thing, not what is done.
  private func isNounOfHeat(_ match: Lexicon.Match) -> Bool {
    match.tokens.count == 1 && classifier.isNoun(match.tokens.lowerBound)
      && ["the", "a", "an", "your", "of", "from", "somewhere"].contains(
        tokens[safe: match.tokens.lowerBound - 1]?.word)
  }

  /// `serve warm`, `a slightly warm cake`: how it is, not what is done.
  private func isAdjectiveOfHeat(_ match: Lexicon.Match) -> Bool {
    guard match.tokens.count == 1, tokens[match.tokens.lowerBound].word == "warm" else {
      return false
    }
    let before = tokens[safe: match.tokens.lowerBound - 1]
    guard let word = before?.word else { return false }
    return !CookingVerbs.beforeOrders.contains(word) || word == "or"
  }

  /// The equipment of a stretch made of some words, with the length it has, if any.
  func equipment(
    in range: Range<Int>, length: Range<Int>?, isWaiting: Bool
  ) -> String? {
    let matches = matches(in: range)
    func has(_ kind: WordClass) -> Bool { matches.contains { $0.entry.kind == kind } }
    let verb = governing(matches, length: length)
    let kind = verb?.entry.kind
    if has(.microwave) { return "microwave" }
    let isInOven = matches.contains {
      $0.entry.kind == .ovenPlace && !KitchenState.comesFrom($0, in: tokens)
    }
    if isInOven {
      // What rests in an oven that is off needs none; dough that rises in a warm one does.
      guard let kind, kind.isRest else { return "oven" }
      return kind == .rise || stated(in: tokens[range]) != nil ? "oven" : nil
    }
    if matches.contains(where: { isAppliance($0, in: range) }) { return nil }
    let isElsewhere =
      memory.state.place == .airFryer || memory.state.place == .cooker && kind != .oven
    let isOnHob = matches.contains {
      $0.entry.kind == .hobVessel && memory.state.isOnHob($0, in: tokens)
    }
    if isElsewhere, !isOnHob, kind.map({ !$0.isRest }) ?? true { return nil }
    guard let kind else {
      if let cookware, isWaiting { return cookware }
      // "Leave it in the tin": it is out of the oven.
      let isLeft =
        memory.state.place == .oven && has(.ovenVessel)
        && range.prefix(3).contains {
          tokens[$0].word.map(DurationClassifier.lets.contains) == true
        }
      // "Set it aside, covered, for 10 minutes"
      let isSetAside = matches.contains {
        $0.entry.kind == .off && $0.tokens.count > 1 && $0.tokens.lowerBound <= range.lowerBound + 2
      }
      if isLeft || isSetAside { return nil }
      if isWaiting { return has(.hobVessel) ? "burner" : memory.state.place?.equipment }
      let isStirred =
        matches.isEmpty
        || range.contains { index in
          tokens[index].word.map(CookingVerbs.participles.contains) == true
        }
      if has(.machine), !has(.hobVessel) { return nil }
      return isStirred && length != nil && (has(.hobVessel) || memory.state.place == .hob)
        && !isOffHeat(matches) ? "burner" : nil
    }
    if kind.isRest { return nil }
    switch kind {
    case .oven:
      if isRoastedInPan(matches) { return "burner" }
      return isWaiting || length != nil ? "oven" : nil
    case .grill:
      if has(.hobVessel) { return "burner" }
      return [.oven, .hob].contains(memory.state.place) ? memory.state.place?.equipment : nil
    case .cook where isWaiting && !has(.hobVessel) && isForOven(before: range.upperBound):
      return "oven"
    case .cook: return placeOfCooking(matches, isWaiting: isWaiting)
    // "Bak de taart op 170 graden": one word for the pan and the oven.
    case .hob
    where isWaiting && !has(.hobVessel)
      && (isOvenHeat(tokens[range], verb: .cook)
        || verb.map { lexicon.has($0.entry.lemma, in: "oven-or-pan") } == true
          && isForOven(before: range.upperBound)):
      return "oven"
    default: return "burner"
    }
  }

  /// Whether an appliance that no plan reserves is what is used: not `(or a slow cooker)`, `in a pan
  /// or rice cooker`.
  private func isAppliance(_ match: Lexicon.Match, in range: Range<Int>) -> Bool {
    guard [.otherAppliance, .cooker, .airFryer].contains(match.entry.kind) else { return false }
    if isInBrackets(match.tokens.lowerBound, of: range) { return false }
    let before = max(range.lowerBound, match.tokens.lowerBound - 2)..<match.tokens.lowerBound
    let isSecond = before.contains { tokens[$0].word.map { lexicon.has($0, in: "ors") } == true }
    return !isSecond
      || !lexicon.matches(in: tokens[range.lowerBound..<match.tokens.lowerBound]).contains {
        $0.entry.kind == .hobVessel
      }
  }

  /// `Roast the pine nuts in a dry pan`: no oven is meant.
  func isRoastedInPan(_ matches: [Lexicon.Match]) -> Bool {
    matches.contains { lexicon.has($0.entry.lemma, in: "oven-or-pan") && $0.entry.kind == .oven }
      && matches.contains { $0.entry.kind == .hobVessel && $0.entry.lemma != "dutch oven" }
      && !matches.contains { $0.entry.kind == .ovenPlace || $0.entry.kind == .preheat }
      && memory.state.place != .oven
  }

  /// `Pour it over the pastry and cook`: whether the oven is hot, and the last vessel named is one
  /// for it.
  private func isForOven(before end: Int) -> Bool {
    guard memory.oven != nil else { return false }
    let near = lexicon.matches(in: tokens[max(0, end - Self.reachOfVessels)..<end])
    let vessel = near.last { $0.entry.kind == .ovenVessel || $0.entry.kind == .hobVessel }
    return vessel?.entry.kind == .ovenVessel
  }

  /// How many tokens before the end of a clause a vessel may stand that it is about.
  private static let reachOfVessels = 40

  private func isOffHeat(_ matches: [Lexicon.Match]) -> Bool {
    matches.contains { $0.entry.kind == .off }
  }

  /// Where something is cooked: in the pan that is named, where the food is, else on the hob.
  private func placeOfCooking(_ matches: [Lexicon.Match], isWaiting: Bool) -> String? {
    if let cookware, isWaiting { return cookware }
    if matches.contains(where: { $0.entry.kind == .hobVessel }) { return "burner" }
    if heatsOven, isWaiting { return "oven" }
    if let place = memory.state.place { return place.equipment }
    if let first = matches.first?.tokens.lowerBound, let last = matches.last?.tokens.upperBound,
      isOvenHeat(
        tokens[first..<sentenceEnd(from: last, upTo: min(tokens.count, last + 12))], verb: .cook)
    {
      return "oven"
    }
    return "burner"
  }
}
