/// Where a dish's food is on the heat, from the words that put it there until those that take it off.
package struct KitchenState: Sendable, Hashable {
  /// A place that heats.
  package enum Place: Sendable, Hashable {
    case oven, hob, microwave
    /// Something that no plan reserves.
    case other

    /// The equipment that a plan reserves for it.
    package var equipment: String? {
      switch self {
      case .oven: "oven"
      case .hob: "burner"
      case .microwave: "microwave"
      case .other: nil
      }
    }
  }

  /// Where it is; nil where it is off the heat, or nothing was said.
  package private(set) var place: Place?

  /// Follows what some words do with the food.
  mutating func follow(_ matches: [Lexicon.Match], in tokens: [ProseToken]) {
    for match in matches {
      let kind = match.entry.kind
      switch kind {
      case .off: place = nil
      case .oven: place = .oven
      case .ovenPlace where !Self.comesFrom(match, in: tokens): place = .oven
      case .hob: place = .hob
      case .brown where !Self.isColour(match, in: tokens): place = .hob
      case .hobVessel where place != .oven || match.tokens.count == 1: place = .hob
      case .microwave: place = .microwave
      case .otherAppliance: place = .other
      case _ where kind.isRest: place = nil
      default: break
      }
    }
  }

  /// `from the oven`, `out of the oven`.
  static func comesFrom(_ match: Lexicon.Match, in tokens: [ProseToken]) -> Bool {
    tokens[max(0, match.tokens.lowerBound - 3)..<match.tokens.lowerBound].contains {
      $0.word.map(fromWords.contains) == true
    }
  }

  /// `brown sugar`, `until brown`: no browning.
  static func isColour(_ match: Lexicon.Match, in tokens: [ProseToken]) -> Bool {
    let place = match.tokens.lowerBound
    if tokens[safe: place + 1]?.word.map(brownThings.contains) == true { return true }
    if tokens[safe: place - 1]?.word.map(beforeColours.contains) == true { return true }
    // "Until soft and brown"
    return tokens[max(0, place - 6)..<place].reversed().prefix { $0.mark != "," }.contains {
      $0.word.map(MentionJudge.untils.contains) == true
    }
  }

  private static let fromWords: Set<String> = [
    "from", "out", "off", "aus", "dal", "uit", "ur", "ausgeschalteten",
  ]
  private static let brownThings: Set<String> = [
    "sugar", "rice", "bread", "lentils", "mushrooms", "sauce",
  ]
  private static let beforeColours: Set<String> = [
    "until", "golden", "light", "dark", "lightly", "nicely", "deep", "well", "the",
  ]
}
