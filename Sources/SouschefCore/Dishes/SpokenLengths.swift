import KitchenModel
import RecipeProse

/// Lengths of time in words, such as `half an hour` and `1 1/2 hours`, read as those of recipes are:
/// one grammar for what a cook types and what a page says.
enum SpokenLengths {
  /// The length that a text is, in the form of files or in words.
  ///
  /// - Throws: ``DurationFault``, also for `1.30 h`, which may be 1 h 18 or 1 h 30.
  static func estimate(_ text: String) throws(DurationFault) -> Estimate {
    if isAmbiguous(text) { throw .unreadable(text) }
    do {
      return try Estimate(parsing: text)
    } catch {
      let tokens = ProseLexer.tokens(of: Array(text.unicodeScalars.prefix(longest)))
      let found = LengthGrammar.lengths(in: tokens)
      guard found.count == 1, let length = found.first, length.tokens.upperBound == tokens.count,
        tokens[..<length.tokens.lowerBound].allSatisfy({ $0.word.map(before.contains) == true })
      else { throw error }
      return DurationText.estimate(length)
    }
  }

  /// A step's line, with its lengths in words read as those in figures are.
  ///
  /// A length for each of two sides counts twice, and the title says so: `Fry on each side (2 × 3
  /// minutes)`.
  ///
  /// - Throws: ``StepSpecificationFault``, also for a length that goes by the weight.
  static func step(_ line: String) throws(StepSpecificationFault) -> StepSpecification {
    let (head, title) = StepSpecification.split(line)
    let inHead = lengths(in: head)
    let isOfHead = title != nil && (!inHead.isEmpty || head.contains(where: \.isNumber))
    let found = isOfHead ? inHead : lengths(in: line)
    if let ambiguous = found.first(where: { isAmbiguous($0.written) }) {
      throw .duration(.unreadable(ambiguous.written))
    }
    let counted = found.filter { $0.use == .counts }
    if counted.isEmpty, found.contains(where: { $0.use == .rate }) { throw .withoutDuration(line) }
    guard found.contains(where: \.isOnlyInWords) else {
      return try StepSpecification(parsing: line)
    }
    if counted.count > 1 { throw .twoDurations(line) }
    let sides = isOfHead ? counted.first { $0.times > 1 } : nil
    let text = sides.map { withoutSides(head, title ?? "", $0) } ?? rewritten(line, found)
    var step = try StepSpecification(parsing: text)
    if let length = counted.first, length.times > 1, let title = step.title {
      step.title = "\(title) (\(Int(length.times)) × \(length.written))"
    }
    return step
  }

  // MARK: Lengths in a line

  /// What a length in a line is for.
  private enum Use { case counts, keeps, rate, other }

  /// A length in a line.
  private struct Length {
    var range: Range<Int>
    var written: String
    var estimate: Estimate
    var times: Double
    var use: Use

    /// Whether it has to be written in figures before a step's line can be read.
    var isOnlyInWords: Bool {
      guard use == .counts || use == .keeps else { return false }
      return (try? Estimate(parsing: written)) != estimate
    }
  }

  private static func lengths(in line: String) -> [Length] {
    let scalars = Array(line.unicodeScalars.prefix(longest))
    return DurationText.mentions(in: line).compactMap { mention in
      guard mention.range.upperBound <= scalars.count else { return nil }
      func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
      }
      let lead = text(0..<mention.range.lowerBound).split(whereSeparator: \.isWhitespace).last
      let use: Use =
        lead?.lowercased() == "keeps"
        ? .keeps
        : mention.isNight
          ? .other : mention.counts ? .counts : mention.role == .none(.rate) ? .rate : .other
      return Length(
        range: mention.range, written: text(mention.range), estimate: mention.estimate,
        times: mention.times, use: use)
    }
  }

  /// `6m @burner: Fry` of `3 minutes each side @burner: Fry`.
  private static func withoutSides(_ head: String, _ title: String, _ length: Length) -> String {
    let scalars = Array(head.unicodeScalars)
    let before = String(String.UnicodeScalarView(scalars[..<length.range.lowerBound]))
    let equipment = scalars[length.range.upperBound...].drop { $0 != "@" }
    let figures = length.estimate.fileText ?? length.written
    return "\(before)\(figures) \(String(String.UnicodeScalarView(equipment))): \(title)"
  }

  /// A line with the lengths that stand in it in words as `1h30m`.
  private static func rewritten(_ line: String, _ lengths: [Length]) -> String {
    var scalars = Array(line.unicodeScalars)
    for length in lengths.reversed() where length.isOnlyInWords {
      guard let figures = length.estimate.fileText else { continue }
      scalars.replaceSubrange(length.range, with: figures.unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// `1.30 h`: a decimal that looks like hours and minutes.
  private static func isAmbiguous(_ text: String) -> Bool {
    let parts = text.trimmed.split { $0 == "." || $0 == "," }
    guard parts.count == 2, parts[0].allSatisfy(\.isNumber) else { return false }
    let digits = parts[1].prefix(while: \.isNumber)
    let unit = parts[1].dropFirst(digits.count).trimmed.lowercased()
    guard unit.hasPrefix("h") || unit.hasPrefix("std") || unit.hasPrefix("stunde") else {
      return false
    }
    return ["10", "15", "20", "30", "40", "45"].contains(digits)
  }

  /// Words that may stand before a length and mean nothing of their own.
  private static let before: Set<String> = ["for", "about", "around", "ca", "approximately"]
  /// The most of a line that is read.
  private static let longest = 10_000
}
