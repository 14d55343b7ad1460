/// What the words around a stated length say: what the decisions about it look at.
struct LengthFeatures {
  let judge: MentionJudge
  let index: Int
  let context: MentionJudge.Context
  /// Up to three words before it, nearest first.
  let lead: [String]
  /// Up to three words behind it.
  let trail: [String]
  /// The word right before it, past `about` and the like; nil where a mark stands between.
  let governor: String?
  /// The verb that governs it.
  let verb: (place: Int, kind: CookingVerbs.Class)?
  /// What the infinitive right behind it says, which governs it in German and Dutch.
  let final: CookingVerbs.Class?
  /// The tokens that speak of it.
  let clause: Range<Int>
  /// Their words.
  let said: Set<String>

  /// Reads the words around a length.
  ///
  /// O(1): a bounded number of words.
  init(_ judge: MentionJudge, _ index: Int) {
    let length = judge.found[index]
    let context = judge.context(of: index)
    let final = judge.finalVerb(after: length.tokens.upperBound)
    let clause = final == nil ? judge.clause(context) : judge.finalClause(context)
    self.judge = judge
    self.index = index
    self.context = context
    lead = judge.words(back: 3, from: length.tokens.lowerBound)
    trail = judge.words(on: 3, from: length.tokens.upperBound)
    governor = judge.wordGoverning(length)
    verb = judge.strongVerb(in: context.before)
    self.final = final
    self.clause = clause
    said = judge.words(in: clause)
  }

  /// The length itself.
  var length: DurationLexis.Found { judge.found[index] }
  /// Whether a length before it in the step counts.
  var hasCounted: Bool { judge.hasCounted }
  /// Whether the verb is one of those that go on by themselves.
  var isOfWait: Bool { verb?.kind == .waiting }
  /// Whether the verb may be either.
  var isOfCooking: Bool { verb?.kind == .cook }
  /// Whether it is for each of two sides.
  var isPerSide: Bool { MentionJudge.isPerSide(length, in: judge.tokens) }
  /// The words behind it up to the third token.
  var next: Range<Int> {
    let end = context.after.lowerBound
    return end..<min(end + 3, context.after.upperBound)
  }
  /// Whether a length before counts and it may tell another way of that.
  var isSecond: Bool { index > 0 && hasCounted }
  /// The tokens between the length before and it, where a few words alone stand there; nil else.
  var between: Range<Int>? {
    guard isSecond, !judge.isAfterNight(index) else { return nil }
    let between = judge.found[index - 1].tokens.upperBound..<length.tokens.lowerBound
    return between.count <= 20 && !between.isEmpty ? between : nil
  }
}
