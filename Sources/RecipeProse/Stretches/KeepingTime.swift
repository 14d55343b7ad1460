package import KitchenModel

/// How long what a stretch makes keeps until the next step takes it up, by the food it names.
package enum KeepingTime {
  /// How long; nil where the rules for any step know as well.
  ///
  /// O(n).
  package static func of(_ stretch: Stretch, _ lexicon: Lexicon) -> Keeping? {
    let tokens = ProseLexer.tokens(of: Array(stretch.text.unicodeScalars.prefix(2000)))
    let matches = lexicon.matches(in: tokens[...])
    let foods = matches.filter { $0.entry.kind == .food }.compactMap(\.entry.keeps)
    let verbs = matches.map(\.entry).filter { $0.kind.isRest || $0.kind.isHeat }
    if stretch.kind == .waiting, stretch.equipment == nil {
      guard let rest = verbs.last(where: { $0.kind.isRest }) else { return nil }
      // What is in the fridge keeps.
      if matches.contains(where: { $0.entry.kind == .fridge }) { return .withoutEnd }
      return rest.kind == .marinate ? shortest(foods) ?? rest.keeps : rest.keeps
    }
    if stretch.equipment != nil {
      let isFried = verbs.contains { frying.contains($0.lemma) }
      guard !isFried, let limit = shortest(foods)?.limit, hotFoods(matches) else { return nil }
      return .limited(limit)
    }
    return shortest(foods)
  }

  /// The shortest of what some foods say.
  private static func shortest(_ keeps: [Keeping]) -> Keeping? {
    guard !keeps.isEmpty else { return nil }
    let limits = keeps.compactMap(\.limit)
    return limits.min().map { .limited($0) } ?? .withoutEnd
  }

  /// Whether the foods named are ones that keep hot for a while: soups, stews, roasts, rice.
  private static func hotFoods(_ matches: [Lexicon.Match]) -> Bool {
    let lemmas = matches.filter { $0.entry.kind == .food }.map(\.entry.lemma)
    return !lemmas.isEmpty && lemmas.allSatisfy(hot.contains)
  }

  private static let frying: Set<String> = [
    "fry", "stirfry", "stir-fry", "pan-fry", "braten", "frittieren", "frire", "freír", "friggere",
    "bakken", "fritar", "steka",
  ]
  private static let hot: Set<String> = [
    "pasta", "mash", "soup", "roast", "nudeln", "püree", "suppe", "braten", "pâtes", "purée",
    "soupe",
    "puré", "sopa", "purè", "zuppa", "puree", "soep", "macarrão", "purê", "mos", "soppa",
  ]
}
