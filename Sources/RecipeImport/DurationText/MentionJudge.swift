/// Decides what a stated length of time means, by the words around it.
///
/// O(1) for each length: no look goes over more than ``reach`` tokens.
struct MentionJudge {
  private typealias Role = DurationMention.Role

  /// How far the words around a length are looked at.
  private static let reach = 60

  let tokens: [ProseToken]
  let found: [DurationLexis.Found]
  /// What earlier lengths of this text mean.
  private var roles: [DurationMention.Role] = []

  private init(_ tokens: [ProseToken], _ found: [DurationLexis.Found]) {
    self.tokens = tokens
    self.found = found
  }

  /// The roles of the lengths found in a text, in order.
  static func roles(
    of found: [DurationLexis.Found], in tokens: [ProseToken]
  ) -> [DurationMention.Role] {
    var judge = MentionJudge(tokens, found)
    for index in found.indices { judge.roles.append(judge.role(of: index)) }
    return judge.roles
  }

  /// A judge of no lengths, which finds verbs.
  static func verbFinder(_ tokens: [ProseToken]) -> MentionJudge { MentionJudge(tokens, []) }

  // MARK: No duration

  private func role(of index: Int) -> DurationMention.Role {
    let context = context(of: index)
    if let reason = reason(against: index, context) { return .none(reason) }
    return activity(index, context)
  }

  /// The words around a length.
  private struct Context {
    /// From the sentence's start or the length before, to this length.
    var before: Range<Int>
    /// From this length to the sentence's end or the next length.
    var after: Range<Int>
    /// From the sentence's start to its end.
    var sentence: Range<Int>
  }

  private func context(of index: Int) -> Context {
    let own = found[index].tokens
    let previous = index > 0 ? found[index - 1].tokens.upperBound : 0
    let next = index + 1 < found.count ? found[index + 1].tokens.lowerBound : tokens.count
    var start = own.lowerBound
    while start > max(0, own.lowerBound - Self.reach), !endsSentence(start - 1) { start -= 1 }
    var end = own.upperBound
    while end < min(tokens.count, own.upperBound + Self.reach), !endsSentence(end) { end += 1 }
    return Context(
      before: max(start, previous)..<own.lowerBound,
      after: own.upperBound..<max(own.upperBound, min(end, next)), sentence: start..<end)
  }

  private func endsSentence(_ index: Int) -> Bool { Self.endsSentence(index, in: tokens) }

  /// Whether a token ends a sentence; a full stop does before a capital letter, a bracket, or the end.
  static func endsSentence(_ index: Int, in tokens: [ProseToken]) -> Bool {
    switch tokens[index].mark {
    case "!", "?", ";": return true
    case ".":
      guard let next = tokens[safe: index + 1] else { return true }
      return next.isCapitalised || (next.hasSpaceBefore && next.mark != nil)
    default: return false
    }
  }

  private func reason(against index: Int, _ context: Context) -> DurationMention.Reason? {
    let length = found[index]
    let lead = words(back: 3, from: length.tokens.lowerBound)
    let trail = words(on: 3, from: length.tokens.upperBound)
    if let last = lead.first(where: { !Self.vague.contains($0) }) {
      if Self.intervals.contains(last) { return .interval }
      if last == "within" { return .moment }
      if Self.parts.contains(last) { return .part }
      if Self.afters.contains(last), hasCounted(before: index) { return .part }
    }
    if lead.prefix(2).elementsEqual(["les", "toutes"])
      || lead.prefix(2).elementsEqual(["les", "tous"])
    {
      return .interval
    }
    if trail.contains(where: Self.bursts.contains) { return .interval }
    if let first = trail.first {
      if Self.agoWords.contains(first) { return .moment }
      if ["in", "im"].contains(first), trail.dropFirst().first == "advance" { return .moment }
      if Self.befores.contains(first), strongVerb(in: context.before) == nil { return .moment }
      if ["remain", "remains", "left", "remaining"].contains(first) { return .part }
      if ["per", "pro"].contains(first), trail.dropFirst().first.map(Self.weights.contains) == true
      {
        return .rate
      }
    }
    if isKeeping(length, context, lead) { return .keeping }
    if isAlternative(index) { return .alternative }
    if isSummary(index, lead, trail) { return .summary }
    if isCondition(context, lead, trail) { return .condition }
    return nil
  }

  /// Storing: months always, days and nights with `keeps` or `up to`.
  private func isKeeping(
    _ length: DurationLexis.Found, _ context: Context, _ lead: [String]
  ) -> Bool {
    if length.unit >= 2_592_000 { return true }
    let sentence = context.sentence.compactMap { tokens[$0].word }
    let stores = sentence.contains(where: Self.storing.contains)
    let isUpTo =
      lead.contains("up") || lead.contains("maximum") || lead.contains("bis")
      || lead.contains("jusqu")
    if length.unit >= 86_400, stores { return true }
    if stores, isUpTo { return true }
    let ripens = sentence.contains(where: Self.ripening.contains)
    if length.high >= 12 * 3600, isUpTo, !ripens { return true }
    return length.unit >= 604_800 && !ripens
  }

  /// `2 hours or overnight`, `at least 1 hour and up to 24 hours`.
  private func isAlternative(_ index: Int) -> Bool {
    guard index > 0, hasCounted(before: index) else { return false }
    let between = found[index - 1].tokens.upperBound..<found[index].tokens.lowerBound
    guard between.count <= 8, !between.isEmpty else { return false }
    var hasOr = false
    for place in between {
      if let word = tokens[place].word {
        guard Self.alternatives.contains(word) else { return false }
        hasOr = hasOr || !["and", "for", "at", "least"].contains(word)
      } else if let mark = tokens[place].mark, !",(-/".unicodeScalars.contains(mark) {
        return false
      }
    }
    return hasOr
  }

  private func isSummary(_ index: Int, _ lead: [String], _ trail: [String]) -> Bool {
    let isTotal = trail.first == "total" || trail.prefix(2).elementsEqual(["in", "total"])
    if isTotal, hasCounted(before: index) { return true }
    return lead.contains { ["time", "times", "zeit"].contains($0) } && !lead.contains("timer")
      && !lead.contains("first")
  }

  private func isCondition(_ context: Context, _ lead: [String], _ trail: [String]) -> Bool {
    guard let first = tokens[safe: context.sentence.lowerBound]?.word,
      ["if", "unless", "falls", "si", "se", "als", "om", "wenn"].contains(first)
    else { return false }
    return (lead + trail).contains { Self.additions.contains($0) }
  }

  private func hasCounted(before index: Int) -> Bool {
    roles[..<index].contains { if case .none = $0 { false } else { true } }
  }

  // MARK: Hands on or not

  private func activity(_ index: Int, _ context: Context) -> DurationMention.Role {
    let length = found[index]
    if length.isNight || length.unit >= 86_400 { return .waiting }
    let clause = clause(context)
    let said = words(in: clause)
    if isStirred(said, clause) { return .handsOn }
    if let kind = finalVerb(after: length.tokens.upperBound) { return role(kind, length, said) }
    let verb = strongVerb(in: context.before)
    if let (place, kind) = verb {
      if kind != .waiting, mentionsPlace(place..<length.tokens.lowerBound) { return .waiting }
      if isLet(place, from: context.before.lowerBound) { return .waiting }
      return role(kind, length, said)
    }
    if mentionsPlace(context.before) { return .waiting }
    if let (_, kind) = weakVerb(in: context.before) { return role(kind, length, said) }
    if let (_, kind) = firstVerb(in: context.after) { return role(kind, length, said) }
    if mentionsPlace(context.after) { return .waiting }
    if index > 0, let last = roles.last(where: { if case .none = $0 { false } else { true } }),
      found[index - 1].tokens.upperBound >= context.sentence.lowerBound
    {
      return last
    }
    let start = max(0, context.sentence.lowerBound - Self.reach)
    if let (_, kind) = strongVerb(in: start..<context.sentence.lowerBound) {
      return role(kind, length, said)
    }
    return .waiting
  }

  private func role(
    _ verb: CookingVerbs.Class, _ length: DurationLexis.Found, _ said: Set<String>
  ) -> DurationMention.Role {
    let likely = (length.low + length.high) / 2
    let isUnattended = !said.isDisjoint(with: CookingVerbs.unattended)
    let isTurned = said.contains("side") || said.contains("sides")
    switch verb {
    case .waiting: return .waiting
    case .handsOn:
      let isPlaced =
        said.contains("oven") || said.contains("undisturbed") || said.contains("covered")
      return isPlaced ? .waiting : .handsOn
    case .grill: return isUnattended && !isTurned || likely >= 900 ? .waiting : .handsOn
    case .cook:
      if isUnattended { return .waiting }
      if isTurned || likely < 240 { return .handsOn }
      let isPan = !said.isDisjoint(with: CookingVerbs.panWords)
      return isPan && likely <= 600 ? .handsOn : .waiting
    }
  }

  /// `stirring constantly`, and `stirring` alone, but not `stirring occasionally`.
  private func isStirred(_ said: Set<String>, _ clause: Range<Int>) -> Bool {
    for place in clause {
      guard let word = tokens[place].word, CookingVerbs.participles.contains(word) else { continue }
      let near = words(on: 3, from: place + 1) + words(back: 2, from: place)
      if near.contains(where: CookingVerbs.constantly.contains) { return true }
      guard word.hasSuffix("ing"), !near.contains(where: CookingVerbs.occasionally.contains),
        tokens[safe: place - 1]?.mark == ","
      else { continue }
      let isBare = tokens[safe: place + 1]?.mark != nil || place + 1 == tokens.count
      if isBare || ["for", "until"].contains(tokens[safe: place + 1]?.word) { return true }
    }
    return false
  }

  /// `let it …`, `leave to …`, `allow … to …` before a verb.
  private func isLet(_ verb: Int, from start: Int) -> Bool {
    (max(start, verb - 6)..<verb).contains { place in
      tokens[place].word.map(Self.lets.contains) == true
    }
  }

  // MARK: Verbs

  /// The last verb that governs what follows: none in an until-clause, and no noun that looks so.
  func strongVerb(in range: Range<Int>) -> (place: Int, kind: CookingVerbs.Class)? {
    var last: (Int, CookingVerbs.Class)?
    var isUntil = false
    for place in range {
      if tokens[place].mark == "," || tokens[place].mark == "(" || tokens[place].mark == ")" {
        isUntil = false
      }
      guard let word = tokens[place].word else { continue }
      if Self.untils.contains(word) { isUntil = true }
      if ["then", "and"].contains(word), isUntil,
        let next = tokens[safe: place + 1]?.word, CookingVerbs.classOf(next) != nil
      {
        isUntil = false
      }
      guard !isUntil, let kind = CookingVerbs.classOf(word), !isNoun(place) else { continue }
      last = (place, kind)
    }
    return last
  }

  /// The last word that is a verb elsewhere: `bring to a boil`.
  private func weakVerb(in range: Range<Int>) -> (place: Int, kind: CookingVerbs.Class)? {
    for place in range.reversed() {
      if let word = tokens[place].word, let kind = CookingVerbs.classOf(word) {
        return (place, kind)
      }
    }
    return nil
  }

  private func firstVerb(in range: Range<Int>) -> (place: Int, kind: CookingVerbs.Class)? {
    for place in range {
      if let word = tokens[place].word, let kind = CookingVerbs.classOf(word), !isNoun(place) {
        return (place, kind)
      }
    }
    return nil
  }

  /// The infinitive right after a length, which governs it in German and Dutch: `10 Minuten kneten`.
  private func finalVerb(after index: Int) -> CookingVerbs.Class? {
    for place in index..<min(tokens.count, index + 4) {
      guard tokens[place].mark == nil else { return nil }
      if let word = tokens[place].word, word.hasSuffix("en"), !Self.englishInEn.contains(word),
        let kind = CookingVerbs.classOf(word)
      {
        return kind
      }
    }
    return nil
  }

  private func isNoun(_ place: Int) -> Bool {
    guard let before = tokens[safe: place - 1] else { return false }
    if before.mark == "-" { return tokens[place].word != "fry" }
    return before.word.map(CookingVerbs.beforeNouns.contains) == true
  }

  private func mentionsPlace(_ range: Range<Int>) -> Bool {
    range.contains { place in
      guard let word = tokens[place].word, CookingVerbs.places.contains(word) else { return false }
      let before = tokens[safe: place - 1]?.word
      return before != "dutch" && (before != "from" && tokens[safe: place - 2]?.word != "from")
    }
  }

  /// The tokens that speak of one length: up to the next verb behind it, and from the last `then`
  /// before the verb that governs it.
  private func clause(_ context: Context) -> Range<Int> {
    var start = context.before.lowerBound
    if let (verb, _) = strongVerb(in: context.before) {
      for place in context.before where place < verb {
        if ["then", "and"].contains(tokens[place].word) { start = place + 1 }
      }
    }
    var end = context.after.lowerBound
    while end < context.after.upperBound {
      let word = tokens[end].word
      if word == "then" { break }
      if let word, word != "stir", CookingVerbs.classOf(word) != nil, !isNoun(end), word != "brown",
        tokens[safe: end - 1]?.mark != "-", !CookingVerbs.unattended.contains(word)
      {
        break
      }
      end += 1
    }
    return start..<max(end, context.after.lowerBound)
  }

  // MARK: Words

  private func words(in range: Range<Int>) -> Set<String> {
    Set(range.compactMap { tokens[$0].word })
  }

  /// Up to `count` words before `index`, nearest first, none from before a sentence's end.
  private func words(back count: Int, from index: Int) -> [String] {
    var words: [String] = []
    var place = index - 1
    while place >= max(0, index - 8), words.count < count, !endsSentence(place) {
      if let word = tokens[place].word { words.append(word) }
      place -= 1
    }
    return words
  }

  /// Up to `count` words from `index` on, none beyond a sentence's end.
  private func words(on count: Int, from index: Int) -> [String] {
    var words: [String] = []
    var place = index
    while place < min(tokens.count, index + 8), words.count < count, !endsSentence(place) {
      if let word = tokens[place].word { words.append(word) }
      place += 1
    }
    return words
  }
}
