package import JSON
package import KitchenModel
import RecipeProse

/// The durations of recipe pages: ISO 8601 where it is, and what people write instead.
package enum PageDuration {
  /// The longest that is believed: 14 days.
  package static let longest = Seconds(14 * 86_400)

  /// Reads a duration; nil for nothing, for nonsense (`PTundefinedM`, less than nothing, more than
  /// ``longest``), and for zero, which pages write where they know nothing.
  ///
  /// Numbers alone are minutes; of a range and of an object the most counts.
  package static func read(_ value: JSONValue?) -> Seconds? {
    var value = value
    // An object or a list stands for what is in it; nobody nests these deeper.
    for _ in 0..<4 {
      switch value {
      case .string(let text)?: return accepted(seconds(of: HTMLText.line(String(text.prefix(500)))))
      case .array(let elements)?: value = elements.first
      case .object?:
        value =
          value?["maxValue"] ?? value?["@value"] ?? value?["value"] ?? value?["duration"]
          ?? value?["name"]
      default: return accepted(value?.double.map { $0 * 60 })
      }
    }
    return nil
  }

  private static func accepted(_ seconds: Double?) -> Seconds? {
    guard let seconds, seconds > 0, seconds <= Double(longest.count) else { return nil }
    return Seconds(Int(seconds.rounded()))
  }

  private static func seconds(of text: String) -> Double? {
    let upper = text.uppercased()
    if upper.hasPrefix("-") { return nil }
    if let seconds = clock(upper) { return seconds }
    if let first = upper.first, first == "P", !upper.hasPrefix("PREP"), !upper.hasPrefix("PLUS") {
      if let seconds = iso8601(upper) { return seconds }
      // `P` and words: nonsense, unless there is a length in it (`PT30 minutes`).
      if upper.contains("-") { return nil }
      let rest = upper.dropFirst(upper.hasPrefix("PT") ? 2 : 1)
      return DurationText.length(of: String(rest)).map { Double($0.count) }
    }
    if let minutes = Double(text), minutes.isFinite { return minutes * 60 }
    return DurationText.length(of: text).map { Double($0.count) }
  }

  /// `1:30`, `01:30:00`, `PT00:30`, `P0000-00-00T00:30:00`: hours, minutes and perhaps seconds; nil
  /// for anything else.
  private static func clock(_ text: String) -> Double? {
    var rest = text[...]
    if rest.hasPrefix("P") {
      guard let time = rest.firstIndex(of: "T"),
        rest[..<time].dropFirst().allSatisfy({ $0 == "0" || $0 == "-" })
      else { return nil }
      rest = rest[time...].dropFirst()
    }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    let numbers = parts.compactMap { Double($0) }
    guard numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// `P0DT0H30M`, `PT90M`, `PT1H30`, `P30M` (minutes, where no `T` says that dates end); nil for
  /// anything else. Of `PT30M-PT45M` the second counts.
  private static func iso8601(_ text: String) -> Double? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: true)
    guard parts.count <= 2, let last = parts.last else { return nil }
    if parts.count == 2, !parts[0].hasSuffix("M"), !parts[0].hasSuffix("H") { return nil }
    var reader = Reader(bytes: Array((last.hasPrefix("P") ? last : "PT" + last).utf8))
    return reader.seconds()
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 1

    /// The sum of the parts; nil where something is none.
    mutating func seconds() -> Double? {
      let hasTime = bytes.contains(UInt8(ascii: "T"))
      var isTime = !hasTime
      var sum = 0.0
      var lastUnit = 0.0
      var hasParts = false
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: "T"):
          isTime = true
          position += 1
          continue
        case 0x20:
          position += 1
          continue
        default: break
        }
        guard let number = number() else { return nil }
        hasParts = true
        guard position < bytes.count else {
          // A number without a unit at the end: minutes, or seconds after minutes.
          return sum + number * (lastUnit == 60 ? 1 : 60)
        }
        guard let unit = unit(isTime: isTime) else { return nil }
        sum += number * unit
        lastUnit = unit
      }
      return hasParts ? sum : nil
    }

    private mutating func unit(isTime: Bool) -> Double? {
      let start = position
      while position < bytes.count, (65...90).contains(bytes[position]),
        !(position > start && bytes[position] == UInt8(ascii: "T"))
      {
        position += 1
      }
      switch String(decoding: bytes[start..<position], as: UTF8.self) {
      case "Y": return 365 * 86_400
      case "M" where !isTime: return 30 * 86_400
      case "M", "MIN", "MINS", "MINUTE", "MINUTES": return 60
      case "W": return 7 * 86_400
      case "D": return 86_400
      case "H", "HR", "HRS", "HOUR", "HOURS": return 3600
      case "S", "SEC", "SECS": return 1
      default: return nil
      }
    }

    private mutating func number() -> Double? {
      let start = position
      while position < bytes.count,
        (48...57).contains(bytes[position]) || bytes[position] == UInt8(ascii: ".")
          || bytes[position] == UInt8(ascii: ",")
      {
        position += 1
      }
      guard position > start, position - start <= 20 else { return nil }
      let digits = bytes[start..<position].map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
      while position < bytes.count, bytes[position] == 0x20 { position += 1 }
      return Double(String(decoding: digits, as: UTF8.self))
    }
  }
}
