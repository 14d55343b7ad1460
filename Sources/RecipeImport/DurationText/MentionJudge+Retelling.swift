/// Lengths that tell of what was done before, or was told already.
extension MentionJudge {
  /// Why a length that looks back, or tells again, does not count; nil where it does neither.
  func reasonToldAgain(_ index: Int, _ context: Context) -> DurationMention.Reason? {
    if isPast(context) || goesOnByItself(context) { return .moment }
    if isAfterDoing(context) { return .part }
    if isExplained(context) || isTimerAgain(index, context) { return .summary }
    return nil
  }

  /// `that has been chilled for 2 hours`: done before.
  private func isPast(_ context: Context) -> Bool {
    for place in context.before.dropLast(2) {
      guard let word = tokens[place].word, ["that", "which"].contains(word),
        let has = tokens[place + 1].word, Self.haves.contains(has),
        tokens[place + 2].word == "been"
      else { continue }
      return true
    }
    return false
  }

  /// `they will go on cooking for 5 minutes`, `it continues to set for an hour`: afterwards, with
  /// nobody waiting for it.
  private func goesOnByItself(_ context: Context) -> Bool {
    let words = context.before.compactMap { tokens[$0].word }
    guard let place = words.firstIndex(where: Self.continuing.contains), place > 0 else {
      return false
    }
    return words[place] != "continue" || words[place - 1] == "will"
  }

  /// `after resting for an hour`, `after the cake has cooled for 10 minutes`: no comma between.
  private func isAfterDoing(_ context: Context) -> Bool {
    let start = context.before.lowerBound
    var place = context.before.upperBound - 1
    while place >= start, tokens[place].mark != ",", tokens[place].word != "after" { place -= 1 }
    guard place >= start, tokens[place].word == "after" else { return false }
    let between = (place + 1..<context.before.upperBound).compactMap { tokens[$0].word }
    let doing = between.drop { !$0.hasSuffix("ing") }
    let isDoing =
      doing.count == between.count && !doing.isEmpty
      && doing.dropFirst().allSatisfy { Self.vague.contains($0) || $0 == "for" }
    return isDoing || between.contains(where: Self.haves.contains)
  }

  /// `Let rise overnight. This will take 8 to 10 hours`: the length of the sentence before in other
  /// words.
  private func isExplained(_ context: Context) -> Bool {
    let start = context.sentence.lowerBound
    guard let last = lastCounted.map({ found[$0] }), last.tokens.upperBound <= start,
      start - last.tokens.upperBound <= Self.reach,
      !(last.tokens.upperBound..<max(last.tokens.upperBound, start - 1)).contains(
        where: endsSentence),
      tokens[safe: start]?.word.map(Self.these.contains) == true
    else { return false }
    return words(on: 4, from: start).contains(where: Self.takes.contains)
  }

  /// `Set a timer for 30 minutes and let it rest for 30 minutes`.
  private func isTimerAgain(_ index: Int, _ context: Context) -> Bool {
    guard index > 0, lastCounted == index - 1, case let last = found[index - 1],
      last.low == found[index].low, last.high == found[index].high,
      last.tokens.lowerBound >= context.sentence.lowerBound
    else { return false }
    return words(back: 4, from: last.tokens.lowerBound).contains("timer")
  }

  private static let haves: Set<String> = ["has", "have", "had"]
  private static let continuing: Set<String> = ["continue", "continues"]
  private static let these: Set<String> = ["this", "it", "that"]
}
