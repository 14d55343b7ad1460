/// Finds the lengths of time in a text, whatever they mean there.
///
/// O(n) in the tokens: each attempt looks at a bounded number of them.
package struct LengthGrammar {
  /// A length of time.
  package struct Found: Sendable, Hashable {
    /// The tokens it takes.
    package var tokens: Range<Int>
    /// The shorter end, in seconds.
    package var low: Double
    /// The longer end.
    package var high: Double
    /// The seconds of the unit it is given in.
    package var unit: Double
    /// Whether it stands for a night.
    package var isNight = false
  }

  let tokens: [ProseToken]

  private init(_ tokens: [ProseToken]) { self.tokens = tokens }

  /// The lengths in order; none overlaps another.
  package static func lengths(in tokens: [ProseToken]) -> [Found] {
    let grammar = LengthGrammar(tokens)
    var found: [Found] = []
    var index = 0
    while index < tokens.count {
      if let length = grammar.night(at: index) ?? grammar.range(at: index) {
        found.append(length)
        index = length.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  // MARK: Grammar

  /// `LENGTH [to LENGTH]`.
  private func range(at start: Int) -> Found? {
    guard var first = length(at: start) else { return nil }
    let end = pastDot(first.tokens.upperBound)
    if let next = rangeMark(at: end) ?? slash(at: end), let second = length(at: next),
      second.high >= first.low
    {
      first.high = max(first.high, second.high)
      first.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    } else if let second = upTo(after: first) {
      first.high = second.high
      first.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    }
    return first
  }

  /// Past the full stop of a shortened unit: `50 min. to 1 hr.`.
  private func pastDot(_ index: Int) -> Int {
    guard mark(index) == ".", let unit = word(index - 1), TimeWords.shortened.contains(unit) else {
      return index
    }
    return index + 1
  }

  /// The index after the slash of `20 min/25 min`.
  private func slash(at index: Int) -> Int? { mark(index) == "/" ? index + 1 : nil }

  /// What follows in `20 minutes up to 2 hours`; days mean keeping.
  private func upTo(after first: Found) -> Found? {
    let next = first.tokens.upperBound
    guard word(next) == "up", word(next + 1) == "to", let second = length(at: next + 2),
      second.low > first.high, second.high <= 8 * first.high, second.unit <= 3600
    else { return nil }
    return second
  }

  /// `NUMBER [to NUMBER] UNIT [[and] NUMBER SMALLER-UNIT]`, or a word that is all of it.
  private func length(at start: Int) -> Found? {
    if let word = word(start), let seconds = TimeWords.lengths[word] {
      return Found(tokens: start..<start + 1, low: seconds, high: seconds, unit: 60)
    }
    guard var (low, next) = quantity(at: start) else { return bareHourAndHalf(at: start) }
    if let word = word(next), let seconds = TimeWords.lengths[word] {
      let length = low * seconds
      guard length <= Self.longest else { return nil }
      return Found(tokens: start..<next + 1, low: length, high: length, unit: 60)
    }
    var high = low
    if let mark = rangeMark(at: next) ?? betweenMark(at: next, from: start),
      let (end, afterHigh) = quantity(at: skipVague(mark)), end >= low,
      unit(at: skipFillers(afterHigh)) != nil
    {
      high = end
      next = afterHigh
    }
    guard let (seconds, afterUnit) = unit(at: skipFillers(next)),
      !isOrdinal(start..<next, unitAt: afterUnit - 1, low)
    else { return nil }
    if low == high, let slash = tokens[start].slash, isRange(slash, unitAt: afterUnit - 1) {
      low = slash.above
      high = slash.below
    }
    var found = Found(
      tokens: start..<afterUnit, low: low * seconds, high: high * seconds, unit: seconds)
    addRemainder(to: &found)
    addSecondCount(to: &found)
    return found.high <= Self.longest ? found : nil
  }

  /// `hora y media`, where the number is left out.
  private func bareHourAndHalf(at start: Int) -> Found? {
    guard let (seconds, next) = unit(at: start), seconds == 3600,
      word(next).map(TimeWords.joiners.contains) == true,
      word(next + 1).map(TimeWords.halves.contains) == true
    else { return nil }
    return Found(tokens: start..<next + 2, low: 5400, high: 5400, unit: 3600)
  }

  func skipFillers(_ start: Int) -> Int {
    var next = start
    if word(next) == "or", word(next + 1) == "so" || word(next + 1) == "more" { next += 2 }
    let first = next
    while next < first + 3, unit(at: next) == nil {
      // A per cent sign is what is left of `{5%minutes}` without its mark.
      if mark(next) == "-" || mark(next) == "%" || mark(next) == "+", next == first {
        next += 1
      } else if let word = word(next), TimeWords.fillers.contains(word) {
        next += 1
      } else {
        break
      }
    }
    return next
  }

  func unit(at index: Int) -> (seconds: Double, next: Int)? {
    guard let token = tokens[safe: index] else { return nil }
    if token.mark == "'", index > 0, tokens[index - 1].number != nil, !token.hasSpaceBefore {
      return tokens[safe: index + 1]?.mark == "'" ? nil : (60, index + 1)
    }
    guard let word = token.word else { return nil }
    if isNordicHour(word, at: index) { return (3600, index + 1) }
    // "En times tid", "et par timers tid"
    if word == "times" || word == "timers", self.word(index + 1) == "tid" {
      return (3600, index + 2)
    }
    guard let seconds = TimeWords.seconds(ofUnit: word) else { return nil }
    if TimeWords.attachedUnits.contains(word) {
      guard index > 0, tokens[index - 1].number != nil, !token.hasSpaceBefore || word == "s" else {
        return nil
      }
    }
    return (seconds, index + 1)
  }

  /// `1 time`, `2 timer` in Danish and Norwegian, where no English word can be meant.
  private func isNordicHour(_ word: String, at index: Int) -> Bool {
    guard index > 0 else { return false }
    if word == "time", let half = tokens[index - 1].word, TimeWords.nordicHalves.contains(half) {
      return true
    }
    let isOne = ["en", "én"].contains(tokens[index - 1].word)
    guard let count = tokens[index - 1].number ?? (isOne ? 1 : nil) else { return false }
    if word == "timer" { return count > 1 }
    guard word == "time", count >= 1, count < 2, let before = tokens[safe: index - 2] else {
      return false
    }
    return before.mark == "-" || before.mark == "."
      || before.word.map(TimeWords.beforeNordicHour.contains) == true
  }

  /// The index after a mark or word that stands between the ends of a range.
  private func rangeMark(at index: Int) -> Int? {
    if mark(index) == "-" { return index + 1 }
    guard let word = word(index), TimeWords.rangeWords.contains(word) else { return nil }
    return index + 1
  }

  /// `between 5 and 10 minutes`.
  private func betweenMark(at index: Int, from start: Int) -> Int? {
    guard let before = word(start - 1),
      ["between", "zwischen", "entre", "tra", "fra", "tussen", "mellan"].contains(before),
      let word = word(index), TimeWords.joiners.contains(word)
    else { return nil }
    return index + 1
  }

  /// Past `about` and the like before the end of a range: `20 to about 25 minutes`.
  private func skipVague(_ index: Int) -> Int {
    word(index).map(DurationClassifier.vague.contains) == true
      && TimeWords.numbers[word(index) ?? ""] == nil
      ? index + 1 : index
  }

  /// Whether `10/15` stands for ten to fifteen: always where a recipe would otherwise take less
  /// than a minute in fractions of one, else where no fraction is written so.
  private func isRange(_ slash: ProseToken.Slash, unitAt index: Int) -> Bool {
    guard slash.below > slash.above, slash.above >= 2 else { return false }
    if slash.above >= 5 { return true }
    let isOne = word(index).map(TimeWords.singular.contains) == true
    return !isOne && unit(at: index).map { $0.seconds <= 60 } == true
  }

  /// Whether `a second` is the one after the first.
  private func isOrdinal(_ quantity: Range<Int>, unitAt index: Int, _ value: Double) -> Bool {
    guard let unit = word(index), TimeWords.ordinals.contains(unit) else { return false }
    return value == 1 || !quantity.contains { tokens[$0].number != nil }
  }

  /// `overnight`, `über Nacht`: eight hours.
  private func night(at index: Int) -> Found? {
    guard let first = word(index) else { return nil }
    for phrase in Self.nights where phrase[0] == first {
      guard index + phrase.count <= tokens.count,
        phrase.indices.allSatisfy({ word(index + $0) == phrase[$0] })
      else { continue }
      return Found(
        tokens: index..<index + phrase.count, low: Self.night, high: Self.night, unit: 3600,
        isNight: true)
    }
    return nil
  }

  /// The longest length that is one, in seconds; longer ones are slips.
  package static let longest = 4e7

  /// How long a night is taken to be, in seconds.
  private static let night = 8.0 * 3600

  private static let nights: [[String]] = [
    "overnight", "over night", "through the night", "über nacht", "toute la nuit", "une nuit",
    "pendant la nuit", "toda la noche", "durante la noche", "una noche", "tutta la notte",
    "durante la notte", "una notte", "een nacht", "de hele nacht", "overnacht",
    "durante a noite", "toda a noite", "uma noite", "över natten", "över natt",
  ].map { $0.split(separator: " ").map(String.init) }

  // MARK: Tokens

  func word(_ index: Int) -> String? { tokens[safe: index]?.word }
  func mark(_ index: Int) -> Unicode.Scalar? { tokens[safe: index]?.mark }
}

extension Array {
  /// The element at `index`; nil where there is none.
  package subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
