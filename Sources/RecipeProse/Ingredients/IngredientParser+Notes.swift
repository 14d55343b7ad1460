import KitchenModel

extension IngredientParser {
  /// Where a note stands.
  enum NotePlace { case bracket, behindComma }

  /// Reads what a comma, a dash or a word begins, up to the next comma or bracket.
  mutating func readSegment() -> Bool {
    while [",", ";", "-", ":"].contains(key(place)), place < tokens.count { place += 1 }
    let start = place
    var end = start
    while end < tokens.count, ![",", ";"].contains(key(end)), closing(end) == nil { end += 1 }
    guard end > start else { return true }
    place = end
    return readNote(in: start..<end, .behindComma)
  }

  /// Reads a note: amounts that say the same again, or those of something more, or plain words; false
  /// where a number in it is not understood.
  mutating func readNote(in range: Range<Int>, _ notePlace: NotePlace) -> Bool {
    guard !range.isEmpty else { return true }
    let isEach = range.contains { words.phrase(.each, in: tokens, at: $0) != nil }
    let after = place
    defer { place = after }
    let lead = amountStart(in: range)
    if amounts.isEmpty, let lead, parts(of: range) == nil {
      // "cream, 200 ml"
      place = lead
      if readAmounts(), place <= range.upperBound {
        let rest = place..<range.upperBound
        if !rest.isEmpty { notes.append(text(rest)) }
        return fixedNumbers(in: rest)
      }
      return false
    }
    if isAmounts(range), !amounts.isEmpty {
      if isEach {
        amounts[amounts.count - 1].size = text(range)
        notes.append(text(range))
      } else if amounts.last?.unit != nil,
        unitTokens.flatMap({ unit(at: $0.lowerBound) })?.unit
          .kind == .container
      {
        amounts[amounts.count - 1].size = text(range)
        notes.append(text(range))
      } else {
        readEquals(in: range)
      }
      return true
    }
    if notePlace == .bracket, let parts = parts(of: range) {
      return parts.allSatisfy { readNote(in: $0, .bracket) }
    }
    notes.append(text(range))
    if isEach { return true }
    if let lead, !amounts.isEmpty, notePlace == .bracket || lead > range.lowerBound {
      // "(about 3 carrots)", "about 2 cups": the same again.
      place = lead
      guard let count = readCount() else { return false }
      let found = unit(at: place)
      scale(count, found?.unit, found.map { place..<$0.end })
      return fixedNumbers(in: max(place, lead)..<range.upperBound)
    }
    return fixedNumbers(in: range)
  }

  /// What brackets and semicolons, or commas around amounts, part a note in brackets into; nil where
  /// it is one.
  private func parts(of range: Range<Int>) -> [Range<Int>]? {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    func close(at end: Int) {
      if end > start { parts.append(start..<end) }
    }
    while index < range.upperBound {
      if let end = closing(index), end < range.upperBound {
        close(at: index)
        parts.append(index + 1..<end)
        index = end + 1
        start = index
      } else if [",", ";"].contains(key(index)) {
        close(at: index)
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    close(at: range.upperBound)
    parts = parts.filter { !$0.isEmpty }
    let isParted = parts.count > 1 || parts.first != range
    // Words that only a comma parts stay together, as they are written.
    guard isParted, parts.contains(where: { part in part.contains { number($0) != nil } }) else {
      return nil
    }
    return parts
  }

  /// The token of an amount that begins a note, behind words that make it less exact or say whence.
  private func amountStart(in range: Range<Int>) -> Int? {
    var look = self
    look.place = range.lowerBound
    look.skipAbout()
    if ["from", "aus", "uit"].contains(look.key(look.place)) {
      look.place += 1
      look.skipAbout()
    }
    guard look.place < range.upperBound, look.number(look.place) != nil,
      !look.isFixed(look.place)
    else { return nil }
    return look.place
  }

  /// Whether each number of a note is something else than an amount, or one of something more, which
  /// is then multiplied: `plus 2 tablespoons for dusting`.
  private mutating func fixedNumbers(in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      guard number(index) != nil else {
        index += 1
        continue
      }
      if isFixed(index) || index > 0 && Self.places.contains(key(index - 1)) {
        index += 1
        if let end = words.phrase(.range, in: tokens, at: index), end < range.upperBound,
          number(end) != nil
        {
          index = end + 1
        }
        continue
      }
      // "1/4 to 1/2 inch", "2 - 3 cm": the measure stands behind the second number.
      if let end = words.phrase(.range, in: tokens, at: index + 1), number(end) != nil,
        isFixed(end)
      {
        index = end + 1
        continue
      }
      guard index > range.lowerBound || index > 0, isJoint(before: index) else { return false }
      place = index
      guard let count = readCount() else { return false }
      let found = unit(at: place)
      scale(count, found?.unit, found.map { place..<$0.end })
      if found == nil, let last = numbers.indices.last { numbers[last].noun = noun(at: place) }
      index = max(place, index + 1)
    }
    return true
  }

  /// The noun at a token, where its other number is known.
  private func noun(at place: Int) -> IngredientReading.Noun? {
    guard place < tokens.count else { return nil }
    let (raw, key) = (tokens[place].raw, tokens[place].key)
    let range = tokens[place].range
    if let many = words.plurals[key] { return .init(range: range, one: raw, many: many) }
    return words.singulars[key].map { .init(range: range, one: $0, many: raw) }
  }

  private func isJoint(before place: Int) -> Bool {
    var before = place - 1
    while before > 0, words.phrase(.about, in: tokens, at: before) != nil { before -= 1 }
    return before >= 0 && words.phrase(.joint, in: tokens, at: before) != nil
      || key(before) == "more" || key(before) == "extra" || key(before) == "additional"
  }

  /// The words before a number that counts pieces of each: `cut into 8`.
  private static let places: Set<String> = ["into", "in", "en", "à", "a", "i"]
}
