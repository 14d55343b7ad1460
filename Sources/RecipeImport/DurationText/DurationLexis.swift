/// Finds the lengths of time in a text, whatever they mean there.
///
/// O(n) in the tokens: each attempt looks at a bounded number of them.
struct DurationLexis {
  /// A length of time.
  struct Found: Hashable {
    /// The tokens it takes.
    var tokens: Range<Int>
    /// The shorter end, in seconds.
    var low: Double
    /// The longer end.
    var high: Double
    /// The seconds of the unit it is given in.
    var unit: Double
    /// Whether it stands for a night.
    var isNight = false
  }

  let tokens: [ProseToken]

  private init(_ tokens: [ProseToken]) { self.tokens = tokens }

  /// The lengths in order; none overlaps another.
  static func lengths(in tokens: [ProseToken]) -> [Found] {
    let lexis = DurationLexis(tokens)
    var found: [Found] = []
    var index = 0
    while index < tokens.count {
      if let length = lexis.night(at: index) ?? lexis.range(at: index) {
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
    if let next = rangeMark(at: first.tokens.upperBound), let second = length(at: next),
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
    guard let (low, afterLow) = quantity(at: start) else { return nil }
    var high = low
    var next = afterLow
    if let mark = rangeMark(at: next) ?? betweenMark(at: next, from: start),
      let (end, afterHigh) = quantity(at: mark), end >= low, unit(at: skipFillers(afterHigh)) != nil
    {
      high = end
      next = afterHigh
    }
    guard let (seconds, afterUnit) = unit(at: skipFillers(next)),
      !isOrdinal(start..<next, unitAt: afterUnit - 1, low)
    else { return nil }
    var found = Found(
      tokens: start..<afterUnit, low: low * seconds, high: high * seconds, unit: seconds)
    addRemainder(to: &found)
    addSecondCount(to: &found)
    guard found.high <= 4e7 else { return nil }
    return found
  }

  /// What follows hours or minutes: `1 h 30`, `1 hour and 30 minutes`, `an hour and a half`.
  private func addRemainder(to found: inout Found) {
    guard found.unit >= 60, found.unit <= 86_400 else { return }
    var next = found.tokens.upperBound
    if mark(next) == "." || mark(next) == "," { next += 1 }
    var isJoined = false
    if let word = word(next), TimeWords.joiners.contains(word) {
      isJoined = true
      next += 1
    }
    if isJoined, let half = self.half(at: next) {
      found.low += found.unit / 2
      found.high += found.unit / 2
      found.tokens = found.tokens.lowerBound..<half
      return
    }
    guard let (value, afterValue) = plainNumber(at: next) ?? (isJoined ? quantity(at: next) : nil)
    else { return }
    if let (seconds, end) = unit(at: afterValue), seconds < found.unit {
      found.low += value * seconds
      found.high += value * seconds
      found.tokens = found.tokens.lowerBound..<end
    } else if !isJoined, found.unit == 3600, value < 60, value >= 1,
      tokens[next - 1].word == "h" && (!tokens[next].hasSpaceBefore || word(afterValue) == nil)
        || tokens[next - 1].word != nil && afterValue == tokens.count
    {
      found.low += value * 60
      found.high += value * 60
      found.tokens = found.tokens.lowerBound..<afterValue
    }
  }

  /// `a minute or two`: a second number behind the unit.
  private func addSecondCount(to found: inout Found) {
    let next = found.tokens.upperBound
    guard found.low == found.unit, found.high == found.unit, let or = word(next),
      MentionJudge.ors.contains(or), let count = word(next + 1).flatMap({ TimeWords.numbers[$0] }),
      count >= 2, unit(at: skipFillers(next + 2)) == nil
    else { return }
    found.high = count * found.unit
    found.tokens = found.tokens.lowerBound..<next + 2
  }

  /// `a half`, `half`: where it ends.
  private func half(at start: Int) -> Int? {
    var next = start
    if let word = word(next), TimeWords.numbers[word] == 1 { next += 1 }
    guard let word = word(next), TimeWords.halves.contains(word) else { return nil }
    // "and a half hours" belongs to the number before it.
    return unit(at: next + 1) == nil ? next + 1 : nil
  }

  private func skipFillers(_ start: Int) -> Int {
    var next = start
    if word(next) == "or", word(next + 1) == "so" { next += 2 }
    let first = next
    while next < first + 3, unit(at: next) == nil {
      // A per cent sign is what is left of `{5%minutes}` without its mark.
      if mark(next) == "-" || mark(next) == "%", next == first {
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
    guard let word = token.word, let seconds = TimeWords.seconds(ofUnit: word) else { return nil }
    if TimeWords.attachedUnits.contains(word) {
      guard index > 0, tokens[index - 1].number != nil, !token.hasSpaceBefore || word == "s" else {
        return nil
      }
    }
    return (seconds, index + 1)
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
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
