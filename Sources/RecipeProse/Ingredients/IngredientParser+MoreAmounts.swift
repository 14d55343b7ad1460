import KitchenModel

/// What follows the first amount of a line.
extension IngredientParser {
  /// `(240 ml)` after a measure is the same again; after a tin it is what is in each.
  mutating func readBracket(after unit: IngredientWords.Unit) {
    guard let close = closing(place), isAmounts(place + 1..<close) else { return }
    let inner = place + 1..<close
    let isEach = inner.contains { words.phrase(.each, in: tokens, at: $0) != nil }
    if unit.kind == .container || isEach {
      let size = text(inner)
      amounts[amounts.count - 1].size = size
      notes.append(size)
    } else {
      readEquals(in: inner)
    }
    place = close + 1
  }

  /// Reads amounts that say the same again, of tokens that ``isAmounts(_:)`` says are such.
  mutating func readEquals(in range: Range<Int>) {
    let after = place
    place = range.lowerBound
    var relation = Ingredient.Relation.equals
    while place < range.upperBound {
      skipAbout()
      guard let count = readCount() else { break }
      if key(place) == "-" { place += 1 }
      guard let (unit, end) = unit(at: place) else { break }
      add(count, unit, unitRange: place..<end, relation)
      place = end
      relation = .equals
      while place < range.upperBound, ["/", ",", ";", "-", "|"].contains(key(place)) { place += 1 }
      if let or = words.phrase(.joint, in: tokens, at: place), place < range.upperBound {
        if key(place) != "or" { relation = .adds }
        place = or
      } else if number(place) != nil, !["/", ",", ";", "|"].contains(key(place - 1)) {
        relation = .adds
      }
    }
    place = after
  }

  /// One more amount behind those there are: `2 oz`, `/ 9 oz`, `plus 1 tablespoon`.
  mutating func readMore() -> Bool {
    guard let last = amounts.last, place < tokens.count else { return false }
    let mark = self
    var relation = Ingredient.Relation.adds
    var isJoined = false
    if key(place) == "/" || key(place) == "|" {
      place += 1
      relation = .equals
      isJoined = true
    } else if let end = words.phrase(.joint, in: tokens, at: place) {
      if ["or", "oder", "ou", "o", "of", "eller"].contains(key(place)) { relation = .equals }
      place = end
      isJoined = true
    } else if key(place) == "-", last.unit != nil, number(place + 1) != nil {
      return readRangeEnd()
    } else if let end = words.phrase(.range, in: tokens, at: place), last.unit != nil,
      number(end) != nil
    {
      place = end - 1
      return readRangeEnd()
    }
    skipAbout()
    guard let count = readCount(), !isMeasure(at: place), let (unit, end) = unit(at: place),
      unit.isMeasured || last.measure == unit.canonical && isJoined
    else {
      self = mark
      return false
    }
    if !isJoined {
      // "1 lb 2 oz", and nothing that merely stands there.
      guard let larger = last.measure, let family = larger.family,
        family == unit.measure.family, unit.measure.size < larger.size
      else {
        self = mark
        return false
      }
    }
    add(count, unit, unitRange: place..<end, relation)
    place = end
    readBracket(after: unit)
    return true
  }

  /// `200 g - 300 g`, `800 g to 1 kg`: one range with its unit at both ends.
  private mutating func readRangeEnd() -> Bool {
    let mark = self
    place += 1
    guard let last = amounts.last, let count = readCount(), let (unit, end) = unit(at: place),
      unit.isMeasured, let family = unit.measure.family, family == last.measure?.family,
      let from = last.measure, let ratio = Fraction(from.size, over: unit.measure.size),
      let minimum = last.minimum.times(ratio), minimum <= count.minimum
    else {
      self = mark
      return false
    }
    amounts[amounts.count - 1] = Ingredient.Amount(
      minimum, to: count.maximum, unit: unit.one, plural: unit.many, measure: unit.canonical,
      relation: last.relation)
    scale(count, unit, place..<end)
    place = end
    return true
  }
}
