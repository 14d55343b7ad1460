/// Why a text is not a duration.
package enum DurationFault: Explained, Hashable {
  /// Nothing, or only spaces.
  case empty
  /// Not a number with units.
  case unreadable(String)
  /// A word that is not a unit.
  case unknownUnit(String, in: String)
  /// ISO 8601 years or months, whose length nobody knows.
  case calendarUnit(String)
  /// Units that do not get smaller from left to right.
  case disordered(String)
  /// Less than nothing, where that has no meaning.
  case negative(String)
  /// More than ``Seconds/longest``.
  case tooLong(String)
  /// A range whose end comes before its beginning.
  case upsideDown(String)
  /// A range whose beginning lacks the unit, which its end does not settle.
  case unclearRange(String)

  package var message: String {
    switch self {
    case .empty: "A duration is missing."
    case .unreadable(let text), .unknownUnit(_, let text), .calendarUnit(let text),
      .disordered(let text):
      "\(text.quoted) is not a duration."
    case .negative(let text): "The duration \(text.quoted) is negative."
    case .tooLong(let text): "The duration \(text.quoted) is longer than 30 days."
    case .upsideDown(let text): "The range \(text.quoted) has its ends the wrong way round."
    case .unclearRange(let text): "The range \(text.quoted) does not say in which unit it begins."
    }
  }

  package var hint: String {
    switch self {
    case .empty, .unreadable:
      "Write minutes (90) or units: 45s, 10m, 1h30m, 1:30 (h:mm), 2d, PT1H30M."
    case .unknownUnit(let unit, let text):
      if let known = NearMiss.best(of: DurationUnit.words, for: unit) {
        NearMiss.question(text.replacingFirst(unit, with: known))
      } else {
        "The unit \(unit.quoted) is unknown; write s, m, h or d."
      }
    case .calendarUnit: "Months and years have no fixed length; minutes come after T, as in PT10M."
    case .disordered: "Write each unit once, the largest first, as in 1h30m."
    case .negative: "Only the distance between two steps may be negative."
    case .tooLong: "A bare number is minutes; 30d is the most."
    case .upsideDown: "Write the shorter time first, as in 10-15m."
    case .unclearRange: "Give both ends their unit, as in 50m-1h10m."
    }
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    var text = lowercased()
    guard let range = text.firstRange(of: part) else { return other }
    text.replaceSubrange(range, with: other)
    return text
  }
}
