/// Lengths that say how long food keeps.
extension DurationClassifier {
  /// Storing: months always, days and nights with `keeps` or `up to`.
  func isKeeping(
    _ length: LengthGrammar.Found, _ context: Context, _ lead: [String]
  ) -> Bool {
    if length.unit >= 2_592_000 || isUnderKeepingHeading() { return true }
    let sentence = context.sentence.compactMap { tokens[$0].word }
    let stores = sentence.contains(where: Self.storing.contains)
    let isUpTo =
      lead.contains("up") || lead.contains("maximum") || lead.contains("bis")
      || lead.contains("jusqu")
    if length.unit >= 86_400, stores { return true }
    if isReheated(context.sentence) { return true }
    if sentence.first.map(Self.leftovers.contains) == true { return true }
    if length.high >= 12 * 3600 || length.isNight, sentence.contains("can"), sentence.contains("be")
    {
      return true
    }
    if isUpTo, stores || sentence.contains("hold") || awaitsNeed(context.sentence) { return true }
    // "At this point you can also refrigerate it for up to 8 hours."
    if isUpTo, sentence.contains("can"), sentence.contains("also") { return true }
    // "You may refrigerate the dough for up to 6 days."
    if length.high >= 86_400, isUpTo, sentence.contains("may") || sentence.contains("can") {
      return true
    }
    let ripens = sentence.contains(where: Self.ripening.contains)
    let isStored = sentence.first == "store" || sentence.contains("airtight")
    if length.high >= 12 * 3600 || length.isNight, isStored, !ripens { return true }
    if length.high >= 12 * 3600, isUpTo, !ripens { return true }
    return length.unit >= 604_800 && !ripens
  }

  /// Whether the step begins with a heading such as `Storage:`.
  private func isUnderKeepingHeading() -> Bool {
    guard let colon = tokens.prefix(8).firstIndex(where: { $0.mark == ":" }) else { return false }
    return (0..<colon).contains { tokens[$0].word.map(Self.keepingHeadings.contains) == true }
  }

  /// Whether what was cooked before is warmed up, rather than the oil.
  private func isReheated(_ sentence: Range<Int>) -> Bool {
    sentence.contains { place in
      guard tokens[place].word.map(Self.reheating.contains) == true else { return false }
      // "Return it to the pan and reheat for 3 minutes" goes on with the dish.
      if goesOnWithDish(place, in: sentence) { return false }
      // "Reheat in the oven" warms food there.
      if tokens[safe: place + 1]?.word.map(Self.wheres.contains) == true { return true }
      return !words(on: 3, from: place + 1).contains(where: Self.heatedAgain.contains)
    }
  }

  /// Whether other words stand before a verb of heating again, and none of them, nor any of the
  /// sentences before, says that something is kept.
  private func goesOnWithDish(_ place: Int, in sentence: Range<Int>) -> Bool {
    let before = max(0, place - Self.reach)..<place
    return words(back: 2, from: place).count == 2 && place > sentence.lowerBound + 1
      && !before.contains { index in
        tokens[index].word.map { Self.storing.contains($0) || Self.ifs.contains($0) || $0 == "to" }
          == true
      }
  }

  /// `until needed`, `until ready to use`.
  func awaitsNeed(_ sentence: Range<Int>) -> Bool {
    sentence.contains { place in
      tokens[place].word == "until"
        && ["needed", "ready", "required", "using", "use", "serving", "wanted"]
          .contains(tokens[safe: place + 1]?.word)
    }
  }
}
