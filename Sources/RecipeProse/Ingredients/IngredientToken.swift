import KitchenModel

/// A word, number or mark of an ingredient's line.
struct IngredientToken {
  enum Kind {
    case word
    case number(WrittenNumber)
    case mark
  }

  let kind: Kind
  /// The token in lower case.
  let key: String
  /// As it is written.
  let raw: String
  /// Its place, in characters of the line.
  let range: Range<Int>
  /// Whether white space stands before it.
  let hasSpaceBefore: Bool

  var isWord: Bool { if case .word = kind { true } else { false } }
  var number: WrittenNumber? { if case .number(let number) = kind { number } else { nil } }

  /// Whether it is a mark that joins the parts of a word or ends an abbreviation: a phrase is found
  /// with or without it.
  var isSilent: Bool { !isWord && number == nil && (key == "." || key == "-" && !hasSpaceBefore) }
}

/// A number as it is written, so that its multiple can be written alike.
struct WrittenNumber: Hashable {
  var value: Fraction
  var form: Form

  /// How a number is written.
  enum Form: Hashable {
    case whole
    /// With this mark before its decimals.
    case decimal(Character)
    /// `1,000`: with this mark between thousands.
    case grouped(Character)
    /// `1 1/2`.
    case fraction
    /// `1½`.
    case sign
    /// `two`.
    case word
  }

  /// Whether it is written as thousands or sorts of flour are: `00`, `405`.
  var hasLeadingZero = false

  /// The number in its own form; `isMetric` says whether the unit takes decimals where the number is
  /// whole as written.
  func text(of value: Fraction, isMetric: Bool) -> String {
    switch form {
    case .decimal(let mark): return value.decimalText(mark: mark) ?? value.mixedText
    case .grouped(let mark):
      if value.denominator == 1 { return Self.grouped(value.numerator, mark) }
      return value.decimalText(mark: mark == "," ? "." : ",") ?? value.mixedText
    case .sign:
      let (whole, part) = value.numerator.quotientAndRemainder(dividingBy: value.denominator)
      guard part > 0, let sign = IngredientLexer.sign(of: part, over: value.denominator) else {
        return value.mixedText
      }
      return (whole > 0 ? String(whole) : "") + String(sign)
    case .whole: return isMetric ? value.decimalText() ?? value.mixedText : value.mixedText
    case .fraction, .word: return value.mixedText
    }
  }

  private static func grouped(_ number: Int, _ mark: Character) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(mark) }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
