/// How many of a unit there are, in digits or in words.
extension LengthGrammar {
  /// A number in digits: `10`, `1 1/2`, `1:30` before hours.
  func plainNumber(at index: Int) -> (Double, next: Int)? {
    guard index < tokens.count, let value = tokens[index].number else { return nil }
    // "1:30 hours", "8:30 minutes"
    if mark(index + 1) == ":", let minutes = tokens[safe: index + 2]?.number, minutes < 60,
      !tokens[index + 2].hasSpaceBefore, let unit = unit(at: index + 3),
      unit.seconds == 3600 || unit.seconds == 60
    {
      return (value + minutes / 60, index + 3)
    }
    return (value, index + 1)
  }

  /// A number in digits or words: `10`, `1 1/2`, `twenty-five`, `half a`, `a couple of`.
  func quantity(at start: Int) -> (Double, next: Int)? {
    if let (value, next) = plainNumber(at: start) {
      // "2 x 10 minutes"
      if word(next) == "x" || mark(next) == "×", value <= 10,
        let (each, end) = plainNumber(at: next + 1)
      {
        return (value * each, end)
      }
      return withFraction(value, at: next)
    }
    guard let first = word(start) else { return nil }
    // "Ett par minuter", "un par de minutos"; alone, "par" is "per" to others.
    if ["ett", "et", "un", "um"].contains(first), word(start + 1) == "par" {
      let next = word(start + 2) == "de" ? start + 3 : start + 2
      if unit(at: next) != nil { return (2, next) }
    }
    guard let value = TimeWords.numbers[first] else { return nil }
    var next = start + 1
    switch value {
    case 1:
      // "a half hour", "a few minutes", "a quarter of an hour"
      if let word = word(next), let inner = TimeWords.numbers[word], word != first, inner != 1 {
        guard let (value, end) = quantity(at: next) else { return nil }
        return (value, end)
      }
      return withFraction(1, at: next)
    case 0.25, 0.5: return (value, skipArticle(next))
    case 20...90:
      if mark(next) == "-" { next += 1 }
      if let word = word(next), let ones = TimeWords.numbers[word], ones > 1, ones < 10 {
        return (value + ones, next + 1)
      }
      return (value, start + 1)
    default:
      let part = mark(next) == "-" ? next + 1 : next
      if let quarters = word(part), TimeWords.numbers[quarters] == 0.25 {
        return (value / 4, skipArticle(part + 1))
      }
      if word(next) == "of" { next += 1 }
      return withFraction(value, at: next)
    }
  }

  /// `one and a half hours`, `1 and 1/2 hours`.
  private func withFraction(_ value: Double, at next: Int) -> (Double, next: Int) {
    guard mark(next) == "&" || word(next).map(TimeWords.joiners.contains) == true else {
      return (value, next)
    }
    if let part = tokens[safe: next + 1]?.number, part < 1 { return (value + part, next + 2) }
    var end = next + 1
    if let word = word(end), TimeWords.numbers[word] == 1 { end += 1 }
    guard let half = word(end), TimeWords.halves.contains(half), unit(at: end + 1) != nil else {
      return (value, next)
    }
    return (value + 0.5, end + 1)
  }

  /// Past `a`, `an`, `of an` after a fraction: `half an hour`, `quarter of an hour`.
  private func skipArticle(_ start: Int) -> Int {
    var next = start
    if let word = word(next), ["of", "d", "de", "di"].contains(word) { next += 1 }
    if let word = word(next), TimeWords.numbers[word] == 1 { next += 1 }
    return next
  }
}
