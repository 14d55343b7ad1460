/// Reading lengths of time as cooks write them: `90`, `45s`, `1.5h`, `1h30m`, `1:30`, `2d`,
/// `PT1H30M`, `1 hour 30 min`.
///
/// A bare number is minutes; parts of a second round to the nearest, halves away from zero. All
/// arithmetic is exact.
extension Seconds {
  /// Reads a duration of at most 30 days.
  ///
  /// - Throws: ``DurationFault``.
  package init(durationText text: String) throws(DurationFault) {
    let value = try Seconds(lagText: text)
    guard value.count >= 0, !text.isSigned else { throw .negative(text) }
    self = value
  }

  /// Reads a time lag: a duration that may have a minus sign in front.
  ///
  /// - Throws: ``DurationFault``.
  package init(lagText text: String) throws(DurationFault) {
    let trimmed = text.trimmed.lowercased()
    guard !trimmed.isEmpty else { throw .empty }
    let body = text.isSigned ? trimmed.dropFirst().trimmed : trimmed
    let scaled = try Self.scaledSeconds(body, in: text)
    let count = (scaled + DecimalNumber.scale / 2) / DecimalNumber.scale
    guard count <= Self.longest.count else { throw .tooLong(text) }
    self.init(text.isSigned ? -Int(count) : Int(count))
  }

  /// The length in parts of ``DecimalNumber/scale`` of a second.
  private static func scaledSeconds(
    _ body: String, in text: String
  ) throws(DurationFault) -> Int128 {
    if body.hasPrefix("p") { return try scaledISO8601(body.dropFirst(), in: text) }
    if body.contains(":") { return try scaledClock(body, in: text) }
    var total: Int128 = 0
    var last: DurationUnit?
    var rest = body[...]
    while !rest.isEmpty {
      let digits = rest.prefix(while: \.isDecimal)
      let afterDigits = rest.dropFirst(digits.count).drop(while: \.isSpace)
      let word = afterDigits.prefix { !$0.isDecimal && !$0.isSpace }
      rest = afterDigits.dropFirst(word.count).drop(while: \.isSpace)
      let number = try number(digits, in: text)
      let unit: DurationUnit
      if let known = DurationUnit(word: word) {
        unit = known
      } else if !word.isEmpty {
        throw .unknownUnit(String(word), in: text)
      } else if last == nil, rest.isEmpty {
        unit = .minute
      } else if last == .hour, rest.isEmpty, number.isWhole,
        number.scaled < 60 * DecimalNumber.scale
      {
        unit = .minute  // "3 h 10"
      } else {
        throw .unreadable(text)
      }
      if let last, unit >= last { throw .disordered(text) }
      last = unit
      total += number.scaled * Int128(unit.rawValue)
    }
    return total
  }

  /// `1:30` and `1:30:15`: hours, minutes, seconds.
  private static func scaledClock(
    _ body: String, in text: String
  ) throws(DurationFault) -> Int128 {
    let parts = body.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { throw .unreadable(text) }
    var seconds: Int128 = 0
    for (index, part) in parts.enumerated() {
      let number = try number(part, in: text)
      guard number.isWhole, index == 0 || number.scaled < 60 * DecimalNumber.scale else {
        throw .unreadable(text)
      }
      seconds = seconds * 60 + number.scaled
    }
    return parts.count == 2 ? seconds * 60 : seconds
  }

  /// `1dt2h`, what follows the P of an ISO 8601 duration.
  private static func scaledISO8601(
    _ body: Substring, in text: String
  ) throws(DurationFault) -> Int128 {
    var total: Int128 = 0
    var last: DurationUnit?
    var units: [Character: DurationUnit] = ["w": .week, "d": .day]
    var rest = body
    while !rest.isEmpty {
      if rest.first == "t", units["w"] != nil {
        units = ["h": .hour, "m": .minute, "s": .second]
        rest = rest.dropFirst()
        guard !rest.isEmpty else { throw .unreadable(text) }
      }
      let digits = rest.prefix { $0.isDecimal || $0 == "," }
      guard let letter = rest.dropFirst(digits.count).first else { throw .unreadable(text) }
      rest = rest.dropFirst(digits.count + 1)
      guard let unit = units[letter] else {
        if units["w"] != nil, letter == "m" || letter == "y" { throw .calendarUnit(text) }
        throw .unreadable(text)
      }
      if let last, unit >= last { throw .disordered(text) }
      last = unit
      let number = try number(digits.map { $0 == "," ? "." : String($0) }.joined(), in: text)
      total += number.scaled * Int128(unit.rawValue)
    }
    guard last != nil else { throw .unreadable(text) }
    return total
  }

  private static func number(
    _ digits: some StringProtocol, in text: String
  ) throws(DurationFault) -> DecimalNumber {
    if let number = DecimalNumber(digits) { return number }
    let isLong =
      digits.utf8.count > 9 && digits.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
    throw isLong ? .tooLong(text) : .unreadable(text)
  }
}

extension StringProtocol {
  /// Without white space at either end.
  package var trimmed: String {
    String(
      String.UnicodeScalarView(
        Substring(self).unicodeScalars.drop { $0.properties.isWhitespace }.reversed()
          .drop { $0.properties.isWhitespace }.reversed()))
  }

  /// Whether it begins with a minus sign, the typewriter's or the printer's.
  var isSigned: Bool {
    let first = trimmed.unicodeScalars.first
    return first == "-" || first == "\u{2212}"
  }
}

extension Character {
  fileprivate var isDecimal: Bool { ("0"..."9").contains(self) || self == "." }
  fileprivate var isSpace: Bool { isWhitespace }
}
