import KitchenModel

/// Decisions that a length does not say how long its step takes.
extension LengthRule {
  private typealias Words = DurationClassifier

  static let against: [LengthRule] =
    before + behind + [
      none(.keeping, "keeping", "Store it in the fridge for up to 3 days.") {
        $0.classifier.isKeeping($0.length, $0.context, $0.lead)
      },
      none(.nonsense, "too-long", "Bake for 5000 hours.") {
        $0.length.low > Double(Seconds.longest.count)
      },
    ]

  // MARK: By the words before

  private static let before: [LengthRule] = [
    none(.interval, "toutes-les", "Remuer toutes les 5 minutes.") {
      $0.lead.first == "les" && ["toutes", "tous"].contains($0.lead.dropFirst().first)
    },
    none(.interval, "every", "Stir every 5 minutes.") { said($0, Words.intervals) },
    // "Cool for at 5 minutes" has lost its "least".
    none(.moment, "at", "Turn the tray at 10 minutes.") {
      $0.governor == "at" && $0.lead.dropFirst().first != "for"
    },
    none(.moment, "within", "Eat it within 10 minutes.") {
      $0.governor != nil && $0.lead.contains("within")
    },
    none(.moment, "over-the-next", "Over the next 3 hours, fold it twice.") {
      $0.governor == "next" && $0.lead.contains("over")
    },
    none(.part, "of-those", "During these 10 minutes, chop the dill.") {
      said($0, Words.thoseWords)
        || $0.governor != nil && $0.lead.contains(where: Words.ends.contains)
    },
    none(.part, "from-then-on", "Bake for 30 minutes. From 20 minutes on, watch it.") {
      $0.governor == "from" && $0.hasCounted && $0.length.low == $0.length.high
    },
    none(.moment, "in-days", "You can eat it in 2 days.") {
      $0.governor != nil && ($0.governor == "in" || $0.lead.contains("dans"))
        && $0.length.unit >= 86_400
    },
    // "The final 3 minutes" are part of what was stated, "a final 3 minutes" come to it.
    none(.part, "last-minutes", "Add the peas for the last 3 minutes.") {
      let isAnother = $0.lead.dropFirst().first == "a"
      return said($0, Words.parts)
        && (!isAnother || ["through", "by"].contains($0.governor))
    },
    none(.part, "during-the-first", "Cover it during the first 10 minutes.") {
      $0.lead.contains("during") && ["first", "during"].contains($0.governor)
    },
    // "Longer than 2 hours" is another matter than "no longer than 2 hours".
    none(.condition, "longer-than", "It dries when left longer than 2 hours.") {
      $0.governor == "than"
        && $0.lead.dropFirst().first.map(["longer", "more"].contains) == true
        && $0.lead.dropFirst(2).first.map(["no", "not", "never"].contains) != true
    },
    none(.part, "after", "Simmer for 20 minutes. After 10 minutes, stir it.") {
      $0.classifier.looksBack($0)
    },
  ]

  private static func said(_ features: LengthFeatures, _ words: Set<String>) -> Bool {
    features.governor.map(words.contains) == true
  }

  // MARK: By the words behind

  private static let behind: [LengthRule] = [
    none(.interval, "bursts", "Microwave in 30-second bursts.") {
      $0.trail.contains(where: Words.bursts.contains)
    },
    none(.interval, "in-between", "Fold it twice, with 10 minutes in between.") {
      $0.trail.first == "between" || $0.trail.starts(with: ["in", "between"])
    },
    // "Come back an hour later" waits for it.
    none(.moment, "ago", "Take the butter out 30 minutes ahead.") {
      let isBack = $0.trail.first == "later" && $0.lead.contains("back")
      return $0.trail.first.map(Words.agoWords.contains) == true && !isBack
    },
    none(.moment, "in-advance", "Make it 2 hours in advance.") {
      ["in", "im"].contains($0.trail.first) && $0.trail.dropFirst().first == "advance"
    },
    none(.moment, "from-serving", "When you are 30 minutes from serving, boil the pasta.") {
      $0.trail.first == "from" && $0.trail.dropFirst().first?.hasSuffix("ing") == true
    },
    none(.moment, "before-something", "Take the butter out 30 minutes before you begin.") {
      guard $0.trail.first.map(Words.befores.contains) == true, !$0.lead.contains("for") else {
        return false
      }
      // "Stir in the leaves 2 minutes before removing it from the heat"
      let ends = $0.trail.contains(where: Words.finishing.contains)
      let classifier = $0.classifier
      return !$0.isOfWait && ends
        || ($0.verb.map { classifier.tokens[$0.place].word == "preheat" } ?? true)
    },
    none(.part, "remaining", "When 5 minutes remain, add the peas.") {
      ["remain", "remains", "left", "remaining"].contains($0.trail.first)
    },
    none(.part, "less-than", "Boil the pasta 2 minutes less than the packet says.") {
      $0.trail.first.map(Words.lesser.contains) == true
        && $0.trail.dropFirst().first.map(Words.thans.contains) == true
    },
    none(.part, "de-moins", "Cuire les pâtes 2 minutes de moins.") {
      ["de", "di"].contains($0.trail.first)
        && $0.trail.dropFirst().first.map(Words.lesser.contains) == true
    },
    none(.part, "into", "10 minutes into baking, turn the tray.") {
      $0.trail.first == "into" || $0.trail.starts(with: ["to", "go"])
    },
    none(.part, "added-to", "Add 5 minutes to the time for large ones.") {
      $0.trail.first == "to" && $0.lead.first.map(Words.adding.contains) == true
    },
    none(.rate, "per-weight", "Roast for 20 minutes per pound.") {
      guard let first = $0.trail.first else { return false }
      let isPer =
        Words.pers.contains(first)
        || first == "for" && $0.trail.dropFirst().first.map(Words.pers.contains) == true
      return isPer && $0.trail.contains(where: Words.weights.contains)
    },
  ]
}
