/// Where a dish's food is on the heat, from the words that put it there until those that take it off.
package struct KitchenState: Sendable, Hashable {
  /// A place that heats.
  package enum Place: Sendable, Hashable {
    case oven, hob, microwave
    /// Something that no plan reserves.
    case other
    /// A pot that heats by itself, in which frying and boiling hold no hob: a slow cooker.
    case cooker
    /// A fryer of hot air, which none reserves either.
    case airFryer

    /// The equipment that a plan reserves for it.
    package var equipment: String? {
      switch self {
      case .oven: "oven"
      case .hob: "burner"
      case .microwave: "microwave"
      case .other, .cooker, .airFryer: nil
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
      case .airFryer: place = .airFryer
      case .oven, .hob, .grill, .brown:
        if place == .airFryer || place == .cooker && kind != .oven { continue }
        follow(kind, match, in: tokens)
      case .off: if place != .airFryer { place = nil }
      case .ovenPlace where !Self.comesFrom(match, in: tokens): place = .oven
      case .boilUp where place != .cooker: place = .hob
      case .hobVessel where isOnHob(match, in: tokens): place = .hob
      case .microwave: place = .microwave
      case .otherAppliance: place = .other
      case .cooker: place = .cooker
      case _ where kind.isRest: if place != .airFryer { place = nil }
      default: break
      }
    }
  }

  /// Whether a vessel stands on the hob: not what stands in the oven, and not `the pot` of a slow
  /// cooker.
  func isOnHob(_ vessel: Lexicon.Match, in tokens: [ProseToken]) -> Bool {
    switch place {
    case .oven: !Self.alsoInOven.contains(vessel.entry.lemma)
    case .cooker: tokens[vessel.tokens.lowerBound].word.map(Self.partsOfCookers.contains) != true
    default: true
    }
  }

  /// Follows a verb of heat.
  private mutating func follow(_ kind: WordClass, _ match: Lexicon.Match, in tokens: [ProseToken]) {
    switch kind {
    case .oven: place = .oven
    case .hob: place = .hob
    case .brown where !Self.isColour(match, in: tokens): place = .hob
    default: break
    }
  }

  /// Takes the appliance of a dish's title for the place that all of it cooks in.
  mutating func start(in title: [Lexicon.Match]) {
    for match in title {
      if match.entry.kind == .airFryer { place = .airFryer }
      if match.entry.kind == .cooker { place = .cooker }
    }
  }

  /// Forgets where the food of another part is.
  mutating func beginPart() { if place != .airFryer, place != .cooker { place = nil } }

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
      $0.word.map(DurationClassifier.untils.contains) == true
    }
  }

  /// What a dish in the oven stands in, or its heat.
  private static let alsoInOven: Set<String> = ["dutch oven", "medium heat"]
  private static let partsOfCookers = Lexicon.words("parts-of-cookers")
  private static let fromWords = Lexicon.words("from-words")
  private static let brownThings = Lexicon.words("brown-things")
  private static let beforeColours = Lexicon.words("before-colours")
}
