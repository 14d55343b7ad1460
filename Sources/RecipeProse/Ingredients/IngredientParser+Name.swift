import KitchenModel

extension IngredientParser {
  /// Reads what is behind the amounts: the name, and the notes around it; nil where a number there is
  /// not understood or nothing is named.
  mutating func readName() -> String? {
    if let end = words.phrase(.of, in: tokens, at: place), end < tokens.count { place = end }
    readDescriptors()
    var start = place
    var end = start
    /// Whether the name goes on: not behind a bracket or a comma, unless nothing was named yet.
    var isOpen = true
    while place < tokens.count {
      if let close = closing(place) {
        guard readNote(in: place + 1..<close, .bracket) else { return nil }
        if end > start, close + 1 < tokens.count, tokens[close + 1].isWord,
          isDescription(start..<end)
        {
          // "medium-sized (100 g) mushrooms"
          notes.append(text(start..<end))
          place = close + 1
          (start, end) = (place, place)
          continue
        }
        place = close + 1
        if end > start { isOpen = false }
        if end == start {
          if let of = words.phrase(.of, in: tokens, at: place), of < tokens.count { place = of }
          readDescriptors()
          return readRest(from: place)
        }
        continue
      }
      if [",", ";"].contains(key(place)) || isDash(place) || key(place) == ":" {
        if end == start {
          place += 1
          readDescriptors()
          return readRest(from: place)
        }
        if key(place) == ",", isQuality(start..<end) {
          place += 1
          end = place
          continue
        }
        guard readSegment() else { return nil }
        isOpen = false
        continue
      }
      if !isOpen {
        guard readSegment() else { return nil }
        continue
      }
      if end > start,
        words.phrase(.taste, in: tokens, at: place) != nil
          || words.phrase(.trailing, in: tokens, at: place) != nil
      {
        isOpen = false
        guard readSegment() else { return nil }
        continue
      }
      switch readNumberInName(start: &start, end: &end) {
      case .notANumber:
        place += 1
        end = place
      case .name: end = place
      case .rest: isOpen = false
      case .refused: return nil
      }
    }
    // "1-inch piece of ginger" is one, though it does not say so.
    guard !needsAmount || !amounts.isEmpty else { return nil }
    return finishedName(start..<end)
  }

  /// The name that begins at a place, where nothing of it came before.
  private mutating func readRest(from start: Int) -> String? {
    guard start < tokens.count else { return finishedName(start..<start) }
    return readName()
  }

  private func isDash(_ place: Int) -> Bool {
    key(place) == "-" && tokens[place].hasSpaceBefore && place + 1 < tokens.count
      && tokens[place + 1].hasSpaceBefore
  }

  private mutating func finishedName(_ range: Range<Int>) -> String? {
    var range = range
    while let last = range.last, last < tokens.count, !tokens[last].isWord,
      tokens[last].number == nil, ![")", "%", "\"", "°"].contains(tokens[last].key)
    {
      range = range.lowerBound..<last
    }
    if range.isEmpty, let unitTokens, amounts.count == 1,
      unit(at: unitTokens.lowerBound)?
        .unit.isMeasured == false
    {
      // "2 cloves, crushed": the thing is called so.
      amounts[0].unit = nil
      amounts[0].measure = nil
      return text(unitTokens)
    }
    // "2 garlic cloves": a part stands behind its plant; "4 whole cloves" are a spice.
    if amounts.count == 1, amounts[0].unit == nil, amounts[0].size == nil, range.count > 1,
      !isDescription(range.dropLast()),
      let last = range.last, let (unit, end) = unit(at: last), unit.kind == .part,
      end == range.upperBound
    {
      amounts[0].unit = unit.one
      amounts[0].plural = unit.many
      amounts[0].measure = unit.canonical
      noteNoun(last..<end, one: unit.one, many: unit.many)
      range = range.lowerBound..<last
    }
    let name = text(range)
    guard name.contains(where: \.isLetter) else { return nil }
    if amounts.count == 1, amounts[0].unit == nil {
      let key = name.lowercased()
      if let many = words.plurals[key] {
        noteNoun(range, one: name, many: many)
      } else if let one = words.singulars[key] {
        noteNoun(range, one: one, many: name)
      }
    }
    return name
  }

  private mutating func noteNoun(_ range: Range<Int>, one: String, many: String) {
    guard let last = numbers.indices.first(where: { numbers[$0].noun == nil }),
      numbers.count <= 2
    else { return }
    let index = numbers.count == 2 && amounts[0].minimum != amounts[0].maximum ? 1 : last
    numbers[index].noun = .init(range: characterRange(range), one: one, many: many)
  }

  // MARK: Numbers in the name

  enum NameNumber { case notANumber, name, rest, refused }

  /// What a number in the name is: a sort (`type 00`), a strength (`10%`), an amount at the end
  /// (`cream 200 ml`), or one of something else (`plus 1 yolk`).
  private mutating func readNumberInName(start: inout Int, end: inout Int) -> NameNumber {
    if key(place) == "x", number(place + 1) != nil, amounts.isEmpty {
      let mark = self
      place += 1
      if let count = readCount(), place == tokens.count {
        add(count, nil, unitRange: nil, .adds)
        return .rest
      }
      self = mark
    }
    if let joint = words.phrase(.joint, in: tokens, at: place), end > start {
      if startsAmount(at: joint) {
        guard !amounts.isEmpty else { return .refused }
        return readSegment() ? .rest : .refused
      }
      return .notANumber
    }
    guard let number = number(place) else {
      return .notANumber
    }
    if isFixed(place) {
      // "8-inch tortillas": what stands before the name is a note.
      let measureEnd = self.measureEnd(place + 1)
      if end == start, let measureEnd, key(place + 1) == "-" || !["%"].contains(key(place + 1)),
        measureEnd < tokens.count
      {
        notes.append(text(place..<measureEnd))
        place = measureEnd
        (start, end) = (place, place)
        needsAmount = amounts.isEmpty
        return .name
      }
      place = max(place + 1, measureEnd ?? 0)
      return .name
    }
    guard amounts.isEmpty, end > start, number.value != .zero else { return .refused }
    // "cream 200 ml", "eggs 3".
    let nameEnd = end
    guard readTrailingAmount() else { return .refused }
    end = nameEnd
    return .rest
  }

  private mutating func readTrailingAmount() -> Bool {
    guard let count = readCount(), !isMeasure(at: place) else { return false }
    if let (unit, after) = unit(at: place) {
      add(count, unit, unitRange: place..<after, .adds)
      place = after
      return true
    }
    add(count, nil, unitRange: nil, .adds)
    return place == tokens.count || [",", "("].contains(key(place))
  }

  /// Whether an amount begins at a token: a number, or a number in words before a unit.
  private func startsAmount(at start: Int) -> Bool {
    var look = self
    look.place = start
    look.skipAbout()
    if look.number(look.place) != nil { return !look.isFixed(look.place) }
    guard let (value, end) = words.number(in: tokens, at: look.place) else { return false }
    return value != Fraction(1) || unit(at: end) != nil
  }

  /// Whether a number says something else than how much there is.
  func isFixed(_ place: Int) -> Bool {
    guard let number = number(place) else { return false }
    if number.hasLeadingZero, number.form == .whole { return true }
    if isMeasure(at: place + 1) || key(place + 1) == "€" { return true }
    if place > 0 {
      if words.phrase(.type, in: tokens, at: place - 1) == place { return true }
      // A number of a kind, or a price.
      if ["#", "°", "$", "€", "£"].contains(key(place - 1)) { return true }
      // "7up", "h2o": a part of a word.
      if tokens[place - 1].isWord, !tokens[place].hasSpaceBefore { return true }
    }
    return isPartOfWord(place)
  }

  /// The token behind the measure that follows a number.
  func measureEnd(_ place: Int) -> Int? {
    if Self.measureSigns.contains(key(place)) {
      return ["c", "f"].contains(key(place + 1)) && key(place) != "%" ? place + 2 : place + 1
    }
    if let end = words.phrase(.measured, in: tokens, at: place) { return end }
    guard key(place) == "-", place + 1 < tokens.count else { return nil }
    return words.phrase(.measured, in: tokens, at: place + 1) ?? place + 2
  }
}
