import KitchenModel

/// What cools while something else is done: `While the cake cools, whip the cream`.
extension StepProse {
  /// The clause that says what cools, without the word for `while`, and its verb; nil where the
  /// sentence says no such thing, or a wait before it is that cooling already.
  func coolingClause(in sentence: Range<Int>) -> (range: Range<Int>, verb: Int)? {
    guard !memory.isCooling, !stretches.isEmpty || memory.hasCooked,
      let first = sentence.first(where: { tokens[$0].word != nil }),
      tokens[first].word.map({ Self.whileWords.contains($0) || $0 == "as" }) == true,
      let comma = sentence.first(where: { tokens[$0].mark == "," }),
      comma - first <= Self.longestClause,
      !tokens[first..<comma].contains(where: { $0.word.map(StepWords.states.contains) == true }),
      let cool = lexicon.matches(in: tokens[first..<comma]).last(where: { $0.entry.kind == .cool })
    else { return nil }
    return (first + 1..<comma, cool.tokens.lowerBound)
  }

  /// The most tokens of such a clause.
  private static let longestClause = 14

  /// Makes a wait of what cools while the work of a sentence goes on.
  mutating func addCooling(in sentence: Range<Int>) {
    guard let clause = coolingClause(in: sentence) else { return }
    addWait(clause.range, verb: clause.verb)
  }
}
