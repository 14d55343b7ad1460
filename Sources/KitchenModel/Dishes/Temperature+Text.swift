/// Temperatures as cooks write them: `180C`, `180 °C`, `350F`, `170-190C`, `82.5C`.
extension Temperature {
  /// Reads a temperature, or a range whose ends share the scale.
  ///
  /// - Throws: ``TemperatureFault``.
  package init(parsing text: String) throws(TemperatureFault) {
    guard !text.trimmed.isEmpty else { throw .empty }
    if let mark = Temperature(gasMarkIn: text) {
      self = mark
      return
    }
    guard let (left, right) = text.rangeEnds else {
      let degrees = try Degrees(text, in: text)
      guard let scale = degrees.scale else { throw .withoutUnit(text) }
      self.init(scale, lower: degrees.tenths, upper: degrees.tenths)
      try checkReach(text)
      return
    }
    let ends = (try Degrees(left, in: text), try Degrees(right, in: text))
    guard let scale = ends.1.scale else { throw .withoutUnit(text) }
    guard ends.0.scale == nil || ends.0.scale == scale else { throw .mixedScales(text) }
    guard ends.0.tenths < ends.1.tenths else { throw .upsideDown(text) }
    self.init(scale, lower: ends.0.tenths, upper: ends.1.tenths)
    try checkReach(text)
  }

  /// The form that files use and that ``init(parsing:)`` reads back equal: `180C`, `170-190C`.
  package var text: String {
    let upperEnd = Self.text(tenths: upper) + scale.rawValue
    return lower == upper ? upperEnd : "\(Self.text(tenths: lower))-\(upperEnd)"
  }

  /// The part that both admit, as a range in this one's scale, or this one itself where the other
  /// admits all of it; nil where they do not meet.
  ///
  /// Ends that no tenth of a degree hits are rounded inwards.
  package func shared(with other: Temperature) -> Temperature? {
    guard meets(other) else { return nil }
    let (mine, theirs) = (admitted, other.admitted)
    if theirs.contains(mine.lowerBound), theirs.contains(mine.upperBound) { return self }
    if mine.contains(theirs.lowerBound), mine.contains(theirs.upperBound) { return other }
    let low = max(mine.lowerBound, theirs.lowerBound)
    let high = min(mine.upperBound, theirs.upperBound)
    // Tenths of °C are nine of these units; tenths of °F are five, from 32 °F.
    let (unit, origin) = scale == .celsius ? (9, 0) : (5, 320)
    let lower = -(-low).floorDivided(by: unit).quotient + origin
    let upper = high.floorDivided(by: unit).quotient + origin
    return Temperature(scale, lower: min(lower, upper), upper: upper)
  }

  private func checkReach(_ text: String) throws(TemperatureFault) {
    guard isInRange else { throw .outOfReach(text) }
  }

  /// Whether its ends are in order, and degrees that are met with in a kitchen: from -50 to 600 °C.
  package var isInRange: Bool {
    let reach = -4500...54_000
    return lower <= upper
      && [lower, upper].allSatisfy { tenths in
        // No number beyond this is in reach of either scale, and of these the products are numbers.
        (-1_000_000...1_000_000).contains(tenths)
          && reach.contains(scale == .celsius ? tenths * 9 : (tenths - 320) * 5)
      }
  }

  private static func text(tenths: Int) -> String {
    let (whole, tenth) = (abs(tenths) / 10, abs(tenths) % 10)
    return "\(tenths < 0 ? "-" : "")\(whole)\(tenth == 0 ? "" : ".\(tenth)")"
  }

  /// One end of a temperature text.
  private struct Degrees {
    var tenths: Int
    var scale: Scale?

    init(_ part: String, in text: String) throws(TemperatureFault) {
      let body = part.trimmed.lowercased()
      let isBelowZero = body.isSigned
      let unsigned = isBelowZero ? body.dropFirst() : body[...]
      let digits = unsigned.prefix { ("0"..."9").contains($0) || $0 == "." }
      let pieces = digits.split(separator: ".", omittingEmptySubsequences: false)
      guard let whole = pieces.first.flatMap({ Int($0) }), whole < 10_000, pieces.count <= 2 else {
        throw digits.count > 4 ? .outOfReach(text) : .unreadable(text)
      }
      var tenth = 0
      if pieces.count == 2 {
        guard pieces[1].count == 1, let digit = Int(pieces[1]) else { throw .unreadable(text) }
        tenth = digit
      }
      tenths = (isBelowZero ? -1 : 1) * (whole * 10 + tenth)
      switch unsigned.dropFirst(digits.count).filter({ !$0.isWhitespace && !"°º".contains($0) }) {
      case "": scale = nil
      case "c", "celsius", "degc", "degreesc", "degreescelsius", "℃": scale = .celsius
      case "f", "fahrenheit", "degf", "degreesf", "degreesfahrenheit", "℉": scale = .fahrenheit
      default: throw .unreadable(text)
      }
    }
  }
}
