import KitchenModel

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
    if length.low > Double(Seconds.longest.count) { return .nonsense }
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
    if last == "at", lead.dropFirst().first != "for" { return .moment }
    if lead.contains("within") { return .moment }
    // "Over the next few hours, …"
    if last == "next", lead.contains("over") { return .moment }
    if Self.thoseWords.contains(last) || lead.contains(where: Self.ends.contains) { return .part }
    if last == "from", hasCounted, found[index].low == found[index].high { return .part }
    if last == "in" || lead.contains("dans"), found[index].unit >= 86_400 { return .moment }
    // "The final 3 minutes" are part of what was stated, "a final 3 minutes" come to it.
    let isAnother = lead.dropFirst().first == "a"
    if Self.parts.contains(last), !isAnother || last == "through" || last == "by" { return .part }
    if lead.contains("during"), last == "first" || last == "during" { return .part }
    // "Longer than 2 hours" is another matter than "no longer than 2 hours".
    if last == "than", lead.dropFirst().first.map(["longer", "more"].contains) == true,
      lead.dropFirst(2).first.map(["no", "not", "never"].contains) != true
    {
      return .condition
    }
    // "Después de 10 minutos", "au bout de 10 minutes"
    let governor = ["de", "d", "di"].contains(last) ? lead.dropFirst().first ?? last : last
    // "Simmer for bout 20 minutes" is a slip; "au bout de" and "au bout d'" look back.
    guard Self.afters.contains(governor), last != "bout" else { return nil }
    if hasCounted { return .part }
    // "After 10 minutes, turn it" looks back at a length stated before, unless this step tells of
    // something that goes on.
    let start = context.sentence.lowerBound
    guard last != "first" else { return nil }
    let told = max(0, start - Self.reach)..<found[index].tokens.lowerBound
    // Work is not waited for: "Fry the meat. After 1 minute, turn it." Nor does what is put in
    // after a while begin before: "Put in the peas after 10 minutes."
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
    // "An hour in between"
    if first == "between" || first == "in" && second == "between" { return .interval }
    // "Come back an hour later" waits for it.
    let isBack = first == "later" && lead.contains("back")
    if Self.agoWords.contains(first), !isBack { return .moment }
    if ["in", "im"].contains(first), second == "advance" { return .moment }
    // "When you are 30 minutes from serving"
    if first == "from", second?.hasSuffix("ing") == true { return .moment }
    if Self.befores.contains(first), !lead.contains("for") {
      let verb = strongVerb(in: context.before)
      // "Stir in the leaves 2 minutes before removing it from the heat"
      if verb?.kind != .waiting, trail.contains(where: Self.finishing.contains) { return .moment }
      if verb.map({ tokens[$0.place].word == "preheat" }) ?? true { return .moment }
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

  private func isSummary(_ index: Int, _ lead: [String], _ trail: [String]) -> Bool {
    let isTotal = trail.first == "total" || trail.prefix(2).elementsEqual(["in", "total"])
    // A total is not less than its parts.
    if isTotal, hasCounted, sumCounted(before: index) <= found[index].high {
      return true
    }
    if index > 0, found[index - 1].high == found[index].high,
      lead.contains(where: Self.takes.contains),
      hasCounted
    {
      return true
    }
    // "Serves 4 in 30 minutes", "ready in half an hour", "a 30-minute meal"
    if lead.contains("serves") { return true }
    if lead.first == "in", lead.dropFirst().first.map(Self.readies.contains) == true { return true }
    if trail.first.map(Self.meals.contains) == true { return true }
    return lead.contains {
      ["time", "times", "zeit", "gesamtzeit", "gesamtdauer", "totaltid"].contains($0)
    } && !lead.contains("timer")
      && !lead.contains("first")
  }

  private func isCondition(_ context: Context, _ lead: [String], _ trail: [String]) -> Bool {
    // "45 minutes (or more if needed)" is needed in any case.
    let isAtLeast =
      trail.first == "or" && trail.dropFirst().first.map(Self.additions.contains) == true
    if trail.contains("if"), !isAtLeast,
      !Set(words(on: 5, from: context.after.lowerBound)).isDisjoint(
        with: ["needed", "necessary", "desired"])
    {
      return true
    }
    // A question, or a note, is not an instruction.
    if tokens[safe: context.sentence.upperBound]?.mark == "?" { return true }
    let beginning = context.sentence.prefix(2).lazy.compactMap { tokens[$0].word }.first
    guard let first = beginning else { return false }
    if Self.notes.contains(first), hasCounted { return true }
    guard Self.ifs.contains(first) || first == "unless" else { return false }
    if isInCondition(context) || isUnless(context) { return true }
    // "If it shrinks back, …" after a length that counts; "if desired, …" and "if using …" are
    // known to every cook.
    let second = context.sentence.dropFirst().lazy.compactMap { tokens[$0].word }.first
    if hasCounted, second.map(Self.subjects.contains) == true { return true }
    if hasCounted, second == "preferred" { return true }
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
