internal import KitchenModel

extension Instant {
  /// ISO 8601 with milliseconds always, so that the order of texts is the order of instants.
  var stored: String {
    let text = iso8601
    return text.utf8.count == 20 ? text.dropLast() + ".000Z" : text
  }
}

extension ClockTime {
  /// `19:00:00`, or `2026-11-26 19:00:00`.
  var stored: String {
    switch self {
    case .timeOfDay(let time): time.stored
    case .dated(let year, let month, let day, let time):
      "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2)) \(time.stored)"
    }
  }

  /// Reads what ``stored`` writes.
  ///
  /// - Throws: ``Unreadable``.
  init(stored text: String) throws {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    let time = try Self.numbers(parts[parts.count - 1], separator: ":")
    let timeOfDay = TimeOfDay(hour: time[0], minute: time[1], second: time[2])
    switch parts.count {
    case 1: self = .timeOfDay(timeOfDay)
    case 2:
      let date = try Self.numbers(parts[0], separator: "-")
      self = .dated(year: date[0], month: date[1], day: date[2], timeOfDay)
    default: throw Unreadable()
    }
  }

  private static func numbers(_ text: Substring, separator: Character) throws -> [Int] {
    let numbers = text.split(separator: separator, omittingEmptySubsequences: false).map {
      Int($0)
    }
    let whole = numbers.compactMap(\.self)
    guard numbers.count == 3, whole.count == 3 else { throw Unreadable() }
    return whole
  }

  fileprivate static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

extension ClockTime.TimeOfDay {
  fileprivate var stored: String {
    [hour, minute, second].map { ClockTime.padded($0, 2) }.joined(separator: ":")
  }
}
