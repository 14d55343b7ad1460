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
    let found = DurationLexis.lengths(in: tokens)
    let roles = MentionJudge.roles(of: found, in: tokens)
    return zip(found, roles).map { length, role in
      let first = tokens[length.tokens.lowerBound].range.lowerBound
      let last = tokens[length.tokens.upperBound - 1].range.upperBound
      let sides = role == .handsOn || role == .waiting ? sides(after: length, in: tokens) : 1
      return DurationMention(
        range: first..<last, estimate: estimate(length, times: sides), role: role)
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
    let found = DurationLexis.lengths(in: tokens)
    guard !found.isEmpty else { return nil }
    let sum = found.reduce(0) { $0 + $1.high }
    return sum > 0 && sum <= DurationLexis.longest ? Seconds(Int(sum.rounded())) : nil
  }

  /// What a Cooklang timer says between its braces: `10%minutes`, `45%minutes to 1%hour`,
  /// `1%1/2%hours`; a number alone is minutes, `1:15` alone hours and minutes; nil where there is no
  /// length.
  static func timer(_ amount: CooklangAmount) -> Estimate? {
    let unit = TimeWords.timerUnit(amount.unit) ?? amount.unit
    let quantity: String
    if let slashed = amount.slashed, let range = timer(slashed, unit) { return range }
    switch amount.quantity {
    case .number(let number):
      // A third has more digits than a sentence is read for.
      if let seconds = TimeWords.seconds(ofUnit: unit) {
        guard number * seconds <= DurationLexis.longest else { return nil }
        return Estimate(min(Seconds(Int((number * seconds).rounded())), .longest))
      }
      quantity = JSONTree.number(number).text
    case .text(let text): quantity = text.filter { $0 != "+" }
    }
    let written = "\(quantity) \(unit)".split(separator: "%").joined(separator: " ")
    let usual = quantity.contains(":") ? " hours" : " minutes"
    for text in amount.unit.isEmpty ? [written, written + usual] : [written] {
      let tokens = ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(200)))
      if let first = DurationLexis.lengths(in: tokens).first, isWhole(first, of: tokens) {
        return estimate(first, times: 1)
      }
    }
    return nil
  }

  /// Whether no number and no minus stands before a timer's length, as in `1e3 min` and `-5 min`.
  private static func isWhole(_ length: DurationLexis.Found, of tokens: [ProseToken]) -> Bool {
    tokens[..<length.tokens.lowerBound].allSatisfy { $0.number == nil && $0.mark != "-" }
  }

  /// What two numbers with a slash between are as a time, where they are a range.
  private static func timer(_ slashed: String, _ unit: String) -> Estimate? {
    let written = "\(slashed) \(unit.isEmpty ? "minutes" : unit)"
    let tokens = ProseLexer.tokens(of: Array(written.unicodeScalars.prefix(200)))
    guard let first = DurationLexis.lengths(in: tokens).first, first.low < first.high else {
      return nil
    }
    return estimate(first, times: 1)
  }

  private static func estimate(_ length: DurationLexis.Found, times: Double) -> Estimate {
    func seconds(_ value: Double) -> Seconds {
      min(Seconds(Int((value * times).rounded())), .longest)
    }
    return Estimate(from: seconds(length.low), to: seconds(length.high))
  }

  /// Two for `4 minutes per side`, else one.
  private static func sides(after length: DurationLexis.Found, in tokens: [ProseToken]) -> Double {
    MentionJudge.isPerSide(length, in: tokens) ? 2 : 1
  }
}
