/// What the words around a stated length say: what the decisions about it look at.
struct LengthFeatures {
  let classifier: DurationClassifier
  let index: Int
  let context: DurationClassifier.Context
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
  init(_ classifier: DurationClassifier, _ index: Int) {
    let length = classifier.found[index]
    let context = classifier.context(of: index)
    let final = classifier.finalVerb(after: length.tokens.upperBound)
    let clause = final == nil ? classifier.clause(context) : classifier.finalClause(context)
    self.classifier = classifier
    self.index = index
    self.context = context
    lead = classifier.words(back: 3, from: length.tokens.lowerBound)
    trail = classifier.words(on: 3, from: length.tokens.upperBound)
    governor = classifier.wordGoverning(length)
    verb = classifier.strongVerb(in: context.before)
    self.final = final
    self.clause = clause
    said = classifier.words(in: clause)
  }

  /// The length itself.
  var length: LengthGrammar.Found { classifier.found[index] }
  /// Whether a length before it in the step counts.
  var hasCounted: Bool { classifier.hasCounted }
  /// Whether the verb is one of those that go on by themselves.
  var isOfWait: Bool { verb?.kind == .waiting }
  /// Whether the verb may be either.
  var isOfCooking: Bool { verb?.kind == .cook }
  /// Whether it is for each of two sides.
  var isPerSide: Bool { DurationClassifier.isPerSide(length, in: classifier.tokens) }
  /// The words behind it up to the third token.
  var next: Range<Int> {
    let end = context.after.lowerBound
    return end..<min(end + 3, context.after.upperBound)
  }
  /// Whether a length before counts and it may tell another way of that.
  var isSecond: Bool { index > 0 && hasCounted }
  /// The tokens between the length before and it, where a few words alone stand there; nil else.
  var between: Range<Int>? {
    guard isSecond, !classifier.isAfterNight(index) else { return nil }
    let between = classifier.found[index - 1].tokens.upperBound..<length.tokens.lowerBound
    return between.count <= 20 && !between.isEmpty ? between : nil
  }
}
