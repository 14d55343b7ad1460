/// A word, number or mark of a recipe's prose.
package struct ProseToken: Sendable, Hashable {
  /// What it is.
  package enum Kind: Sendable, Hashable {
    /// Letters, in lower case.
    case word(String)
    /// A number: digits, a fraction or a whole number with one.
    case number(Double)
    /// Anything else but white space.
    case mark(Unicode.Scalar)
  }

  /// What it is.
  package var kind: Kind
  /// Its place, in scalars of the text.
  package var range: Range<Int>
  /// Whether white space stands before it.
  package var hasSpaceBefore: Bool
  /// Whether it begins with a capital letter.
  package var isCapitalised = false

  /// The two numbers of what was written with a slash; nil for anything else.
  package var slash: Slash?

  /// Two numbers with a slash between: a fraction, or the ends of a range.
  package struct Slash: Sendable, Hashable {
    /// The first.
    package var above: Double
    /// The second.
    package var below: Double
  }

  /// The word; nil for anything else.
  package var word: String? { if case .word(let word) = kind { word } else { nil } }
  /// The number; nil for anything else.
  package var number: Double? { if case .number(let number) = kind { number } else { nil } }
  /// The mark; nil for anything else.
  package var mark: Unicode.Scalar? { if case .mark(let mark) = kind { mark } else { nil } }
}

/// Splits prose into tokens, in O(n).
package struct ProseLexer {
  private let text: [Unicode.Scalar]
  private var position = 0
  private var tokens: [ProseToken] = []
  /// What the number just read has on both sides of its slash.
  private var slash: ProseToken.Slash?

  private init(_ text: [Unicode.Scalar]) { self.text = text }

  /// The tokens of a text.
  package static func tokens(of text: [Unicode.Scalar]) -> [ProseToken] {
    var lexer = ProseLexer(text)
    lexer.read()
    return lexer.tokens
  }

  private mutating func read() {
    var hasSpace = true
    while position < text.count {
      let scalar = text[position]
      let start = position
      if scalar.properties.isWhitespace {
        hasSpace = true
        position += 1
        continue
      }
      if Self.isDigit(scalar) || Self.fractions[scalar] != nil || beginsWithPoint(hasSpace) {
        slash = nil
        let value = readNumber()
        append(.number(value), start, hasSpace)
        tokens[tokens.count - 1].slash = slash
        joinMixedNumber()
      } else if Self.isLetter(scalar) {
        readWord(hasSpace)
      } else {
        position += 1
        append(.mark(Self.unified(scalar)), start, hasSpace)
      }
      hasSpace = false
    }
  }

  private mutating func append(_ kind: ProseToken.Kind, _ start: Int, _ hasSpace: Bool) {
    tokens.append(
      ProseToken(
        kind: kind, range: start..<position, hasSpaceBefore: hasSpace,
        isCapitalised: text[start].properties.isUppercase))
  }

  // MARK: Words

  /// A word; `d'heure` and `un'ora` are two, `don't` is one.
  private mutating func readWord(_ hasSpace: Bool) {
    var start = position
    var hasSpace = hasSpace
    while position < text.count {
      if Self.isLetter(text[position]) || text[position].properties.isDiacritic {
        position += 1
        continue
      }
      guard Self.isApostrophe(text[position]), position + 1 < text.count,
        Self.isLetter(text[position + 1])
      else { break }
      let isContraction =
        position + 3 >= text.count || !Self.isLetter(text[position + 2])
        || !Self.isLetter(text[position + 3])
      if !isContraction {
        appendWord(start, hasSpace)
        hasSpace = false
        start = position + 1
      }
      position += 1
    }
    appendWord(start, hasSpace)
  }

  private mutating func appendWord(_ start: Int, _ hasSpace: Bool) {
    var word = ""
    for scalar in text[start..<position] {
      word += Self.isApostrophe(scalar) ? "'" : scalar.properties.lowercaseMapping
    }
    append(.word(word), start, hasSpace)
  }

  // MARK: Numbers

  /// Whether `.5` stands here, not the end of a sentence.
  private func beginsWithPoint(_ hasSpace: Bool) -> Bool {
    hasSpace && text[position] == "." && position + 1 < text.count
      && Self.isDigit(text[position + 1])
  }

  private mutating func readNumber() -> Double {
    if text[position] == "." {
      var value = 0.0
      readFractionalPart(of: &value)
      return value
    }
    if let fraction = Self.fractions[text[position]] {
      position += 1
      return fraction
    }
    var value = digits()
    if position + 1 < text.count, text[position] == "," || text[position] == ".",
      Self.isDigit(text[position + 1])
    {
      readFractionalPart(of: &value)
    } else if position + 1 < text.count, text[position] == "/" || text[position] == "\u{2044}",
      Self.isDigit(text[position + 1])
    {
      let before = position
      position += 1
      let divisor = digits()
      if divisor > 0 {
        slash = .init(above: value, below: divisor)
        value /= divisor
      } else {
        position = before
      }
    }
    if position < text.count, let fraction = Self.fractions[text[position]] {
      value += fraction
      position += 1
    }
    return value
  }

  /// `1.5` and `1,5` are decimals; `1,000` is a thousand.
  private mutating func readFractionalPart(of value: inout Double) {
    let isComma = text[position] == ","
    let before = position
    position += 1
    let start = position
    let part = digits()
    let length = position - start
    // "1,1/2" is one and a half.
    if position + 1 < text.count, text[position] == "/", Self.isDigit(text[position + 1]) {
      position = before
      return
    }
    if isComma, length == 3 {
      value = value * 1000 + part
    } else if length <= 6 {
      var scale = 1.0
      for _ in 0..<length { scale *= 10 }
      value += part / scale
    } else {
      position = before
    }
  }

  private mutating func digits() -> Double {
    var value = 0.0
    var count = 0
    while position < text.count, Self.isDigit(text[position]) {
      // Nothing that is cooked has so many digits; the rest only makes the number huge.
      if count < 15 { value = value * 10 + Double(text[position].value - 48) }
      count += 1
      position += 1
    }
    return count > 15 ? .greatestFiniteMagnitude : value
  }

  /// `1 1/2`, `1-1/2` and `1,1/2` are one number.
  private mutating func joinMixedNumber() {
    guard let last = tokens.last, let part = last.number, part > 0, part < 1 else { return }
    let hasHyphen =
      tokens.count >= 3
      && (tokens[tokens.count - 2].mark == "-" || tokens[tokens.count - 2].mark == ",")
      && !last.hasSpaceBefore
      && !tokens[tokens.count - 2].hasSpaceBefore
    let place = tokens.count - (hasHyphen ? 3 : 2)
    guard place >= 0, let whole = tokens[place].number, whole >= 1, whole == whole.rounded(),
      isFraction(last)
    else { return }
    tokens.removeLast(tokens.count - place - 1)
    tokens[place].kind = .number(whole + part)
    tokens[place].range = tokens[place].range.lowerBound..<last.range.upperBound
  }

  /// Whether a number was written with a slash or as one sign, not as a decimal.
  private func isFraction(_ token: ProseToken) -> Bool {
    !text[token.range].contains { $0 == "." || $0 == "," }
  }

  // MARK: Characters

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic && scalar != "\u{BA}" && scalar != "\u{AA}"
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  /// One sign for those that mean the same: hyphens and dashes, degree signs, prime signs.
  private static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FF5E}", "~", "\u{301C}": "-"
    case "\u{BA}", "\u{2DA}", "\u{AA}": "\u{B0}"
    case "\u{2019}", "\u{2032}": "'"
    default: scalar
    }
  }

  private static let fractions: [Unicode.Scalar: Double] = [
    "½": 0.5, "⅓": 1.0 / 3, "⅔": 2.0 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6,
    "⅘": 0.8, "⅙": 1.0 / 6, "⅚": 5.0 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
  ]
}
