package import KitchenModel

extension DurationText {
  /// The first oven temperature that a step states: `350°F`, `180 C`, `170-190 °C`, `gas mark 4`; nil
  /// where it states none. The temperature inside the food is none.
  ///
  /// O(n).
  package static func ovenTemperature(in text: String) -> Temperature? {
    ovenTemperature(in: ProseLexer.tokens(of: Array(text.unicodeScalars))[...])
  }

  /// The first oven temperature among some tokens.
  static func ovenTemperature(in tokens: ArraySlice<ProseToken>) -> Temperature? {
    for index in tokens.indices {
      if let temperature = temperature(in: tokens, at: index) ?? gasMark(in: tokens, at: index) {
        return temperature
      }
    }
    return nil
  }

  /// What an oven's heat is changed to last: `reduce to 180 °C`, or `reduce to 350`, which is in the
  /// scale of the heat before.
  static func changedTemperature(
    in tokens: ArraySlice<ProseToken>, from old: Temperature
  ) -> Temperature? {
    guard let change = tokens.lastIndex(where: { $0.word.map(changes.contains) == true }) else {
      return nil
    }
    let behind = tokens[change...].prefix(10)
    if let temperature = ovenTemperature(in: behind) { return temperature }
    let sensible: ClosedRange<Double> = old.scale == .celsius ? 70...320 : 150...600
    for index in behind.indices.dropFirst() {
      guard let number = tokens[index].number, sensible.contains(number),
        tokens[index - 1].word.map(tos.contains) == true,
        // "Reduce to 200 ml"
        index + 1 >= tokens.endIndex || tokens[index + 1].mark != nil
          || tokens[index + 1].word.map(joiners.contains) == true
      else { continue }
      let tenths = Int((number * 10).rounded())
      return Temperature(old.scale, lower: tenths, upper: tenths)
    }
    return nil
  }

  private static let tos: Set<String> = ["to", "auf", "à", "a", "tot", "till", "til", "para"]
  private static let joiners: Set<String> = [
    "and", "for", "then", "und", "et", "y", "e", "en", "och",
  ]
  private static let changes: Set<String> = [
    "reduce", "reducing", "lower", "lowering", "decrease", "turn", "increase", "raise", "drop",
    "reduzieren", "herunterschalten", "baisser", "baissez", "bajar", "baja", "abbassare", "verlaag",
    "sänk", "baixar", "baixe",
  ]

  private static func temperature(
    in tokens: ArraySlice<ProseToken>, at start: Int
  ) -> Temperature? {
    guard let low = tokens[start].number else { return nil }
    var high = low
    var next = start + 1
    if let scale = scale(in: tokens, at: next, for: low, isRangeOpen: true) { next = scale.next }
    if next + 1 < tokens.endIndex, isRangeMark(tokens[next]), let end = tokens[next + 1].number,
      end > low, scale(in: tokens, at: next + 2, for: end) != nil
    {
      high = end
      next += 2
    } else {
      next = start + 1
    }
    guard !isInside(tokens, start),
      let scale = scale(in: tokens, at: next, for: high)?.0
        ?? scaleOfOven(low, before: next, of: tokens, from: start)
    else { return nil }
    let sensible: ClosedRange<Double> = scale == .celsius ? 40...320 : 100...600
    guard sensible.contains(low), sensible.contains(high) else { return nil }
    return Temperature(
      scale, lower: Int((low * 10).rounded()), upper: Int((high * 10).rounded()))
  }

  /// The scale of `oven 220, …` and `oven to 350.`, where none is named.
  private static func scaleOfOven(
    _ value: Double, before next: Int, of tokens: ArraySlice<ProseToken>, from start: Int
  ) -> Temperature.Scale? {
    guard (120...550).contains(value), value.truncatingRemainder(dividingBy: 5) == 0,
      next >= tokens.endIndex || tokens[next].mark != nil && tokens[next].mark != "-"
        || tokens[next].word.map(joiners.contains) == true,
      tokens[max(tokens.startIndex, start - 2)..<start].contains(where: {
        $0.word.map(ProseEquipment.ovens.contains) == true
      }), start == tokens.startIndex || tokens[start - 1].word != "for"
    else { return nil }
    return value >= 275 ? .fahrenheit : .celsius
  }

  /// The scale named at `index`: `°C`, `F`, `degrees Fahrenheit`, `℃`; where only degrees are named,
  /// the scale in which the number is an oven's.
  private static func scale(
    in tokens: ArraySlice<ProseToken>, at index: Int, for value: Double, isRangeOpen: Bool = false
  ) -> (Temperature.Scale, next: Int)? {
    var next = index
    var hasDegrees = false
    if next < tokens.endIndex, tokens[next].mark == "\u{B0}" {
      hasDegrees = true
      next += 1
    } else if next < tokens.endIndex, let word = tokens[next].word, degreeWords.contains(word) {
      hasDegrees = true
      next += 1
    }
    if next < tokens.endIndex {
      if tokens[next].mark == "\u{2103}" { return (.celsius, next + 1) }
      if tokens[next].mark == "\u{2109}" { return (.fahrenheit, next + 1) }
      if tokens[next].mark == "\u{B0}" { next += 1 }
    }
    if next < tokens.endIndex, let word = tokens[next].word {
      if ["c", "celsius", "centigrade"].contains(word) { return (.celsius, next + 1) }
      if ["f", "fahrenheit"].contains(word) { return (.fahrenheit, next + 1) }
    }
    guard hasDegrees else { return nil }
    return (value >= 275 ? .fahrenheit : .celsius, next)
  }

  private static let degreeWords = Lexicon.textWords("degree-words")

  private static func isRangeMark(_ token: ProseToken) -> Bool {
    if token.mark == "-" { return true }
    return token.word.map { ["to", "bis", "à", "a", "tot", "till", "até"].contains($0) } == true
  }

  /// Whether the temperature at `start` is one inside the food.
  private static func isInside(_ tokens: ArraySlice<ProseToken>, _ start: Int) -> Bool {
    let inside: Set<String> = [
      "internal", "thermometer", "registers", "reads", "reaches", "reach", "kerntemperatur",
      "coeur", "cœur", "inside", "register", "center", "centre",
    ]
    return tokens[max(tokens.startIndex, start - 8)..<start].contains {
      $0.word.map(inside.contains) == true
    }
  }

  /// `gas mark 4` in degrees Celsius.
  private static func gasMark(in tokens: ArraySlice<ProseToken>, at index: Int) -> Temperature? {
    guard tokens[index].word == "gas" else { return nil }
    var next = index + 1
    if next < tokens.endIndex, tokens[next].word == "mark" { next += 1 }
    guard next < tokens.endIndex, let mark = tokens[next].number, mark >= 1, mark <= 9,
      mark == mark.rounded(), next > index + 1 || !tokens[next].hasSpaceBefore || mark <= 9
    else { return nil }
    return Temperature(gasMark: Int(mark))
  }
}
