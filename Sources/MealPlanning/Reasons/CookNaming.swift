import KitchenModel

/// What sentences call the cooks.
struct CookNaming {
  /// Their names.
  let names: [String]
  /// Whether there is one, who has no name.
  private let isNameless: Bool

  /// Learns the cooks of a kitchen.
  init(_ kitchen: Kitchen) {
    names = kitchen.cooks.names
    isNameless = kitchen.cooks == .count(1)
  }

  /// Whether there is only one.
  var isAlone: Bool { names.count == 1 }

  /// `Ana's hands`, `The cook's hands`: at the beginning of a sentence.
  func hands(of cook: Int) -> String { handsOf(cook).firstUpper }

  /// `Ana's hands`, `the cook's hands`.
  func handsOf(_ cook: Int) -> String {
    guard !isNameless, names.indices.contains(cook) else { return "the cook's hands" }
    return names[cook].hasSuffix("s") ? "\(names[cook])' hands" : "\(names[cook])'s hands"
  }
}
