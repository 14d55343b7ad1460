/// Lengths that tell of what was done before, or repeat a length.
extension DurationClassifier {
  /// `that has been chilled for 2 hours`: done before.
  func isPast(_ context: Context) -> Bool {
    for place in context.before.dropLast(2) {
      guard let word = tokens[place].word, ["that", "which"].contains(word),
        let has = tokens[place + 1].word, Self.haves.contains(has),
        tokens[place + 2].word == "been"
      else { continue }
      return true
    }
    return false
  }

  /// `it should have doubled (about 2 hours)`: how things stand.
  func isExpected(_ context: Context) -> Bool {
    context.before.dropLast().contains { place in
      tokens[place].word == "should" && tokens[place + 1].word == "have"
    }
  }

  /// `they will go on cooking for 5 minutes`, `it continues to set for an hour`: afterwards, with
  /// nobody waiting for it.
  func goesOnByItself(_ context: Context) -> Bool {
    let words = context.before.compactMap { tokens[$0].word }
    guard let place = words.firstIndex(where: Self.continuing.contains), place > 0 else {
      return false
    }
    return words[place] != "continue" || words[place - 1] == "will"
  }

  /// `after resting for an hour`, `once the cake has cooled for 10 minutes`: no comma between.
  func isAfterDoing(_ context: Context) -> Bool {
    let start = context.before.lowerBound
    var place = context.before.upperBound - 1
    while place >= start, tokens[place].mark != ",", !isConjunction(place) { place -= 1 }
    guard place >= start, let conjunction = tokens[place].word else { return false }
    let between = (place + 1..<context.before.upperBound).compactMap { tokens[$0].word }
    let doing = between.drop { !$0.hasSuffix("ing") }
    let isDoing =
      doing.count == between.count && !doing.isEmpty
      && doing.dropFirst().allSatisfy { Self.vague.contains($0) || $0 == "for" }
    // "When it has dissolved let simmer 20 minutes"
    let isOrdered = between.contains(where: Self.lets.contains)
    return conjunction == "after" && isDoing
      || !isOrdered && between.contains { Self.haves.contains($0) || $0.hasSuffix("'ve") }
  }

  /// `Once soaked for 6 to 8 hours, drain them`: the length told before.
  func isOnceDone(_ index: Int, _ context: Context) -> Bool {
    let first = context.sentence.lowerBound
    guard isConjunction(first), tokens[safe: first + 1]?.word?.hasSuffix("ed") == true else {
      return false
    }
    return found[..<index].contains { $0.low == found[index].low && $0.high == found[index].high }
  }

  private func isConjunction(_ place: Int) -> Bool {
    tokens[place].word.map { ["after", "once", "when"].contains($0) } == true
  }

  /// `Let rise overnight. This will take 8 to 10 hours`: the length of the sentence before in other
  /// words.
  func isExplained(_ context: Context) -> Bool {
    let start = context.sentence.lowerBound
    guard let last = lastCounted.map({ found[$0] }), last.tokens.upperBound <= start,
      start - last.tokens.upperBound <= Self.reach,
      !(last.tokens.upperBound..<max(last.tokens.upperBound, start - 1)).contains(
        where: endsSentence),
      tokens[safe: start]?.word != nil
    else { return false }
    return tellsWhatItTakes(from: start)
  }

  /// `This takes …`, `it should take …`.
  func tellsWhatItTakes(from start: Int) -> Bool {
    let words = words(on: 4, from: start)
    return words.first.map(Self.thisWords.contains) == true
      && words.contains(where: Self.takes.contains)
  }

  /// `Simmer for 25 minutes: …`, `Rest (1 hour): …`, where the words under the heading say it
  /// again.
  func isHeading(_ index: Int) -> Bool {
    let length = found[index]
    var end = length.tokens.upperBound
    if tokens[safe: end]?.mark == ")" { end += 1 }
    guard tokens[safe: end]?.mark == ":", end <= 12 else { return false }
    return found[(index + 1)...].prefix(8).contains {
      $0.low == length.low && $0.high == length.high
    }
  }

  /// `They are done when brown, about 15 minutes`: how to tell the end of what was begun before.
  func isDoneWhen(_ context: Context) -> Bool {
    hasCounted
      && context.before.contains { place in
        tokens[place].word.map { ["done", "ready", "finished"].contains($0) } == true
          && ["when", "once"].contains(tokens[safe: place + 1]?.word)
          && tokens[safe: place - 1]?.word.map { ["is", "are"].contains($0) } == true
      }
  }

  /// `In my kitchen, about 2 hours`: how it went once, behind what is to be done.
  func isOwnKitchen(_ context: Context) -> Bool {
    guard hasCounted, tokens[safe: context.sentence.lowerBound]?.word == "in" else { return false }
    return context.before.contains { tokens[$0].word == "my" }
      && strongVerb(in: context.sentence) == nil
  }

  /// `overnight, about 10 hours`: the number counts.
  func isNightExplained(_ index: Int, _ context: Context) -> Bool {
    guard found[index].isNight, let next = found[safe: index + 1],
      context.after.upperBound == next.tokens.lowerBound, next.high >= 6 * 3600,
      next.high <= 86_400
    else { return false }
    return strongVerb(in: context.after) == nil
      && !context.after.contains { tokens[$0].word.map(Self.ors.contains) == true }
  }

  /// `Overnight method`, `the overnight dough`, `overnight soaked beans`, `Overnight oats keep`: the
  /// name of something.
  func isNightAlone(_ index: Int, _ context: Context) -> Bool {
    guard found[index].isNight, found[index].tokens.count == 1 else { return false }
    if tokens[safe: found[index].tokens.lowerBound - 1]?.word == "the" { return true }
    if tokens[safe: found[index].tokens.upperBound]?.word.map(Self.made.contains) == true {
      return true
    }
    let isHeading = context.sentence.count <= 4 && context.sentence.count == tokens.count
    return isHeading && context.before.isEmpty && !context.after.isEmpty
  }

  /// `Set a timer for 30 minutes and let it rest for 30 minutes`.
  func isTimerAgain(_ index: Int, _ context: Context) -> Bool {
    guard index > 0, lastCounted == index - 1, case let last = found[index - 1],
      last.low == found[index].low, last.high == found[index].high,
      last.tokens.lowerBound >= context.sentence.lowerBound
    else { return false }
    return words(back: 4, from: last.tokens.lowerBound).contains("timer")
  }

  /// `for 20 minutes. (Yes, 20 minutes!)`: the length before, in brackets.
  func isBracketedAgain(_ index: Int, _ context: Context) -> Bool {
    guard index > 0, lastCounted == index - 1, case let last = found[index - 1],
      last.low == found[index].low, last.high == found[index].high,
      found[index].tokens.lowerBound - last.tokens.upperBound <= 12
    else { return false }
    let between = last.tokens.upperBound..<found[index].tokens.lowerBound
    return between.contains { tokens[$0].mark == "(" }
      && !between.contains { tokens[$0].mark == ")" }
      && strongVerb(in: between) == nil
      && words(in: between).isDisjoint(with: Self.additions)
      && words(in: between).isDisjoint(with: Self.pers)
  }

  private static let made = Lexicon.words("made")
  private static let haves = Lexicon.words("haves")
  private static let continuing = Lexicon.words("continuing")
}
