import KitchenModel

/// Splits an ingredient's line into tokens, with its numbers exact, in O(n).
struct IngredientLexer {
  let characters: [Character]
  private let habit: Habit
  private var position = 0
  private(set) var tokens: [IngredientToken] = []

  /// What a comma and a point in a number mean in a language.
  enum Habit {
    /// `1,000.5`
    case point
    /// `1.000,5`
    case comma
    /// The language is not known: what the unit makes likely.
    case unknown

    init(_ language: String?) {
      switch language {
      case "en": self = .point
      case nil: self = .unknown
      default: self = .comma
      }
    }
  }

  init(_ line: some StringProtocol, habit: Habit) {
    characters = Array(line.prefix(2000))
    self.habit = habit
    var hasSpace = true
    while position < characters.count {
      let start = position
      let character = characters[position]
      if character.isWhitespace {
        hasSpace = true
        position += 1
        continue
      }
      if beginsNumber(hasSpace) {
        let digits = characters[position...].prefix { Self.isDigit($0) }
        var number = readNumber()
        number?.hasLeadingZero = digits.count > 1 && digits.first == "0"
        if position == start { position += 1 }
        append(number.map { .number($0) } ?? .mark, start, hasSpace)
      } else if character.isLetter {
        readWord(hasSpace)
      } else {
        position += 1
        append(.mark, start, hasSpace)
      }
      hasSpace = false
    }
  }

  private mutating func append(
    _ kind: IngredientToken.Kind, _ start: Int, _ hasSpace: Bool, key: String? = nil
  ) {
    let raw = String(characters[start..<position])
    var key = key ?? raw.lowercased()
    if "–—−‐‑".contains(raw) { key = "-" }
    if raw == "×" { key = "x" }
    if "’'´`".contains(raw) { key = "'" }
    tokens.append(
      IngredientToken(
        kind: kind, key: key, raw: raw, range: start..<position, hasSpaceBefore: hasSpace))
  }

  /// A word; `d'huile` is two, `baker's` is one.
  private mutating func readWord(_ hasSpace: Bool) {
    let start = position
    var letters = 0
    while position < characters.count {
      if characters[position].isLetter {
        letters += 1
        position += 1
        continue
      }
      guard "’'".contains(characters[position]), letters > 2, position + 1 < characters.count,
        characters[position + 1].isLetter
      else { break }
      position += 1
    }
    let bare = position
    if let ending = openEnding() { position += ending }
    append(.word, start, hasSpace, key: String(characters[start..<bare]).lowercased())
    // The apostrophe of an elision says nothing by itself.
    if letters <= 2, position + 1 < characters.count, "’'".contains(characters[position]),
      characters[position + 1].isLetter
    {
      position += 1
    }
  }

  /// The length of an ending in brackets that leaves the number open: `clove(s)`, `Prise(n)`.
  private func openEnding() -> Int? {
    guard position < characters.count, characters[position] == "(",
      let close = characters[position...].prefix(5).firstIndex(of: ")"), close > position + 1,
      characters[position + 1..<close].allSatisfy(\.isLetter)
    else { return nil }
    return close + 1 - position
  }

  // MARK: Numbers

  private static let signs: [Character: (Int, Int)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6),
    "⅚": (5, 6),
  ]

  /// The character of a fraction; nil where there is none.
  static func sign(of part: Int, over whole: Int) -> Character? {
    signs.first { $0.value == (part, whole) }?.key
  }

  static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private func beginsNumber(_ hasSpace: Bool) -> Bool {
    let character = characters[position]
    if Self.isDigit(character) || Self.signs[character] != nil { return true }
    return hasSpace && (character == "." || character == ",") && position + 1 < characters.count
      && Self.isDigit(characters[position + 1])
  }

  /// `2`, `1.5`, `1,5`, `1/2`, `½`, `1 1/2`, `1-1/2`, `1½`, `1 and 1/2`, `1,000`; nil where it is
  /// no number that can be.
  private mutating func readNumber() -> WrittenNumber? {
    guard var number = readSimple() else { return nil }
    guard number.form == .whole else { return number }
    let before = position
    for joint in [
      " and ", " und ", " et ", " & ", "-", "–", " ", "\u{A0}", "\u{2009}", "\u{202F}", "",
    ] {
      position = before
      guard matches(joint), position < characters.count,
        Self.isDigit(characters[position]) || Self.signs[characters[position]] != nil,
        joint != "" || Self.signs[characters[position]] != nil,
        let part = readSimple(), part.form == .fraction || part.form == .sign,
        part.value < Fraction.one, let sum = number.value.plus(part.value)
      else { continue }
      number = WrittenNumber(value: sum, form: part.form)
      return number
    }
    position = before
    return number
  }

  private mutating func matches(_ text: String) -> Bool {
    for character in text {
      guard position < characters.count, characters[position] == character else { return false }
      position += 1
    }
    return true
  }

  private mutating func readSimple() -> WrittenNumber? {
    if let (above, below) = Self.signs[characters[position]] {
      position += 1
      return Fraction(above, over: below).map { WrittenNumber(value: $0, form: .sign) }
    }
    let start = position
    let whole = digits()
    guard position < characters.count else { return Self.whole(whole) }
    let mark = characters[position]
    let next = position + 1 < characters.count ? characters[position + 1] : " "
    if mark == "/" || mark == "⁄", Self.isDigit(next), !whole.isEmpty {
      position += 1
      let below = digits()
      // "1/2/3" and dates are not fractions.
      if position < characters.count, characters[position] == "/", position + 1 < characters.count,
        Self.isDigit(characters[position + 1])
      {
        return nil
      }
      guard let a = Int(whole), let b = Int(below), whole.count <= 6, below.count <= 6,
        let value = Fraction(a, over: b), value != .zero
      else { return nil }
      return WrittenNumber(value: value, form: .fraction)
    }
    if mark == "." || mark == ",", Self.isDigit(next) {
      position += 1
      let places = digits()
      if position < characters.count, "/⁄".contains(characters[position]) {
        position = start + whole.count
        return Self.whole(whole)
      }
      return decimal(whole, mark, places)
    }
    if let grouped = readSpacedGroups(whole) { return grouped }
    return Self.whole(whole)
  }

  /// `1 000 g`: a thin or fixed space always, a plain one where the language writes thousands so.
  private mutating func readSpacedGroups(_ whole: String) -> WrittenNumber? {
    let mark = characters[position]
    let isFixed = "\u{A0}\u{2009}\u{202F}".contains(mark)
    guard isFixed || mark == " " && habit == .comma, (1...3).contains(whole.count),
      whole.first != "0"
    else { return nil }
    let before = position
    position += 1
    let group = digits()
    let isEnd = position >= characters.count || !"/⁄.,".contains(characters[position])
    guard group.count == 3, isEnd, let number = Int(whole + group),
      isFixed || group.hasSuffix("00"),
      let value = Fraction(number)
    else {
      position = before
      return nil
    }
    return WrittenNumber(value: value, form: .grouped(mark))
  }

  private mutating func digits() -> String {
    var text = ""
    while position < characters.count, Self.isDigit(characters[position]) {
      text.append(characters[position])
      position += 1
    }
    return text
  }

  private static func whole(_ digits: String) -> WrittenNumber? {
    guard digits.count <= 6, let number = Int(digits), let value = Fraction(number) else {
      return nil
    }
    return WrittenNumber(value: value, form: .whole)
  }

  private func decimal(_ whole: String, _ mark: Character, _ places: String) -> WrittenNumber? {
    guard whole.count <= 6, places.count <= 6 else { return nil }
    if places.count == 3, (1...3).contains(whole.count), whole.first != "0",
      isGrouping(mark, isRound: places.hasSuffix("00"))
    {
      return Int(whole + places).flatMap { Fraction($0) }
        .map { WrittenNumber(value: $0, form: .grouped(mark)) }
    }
    let unit = places.reduce(1) { unit, _ in unit * 10 }
    guard let above = Int((whole.isEmpty ? "0" : whole) + places),
      let value = Fraction(above, over: unit)
    else { return nil }
    return WrittenNumber(value: value, form: .decimal(mark))
  }

  /// Whether the mark before three digits parts thousands. `1.500 ml` is a litre and a half whatever
  /// language the line is in: nobody writes the noughts of a decimal. A gram is hardly divided by a
  /// thousand, a kilo often is.
  private func isGrouping(_ mark: Character, isRound: Bool) -> Bool {
    let unit = characters[position...].drop { $0.isWhitespace }.prefix { $0.isLetter }
    let name = String(unit).lowercased()
    let isSmall = Self.smallUnits.contains(name)
    if isSmall, isRound { return true }
    switch habit {
    case .point: return mark == ","
    case .comma: return mark == "."
    case .unknown: return isSmall || mark == "," && !Self.largeUnits.contains(name)
    }
  }

  private static let smallUnits: Set = [
    "g", "gr", "ml", "gram", "gramm", "grammes", "gramos", "grammi", "gramas",
  ]
  private static let largeUnits: Set = [
    "kg", "l", "lt", "liter", "litre", "litro", "kilo", "dl", "cl",
  ]
}

extension Fraction {
  fileprivate static let one = Fraction(1) ?? .zero
}
