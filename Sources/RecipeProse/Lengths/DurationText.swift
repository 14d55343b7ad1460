package import KitchenModel

/// Lengths of time in text that people wrote.
package enum DurationText {
  /// The lengths of time stated in a step, each with what it means there.
  ///
  /// O(n).
  package static func mentions(in text: String) -> [DurationMention] {
    mentions(in: ProseLexer.tokens(of: Array(text.unicodeScalars)))
  }

  /// The lengths of time among the tokens of a step.
  static func mentions(in tokens: [ProseToken]) -> [DurationMention] {
    let found = LengthGrammar.lengths(in: tokens)
    let roles = DurationClassifier.roles(of: found, in: tokens)
    return zip(found, roles).map { length, role in
      let first = tokens[length.tokens.lowerBound].range.lowerBound
      let last = tokens[length.tokens.upperBound - 1].range.upperBound
      let sides = role == .handsOn || role == .waiting ? sides(after: length, in: tokens) : 1
      return DurationMention(
        range: first..<last, estimate: estimate(length, times: sides), role: role, times: sides,
        isNight: length.isNight)
    }
  }

  /// The length that a text such as `1 hr 30 min` or `12-15 minutes` gives as a whole; the longer
  /// end of a range; nil where it gives none.
  package static func length(of text: String) -> Seconds? {
    var tokens = ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(1000)))
    // Where only a length stands, the units of every language known are units.
    for index in tokens.indices {
      if let word = tokens[index].word, TimeWords.seconds(ofUnit: word) == nil,
        let unit = TimeWords.timerUnit(word)
      {
        tokens[index].kind = .word(unit)
      }
    }
    let found = LengthGrammar.lengths(in: tokens)
    guard !found.isEmpty else { return nil }
    let sum = found.reduce(0) { $0 + $1.high }
    return sum > 0 && sum <= LengthGrammar.longest ? Seconds(Int(sum.rounded())) : nil
  }

  /// A length as an estimate, so many times.
  package static func estimate(_ length: LengthGrammar.Found, times: Double = 1) -> Estimate {
    func seconds(_ value: Double) -> Seconds {
      min(Seconds(Int((value * times).rounded())), .longest)
    }
    return Estimate(from: seconds(length.low), to: seconds(length.high))
  }

  /// Two for `4 minutes per side`, four for `in four batches, 5 minutes each`, else one.
  private static func sides(after length: LengthGrammar.Found, in tokens: [ProseToken]) -> Double {
    if DurationClassifier.isPerSide(length, in: tokens) { return 2 }
    return batches(of: length, in: tokens) ?? 1
  }

  /// How many batches each take a length.
  private static func batches(
    of length: LengthGrammar.Found, in tokens: [ProseToken]
  ) -> Double? {
    let end = length.tokens.upperBound
    let trail = tokens[end..<min(tokens.count, end + 3)].compactMap(\.word)
    let lead = tokens[safe: length.tokens.lowerBound - 1]?.word
    guard
      trail.first.map(eachWords.contains) == true || lead.map(eachWords.contains) == true
        || trail.starts(with: ["per", "batch"])
    else { return nil }
    var place = length.tokens.lowerBound - 1
    while place > max(0, length.tokens.lowerBound - 25),
      !DurationClassifier.endsSentence(place, in: tokens)
    {
      if let word = tokens[place].word, batchWords.contains(word) {
        let before = tokens[place - 1]
        let count = before.number ?? before.word.flatMap { TimeWords.numbers[$0] }
        return count.flatMap { $0 >= 2 && $0 <= 12 ? $0 : nil }
      }
      place -= 1
    }
    return nil
  }

  private static let eachWords: Set<String> = [
    "each", "apiece", "je", "jeweils", "chacune", "chacun", "cada", "ciascuna", "elk", "vardera",
  ]
  private static let batchWords: Set<String> = [
    "batches", "portionen", "fournées", "tandas", "volte", "porties", "omgångar", "lots", "turns",
  ]
}
