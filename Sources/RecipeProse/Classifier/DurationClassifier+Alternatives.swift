/// Lengths of which only the first counts.
extension DurationClassifier {
  /// Whether the length before is a night that was explained.
  func isAfterNight(_ index: Int) -> Bool {
    guard index > 0, case .none(.summary) = roles[index - 1] else { return false }
    return found[index - 1].isNight
  }

  /// `30 minutes at most` behind a length.
  func isAtMost(_ features: LengthFeatures, _ between: Range<Int>) -> Bool {
    features.trail.contains(where: Self.mosts.contains) && lastCounted == features.index - 1
      && strongVerb(in: between) == nil
      && between.lowerBound >= features.context.sentence.lowerBound
  }

  /// `20 minutes (30 minutes for large ones)`.
  func isBracketedCase(_ features: LengthFeatures, _ between: Range<Int>) -> Bool {
    lastCounted == features.index - 1 && isBracketed(between)
      && (features.trail.first.map(Self.cases.contains) == true
        || features.trail.contains(where: Self.bests.contains))
  }

  /// `4 minutes for small ones, 6 minutes for large ones`.
  func isForAnotherCase(_ features: LengthFeatures, _ between: Range<Int>) -> Bool {
    between.count <= 16 && strongVerb(in: between) == nil
      && isForAnother(features.index, between, features.trail)
  }

  /// `2 hours or overnight`.
  func joinsShortly(_ between: Range<Int>) -> Bool {
    between.count <= 16 && strongVerb(in: between) == nil && joinsAlternatives(between)
  }

  /// `I recommend giving it 3 minutes`, `We usually leave ours for an hour`.
  func tellsOwnHabit(_ sentence: Range<Int>) -> Bool {
    let first = words(on: 2, from: sentence.lowerBound)
    return ["i", "we"].contains(first.first) && first.last.map(Self.habits.contains) == true
  }

  private static let habits = Lexicon.words("habits")

  /// `Alternatively, …`, `Another way is …`.
  func beginsOtherWay(_ sentence: Range<Int>) -> Bool {
    guard let first = tokens[safe: sentence.lowerBound]?.word else { return false }
    if Self.otherwise.contains(first) { return true }
    return first == "another"
      && ["option", "way", "method"].contains(tokens[safe: sentence.lowerBound + 1]?.word)
  }

  /// `For small ones, bake 12 minutes`: another case, while `for the sauce` is another part.
  func isForOthers(_ context: Context) -> Bool {
    let start = context.sentence.lowerBound
    guard tokens[safe: start]?.word == "for", let next = tokens[safe: start + 1]?.word,
      !CookingVerbs.beforeNouns.contains(next), context.before.lowerBound == start
    else { return false }
    return context.before.prefix(6).contains { tokens[$0].mark == "," }
  }

  /// `Bake for 10 minutes. (Bake for 12 minutes if the dish is of glass.)`
  func isAside(_ context: Context) -> Bool {
    guard tokens[safe: context.sentence.lowerBound]?.mark == "(" else { return false }
    return context.after.contains { tokens[$0].word.map(Self.ifs.contains) == true }
  }

  /// Whether nothing but an opening bracket stands between, and what may stand before a length:
  /// `20 minutes (or 30 minutes if …`.
  private func isBracketed(_ between: Range<Int>) -> Bool {
    between.contains { tokens[$0].mark == "(" }
      && between.allSatisfy { place in
        tokens[place].word.map { Self.ors.contains($0) || Self.vague.contains($0) } ?? true
      }
  }

  /// `Bake 45 minutes (or 8 minutes in the microwave)`.
  func isOrInBrackets(_ between: Range<Int>) -> Bool {
    guard let bracket = between.last(where: { tokens[$0].mark == "(" }) else { return false }
    let words = words(in: bracket + 1..<between.upperBound)
    return !words.isDisjoint(with: Self.ors) && words.isSubset(of: Self.ors.union(Self.vague))
  }

  /// `4 minutes for small ones; 6 minutes for large ones`.
  private func isForAnother(_ index: Int, _ between: Range<Int>, _ trail: [String]) -> Bool {
    guard !between.contains(where: { tokens[$0].mark == "." }) else {
      return false
    }
    let first = between.prefix(5).compactMap { tokens[$0].word }
    guard let word = first.first(where: Self.fors.contains) else { return false }
    let isFor = trail.first == word || Self.isPerSide(found[index], in: tokens)
    return isFor && trail.contains(word)
  }

  /// `…, or knead by hand for 5 minutes`: the work of the length before done otherwise.
  func joinsAnotherWay(_ between: Range<Int>) -> Bool {
    between.contains { place in
      guard let word = tokens[place].word, Self.ors.contains(word),
        let next = tokens[safe: place + 1]?.word
      else { return false }
      return place + 1 < between.upperBound && CookingVerbs.classOf(next) != nil
        && !(word == "of" && CookingVerbs.alsoNouns.contains(next))
        && !between.contains { endsSentence($0) }
    }
  }

  /// `chill for six hours, but it is even better to chill it overnight`.
  func joinsBetterWay(_ index: Int, _ between: Range<Int>) -> Bool {
    lastCounted == index - 1 && found[index].high > found[index - 1].high
      && !words(in: between).isDisjoint(with: Self.bests)
      && !between.contains { endsSentence($0) }
  }

  /// Whether what stands between two lengths makes the second one stand for the first.
  private func joinsAlternatives(_ between: Range<Int>) -> Bool {
    var hasOr = false
    var isStrange = false
    for place in between {
      if let word = tokens[place].word {
        if Self.ors.contains(word) {
          // "or until golden, 5 minutes" says when it ends.
          if tokens[safe: place + 1]?.word.map(Self.untils.contains) == true { return false }
          hasOr = true
        } else if !Self.alternatives.contains(word) {
          isStrange = true
        } else if !["and", "for", "at", "least"].contains(word) {
          hasOr = hasOr || !isStrange
        }
      } else if let mark = tokens[place].mark, !",;()-/".unicodeScalars.contains(mark) {
        return false
      }
    }
    return hasOr
  }
}
