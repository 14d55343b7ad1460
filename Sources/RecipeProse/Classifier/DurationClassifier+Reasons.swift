import KitchenModel

/// What the decisions about a length ask of the words around it.
extension DurationClassifier {
  /// `After 10 minutes, turn it`: looks back at a length stated before, unless this step tells of
  /// something that goes on.
  func looksBack(_ features: LengthFeatures) -> Bool {
    // "Después de 10 minutos", "au bout de 10 minutes", "nach den 10 Minuten"
    guard let last = features.governor else { return false }
    let lead = features.lead
    let isBetween = ["de", "d", "di", "den", "the"].contains(last)
    let governor = isBetween ? lead.dropFirst().first ?? last : last
    // "Simmer for bout 20 minutes" is a slip; "au bout de" and "au bout d'" look back.
    guard Self.afters.contains(governor), last != "bout" else { return false }
    if hasCounted { return true }
    guard last != "first" else { return false }
    let start = features.context.sentence.lowerBound
    let told = max(0, start - Self.reach)..<features.length.tokens.lowerBound
    // Work is not waited for: "Fry the meat. After 1 minute, turn it." Nor does what is put in
    // after a while begin before: "Put in the peas after 10 minutes."
    guard let verb = strongVerb(in: told) else { return true }
    let isPut = verb.place >= start && tokens[verb.place].word.map(Self.puts.contains) == true
    return verb.kind == .handsOn || isPut
  }

  /// The word right before a length, past `about` and the like; nil where a mark stands between.
  func wordGoverning(_ length: LengthGrammar.Found) -> String? {
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

  func isCondition(_ context: Context, _ lead: [String], _ trail: [String]) -> Bool {
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
    if Self.notes.contains(first), hasCounted, !isOrder(first, in: context.sentence) { return true }
    guard Self.ifs.contains(first) || first == "unless", !isImpersonal(context.sentence) else {
      return false
    }
    if isInCondition(context) || isUnless(context) { return true }
    // "If it shrinks back, …" after a length that counts; "if desired, …" and "if using …" are
    // known to every cook.
    let second = context.sentence.dropFirst().lazy.compactMap { tokens[$0].word }.first
    if hasCounted, second.map(Self.subjects.contains) == true { return true }
    if hasCounted, second == "preferred" { return true }
    let isRepeated = context.sentence.contains { tokens[$0].word == "again" }
    return isRepeated || (lead + trail).contains { Self.additions.contains($0) }
  }

  /// `Se añade el azúcar`: an order in Spanish, where "se" means "if" in its neighbours.
  private func isImpersonal(_ sentence: Range<Int>) -> Bool {
    let first = words(on: 2, from: sentence.lowerBound)
    guard first.count == 2, first[0] == "se" else { return false }
    let one = first[1].hasSuffix("n") ? String(first[1].dropLast()) : first[1]
    return CookingVerbs.beginsOrder(first[1]) || CookingVerbs.beginsOrder(one)
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
    return !context.before.contains {
      tokens[$0].mark == "," || tokens[$0].word.map(Self.thens.contains) == true
    }
  }

  /// Whether a length before this one counts.
  var hasCounted: Bool { lastCounted != nil }

  /// The lengths of this step before this one that count, one after the other, in seconds.
  func sumCounted(before index: Int) -> Double {
    let last = roles[..<index].suffix(20)
    return last.indices.reduce(0) { sum, place in
      if case .none = roles[place] { sum } else { sum + found[place].low }
    }
  }

  /// `Tip the rice in`, not `Tip: …`.
  private func isOrder(_ word: String, in sentence: Range<Int>) -> Bool {
    guard CookingVerbs.beginsOrder(word) else { return false }
    let marks = Set(sentence.prefix(4).compactMap { tokens[$0].mark })
    return marks.isDisjoint(with: [":", "-"])
  }
}
