import KitchenModel

/// Waits of which a step states no length.
extension StepProse {
  /// A wait of no stated length.
  mutating func addWait(_ range: Range<Int>, verb: Int) {
    let words = tokens[range]
    let matches = lexicon.matches(in: words)
    if isToldAgain(matches, in: range, verb: verb) { return leaveOut() }
    var stretch = Stretch(
      text: text(range), kind: .waiting,
      estimate: usual(matches, verb: verb, words: orderWords(range)),
      origin: .estimated, equipment: equipment(in: range, length: nil, isWaiting: true))
    if stretch.equipment == "oven" { stretch.temperature = stated(in: words) ?? memory.oven }
    stretch.remarks.append(
      rates.hasElement(in: range)
        ? "The time goes by the weight; put in how long yours takes."
        : "The recipe says no time for this wait; put in how long it takes.")
    memory.state.follow(matches, in: tokens)
    memory.isCooling = matches.contains { $0.entry.kind.isLeaving && $0.tokens.contains(verb) }
    stretches.append(stretch)
  }

  /// How long a wait usually takes: as the longest phrase for it says, else its verb.
  private func usual(_ matches: [Lexicon.Match], verb: Int, words: Int) -> Estimate {
    let waits = matches.filter {
      $0.entry.length != nil
        && ($0.entry.kind.isRest || $0.entry.kind.isHeat || $0.entry.kind == .ovenPlace)
    }
    let phrase = waits.filter { $0.tokens.count > 1 }.max { $0.tokens.count < $1.tokens.count }
    let own = waits.last { $0.tokens.contains(verb) }
    guard
      let wait = phrase ?? own ?? waits.last(where: { $0.entry.kind != .ovenPlace }) ?? waits.last,
      let length = wait.entry.length
    else {
      return Self.estimate(words: words)
    }
    if wait.entry.kind == .boilUp, let first = matches.first?.tokens.lowerBound,
      tokens[min(first, verb)..<wait.tokens.lowerBound].contains(where: {
        $0.word.map(CookingVerbs.waters.contains) == true
      })
    {
      return Estimate(Self.boilingWater)
    }
    return Estimate(length)
  }

  func hasUntil(_ range: Range<Int>) -> Bool {
    tokens[range].contains { $0.word.map(DurationClassifier.untils.contains) == true }
  }

  /// The verb that a sentence ends with, where it says to wait.
  func waitingVerb(in sentence: Range<Int>) -> Int? {
    let sentence = order(in: sentence)
    if classifier.awaitsNeed(sentence) || isConditional(sentence) { return nil }
    let matches = lexicon.matches(in: tokens[sentence])
    if let packet = matches.first(where: { $0.entry.kind == .packet }) {
      return matches.last {
        $0.entry.kind.isHeat && $0.tokens.upperBound <= packet.tokens.lowerBound
      }?
      .tokens.lowerBound ?? packet.tokens.lowerBound
    }
    if var verb = classifier.strongVerb(in: sentence)?.place {
      // "Abkühlen lassen" is cooling.
      if tokens[verb].word.map(DurationClassifier.lets.contains) == true {
        verb = classifier.strongVerb(in: sentence.lowerBound..<verb)?.place ?? verb
      }
      if isInBrackets(verb, of: sentence) {
        verb =
          classifier.strongVerb(in: sentence.lowerBound..<openBracket(before: verb))?.place ?? verb
      }
      // "To soak up the oil" soaks nothing.
      let isOfPhrase = matches.contains {
        $0.entry.kind == .quality && $0.tokens.count > 1 && $0.tokens.contains(verb)
      }
      if let word = tokens[verb].word, !isInBrackets(verb, of: sentence), !isOfPhrase,
        !isRoastedInPan(matches), !isNoOrder(verb, in: sentence),
        ProseEquipment.goesOnAlone(
          word, in: tokens[sentence], hasRate: rates.hasElement(in: sentence))
      {
        return verb
      }
    }
    // "Put it in the fridge until firm", "Sæt kagen på køl", but not "which is kept in the fridge"
    guard let wait = matches.last(where: { $0.tokens.count > 1 && $0.entry.kind.isRest }),
      hasUntil(sentence) || wait.entry.kind == .chill && isPutAway(sentence)
    else { return nil }
    let place = wait.tokens.lowerBound
    let isKept = classifier.words(back: 2, from: place).contains(
      where: DurationClassifier.storing.contains)
    return isKept ? nil : place
  }

  /// `Put it on ice`: what puts something somewhere and no more.
  private func isPutAway(_ sentence: Range<Int>) -> Bool {
    guard wordCount(sentence) <= 8, let first = sentence.first(where: { tokens[$0].word != nil })
    else { return false }
    return tokens[first].word.map(Self.placing.contains) == true
  }

  /// `Cool fully before storing in a jar for 3 days`: the cooling, and where it ends.
  func coolingBeforeKeeping(in sentence: Range<Int>) -> (place: Int, end: Int)? {
    let matches = lexicon.matches(in: tokens[sentence])
    guard let cool = matches.first, cool.entry.kind == .cool || cool.entry.kind == .chill,
      cool.tokens.lowerBound <= sentence.lowerBound + 1,
      let before = sentence.first(where: {
        tokens[$0].word.map(DurationClassifier.befores.contains) == true
      })
    else { return nil }
    return (cool.tokens.lowerBound, before)
  }
}
