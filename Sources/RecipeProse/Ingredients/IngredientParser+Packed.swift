import KitchenModel

/// First amounts that tell what is in a container, or how long a thing is.
extension IngredientParser {
  /// `2 inches ginger`: a length of it is how much there is. In the singular, as in `9 inch pie crust`,
  /// it is a size.
  mutating func readLength(_ count: Count) -> Bool {
    guard place < tokens.count, tokens[place].isWord, tokens[place].hasSpaceBefore,
      let (unit, end) = words.unit(in: tokens, at: place), unit.kind == .length,
      key(place) == unit.many.lowercased() || count.maximum <= (Fraction(1) ?? .zero),
      end < tokens.count, tokens[end].isWord, words.unit(in: tokens, at: end) == nil,
      !["x", "thick", "long", "wide"].contains(key(end))
    else { return false }
    unitTokens = place..<end
    add(count, unit, unitRange: place..<end, .adds)
    place = end
    return true
  }

  /// `1 (4-ounce can) chilies`: the container stands in the bracket with its size.
  mutating func readPacked(_ count: Count) -> Bool {
    guard let close = closing(place), close + 1 < tokens.count,
      let (unit, end) = unit(at: close - 1), unit.kind == .container, end == close,
      isAmounts(place + 1..<close - 1)
    else { return false }
    let size = text(place + 1..<close - 1)
    notes.append(text(place + 1..<close))
    unitTokens = close - 1..<close
    add(count, unit, unitRange: nil, .adds, size: size)
    place = close + 1
    return true
  }

  /// `28 ounce can tomatoes`, `150g pot yogurt`: one, of that size, though it is not said.
  mutating func readContents(
    from start: Int, measuredBy unit: IngredientWords.Unit, to end: Int
  ) -> Bool {
    guard let one = Fraction(1), unit.isMeasured, unit.measure.family != nil,
      words.phrase(.compound, in: tokens, at: end) == nil,
      let (container, after) = words.unit(in: tokens, at: end), container.kind == .container,
      after < tokens.count, key(end) == container.one.lowercased()
    else { return false }
    let size = text(start..<end)
    notes.append(size)
    unitTokens = end..<after
    amounts.append(
      Ingredient.Amount(
        one, unit: container.one, plural: container.many, measure: container.canonical, size: size))
    let at = tokens[start].range.lowerBound
    numbers.append(
      .init(
        range: at..<at, written: WrittenNumber(value: one, form: .word), isMetric: false,
        implied: " x ",
        noun: .init(
          range: characterRange(end..<after), one: text(end..<after), many: container.many)))
    place = after
    return true
  }

  /// How much there is in each: `(400 g)`, `x 400 g`, `14-ounce`, where it follows a count.
  mutating func readSize() -> String? {
    let mark = place
    if let close = closing(place) {
      let start = place + 1
      let isSize = isAmounts(start..<close)
      guard isSize, close + 1 < tokens.count, key(close + 1) != "," else { return nil }
      place = close + 1
      return text(start..<close)
    }
    if key(place) == "x" || key(place) == "*" { place += 1 }
    let start = place
    guard number(place) != nil else {
      place = mark
      return nil
    }
    place += 1
    if let end = words.phrase(.range, in: tokens, at: place), number(end) != nil, key(place) != "x"
    {
      place = end + 1
    }
    if key(place) == "-" { place += 1 }
    if let (unit, end) = unit(at: place), unit.isMeasured {
      place = end
      return text(start..<end)
    }
    if let end = words.phrase(.measured, in: tokens, at: place) {
      place = end
      return text(start..<end)
    }
    place = mark
    return nil
  }
}
