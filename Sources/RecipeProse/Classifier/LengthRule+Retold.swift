/// Decisions that a length tells of another way, or of what was told already.
extension LengthRule {
  private typealias Words = DurationClassifier

  static let retold: [LengthRule] = ways + sums + again

  // MARK: Another way

  private static let ways: [LengthRule] = [
    none(.alternative, "also-works", "Steaming for 20 minutes also works.") {
      $0.trail.prefix(2).contains("works")
        && ($0.hasCounted || !Words.toos.isDisjoint(with: $0.trail.prefix(2)))
    },
    none(.alternative, "own-habit", "I usually leave mine for 2 hours.") {
      $0.classifier.tellsOwnHabit($0.context.sentence)
    },
    none(.alternative, "night-better", "Chill for 2 hours. Overnight is even better.") {
      $0.isSecond && $0.length.isNight && $0.context.before.isEmpty
        && $0.trail.contains(where: Words.bests.contains)
    },
    none(.alternative, "other-way", "Bake for 20 minutes. Alternatively, fry for 8 minutes.") {
      $0.isSecond && $0.classifier.beginsOtherWay($0.context.sentence)
    },
    none(.alternative, "for-others", "Bake for 20 minutes. For small ones, bake 12 minutes.") {
      $0.isSecond && $0.classifier.isForOthers($0.context)
    },
    none(
      .alternative, "aside-if",
      "Bake for 10 minutes. (Bake for 12 minutes if the dish is of glass.)"
    ) { $0.isSecond && $0.classifier.isAside($0.context) },
    none(.alternative, "it-may", "Simmer for 20 minutes; it may need 10 minutes more.") {
      $0.isSecond && !$0.classifier.isAfterNight($0.index)
        && $0.lead.contains(where: ["could", "might", "may"].contains)
    },
    none(.alternative, "at-most", "Simmer for 20 minutes, 30 minutes at most.") { features in
      features.between.map { features.classifier.isAtMost(features, $0) } == true
    },
    none(.alternative, "bracketed-case", "Bake for 20 minutes (30 minutes for large ones).") {
      features in features.between.map { features.classifier.isBracketedCase(features, $0) } == true
    },
    none(.alternative, "or-in-brackets", "Bake 45 minutes (or 8 minutes in the microwave).") {
      features in
      features.between.map {
        features.classifier.lastCounted == features.index - 1
          && features.classifier.isOrInBrackets($0)
      } == true
    },
    none(
      .alternative, "or-otherwise", "Mix for 2 minutes, or knead by hand for 5 minutes."
    ) { features in features.between.map { features.classifier.joinsAnotherWay($0) } == true },
    none(
      .alternative, "even-better",
      "Chill for six hours, but it is even better to chill it overnight."
    ) { features in
      features.between.map { features.classifier.joinsBetterWay(features.index, $0) } == true
    },
    none(
      .alternative, "for-another", "Boil 4 minutes for small ones, 6 minutes for large ones."
    ) { features in
      features.between.map { features.classifier.isForAnotherCase(features, $0) } == true
    },
    none(.alternative, "or-longer", "Chill for 2 hours or overnight.") { features in
      features.between.map { features.classifier.joinsShortly($0) } == true
    },
  ]

  // MARK: Sums and conditions

  private static let sums: [LengthRule] = [
    // A total is not less than its parts.
    none(.summary, "in-total", "Bake for 20 minutes and rest for 10 minutes, 30 minutes in total.")
    {
      let isTotal = $0.trail.first == "total" || $0.trail.starts(with: ["in", "total"])
      return isTotal && $0.hasCounted
        && $0.classifier.sumCounted(before: $0.index) <= $0.length.high
    },
    none(.summary, "takes-so-long", "Simmer for 20 minutes. In all it takes 20 minutes.") {
      $0.isSecond && $0.classifier.found[$0.index - 1].high == $0.length.high
        && $0.lead.contains(where: Words.takes.contains)
    },
    none(.summary, "meal-in", "Serves 4 in 30 minutes.") {
      $0.lead.contains("serves")
        || $0.lead.first == "in" && $0.lead.dropFirst().first.map(Words.readies.contains) == true
        || $0.trail.first.map(Words.meals.contains) == true
    },
    none(.summary, "time-of-all", "Total time: 40 minutes.") {
      $0.lead.contains(where: Words.times.contains) && !$0.lead.contains("timer")
        && !$0.lead.contains("first")
    },
    none(.condition, "condition", "If it is not done yet, bake for 5 minutes.") {
      $0.classifier.isCondition($0.context, $0.lead, $0.trail)
    },
  ]

  // MARK: Told again

  private static let again: [LengthRule] = [
    none(.moment, "has-been", "Roll out the dough that has been chilled for 2 hours.") {
      $0.classifier.isPast($0.context)
    },
    none(.moment, "should-have", "It should have doubled by now, about 2 hours.") {
      $0.classifier.isExpected($0.context)
    },
    none(.moment, "goes-on", "They will continue cooking for 5 minutes.") {
      $0.classifier.goesOnByItself($0.context)
    },
    none(.part, "after-doing", "After resting for an hour, roll it out.") {
      $0.classifier.isAfterDoing($0.context)
    },
    none(.part, "once-done", "Soak for 6 hours. Once soaked for 6 hours, drain.") {
      $0.classifier.isOnceDone($0.index, $0.context)
    },
    none(.summary, "night-explained", "Let it rise overnight, about 10 hours.") {
      $0.classifier.isNightExplained($0.index, $0.context)
    },
    none(.summary, "night-as-name", "Shape the overnight dough.") {
      $0.classifier.isNightAlone($0.index, $0.context)
    },
    none(.summary, "heading", "Rest (1 hour): let it rest for 1 hour.") {
      $0.classifier.isHeading($0.index)
    },
    none(.summary, "done-when", "Bake for 15 minutes. They are done when brown, 15 minutes.") {
      $0.classifier.isDoneWhen($0.context)
    },
    none(.alternative, "own-kitchen", "Let it rise for an hour. In my kitchen, about 2 hours.") {
      $0.classifier.isOwnKitchen($0.context)
    },
    none(.summary, "explained", "Let it rise for 9 hours. This will take 8 to 10 hours.") {
      $0.classifier.isExplained($0.context)
    },
    none(
      .summary, "timer-again", "Set a timer for 30 minutes and let it rest for 30 minutes."
    ) { $0.classifier.isTimerAgain($0.index, $0.context) },
    none(.summary, "bracketed-again", "Bake for 20 minutes (yes, 20 minutes!).") {
      $0.classifier.isBracketedAgain($0.index, $0.context)
    },
  ]
}
