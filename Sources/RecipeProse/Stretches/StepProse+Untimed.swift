import KitchenModel

/// Stretches of what states no length.
extension StepProse {
  /// Makes stretches of what no stretch tells of yet, up to token `end`: a waiting one of each
  /// sentence that says to wait, hands-on ones of what stands between; none of how long it keeps, of
  /// what is only to be known, and of heating the oven.
  mutating func finish(to end: Int) {
    guard pending < end else { return }
    var start = pending
    var place = pending
    pending = end
    while place < end {
      let sentence = place..<sentenceEnd(from: place, upTo: end)
      rememberOven(in: sentence)
      if coolingClause(in: sentence) != nil {
        addWork(start..<place)
        addCooling(in: sentence)
        start = place
      } else if isWhole(sentence), keeping.hasElement(in: sentence) {
        addWork(start..<place)
        if let verb = coolingBeforeKeeping(in: sentence) {
          addWait(sentence.lowerBound..<verb.end, verb: verb.place)
        }
        leaveOut()
        start = sentence.upperBound
      } else if isWhole(sentence) || place == 0,
        Gate.isAdvice(tokens[sentence], lexicon) || isAside(sentence) || isBracketed(sentence)
          || answersQuestion(sentence)
      {
        addWork(start..<place)
        leaveOut()
        start = sentence.upperBound
      } else if let work = workBesidePreheating(in: sentence) {
        addWork(start..<place)
        start = work
      } else if isBesideWait(sentence) {
        addWork(start..<place)
        leaveOut()
        start = sentence.upperBound
      } else if let verb = waitingVerb(in: sentence) {
        let joint = clauseStart(of: verb, from: place)
        var clause = wordCount(place..<verb) >= 5 && joint < verb ? joint : place
        if isPlacing(place..<clause) || isLeadIn(place..<clause) { clause = place }
        addWork(start..<clause)
        addWait(clause..<sentence.upperBound, verb: verb)
        start = sentence.upperBound
      } else if let oven = ovenUntilDone(in: sentence) {
        addWork(start..<place)
        addWait(sentence, verb: oven)
        start = sentence.upperBound
      } else if let wait = waitingClause(in: sentence) {
        let isLed = isLeadIn(place..<wait.range.lowerBound)
        let begin = isLed ? place : wait.range.lowerBound
        addWork(start..<begin)
        addWait(begin..<wait.range.upperBound, verb: wait.verb)
        start = wait.range.upperBound
      }
      place = sentence.upperBound
    }
    addWork(start..<end)
  }

  /// `Overnight is even better.`: a length that does not count, and nothing to do.
  private func isAside(_ sentence: Range<Int>) -> Bool {
    asides.hasElement(in: sentence)
      && !lexicon.matches(in: tokens[sentence]).contains { match in
        match.entry.kind == .join || match.entry.kind.isHeat || match.entry.kind.isRest
      }
  }

  /// `(I use a glass dish. If yours is of metal, …)`: sentences that stand in brackets behind others.
  private func isBracketed(_ sentence: Range<Int>) -> Bool {
    guard sentence.lowerBound > 0 else { return false }
    return brackets.contains {
      $0.contains(sentence.lowerBound) && sentence.upperBound <= $0.upperBound
    }
  }

  /// `Tip: short of time? Use a tin of beans.`: the answer is as much a tip as the question.
  private func answersQuestion(_ sentence: Range<Int>) -> Bool {
    guard sentence.lowerBound > 0, tokens[sentence.lowerBound - 1].mark == "?" else { return false }
    var start = sentence.lowerBound - 1
    while start > max(0, sentence.lowerBound - DurationClassifier.reach),
      !DurationClassifier.endsSentence(start - 1, in: tokens)
    {
      start -= 1
    }
    return Gate.isAdvice(tokens[start..<sentence.lowerBound], lexicon)
  }

  mutating func leaveOut() { memory.hasLeftOut = true }

  private mutating func addWork(_ range: Range<Int>) {
    let verb = classifier.strongVerb(in: range)
    let own = order(in: range)
    let matches = matches(in: range).filter { $0.tokens.lowerBound >= own.lowerBound }
    defer { memory.state.follow(matches, in: tokens) }
    guard tellsOfWork(range, hasVerb: verb != nil), !isWhenClause(range), !isUntilClause(range),
      !isOnlyPreheating(range, matches)
    else { return }
    var stretch = Stretch(
      text: text(range), kind: .blocking, estimate: Self.estimate(words: orderWords(range)),
      origin: .estimated)
    if let heat = governing(matches, length: nil), heat.entry.kind.isHeat {
      // Nobody works in an oven.
      let place = equipment(in: range, length: nil, isWaiting: false)
      stretch.equipment = place == "oven" ? nil : place
      if hasUntil(range), heat.entry.kind == .oven, !isRoastedInPan(matches),
        !isInBrackets(heat.tokens.lowerBound, of: range),
        isOrdered(heat.tokens.lowerBound, in: range)
      {
        return addWait(range, verb: heat.tokens.lowerBound)
      }
      if boilsFood(heat, in: range) { return addWait(range, verb: heat.tokens.lowerBound) }
      if hasUntil(range) || cooksFood(heat, matches), let usual = heat.entry.length,
        heat.entry.kind != .oven, !isHeatingFat(range, heat)
      {
        stretch.estimate = Estimate(max(stretch.estimate.likely, usual))
      }
    }
    stretches.append(stretch)
  }

  /// `Brown the beef`, `Cook the leeks`: what is cooked right behind the verb, or before one that ends
  /// its clause.
  private func cooksFood(_ heat: Lexicon.Match, _ matches: [Lexicon.Match]) -> Bool {
    guard lexicon.has(heat.entry.lemma, in: "cooks-food"), heat.tokens.lowerBound >= 0 else {
      return false
    }
    let place = heat.tokens.upperBound
    return isOrder(heat.tokens.lowerBound, in: heat.tokens)
      && matches.contains { match in
        match.entry.kind == .food && (place..<place + 4).contains(match.tokens.lowerBound)
          && !tokens[place..<match.tokens.lowerBound].contains { $0.mark == "," }
      }
  }

  /// `Cook the noodles.`: what boils by itself, as long as its packet says.
  private func boilsFood(_ heat: Lexicon.Match, in range: Range<Int>) -> Bool {
    heat.entry.lemma == "cook" && heat.tokens.lowerBound == range.lowerBound
      && wordCount(range) <= 6
      && range.contains { tokens[$0].word.map(CookingVerbs.boiledFoods.contains) == true }
  }

  /// `Heat the oil until it shimmers`: a pan is hot at once.
  private func isHeatingFat(_ range: Range<Int>, _ heat: Lexicon.Match) -> Bool {
    var start = heat.tokens.lowerBound
    while start > range.lowerBound, !DurationClassifier.endsSentence(start - 1, in: tokens) {
      start -= 1
    }
    let sentence = start..<sentenceEnd(from: heat.tokens.lowerBound, upTo: range.upperBound)
    let words = classifier.words(in: sentence)
    return heat.entry.kind == .cook && heat.tokens.lowerBound <= start + 14
      && heat.entry.length == .minutes(10) && !words.isDisjoint(with: CookingVerbs.fats)
      && words.isDisjoint(with: CookingVerbs.liquids) && wordCount(sentence) <= 24
      && lexicon.matches(in: tokens[sentence]).count { $0.entry.kind.isHeat } == 1
      && !hasUntil(sentence.upperBound..<range.upperBound)
  }

  /// Whether a verb is an order, by what stands before it, not a thing: `Serve the quinoa bake`.
  private func isOrdered(_ place: Int, in range: Range<Int>) -> Bool {
    guard place > range.lowerBound, let before = tokens[place - 1].word else { return true }
    return CookingVerbs.beforeOrders.contains(before) || isJoining(before)
      || before.hasSuffix("ly") || tokens[place].word?.hasSuffix("en") == true
  }

  /// `and preheat to high`: plans do so by themselves.
  private func isOnlyPreheating(_ range: Range<Int>, _ matches: [Lexicon.Match]) -> Bool {
    wordCount(range) <= 10 && matches.first?.entry.kind == .preheat
      && !matches.contains { $0.entry.kind == .join }
  }

  /// `When the beef is cooked to your liking,`: only says when the next thing is done.
  private func isWhenClause(_ range: Range<Int>) -> Bool {
    guard let first = range.first(where: { tokens[$0].word != nil }),
      tokens[first].word.map({ lexicon.has($0, .when) }) == true,
      !stretches.isEmpty || range.upperBound < tokens.count
    else { return false }
    return !range.dropLast().contains { tokens[$0].mark == "," }
  }

  /// `6) until the cheese melts.`: only says how long the step before goes on.
  private func isUntilClause(_ range: Range<Int>) -> Bool {
    range.first { tokens[$0].word != nil }.flatMap { tokens[$0].word }
      .map(DurationClassifier.untils.contains) == true
      && !range.contains { tokens[$0].mark == "," }
  }

  /// Whether an order begins at a token: a verb that is known, or one that "and" joins and a thing
  /// follows.
  func isOrder(_ place: Int, in sentence: Range<Int>) -> Bool {
    guard place < sentence.upperBound, let word = tokens[place].word else { return false }
    if isJoining(word) { return isOrder(place + 1, in: sentence) }
    if CookingVerbs.classOf(word) != nil { return true }
    if lexicon.entries(of: word).contains(where: { $0.kind == .join || $0.kind.isHeat }) {
      return true
    }
    return CookingVerbs.orders.contains(word)
  }

  func sentenceEnd(from start: Int, upTo end: Int) -> Int {
    var place = start
    while place < end {
      place += 1
      if DurationClassifier.endsSentence(place - 1, in: tokens) { break }
    }
    return place
  }

  /// Whether some words are a sentence from its beginning to its end.
  func isWhole(_ range: Range<Int>) -> Bool {
    (range.lowerBound == 0 || DurationClassifier.endsSentence(range.lowerBound - 1, in: tokens))
      && (range.upperBound == tokens.count
        || DurationClassifier.endsSentence(range.upperBound - 1, in: tokens))
  }

  /// Whether some words are work: any where they are all that a step says, else a sentence, or what
  /// has a verb. Serving is what a plan ends with.
  private func tellsOfWork(_ range: Range<Int>, hasVerb: Bool) -> Bool {
    let all = tokens[range].compactMap { $0.mark == nil ? $0.word ?? "" : nil }
    // "Cool it in the tin, then on a rack"
    let isRest = all.first.map { lexicon.has($0, in: "thens") } == true && !hasVerb
    let words = isRest ? Array(all.dropFirst()) : all
    if isRest, words.count <= 4 { return false }
    if words.isEmpty { return false }
    if words.count >= 4 || stretches.isEmpty && range.upperBound == tokens.count { return true }
    if words.allSatisfy(Self.serving.contains) { return false }
    // "Next, …", "The next morning, …"
    if words.count == 1 || lexicon.has(words[words.count - 1], in: "part-times") { return hasVerb }
    return hasVerb || range.lowerBound == 0
      || DurationClassifier.endsSentence(range.lowerBound - 1, in: tokens)
  }

  /// Words of sentences that only serve.
  private static let serving = Lexicon.words("serving")
}

extension [Int] {
  /// Whether an element of these, which are in order, lies in a range; by halving.
  func hasElement(in range: Range<Int>) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < count && range.contains(self[low])
  }
}
