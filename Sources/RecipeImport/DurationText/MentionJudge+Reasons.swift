/// Why a stated length may be no duration of its step.
extension MentionJudge {
  /// Why a length does not count; nil where it does.
  func reason(against index: Int, _ context: Context) -> DurationMention.Reason? {
    let length = found[index]
    let lead = words(back: 3, from: length.tokens.lowerBound)
    let trail = words(on: 3, from: length.tokens.upperBound)
    if let reason = reason(in: lead, of: index, context) { return reason }
    if let reason = reason(behind: trail, lead, context) { return reason }
    if isKeeping(length, context, lead) { return .keeping }
    if isAlternative(index, context, lead, trail) { return .alternative }
    if isSummary(index, lead, trail) { return .summary }
    if isCondition(context, lead, trail) {
      return .condition
    }
    return reasonToldAgain(index, context)
  }

  /// What the words before a length, nearest first, say against it.
  private func reason(
    in lead: [String], of index: Int, _ context: Context
  ) -> DurationMention.Reason? {
    if lead.prefix(2).elementsEqual(["les", "toutes"])
      || lead.prefix(2).elementsEqual(["les", "tous"])
    {
      return .interval
    }
    guard let last = wordGoverning(found[index]) else { return nil }
    if Self.intervals.contains(last) { return .interval }
    // "Cool for at 5 minutes" has lost its "least".
    if last == "within" || last == "at" && lead.dropFirst().first != "for" { return .moment }
    if Self.thoseWords.contains(last) { return .part }
    if last == "in", found[index].unit >= 86_400 { return .moment }
    if Self.parts.contains(last) || lead.contains("during") && last == "first" { return .part }
    // "Longer than 2 hours" is another matter than "no longer than 2 hours".
    if last == "than", lead.dropFirst().first.map(["longer", "more"].contains) == true,
      lead.dropFirst(2).first.map(["no", "not", "never"].contains) != true
    {
      return .condition
    }
    guard Self.afters.contains(last) else { return nil }
    if hasCounted { return .part }
    // "After 10 minutes, turn it" looks back at a length stated before, unless this step tells of
    // something that goes on.
    let start = context.sentence.lowerBound
    guard last != "first" else { return nil }
    let told = max(0, start - Self.reach)..<found[index].tokens.lowerBound
    // Work is not waited for: "Fry the meat. After 1 minute, turn it." Nor does what is put in after a
    // while begin before: "Put in the peas after 10 minutes."
    guard let verb = strongVerb(in: told) else { return .part }
    let isPut = verb.place >= start && tokens[verb.place].word.map(Self.puts.contains) == true
    return verb.kind == .handsOn || isPut ? .part : nil
  }

  /// The word right before a length, past `about` and the like; nil where a mark stands between.
  private func wordGoverning(_ length: DurationLexis.Found) -> String? {
    var place = length.tokens.lowerBound - 1
    while place >= 0, length.tokens.lowerBound - place < 8 {
      if let word = tokens[place].word {
        if !Self.vague.contains(word) { return word }
      } else if tokens[place].mark != "~" && !isShortened(place) {
        return nil
      }
      place -= 1
    }
    return nil
  }

  /// Whether a full stop only shortens the word before it: `nach ca. 10 Minuten`.
  private func isShortened(_ place: Int) -> Bool {
    tokens[place].mark == "." && tokens[safe: place - 1]?.word.map(Self.vague.contains) == true
  }

  /// What the words after a length say against it.
  private func reason(
    behind trail: [String], _ lead: [String], _ context: Context
  ) -> DurationMention.Reason? {
    if trail.contains(where: Self.bursts.contains) { return .interval }
    guard let first = trail.first else { return nil }
    let second = trail.dropFirst().first
    if Self.agoWords.contains(first) { return .moment }
    if ["in", "im"].contains(first), second == "advance" { return .moment }
    if Self.befores.contains(first), !lead.contains("for"), strongVerb(in: context.before) == nil {
      return .moment
    }
    if ["remain", "remains", "left", "remaining"].contains(first) { return .part }
    if Self.lesser.contains(first), second.map(Self.thans.contains) == true { return .part }
    if first == "de" || first == "di", second.map(Self.lesser.contains) == true { return .part }
    if first == "into" || first == "to" && second == "go" { return .part }
    if first == "to", lead.first.map(Self.adding.contains) == true { return .part }
    let isPer =
      Self.pers.contains(first) || first == "for" && second.map(Self.pers.contains) == true
    if isPer, trail.contains(where: Self.weights.contains) {
      return .rate
    }
    return nil
  }

  /// Storing: months always, days and nights with `keeps` or `up to`.
  private func isKeeping(
    _ length: DurationLexis.Found, _ context: Context, _ lead: [String]
  ) -> Bool {
    if length.unit >= 2_592_000 || isUnderKeepingHeading() { return true }
    let sentence = context.sentence.compactMap { tokens[$0].word }
    let stores = sentence.contains(where: Self.storing.contains)
    let isUpTo =
      lead.contains("up") || lead.contains("maximum") || lead.contains("bis")
      || lead.contains("jusqu")
    if length.unit >= 86_400, stores { return true }
    if isReheated(context.sentence) { return true }
    if sentence.first.map(Self.leftovers.contains) == true { return true }
    if length.high >= 12 * 3600 || length.isNight, sentence.contains("can"), sentence.contains("be")
    {
      return true
    }
    if isUpTo, stores || awaitsNeed(context.sentence) { return true }
    let ripens = sentence.contains(where: Self.ripening.contains)
    if length.high >= 12 * 3600, isUpTo, !ripens { return true }
    return length.unit >= 604_800 && !ripens
  }

  /// Whether the step begins with a heading such as `Storage:`.
  private func isUnderKeepingHeading() -> Bool {
    guard let colon = tokens.prefix(8).firstIndex(where: { $0.mark == ":" }) else { return false }
    return (0..<colon).contains { tokens[$0].word.map(Self.keepingHeadings.contains) == true }
  }

  /// Whether what was cooked before is warmed up, rather than the oil.
  private func isReheated(_ sentence: Range<Int>) -> Bool {
    sentence.contains { place in
      guard tokens[place].word.map(Self.reheating.contains) == true else { return false }
      return !words(on: 3, from: place + 1).contains(where: Self.heatedAgain.contains)
    }
  }

  /// `until needed`, `until ready to use`.
  private func awaitsNeed(_ sentence: Range<Int>) -> Bool {
    sentence.contains { place in
      tokens[place].word == "until"
        && ["needed", "ready", "required"].contains(tokens[safe: place + 1]?.word)
    }
  }

  /// `2 hours or overnight`, `on high for 3 hours or on low for 6`, `5 minutes for soft yolks, 9
  /// minutes for hard ones`: the first counts.
  private func isAlternative(
    _ index: Int, _ context: Context, _ lead: [String], _ trail: [String]
  ) -> Bool {
    if trail.prefix(2).elementsEqual(["also", "works"])
      || trail.prefix(2).elementsEqual(["works", "too"])
    {
      return true
    }
    guard index > 0, hasCounted else { return false }
    if beginsOtherWay(context.sentence) { return true }
    if case .none(.summary) = roles[index - 1], found[index - 1].isNight { return false }
    if lead.contains(where: ["could", "might", "may"].contains) { return true }
    let between = found[index - 1].tokens.upperBound..<found[index].tokens.lowerBound
    guard between.count <= 20, !between.isEmpty else { return false }
    if trail.contains(where: Self.mosts.contains), lastCounted == index - 1,
      strongVerb(in: between) == nil,
      between.lowerBound >= context.sentence.lowerBound
    {
      return true
    }
    if lastCounted == index - 1, isBracketed(between), trail.first.map(Self.cases.contains) == true
    {
      return true
    }
    if joinsAnotherWay(between) { return true }
    guard between.count <= 16, strongVerb(in: between) == nil else { return false }
    return isForAnother(between, trail) || joinsAlternatives(between)
  }

  /// `Alternatively, …`, `Another way is …`.
  private func beginsOtherWay(_ sentence: Range<Int>) -> Bool {
    guard let first = tokens[safe: sentence.lowerBound]?.word else { return false }
    if Self.otherwise.contains(first) { return true }
    return first == "another"
      && ["option", "way", "method"].contains(tokens[safe: sentence.lowerBound + 1]?.word)
  }

  /// Whether nothing but an opening bracket stands between, and what may stand before a length:
  /// `20 minutes (or 30 minutes if …`.
  private func isBracketed(_ between: Range<Int>) -> Bool {
    between.contains { tokens[$0].mark == "(" }
      && between.allSatisfy { place in
        tokens[place].word.map { Self.ors.contains($0) || Self.vague.contains($0) } ?? true
      }
  }

  /// `4 minutes for small ones; 6 minutes for large ones`.
  private func isForAnother(_ between: Range<Int>, _ trail: [String]) -> Bool {
    guard !between.contains(where: { tokens[$0].mark == "." }) else {
      return false
    }
    let first = between.prefix(5).compactMap { tokens[$0].word }
    return trail.first == "for" && first.contains("for")
  }

  /// `…, or knead by hand for 5 minutes`: the work of the length before done otherwise.
  private func joinsAnotherWay(_ between: Range<Int>) -> Bool {
    between.contains { place in
      guard let word = tokens[place].word, Self.ors.contains(word),
        let next = tokens[safe: place + 1]?.word
      else { return false }
      return place + 1 < between.upperBound && CookingVerbs.classOf(next) != nil
        && !(word == "of" && CookingVerbs.alsoNouns.contains(next))
        && !between.contains { endsSentence($0) }
    }
  }

  /// Whether what stands between two lengths makes the second one stand for the first.
  private func joinsAlternatives(_ between: Range<Int>) -> Bool {
    var hasOr = false
    var isStrange = false
    for place in between {
      if let word = tokens[place].word {
        if Self.ors.contains(word) {
          // "or until golden, 5 minutes" says when it ends.
          if tokens[safe: place + 1]?.word.map(Self.untils.contains) == true { return false }
          hasOr = true
        } else if !Self.alternatives.contains(word) {
          isStrange = true
        } else if !["and", "for", "at", "least"].contains(word) {
          hasOr = hasOr || !isStrange
        }
      } else if let mark = tokens[place].mark, !",;(-/".unicodeScalars.contains(mark) {
        return false
      }
    }
    return hasOr
  }

  private func isSummary(_ index: Int, _ lead: [String], _ trail: [String]) -> Bool {
    let isTotal = trail.first == "total" || trail.prefix(2).elementsEqual(["in", "total"])
    // A total is no less than its parts.
    if isTotal, hasCounted, sumCounted(before: index) <= found[index].high {
      return true
    }
    if index > 0, found[index - 1].high == found[index].high,
      lead.contains(where: Self.takes.contains),
      hasCounted
    {
      return true
    }
    return lead.contains { ["time", "times", "zeit"].contains($0) } && !lead.contains("timer")
      && !lead.contains("first")
  }

  private func isCondition(_ context: Context, _ lead: [String], _ trail: [String]) -> Bool {
    if trail.contains("if"),
      !Set(words(on: 5, from: context.after.lowerBound)).isDisjoint(
        with: ["needed", "necessary", "desired"])
    {
      return true
    }
    // A question, or a note, is no instruction.
    if tokens[safe: context.sentence.upperBound]?.mark == "?" { return true }
    let beginning = context.sentence.prefix(2).lazy.compactMap { tokens[$0].word }.first
    guard let first = beginning else { return false }
    if Self.notes.contains(first), hasCounted { return true }
    guard ["if", "unless", "falls", "si", "se", "als", "om", "wenn"].contains(first)
    else { return false }
    if isInCondition(context) || isUnless(context) { return true }
    let isRepeated = context.sentence.contains { tokens[$0].word == "again" }
    return isRepeated || (lead + trail).contains { Self.additions.contains($0) }
  }

  /// `if it is not done yet, …`: what is to be done where something failed.
  private func isUnless(_ context: Context) -> Bool {
    for place in context.before {
      if tokens[place].mark == "," { return false }
      guard let word = tokens[place].word else { continue }
      if Self.negations.contains(word) || word.hasSuffix("n't") { return true }
    }
    return false
  }

  /// `if the dough chills for several hours, …`: what might be, told before the comma that ends the
  /// condition.
  private func isInCondition(_ context: Context) -> Bool {
    guard context.before.lowerBound <= context.sentence.lowerBound + 1,
      tokens[safe: context.after.lowerBound]?.mark == ","
    else { return false }
    return !context.before.contains { tokens[$0].mark == "," || tokens[$0].word == "then" }
  }

  /// Whether a length before the one judged counts.
  var hasCounted: Bool { lastCounted != nil }

  /// The lengths of this step before this one that count, one after the other, in seconds.
  private func sumCounted(before index: Int) -> Double {
    let last = roles[..<index].suffix(20)
    return last.indices.reduce(0) { sum, place in
      if case .none = roles[place] { sum } else { sum + found[place].low }
    }
  }
}
