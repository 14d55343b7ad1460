/// A day of the cook's own calendar.
package struct CookDay: Sendable, Hashable, Comparable {
  /// The days since 1970-01-01.
  package let number: Int

  /// Creates a day from its number.
  package init(number: Int) { self.number = number }

  /// Reads `2026-11-29`; nil for anything else and for a day that no calendar has.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard parts.map(\.utf8.count) == [4, 2, 2], numbers.count == 3, (1...12).contains(numbers[1])
    else { return nil }
    number = Instant.daysSinceEpoch(year: numbers[0], month: numbers[1], day: numbers[2])
    guard Instant.civil(daysSinceEpoch: number) == (numbers[0], numbers[1], numbers[2]) else {
      return nil
    }
  }

  /// `2026-11-29`.
  package var text: String {
    let date = Instant.civil(daysSinceEpoch: number)
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// `Sunday 29 November`.
  package var spokenText: String {
    let date = Instant.civil(daysSinceEpoch: number)
    return "\(weekday) \(date.day) \(Self.months[date.month - 1])"
  }

  /// `Sunday`.
  package var weekday: String { Self.weekdays[(number + 3).floorDivided(by: 7).remainder] }

  /// The day so many days later.
  package func advanced(by days: Int) -> CookDay { CookDay(number: number + days) }

  package static func < (a: CookDay, b: CookDay) -> Bool { a.number < b.number }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
