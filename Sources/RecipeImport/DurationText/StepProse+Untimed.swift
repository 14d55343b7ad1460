import KitchenModel

/// Stretches of what states no length.
extension StepProse {
  /// Makes stretches of what no stretch tells of yet, up to token `end`: a waiting one of each
  /// sentence that says to wait, hands-on ones of what stands between; none of how long it keeps.
  mutating func finish(to end: Int) {
    guard pending < end else { return }
    var start = pending
    var place = pending
    pending = end
    while place < end {
      let sentence = place..<sentenceEnd(from: place, upTo: end)
      rememberOven(in: sentence)
      if isWhole(sentence), keeping.hasElement(in: sentence) {
        addWork(start..<place)
        memory.hasLeftOut = true
        start = sentence.upperBound
      } else if let verb = waitingVerb(in: sentence) {
        let clause =
          wordCount(place..<verb) >= 5 ? clauseStart(of: verb, from: place) : place
        addWork(start..<clause)
        addWait(clause..<sentence.upperBound, verb: verb)
        start = sentence.upperBound
      }
      place = sentence.upperBound
    }
    addWork(start..<end)
  }

  private mutating func addWork(_ range: Range<Int>) {
    let verb = MentionJudge.verbFinder(tokens).strongVerb(in: range)
    guard tellsOfWork(range, hasVerb: verb != nil) else { return }
    var stretch = Stretch(
      text: text(range), kind: .blocking, estimate: Self.estimate(words: orderWords(range)),
      origin: .estimated)
    if verb?.kind == .handsOn {
      stretch.equipment = ProseEquipment.equipment(
        in: [], verb: verb.flatMap { tokens[$0.place].word }, isWaiting: false)
    }
    stretches.append(stretch)
  }

  /// A wait of no stated length.
  private mutating func addWait(_ range: Range<Int>, verb: Int) {
    let words = tokens[range]
    var stretch = Stretch(
      text: text(range), kind: .waiting, estimate: Self.estimate(words: orderWords(range)),
      origin: .estimated,
      equipment: ProseEquipment.equipment(
        in: words, verb: tokens[verb].word, isWaiting: true, cookware: cookware))
    if stretch.equipment == "oven" { stretch.temperature = stated(in: words) ?? memory.oven }
    stretch.remarks.append(
      rates.hasElement(in: range)
        ? "The time goes by the weight; put in how long yours takes."
        : "The recipe says no time for this wait; put in how long it takes.")
    stretches.append(stretch)
  }

  /// The verb that a sentence ends with, where it says to wait.
  private func waitingVerb(in sentence: Range<Int>) -> Int? {
    let judge = MentionJudge.verbFinder(tokens)
    guard var verb = judge.strongVerb(in: sentence)?.place else { return nil }
    // "Abkühlen lassen" is cooling.
    if tokens[verb].word.map(MentionJudge.lets.contains) == true {
      verb = judge.strongVerb(in: sentence.lowerBound..<verb)?.place ?? verb
    }
    guard let word = tokens[verb].word else { return nil }
    let isWait = ProseEquipment.goesOnAlone(
      word, in: tokens[sentence], hasRate: rates.hasElement(in: sentence))
    return isWait ? verb : nil
  }

  private func sentenceEnd(from start: Int, upTo end: Int) -> Int {
    var place = start
    while place < end {
      place += 1
      if MentionJudge.endsSentence(place - 1, in: tokens) { break }
    }
    return place
  }

  /// Whether some words are a sentence from its beginning to its end.
  private func isWhole(_ range: Range<Int>) -> Bool {
    (range.lowerBound == 0 || MentionJudge.endsSentence(range.lowerBound - 1, in: tokens))
      && (range.upperBound == tokens.count
        || MentionJudge.endsSentence(range.upperBound - 1, in: tokens))
  }

  /// Whether some words are work: any where they are all that a step says, else a sentence, or what
  /// has a verb. Serving is what a plan ends with.
  private func tellsOfWork(_ range: Range<Int>, hasVerb: Bool) -> Bool {
    let words = tokens[range].compactMap { $0.mark == nil ? $0.word ?? "" : nil }
    if words.isEmpty { return false }
    if words.count >= 4 || stretches.isEmpty && range.upperBound == tokens.count { return true }
    if words.allSatisfy(Self.serving.contains) { return false }
    return hasVerb || range.lowerBound == 0
      || MentionJudge.endsSentence(range.lowerBound - 1, in: tokens)
  }

  /// Words of sentences that only serve.
  private static let serving: Set<String> = [
    "serve", "enjoy", "warm", "hot", "cold", "chilled", "immediately", "and", "at", "once", "bon",
    "guten", "appetit", "appétit", "servieren", "servir", "sofort", "heiß", "chaud", "frais",
    "servez", "genießen", "disfrutar", "servire", "caldo", "serveer", "servera",
  ]
}

extension [Int] {
  /// Whether an element of these, which are in order, lies in a range; by halving.
  fileprivate func hasElement(in range: Range<Int>) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < count && range.contains(self[low])
  }
}
