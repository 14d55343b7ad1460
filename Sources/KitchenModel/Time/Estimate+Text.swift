/// Estimates as cooks write them: a duration, or a range such as `10-15m` or `8m–12m`.
extension Estimate {
  /// Reads a duration or a plain range, whose likely value is then its middle.
  ///
  /// An end without a unit takes that of the other end: `10-15m`, `22-26` (minutes).
  ///
  /// - Throws: ``DurationFault``.
  package init(parsing text: String) throws(DurationFault) {
    guard let (left, right) = text.rangeEnds else {
      self.init(try Seconds(durationText: text))
      return
    }
    guard !right.isSigned else { throw .negative(text) }
    let maximum = try Seconds(durationText: right)
    var start = left
    if DecimalNumber(left) != nil {
      let unit = right.lowercased().drop { ("0"..."9").contains($0) || $0 == "." }
      guard !unit.contains(where: { ("0"..."9").contains($0) }) else { throw .unclearRange(text) }
      start += unit
    }
    let minimum = try Seconds(durationText: start)
    guard minimum <= maximum else { throw .upsideDown(text) }
    self.init(from: minimum, to: maximum)
  }

  /// The form that files use and that ``init(parsing:)`` reads back equal: `10m`, `10m-15m`; nil
  /// where the likely value is not the middle, which takes three values to say.
  package var fileText: String? {
    if isExact { return likely.fileText }
    guard self == Estimate(from: minimum, to: maximum) else { return nil }
    return "\(minimum.fileText)-\(maximum.fileText)"
  }
}

extension String {
  /// The two ends of a range written with a hyphen, a dash or `to`; nil where there is none.
  ///
  /// A sign at the very beginning is not a range's.
  var rangeEnds: (left: String, right: String)? {
    let dashes: Set<Character> = ["-", "–", "—", "‒", "−"]
    let body = trimmed
    let rest = body.dropFirst()
    if let dash = rest.firstIndex(where: { dashes.contains($0) }) {
      return (body[..<dash].trimmed, body[body.index(after: dash)...].trimmed)
    }
    let words = body.split(whereSeparator: \.isWhitespace)
    guard let to = words.firstIndex(where: { $0.lowercased() == "to" }), to > 0 else { return nil }
    return (words[..<to].joined(separator: " "), words[(to + 1)...].joined(separator: " "))
  }
}
