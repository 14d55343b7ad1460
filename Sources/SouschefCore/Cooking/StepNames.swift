import KitchenModel

/// How cooks name the steps of a meal: by id or by a word of the title, alone where only one fits, else
/// as `Dish/step`; the dish, and the step, by a beginning that is enough.
struct StepNames {
  private let menu: Menu

  init(_ menu: Menu) { self.menu = menu }

  /// The steps among `candidates` that a text names best; empty for none.
  ///
  /// - Parameter fitting: Those that come first among the ones that are named equally well.
  func steps(
    named text: String, among candidates: [StepReference], preferring fitting: [StepReference] = []
  ) -> [StepReference] {
    let named = steps(bestNamed: text, among: candidates)
    let preferred = named.filter(fitting.contains)
    return preferred.isEmpty ? named : preferred
  }

  private func steps(bestNamed text: String, among candidates: [StepReference]) -> [StepReference] {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      .map { Name.key(of: String($0).trimmed) }
    guard parts.count == 2 else {
      return first(
        of: stepTiers(parts[0]) + [{ $0.dish == parts[0] }]
          + beginningTiers(parts[0]) + [{ $0.dish.hasPrefix(parts[0]) }],
        among: candidates)
    }
    let dishes = [{ (words: Words) in words.dish == parts[0] }, { $0.dish.hasPrefix(parts[0]) }]
    for isMeant in dishes {
      let own = candidates.filter { isMeant(words(of: $0)) }
      if own.isEmpty { continue }
      if parts[1].isEmpty { return own }
      let found = first(of: stepTiers(parts[1]) + beginningTiers(parts[1]), among: own)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The names of a step, ready to be compared.
  private struct Words {
    var dish: String
    var id: String
    var title: String
    var parts: Set<String>
  }

  private typealias Tier = (Words) -> Bool

  private func words(of reference: StepReference) -> Words {
    let title = Name.key(of: menu[reference].title)
    let id = Name.key(of: menu[reference].id)
    let parts = (title + " " + id).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Words(
      dish: Name.key(of: menu.dishes[reference.dish].label), id: id, title: title,
      parts: Set(parts))
  }

  private func stepTiers(_ text: String) -> [Tier] {
    [{ $0.id == text || $0.title == text }, { $0.parts.contains(text) }]
  }

  private func beginningTiers(_ text: String) -> [Tier] {
    [
      { $0.id.hasPrefix(text) || $0.title.hasPrefix(text) },
      { $0.parts.contains { $0.hasPrefix(text) } },
    ]
  }

  private func first(of tiers: [Tier], among candidates: [StepReference]) -> [StepReference] {
    for tier in tiers {
      let found = candidates.filter { tier(words(of: $0)) }
      if !found.isEmpty { return found }
    }
    return []
  }
}
