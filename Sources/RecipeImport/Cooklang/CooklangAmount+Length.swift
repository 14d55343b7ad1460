import JSON
import KitchenModel
import RecipeProse

extension DurationText {
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
        guard number * seconds <= LengthGrammar.longest else { return nil }
        return Estimate(min(Seconds(Int((number * seconds).rounded())), .longest))
      }
      quantity = JSONValue.number(number).compactText
    case .text(let text): quantity = text.filter { $0 != "+" }
    }
    let written = "\(quantity) \(unit)".split(separator: "%").joined(separator: " ")
    let usual = quantity.contains(":") ? " hours" : " minutes"
    for text in amount.unit.isEmpty ? [written, written + usual] : [written] {
      let tokens = ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(200)))
      if let first = LengthGrammar.lengths(in: tokens).first, isWhole(first, of: tokens) {
        return estimate(first, times: 1)
      }
    }
    return nil
  }

  /// Whether no number and no minus stands before a timer's length, as in `1e3 min` and `-5 min`.
  private static func isWhole(_ length: LengthGrammar.Found, of tokens: [ProseToken]) -> Bool {
    tokens[..<length.tokens.lowerBound].allSatisfy { $0.number == nil && $0.mark != "-" }
  }

  /// What two numbers with a slash between are as a time, where they are a range.
  private static func timer(_ slashed: String, _ unit: String) -> Estimate? {
    let written = "\(slashed) \(unit.isEmpty ? "minutes" : unit)"
    let tokens = ProseLexer.tokens(of: Array(written.unicodeScalars.prefix(200)))
    guard let first = LengthGrammar.lengths(in: tokens).first, first.low < first.high else {
      return nil
    }
    return estimate(first, times: 1)
  }
}
