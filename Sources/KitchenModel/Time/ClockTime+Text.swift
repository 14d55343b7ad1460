extension ClockTime {
  /// The form that files use: `19:00`, `2026-11-26 18:30`; seconds only where there are any.
  package var fileText: String {
    switch self {
    case .timeOfDay(let time): time.fileText
    case .dated(let year, let month, let day, let time):
      "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2)) \(time.fileText)"
    }
  }

  fileprivate static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension ClockTime.TimeOfDay {
  /// The form that files use: `19:00`, `19:00:30`.
  package var fileText: String {
    let parts = second == 0 ? [hour, minute] : [hour, minute, second]
    return parts.map { ClockTime.padded($0, 2) }.joined(separator: ":")
  }
}
