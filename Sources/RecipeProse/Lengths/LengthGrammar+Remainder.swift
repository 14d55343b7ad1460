/// What follows a number and its unit, and belongs to the same length.
extension LengthGrammar {
  /// Adds what follows hours or minutes: `1 h 30`, `1 hour and 30 minutes`, `an hour and a half`.
  func addRemainder(to found: inout Found) {
    guard found.unit >= 60, found.unit <= 86_400 else { return }
    var next = found.tokens.upperBound
    if mark(next) == "." || mark(next) == "," { next += 1 }
    var isJoined = false
    if mark(next) == "&" || word(next).map(TimeWords.joiners.contains) == true {
      isJoined = true
      next += 1
    }
    if isJoined, let (part, end) = part(at: next) {
      add(part * found.unit, to: &found, end)
      return
    }
    guard let (value, afterValue) = plainNumber(at: next) ?? spelledNumber(at: next, isJoined)
    else { return }
    if let (seconds, end) = unit(at: afterValue), seconds < found.unit {
      add(value * seconds, to: &found, end)
    } else if found.unit == 60, mark(next - 1) == "'", mark(afterValue) == "\"" {
      add(value, to: &found, afterValue + 1)
    } else if value < 1, found.unit >= 3600, endsPhrase(afterValue) {
      add(value * found.unit, to: &found, afterValue)
    } else if !isJoined, found.unit == 3600, value < 60, value >= 1,
      isMinutes(next, upTo: afterValue)
    {
      add(value * 60, to: &found, afterValue)
    }
  }

  /// `2 heures trente`: from ten on, where nothing joins it.
  private func spelledNumber(at index: Int, _ isJoined: Bool) -> (Double, next: Int)? {
    quantity(at: index).flatMap { isJoined || $0.0 >= 10 ? $0 : nil }
  }

  private func add(_ seconds: Double, to found: inout Found, _ end: Int) {
    found.low += seconds
    found.high += seconds
    found.tokens = found.tokens.lowerBound..<end
  }

  /// Whether a number right behind hours is minutes: `1h30`, `1 hr 30`.
  private func isMinutes(_ number: Int, upTo end: Int) -> Bool {
    guard let hours = word(number - 1) else { return false }
    if TimeWords.shortHours.contains(hours), !tokens[number].hasSpaceBefore { return true }
    if endsPhrase(end) { return true }
    // "1 heure 30 sous un torchon", "2 hours 30 or until tender"
    guard let minutes = tokens[number].number, minutes >= 5, let next = word(end) else {
      return false
    }
    return Self.behindLengths.contains(next)
  }

  /// Words that no number counts.
  private static let behindLengths =
    Lexicon.words("lead-ins").union(DurationClassifier.untils).union(DurationClassifier.ors)
    .union(DurationClassifier.befores)

  /// Whether a number ends what is said of a length: no word and nothing it might count follows.
  private func endsPhrase(_ index: Int) -> Bool {
    guard let token = tokens[safe: index] else { return true }
    guard let mark = token.mark else { return false }
    return ".,;:!)".unicodeScalars.contains(mark)
  }

  /// Adds a second number behind the unit: `a minute or two`.
  func addSecondCount(to found: inout Found) {
    let next = found.tokens.upperBound
    guard found.low == found.unit, found.high == found.unit, let or = word(next),
      DurationClassifier.ors.contains(or),
      let count = tokens[safe: next + 1]?.number
        ?? word(next + 1).flatMap({ TimeWords.numbers[$0] }),
      count >= 2, count <= 12, unit(at: skipFillers(next + 2)) == nil
    else { return }
    found.high = count * found.unit
    found.tokens = found.tokens.lowerBound..<next + 2
  }

  /// `a half`, `half`, `un quart`: how much, and where it ends.
  private func part(at start: Int) -> (Double, next: Int)? {
    var next = start
    if let word = word(next), TimeWords.numbers[word] == 1 { next += 1 }
    guard let word = word(next) else { return nil }
    let value: Double
    if TimeWords.halves.contains(word) {
      value = 0.5
    } else if TimeWords.numbers[word] == 0.25 {
      value = 0.25
    } else {
      return nil
    }
    // "and a half hours" belongs to the number before it.
    return unit(at: next + 1) == nil ? (value, next + 1) : nil
  }
}
