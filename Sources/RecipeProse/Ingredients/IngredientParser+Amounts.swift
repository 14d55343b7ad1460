import KitchenModel

extension IngredientParser {
  /// A number or a range where it stands.
  struct Count {
    var minimum: Fraction
    var maximum: Fraction
    /// The numbers, by place in the line.
    var written: [(range: Range<Int>, number: WrittenNumber)]
    /// Whether it is `a` or `ein`, which may be an article.
    var isArticle = false
  }

  /// Reads the amounts that stand at the present place; false where there are none.
  mutating func readAmounts() -> Bool {
    let mark = self
    skipAbout()
    guard readFirst() else {
      self = mark
      return false
    }
    while readMore() {}
    return true
  }

  mutating func skipAbout() {
    while let end = words.phrase(.about, in: tokens, at: place), end < tokens.count {
      // "good" may be an adjective of the name; only before a number is it none.
      place = end
      if key(place) == "." { place += 1 }
    }
  }

  // MARK: Numbers

  /// `2`, `2-3`, `2 to 3`, `two`, `half a`, `a dozen`.
  mutating func readCount() -> Count? {
    guard var count = readSingle() else { return nil }
    let mark = place
    if let end = words.phrase(.range, in: tokens, at: place) {
      place = end
      skipAbout()
      if let more = readSingle(), !more.isArticle, more.minimum >= count.minimum {
        count.maximum = more.maximum
        count.written += more.written
      } else {
        place = mark
      }
    }
    if let end = words.phrase(.dozen, in: tokens, at: place), let twelve = Fraction(12),
      let least = count.minimum.times(twelve), let most = count.maximum.times(twelve)
    {
      (count.minimum, count.maximum) = (least, most)
      count.isArticle = false
      place = end
    }
    return count
  }

  private mutating func readSingle() -> Count? {
    if let number = number(place), !isPartOfWord(place),
      !number.hasLeadingZero || number.value < (Fraction(1) ?? .zero),
      number.value != .zero
    {
      place += 1
      return Count(
        minimum: number.value, maximum: number.value,
        written: [(tokens[place - 1].range, number)])
    }
    if let end = words.phrase(.dozen, in: tokens, at: place), let twelve = Fraction(12) {
      let range = characterRange(place..<end)
      place = end
      return Count(
        minimum: twelve, maximum: twelve,
        written: [(range, WrittenNumber(value: twelve, form: .word))])
    }
    guard let (value, end) = words.number(in: tokens, at: place) else { return nil }
    let range = characterRange(place..<end)
    place = end
    return Count(
      minimum: value, maximum: value,
      written: [(range, WrittenNumber(value: value, form: .word))],
      isArticle: value == Fraction(1))
  }

  /// Whether a number and the letters behind it are one word: `2nd`, `7up`.
  func isPartOfWord(_ place: Int) -> Bool {
    place + 1 < tokens.count && tokens[place + 1].isWord && !tokens[place + 1].hasSpaceBefore
      && unit(at: place + 1) == nil && key(place + 1) != "x"
      && words.phrase(.measured, in: tokens, at: place + 1) == nil
  }

  /// The marks behind a number that make it a measure of something else than how much there is.
  static let measureSigns: Set<String> = ["%", "°", "″", "\"", "”", "º"]

  func characterRange(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }

  /// Whether what stands at a place makes the number before it a measure of something else: `10%`,
  /// `200 °C`, `8-inch`.
  func isMeasure(at place: Int) -> Bool {
    guard place < tokens.count else { return false }
    if Self.measureSigns.contains(tokens[place].key) { return true }
    if words.phrase(.measured, in: tokens, at: place) != nil { return true }
    guard tokens[place].key == "-", !tokens[place].hasSpaceBefore, place + 1 < tokens.count,
      !tokens[place + 1].hasSpaceBefore
    else { return false }
    return tokens[place + 1].isWord
  }

  // MARK: The first amount

  private mutating func readFirst() -> Bool {
    let start = place
    guard let count = readCount() else { return readImplied() }
    if isMeasure(at: place), number(place) == nil {
      if readLength(count) { return true }
      // "1 14-ounce can" has the count before; "8-inch tortillas" has none.
      return readImplied(behind: start)
    }
    if readPacked(count) { return true }
    var size = readSize()
    let described = place
    var descriptors: [Range<Int>] = []
    while true {
      if let end = words.phrase(.size, in: tokens, at: place), end < tokens.count {
        descriptors.append(place..<end)
        place = end
      } else if let end = words.phrase(.about, in: tokens, at: place), end < tokens.count {
        place = end
      } else if let end = words.phrase(.prep, in: tokens, at: place), unit(at: end) != nil,
        words.unit(in: tokens, at: place) == nil
      {
        descriptors.append(place..<end)
        place = end
      } else if let end = words.phrase(.quality, in: tokens, at: place),
        let part = words.unit(in: tokens, at: end), part.unit.kind == .part,
        part.end < tokens.count
      {
        // "3 whole cloves garlic"
        descriptors.append(place..<end)
        place = end
      } else {
        break
      }
    }
    if size == nil { size = readSize() }
    var found = unit(at: place)
    if let (unit, end) = found, end >= tokens.count, !unit.isMeasured {
      // "2 cloves": a thing of its own.
      found = nil
    }
    if found == nil { place = described }
    if found == nil, count.isArticle, count.written.first?.number.form == .word {
      // "an onion" is one; "a la carte" is nothing.
      guard place < tokens.count, tokens[place].isWord else { return false }
    }
    if let (unit, end) = found {
      if readContents(from: start, measuredBy: unit, to: end) { return true }
      notes += descriptors.map { text($0) }
      unitTokens = place..<end
      add(count, unit, unitRange: place..<end, .adds, size: size)
      place = end
      readBracket(after: unit)
      if let or = words.phrase(.joint, in: tokens, at: place), let other = self.unit(at: or),
        other.end < tokens.count, unit.kind == .container
      {
        // "can or bottle beer"
        place = other.end
      }
    } else {
      add(count, nil, unitRange: nil, .adds, size: size)
    }
    if let size { notes.append(size) }
    return true
  }

  /// `Pinch of salt`, `small bunch parsley`, `1-inch piece of ginger`: one, though it is not said.
  private mutating func readImplied(behind start: Int? = nil) -> Bool {
    let first = start ?? place
    var hasSign = false
    if start != nil {
      guard let end = measureEnd(place) else { return false }
      place = end
      hasSign = true
    }
    let sizeEnd = place
    if let end = words.phrase(.size, in: tokens, at: place) {
      place = end
      hasSign = true
    }
    guard let one = Fraction(1), let (unit, end) = words.unit(in: tokens, at: place),
      !unit.isMeasured, end < tokens.count, key(place) == unit.one.lowercased(),
      hasSign || unit.kind == .vagueUnit || words.phrase(.of, in: tokens, at: end) != nil
    else { return false }
    notes.append(text(first..<place))
    let size = start == nil ? nil : text(first..<sizeEnd)
    unitTokens = place..<end
    amounts.append(
      Ingredient.Amount(one, unit: unit.one, plural: unit.many, measure: unit.canonical, size: size)
    )
    let at = tokens[first].range.lowerBound
    numbers.append(
      .init(
        range: at..<at, written: WrittenNumber(value: one, form: .word), isMetric: false,
        implied: start == nil ? " " : " x ",
        noun: .init(
          range: characterRange(place..<end), one: text(place..<end),
          many: unit.many)))
    place = end
    return true
  }

  /// Whether some tokens are amounts and nothing else: `400 g`, `about 14 1/2-ounce`, `400g/14oz`.
  func isAmounts(_ range: Range<Int>) -> Bool {
    var look = self
    look.place = range.lowerBound
    var found = 0
    while look.place < range.upperBound {
      look.skipAbout()
      guard look.place < range.upperBound, look.readCount() != nil else { return false }
      if look.key(look.place) == "-" { look.place += 1 }
      guard let (unit, end) = look.unit(at: look.place), unit.isMeasured, end <= range.upperBound
      else { return false }
      look.place = end
      if let each = look.words.phrase(.each, in: look.tokens, at: look.place) { look.place = each }
      found += 1
      while ["/", ",", ";", "-", "|"].contains(look.key(look.place)), look.place < range.upperBound
      {
        look.place += 1
      }
      if let or = look.words.phrase(.joint, in: look.tokens, at: look.place) { look.place = or }
    }
    return found > 0 && look.place == range.upperBound
  }

  /// Adds an amount, and its numbers to those that are multiplied.
  mutating func add(
    _ count: Count, _ unit: IngredientWords.Unit?, unitRange: Range<Int>?,
    _ relation: Ingredient.Relation, size: String? = nil
  ) {
    amounts.append(
      Ingredient.Amount(
        count.minimum, to: count.maximum, unit: unit?.one, plural: unit?.many,
        measure: unit?.canonical,
        relation: relation, size: size))
    scale(count, unit, unitRange)
  }

  /// Notes that the numbers of a count are multiplied.
  mutating func scale(_ count: Count, _ unit: IngredientWords.Unit?, _ unitRange: Range<Int>?) {
    for (index, written) in count.written.enumerated() {
      var noun: IngredientReading.Noun?
      if index == count.written.count - 1, let unit, let unitRange {
        noun = .init(range: characterRange(unitRange), one: unit.one, many: unit.many)
      }
      numbers.append(
        .init(
          range: written.range, written: written.number,
          isMetric: unit?.measure.isMetric == true, noun: noun))
    }
  }
}

extension IngredientWords.Unit {
  /// What it measures; a unit without a measure of its own is itself.
  var canonical: Measure { measure.name.isEmpty ? Measure(one) : measure }
}
