/// The equipment that a recipe's words stand for.
package enum ProseEquipment {
  /// What a piece of cookware occupies: a pot or a pan a burner, the oven and the microwave
  /// themselves; nil for what occupies nothing, or is not known.
  package static func equipment(ofCookware name: String) -> String? {
    let words = Set(ProseLexer.tokens(of: Array(name.unicodeScalars)).compactMap(\.word))
    if !words.isDisjoint(with: microwaves) { return "microwave" }
    if words.contains("dutch"), words.contains("oven") { return "burner" }
    if !words.isDisjoint(with: ovens), !words.contains("dish"), !words.contains("tray"),
      !words.contains("glove"), !words.contains("gloves"), !words.contains("mitts"),
      !words.contains("toaster"), !words.contains("rack")
    {
      return "oven"
    }
    if !words.isDisjoint(with: pans), words.isDisjoint(with: bakeware) { return "burner" }
    return nil
  }

  /// Whether some words speak of the oven: they name it, bake or preheat, and name nothing else that
  /// is heated.
  static func speaksOfOven(_ tokens: ArraySlice<ProseToken>) -> Bool {
    var isOven = false
    for place in tokens.indices {
      guard let word = tokens[place].word else { continue }
      if ovens.contains(word) { return true }
      if others.contains(word) || CookingVerbs.fats.contains(word) { return false }
      isOven = isOven || ovenVerbs.contains(word) || heating.contains(word)
    }
    return isOven
  }

  /// Whether what a verb says goes on by itself for longer than its words take to do, though nobody
  /// says how long: `chill until firm`, `let the dough rise`.
  static func goesOnAlone(
    _ verb: String, in tokens: ArraySlice<ProseToken>, hasRate: Bool
  ) -> Bool {
    if restingVerbs.contains(verb) { return !momentary.contains(verb) }
    guard ovenVerbs.contains(verb) || simmering.contains(verb) else { return false }
    return hasRate || tokens.contains { $0.word.map(DurationClassifier.untils.contains) == true }
  }

  private static let heating = Lexicon.words("heating")
  /// Verbs of resting that also are done at once.
  private static let momentary = Lexicon.words("momentary")
  private static let simmering = Lexicon.words("simmering")
  private static let microwaves = Lexicon.words("microwaves")
  /// Words for the oven.
  static let ovens = Lexicon.words("ovens")
  private static let pans = Lexicon.words("pans-proseequipment")
  private static let bakeware = Lexicon.words("bakeware")
  private static let others = Lexicon.words("others")
  private static let ovenVerbs = Lexicon.words("oven-verbs")
  private static let restingVerbs = Lexicon.words("resting-verbs")
}
