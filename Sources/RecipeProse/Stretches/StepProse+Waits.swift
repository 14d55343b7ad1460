import KitchenModel

/// Waits that stand among other work, and what belongs to a wait.
extension StepProse {
  /// How long a pot of water takes to boil.
  static let boilingWater: Seconds = .minutes(8)

  /// The words of a sentence without what goes on meanwhile: of `While the rice cooks, chop the
  /// herbs`, the chopping; and without the words over it: of `Brine the wings: pat them dry`, the
  /// patting.
  func order(in sentence: Range<Int>) -> Range<Int> {
    if let colon = sentence.prefix(12).first(where: { tokens[$0].mark == ":" }),
      colon > sentence.lowerBound, colon + 1 < sentence.upperBound,
      tokens[colon + 1].isCapitalised,
      tokens[colon + 1].word.map(DurationClassifier.untils.contains) == false
    {
      return colon + 1..<sentence.upperBound
    }
    guard let first = sentence.first(where: { tokens[$0].word != nil }),
      tokens[first].word.map(Self.whileWords.contains) == true,
      let comma = sentence.first(where: { tokens[$0].mark == "," }),
      comma + 1 < sentence.upperBound
    else { return sentence }
    return comma + 1..<sentence.upperBound
  }

  /// `If using a slow cooker, …` behind the way that the recipe told first.
  var isForOtherAppliance: Bool {
    guard let first = tokens.first(where: { $0.word != nil })?.word,
      DurationClassifier.ifs.contains(first) || Self.forWords.contains(first)
        || DurationClassifier.otherwise.contains(first)
    else { return false }
    let head = tokens.prefix { $0.mark != "," && $0.mark != ":" && $0.mark != "." }.prefix(12)
    let matches = lexicon.matches(in: head)
    // "For the grill sauce" names no way.
    let isUse = head.contains { $0.word.map(Self.using.contains) == true }
    return (isUse || head.count <= 6)
      && matches.contains { [.otherAppliance, .cooker, .airFryer].contains($0.entry.kind) }
  }

  private static let forWords = Lexicon.words("for-words")
  private static let using = Lexicon.words("using")

  // MARK: Brackets

  /// Whether a token stands in brackets that open within a sentence, behind its first word.
  func isInBrackets(_ place: Int, of sentence: Range<Int>) -> Bool {
    var depth = 0
    for index in sentence where index < place {
      if tokens[index].mark == "(", index > sentence.lowerBound { depth += 1 }
      if tokens[index].mark == ")" { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  /// The brackets that open behind a sentence's end and close at one: `Stir. (Do not beat. Fold.)`.
  func bracketsOfSentences() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for place in tokens.indices.dropFirst() {
      if isMark(place, "("), start == nil, DurationClassifier.endsSentence(place - 1, in: tokens) {
        start = place
      } else if isMark(place, ")"), let open = start {
        if closesSentence(place) { found.append(open..<min(tokens.count, place + 2)) }
        start = nil
      }
    }
    return found
  }

  private func closesSentence(_ bracket: Int) -> Bool {
    if isMark(bracket - 1, ".") || isMark(bracket - 1, "!") || isMark(bracket - 1, "?") {
      return true
    }
    guard let next = tokens[safe: bracket + 1] else { return true }
    return next.isCapitalised || isMark(bracket + 1, ".")
  }

  private func isMark(_ place: Int, _ mark: Unicode.Scalar) -> Bool { tokens[place].mark == mark }

  /// The bracket that opens before a token.
  func openBracket(before place: Int) -> Int {
    var index = place
    while index > 0, tokens[index].mark != "(" { index -= 1 }
    return index
  }

  // MARK: Parts of a wait

  /// Where what a length belongs to begins: the sentence before, where this one only says what it
  /// takes (`This takes 5 minutes`, `About 5 minutes.`).
  func beginning(ofWhatTakes length: Range<Int>, from start: Int) -> Int {
    guard start > pending else { return start }
    let isBare =
      wordCount(start..<length.lowerBound) <= 2
      && classifier.weakVerb(
        in:
          start..<sentenceEnd(
            from: start, upTo: tokens.count)) == nil
      && wordCount(start..<sentenceEnd(from: start, upTo: tokens.count)) <= 8
    guard isBare || classifier.tellsWhatItTakes(from: start) else {
      let before = sentenceStart(before: start - 1)
      return isPlacing(before..<start) ? max(pending, before) : start
    }
    return max(pending, sentenceStart(before: start - 1))
  }

  /// `Place in the fridge`, `Die Form in den Ofen schieben`: what begins a wait, and no more.
  func isPlacing(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, wordCount(range) <= 12,
      range.contains(where: { tokens[$0].word.map(Self.placing.contains) == true })
    else { return false }
    let matches = lexicon.matches(in: tokens[range])
    let isPlace = matches.contains {
      ([.ovenPlace, .fridge, .microwave, .airFryer].contains($0.entry.kind)
        || $0.entry.kind == .chill && $0.tokens.count > 1)
        && !KitchenState.comesFrom($0, in: tokens)
    }
    let hasOtherWork = range.contains { place in
      tokens[place].word.map { word in
        CookingVerbs.classOf(word) == .handsOn && !classifier.isNoun(place)
      } == true
    }
    return isPlace && !hasOtherWork && range.count { tokens[$0].mark == "," } == 0
  }

  static let placing = DurationClassifier.puts.union([
    "slide", "move", "schieben", "schiebe", "stellen", "stelle", "geben", "setzen", "einschieben",
    "enfourner", "meter", "mete", "meta", "introducir", "introduce", "levar", "leve", "schuif",
    "skjut", "sæt", "stil",
  ])

  /// `Stir occasionally.` right behind a wait: done beside it.
  func isBesideWait(_ sentence: Range<Int>) -> Bool {
    guard pendingFollowsWait(sentence), wordCount(sentence) <= 14,
      let first = sentence.first(where: { tokens[$0].word.map(Self.meantimes.contains) == false }),
      let word = tokens[first].word ?? tokens[safe: first + 1]?.word,
      isLookedAfter(first, word, in: sentence)
    else { return false }
    return sentence.contains { place in
      // "A little at a time" is how it is added.
      tokens[place].word.map {
        CookingVerbs.nowAndThen.contains($0) || Self.fromTimeToTime.contains($0)
      }
        == true && tokens[safe: place - 1]?.word != "a"
    }
  }

  /// `Stir …`, or `gelegentlich umrühren` with the verb at the end.
  private func isLookedAfter(_ first: Int, _ word: String, in sentence: Range<Int>) -> Bool {
    func looks(_ word: String) -> Bool {
      CookingVerbs.participles.contains(word) || DurationClassifier.turns.contains(word)
        || Self.lookingAfter.contains(word)
    }
    let last = sentence.last { tokens[$0].word != nil }.flatMap { tokens[$0].word }
    return looks(word) || CookingVerbs.nowAndThen.contains(word) && last.map(looks) == true
  }

  private static let meantimes: Set<String> = ["dabei", "zwischendurch"]

  private func pendingFollowsWait(_ sentence: Range<Int>) -> Bool {
    guard let last = stretches.last, last.kind == .waiting || last.origin == .stated else {
      return false
    }
    return !tokens[max(0, sentence.lowerBound - 1)..<sentence.lowerBound].contains {
      $0.mark == nil
    }
  }

  private static let lookingAfter = Lexicon.words("looking-after")
  private static let fromTimeToTime = Lexicon.words("from-time-to-time")

  // MARK: Waits within a sentence

  /// A clause of a sentence that says to wait, though the sentence goes on with work: `Let it cool
  /// completely, then slice`, `Bring a pot of water to the boil and add the pasta`.
  func waitingClause(in sentence: Range<Int>) -> (range: Range<Int>, verb: Int)? {
    let sentence = order(in: sentence)
    let matches = lexicon.matches(in: tokens[sentence])
    if let boil = matches.first(where: { $0.entry.kind == .boilUp }),
      !isInBrackets(boil.tokens.lowerBound, of: sentence),
      let verb = bringing(before: boil, in: sentence)
    {
      // "Ponemos la leche a hervir" has its verb before what it brings the milk to.
      let isVerb =
        tokens[verb].word.flatMap(CookingVerbs.classOf) != nil || verb != boil.tokens.lowerBound
      let start =
        isVerb
        ? clauseStart(of: verb, from: sentence.lowerBound)
        : beginning(ofClauseWith: verb, in: sentence)
      return (start..<end(ofClauseWith: boil.tokens.upperBound, in: sentence), verb)
    }
    if classifier.awaitsNeed(sentence) || isConditional(sentence) { return nil }
    for match in matches where isRestOrder(match, in: sentence) {
      let verb = match.tokens.lowerBound
      let start = beginning(ofClauseWith: verb, in: sentence)
      return (start..<end(ofClauseWith: match.tokens.upperBound, in: sentence), verb)
    }
    return nil
  }

  /// `If it is too soft, chill it.`: a wait that few cooks have, so that none is guessed.
  func isConditional(_ sentence: Range<Int>) -> Bool {
    sentence.first { tokens[$0].mark == nil }.flatMap { tokens[$0].word }
      .map { lexicon.has($0, in: "ifs") } == true
  }

  /// The verb that brings something to where it boils, unless it is stirred all along.
  private func bringing(before boil: Lexicon.Match, in sentence: Range<Int>) -> Int? {
    let isStirred = tokens[sentence].contains { token in
      token.word.map { $0 == "stirring" || $0 == "whisking" } == true
    }
    guard !isStirred,
      tokens[safe: sentence.lowerBound]?.word.map({ lexicon.has($0, .when) }) != true
    else { return nil }
    // "Zum Kochen bringen" has its own.
    if boil.tokens.contains(where: { tokens[$0].word.map(CookingVerbs.bringers.contains) == true })
    {
      return boil.tokens.lowerBound
    }
    return (max(sentence.lowerBound, boil.tokens.lowerBound - 16)..<boil.tokens.lowerBound).last {
      tokens[$0].word.map(CookingVerbs.bringers.contains) == true
    }
  }

  /// Whether a rest is what a clause of its own orders: it begins it, or "let" does.
  private func isRestOrder(_ match: Lexicon.Match, in sentence: Range<Int>) -> Bool {
    guard match.entry.kind.isRest, match.entry.kind != .drain, match.entry.length != nil,
      !isInBrackets(match.tokens.lowerBound, of: sentence)
    else { return false }
    let start = beginning(ofClauseWith: match.tokens.lowerBound, in: sentence)
    guard let first = tokens[safe: start]?.word else { return false }
    let isLet = DurationClassifier.lets.contains(first)
    if !isLet, start != match.tokens.lowerBound { return false }
    if start > sentence.lowerBound, !isJointBefore(start) { return false }
    if isOtherChoice(start..<match.tokens.lowerBound, of: sentence) { return false }
    if isLet { return match.tokens.lowerBound - start <= 8 }
    guard let word = tokens[match.tokens.lowerBound].word else { return false }
    return match.tokens.count > 1 && CookingVerbs.classOf(word) == .waiting
      || [.cool, .chill, .freeze, .marinate].contains(match.entry.kind)
        && CookingVerbs.classOf(word) == .waiting && word != "set" && !classifier.isNoun(start)
  }

  /// The token behind the comma or joining word before a token, else the sentence's first.
  private func beginning(ofClauseWith place: Int, in sentence: Range<Int>) -> Int {
    var start = place
    while start > sentence.lowerBound, !isJointBefore(start) { start -= 1 }
    return start
  }

  /// `Do not let it cool`, `when you refrigerate it`, `Serve warm or let it cool`: no order to wait.
  func isNoOrder(_ place: Int, in sentence: Range<Int>) -> Bool {
    let clause = beginning(ofClauseWith: place, in: sentence)..<place
    if isOtherChoice(clause, of: sentence) { return true }
    return clause.contains { index in
      guard let word = tokens[index].word else { return false }
      if DurationClassifier.negations.contains(word) || word.hasSuffix("n't") { return true }
      return lexicon.has(word, .when)
    }
  }

  /// Whether a clause is the other choice beside serving at once: `Serve warm or let it cool`.
  private func isOtherChoice(_ clause: Range<Int>, of sentence: Range<Int>) -> Bool {
    guard
      let or = (clause.lowerBound - 1..<clause.upperBound).first(where: {
        $0 > sentence.lowerBound && tokens[$0].word.map(DurationClassifier.ors.contains) == true
      })
    else { return false }
    return lexicon.matches(in: tokens[sentence.lowerBound..<or]).contains {
      $0.entry.kind == .finish
    }
  }

  private func isJointBefore(_ place: Int) -> Bool {
    tokens[place - 1].mark == "," || tokens[place - 1].word.map(isJoining) == true
  }

  /// Where the clause that a token belongs to ends: before the next comma or joining word.
  private func end(ofClauseWith place: Int, in sentence: Range<Int>) -> Int {
    var end = place
    while end < sentence.upperBound {
      if let mark = tokens[end].mark, ",;:".unicodeScalars.contains(mark) { return end }
      if let word = tokens[end].word, isJoining(word) || word == "before" {
        // "Con la canela y la piel de limón" joins things, not clauses.
        let next = tokens[safe: end + 1]?.word
        if next.map(CookingVerbs.beforeNouns.contains) != true { return end }
      }
      end += 1
    }
    return sentence.upperBound
  }
}
