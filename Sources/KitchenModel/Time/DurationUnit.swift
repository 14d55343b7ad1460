/// A unit of time that a cook may write.
enum DurationUnit: Int, Comparable, CaseIterable {
  case second = 1
  case minute = 60
  case hour = 3600
  case day = 86_400
  case week = 604_800

  /// Reads a unit's word, in lower case.
  init?(word: some StringProtocol) {
    guard let unit = Self.allCases.first(where: { $0.words.contains(String(word)) }) else {
      return nil
    }
    self = unit
  }

  /// The longest first: a near miss is more often of a whole word.
  private var words: [String] {
    switch self {
    case .second: ["seconds", "second", "secs", "sec", "s"]
    case .minute: ["minutes", "minute", "mins", "min", "m"]
    case .hour: ["hours", "hour", "hrs", "hr", "h"]
    case .day: ["days", "day", "d"]
    case .week: ["weeks", "week", "w"]
    }
  }

  /// Every word for every unit.
  static var words: [String] { allCases.flatMap(\.words) }

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
