/// A decision about a stated length, with its name and a sentence in which it decides.
///
/// The decisions are asked in the order of ``all``; the first that knows decides.
package struct LengthRule: Sendable {
  /// Its name.
  package let id: String
  /// A step in which it decides what a length means.
  package let example: String
  /// What it decides; nil where it knows nothing.
  let decide: @Sendable (LengthFeatures) -> DurationMention.Role?

  /// All of them, in order.
  package static let all = against + retold + activity

  /// What a length means by default.
  package static let defaultRole = DurationMention.Role.waiting

  /// Which decision was made about each length of a text, and what; nil where the default stands.
  package static func decisions(in text: String) -> [(rule: String?, role: DurationMention.Role)] {
    let tokens = ProseLexer.tokens(of: Array(text.unicodeScalars))
    return DurationClassifier.decisions(of: LengthGrammar.lengths(in: tokens), in: tokens)
  }

  // MARK: Making one

  static func rule(
    _ id: String, _ example: String,
    _ decide: @escaping @Sendable (LengthFeatures) -> DurationMention.Role?
  ) -> LengthRule {
    LengthRule(id: id, example: example, decide: decide)
  }

  static func none(
    _ reason: DurationMention.Reason, _ id: String, _ example: String,
    when holds: @escaping @Sendable (LengthFeatures) -> Bool
  ) -> LengthRule {
    LengthRule(id: id, example: example) { holds($0) ? DurationMention.Role.none(reason) : nil }
  }

  static func waits(
    _ id: String, _ example: String, when holds: @escaping @Sendable (LengthFeatures) -> Bool
  ) -> LengthRule {
    LengthRule(id: id, example: example) { holds($0) ? .waiting : nil }
  }

  static func hands(
    _ id: String, _ example: String, when holds: @escaping @Sendable (LengthFeatures) -> Bool
  ) -> LengthRule {
    LengthRule(id: id, example: example) { holds($0) ? .handsOn : nil }
  }
}
