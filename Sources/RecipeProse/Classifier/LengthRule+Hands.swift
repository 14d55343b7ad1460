/// Decisions about a length that counts: whether hands are at work or it is a wait.
extension LengthRule {
  private typealias Words = DurationClassifier

  static let activity: [LengthRule] = first + governed + without

  // MARK: Whatever the verb

  private static let first: [LengthRule] = [
    waits("days", "Cure the salmon for 2 days.") {
      $0.length.isNight || $0.length.unit >= 86_400
    },
    hands("stirring", "Cook for 8 minutes, stirring constantly.") {
      let isLong = $0.isOfWait && $0.length.high >= 600
      return $0.classifier.isStirred($0.clause, isLongWait: isLong)
        || !$0.said.isDisjoint(with: Words.alwaysThere)
    },
    // It turns what it fries.
    hands("final-per-side", "Das Fleisch 3 Minuten pro Seite braten.") {
      $0.final != nil && $0.final != .waiting && $0.length.high <= 900 && $0.isPerSide
    },
    rule("final-verb", "Den Teig 10 Minuten kneten.") { features in
      features.final.map { features.classifier.role($0, features.length, features.said) }
    },
    waits("as-adjective", "Give it a 15-minute rest.") {
      $0.classifier.tokens[safe: $0.length.tokens.upperBound]?.word.map(Words.waits.contains)
        == true
    },
    // What is turned so soon is watched, unless it is in the oven.
    hands("per-side", "Cook the steak for 4 minutes per side.") {
      $0.length.high <= 900 && $0.isPerSide && (!$0.isOfWait || $0.said.contains("grill"))
        && !$0.classifier.mentionsPlace($0.context.sentence)
    },
  ]

  // MARK: With a verb

  private static let governed: [LengthRule] = [
    waits("verb-in-place", "Cook in the oven for 20 minutes.") { features in
      features.verb.map { verb in
        verb.kind != .waiting
          && features.classifier.mentionsPlace(verb.place..<features.length.tokens.lowerBound)
      } == true
    },
    hands("turned-next", "Cook for 4 minutes. Flip it.") {
      $0.verb != nil && !$0.isOfWait && $0.length.high <= 900
        && $0.classifier.isTurned(after: $0.context)
    },
    hands("flipped-first", "Flip it and cook for 3 minutes.") { features in
      features.isOfCooking && features.length.high <= 600
        && features.verb.map { features.classifier.isFlipped(before: $0.place, features.context) }
          == true
    },
    // Nobody walks away for less than a minute from what fries.
    hands("let-shortly", "Let it fry for 30 seconds.") {
      isLet($0) && !$0.isOfWait && $0.length.high <= 60
    },
    waits("let", "Let it cook for 5 minutes.") { isLet($0) },
    hands("drained-at-once", "Drain the noodles, 1 minute.") { features in
      guard let verb = features.verb, features.length.high <= 180 else { return false }
      return features.classifier.tokens[verb.place].word.map(Words.drains.contains) == true
    },
    waits("boiled", "Bring to a simmer and cook for 5 minutes.") {
      $0.isOfCooking
        && ($0.classifier.mentionsPlace($0.context.before) || $0.classifier.isBoiled($0.context))
    },
    hands("toast", "Toast the almonds for 5 minutes.") { features in
      guard let verb = features.verb, features.classifier.tokens[verb.place].word == "toast" else {
        return false
      }
      let start = max(0, verb.place - DurationClassifier.reach)
      return features.length.high < 600
        && !features.classifier.mentionsPlace(start..<features.context.sentence.upperBound)
    },
    waits("boiled-food", "Cook the pasta for 9 minutes.") { features in
      features.isOfCooking
        && features.verb.map {
          features.classifier.isOfBoiledFood($0.place, features.context)
            || features.classifier.isCovered(features.context)
        } == true
    },
    // What is cooked for a short time in a pan that was put on before is watched; what is turned
    // there, for longer.
    rule("pan-before", "Heat a skillet. Cook the fish for 6 minutes.") {
      let isTurned = !$0.said.isDisjoint(with: CookingVerbs.turning)
      guard $0.isOfCooking, $0.length.high <= (isTurned ? 900 : 600),
        $0.classifier.hasPan(before: $0.context.sentence.lowerBound)
      else { return nil }
      return $0.said.isDisjoint(with: CookingVerbs.unattended) ? .handsOn : .waiting
    },
    // What goes into the pan stands before the verb.
    rule("added-to-pan", "Add the onions and cook for 5 minutes.") { features in
      guard features.isOfCooking, features.length.high <= 600 else { return nil }
      let added = features.classifier.words(in: features.context.before)
      guard added.isDisjoint(with: CookingVerbs.liquids) else { return nil }
      let said = features.said.union(added.intersection(CookingVerbs.panWords))
      return features.classifier.role(.cook, features.length, said)
    },
    // Nobody deglazes for an hour: the verb that takes so long stands elsewhere.
    waits("too-long-for-hands", "Ablöschen und 90 Minuten auf kleiner Flamme.") {
      $0.verb?.kind == .handsOn && $0.length.low >= 2700
    },
    rule("verb", "Knead the dough for 10 minutes.") { features in
      features.verb.map { features.classifier.role($0.kind, features.length, features.said) }
    },
  ]

  private static func isLet(_ features: LengthFeatures) -> Bool {
    features.verb.map {
      features.classifier.isLet($0.place, from: features.context.before.lowerBound)
    } == true
  }

  // MARK: Without a verb

  private static let without: [LengthRule] = [
    waits("place-before", "Into the oven for 20 minutes.") {
      $0.classifier.mentionsPlace($0.context.before)
    },
    rule("noun-before", "At a boil, 5 minutes.") { features in
      features.classifier.weakVerb(in: features.context.before).map {
        features.classifier.role($0.kind, features.length, features.said)
      }
    },
    waits("covered", "Lid on, or cover the pan. 10 minutes.") {
      $0.classifier.isCovered($0.context)
    },
    waits("place-behind", "5 minutes in the oven.") { $0.classifier.mentionsPlace($0.next) },
    // Nobody walks away for less than a minute.
    hands("shortly", "Under the tap for 30 seconds.") {
      $0.length.high <= 60 && !$0.context.before.isEmpty
        && !$0.classifier.mentionsPlace($0.context.after)
    },
    rule("verb-behind", "For 10 minutes, knead the dough.") { features in
      features.classifier.firstVerb(in: features.context.after).map {
        features.classifier.role($0.kind, features.length, features.said)
      }
    },
    waits("place-far-behind", "10 minutes, all of it up in the oven.") {
      $0.classifier.mentionsPlace($0.context.after)
    },
    rule("as-before", "Knead for 5 minutes, then another 5 minutes.") {
      guard let last = $0.classifier.lastCounted,
        $0.classifier.found[$0.index - 1].tokens.upperBound >= $0.context.sentence.lowerBound
      else { return nil }
      return $0.classifier.roles[last]
    },
    hands("do-this", "Do this for 4 minutes.") {
      $0.classifier.isDoThis($0.context) || $0.classifier.isOfStirringBefore($0.context)
    },
    // Nobody works at for hours what another sentence tells of.
    rule("sentence-before", "Knead the dough. It is smooth after all of 10 minutes.") { features in
      guard features.length.high <= 3600 else { return nil }
      let start = features.context.sentence.lowerBound
      return features.classifier.strongVerb(in: max(0, start - DurationClassifier.reach)..<start)
        .map {
          features.classifier.role($0.kind, features.length, features.said)
        }
    },
    hands("shortly-alone", "30 seconds.") { $0.length.high <= 60 },
  ]
}
