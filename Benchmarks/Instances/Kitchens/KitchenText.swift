import Scheduling

/// Reads the durations and temperatures of kitchen files, as briefly as test data allows.
enum KitchenText {
  /// The length that ``seconds(_:)`` reads.
  static func length(_ value: Any) throws -> TimeSpan { TimeSpan(try seconds(value)) }

  /// Seconds of a number of minutes, a text, or a range, whose middle counts.
  static func seconds(_ value: Any) throws -> Int {
    if let minutes = value as? Double { return Int((minutes * 60).rounded()) }
    if let range = value as? [String: Any], let likely = range["likely"] {
      return try seconds(likely)
    }
    if let range = value as? [String: Any], let min = range["min"], let max = range["max"] {
      return Int((Double(try seconds(min) + seconds(max)) / 2).rounded())
    }
    guard let text = value as? String else { throw KitchenReader.Failure.unreadable("\(value)") }
    if let dash = text.dropFirst().firstIndex(of: "-") {
      let high = String(text[text.index(after: dash)...])
      var low = String(text[..<dash])
      if low.allSatisfy({ $0.isNumber || $0 == "." }) {
        low += high.drop { $0.isNumber || $0 == "." }
      }
      return Int(((try exactSeconds(low) + exactSeconds(high)) / 2).rounded())
    }
    return Int(try exactSeconds(text).rounded())
  }

  private static func exactSeconds(_ text: String) throws -> Double {
    if text.hasPrefix("-") { return -(try exactSeconds(String(text.dropFirst()))) }
    let failure = KitchenReader.Failure.unreadable(text)
    if let minutes = Double(text) { return minutes * 60 }
    let parts = text.split(separator: ":")
    if parts.count == 2 {
      guard let hours = Double(parts[0]), let minutes = Double(parts[1]) else { throw failure }
      return hours * 3600 + minutes * 60
    }
    var total = 0.0
    var number = ""
    for character in text.lowercased() where character != "p" && character != "t" {
      if character.isNumber || character == "." {
        number.append(character)
        continue
      }
      let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
      guard let unit = units[character], let count = Double(number) else { throw failure }
      total += count * unit
      number = ""
    }
    guard number.isEmpty else { throw failure }
    return total
  }

  /// A range of temperatures in ninths of a degree Celsius, in which Fahrenheit is exact.
  static func temperature(_ text: String) throws -> ClosedRange<Int> {
    let failure = KitchenReader.Failure.unreadable(text)
    guard let unit = text.last, unit == "C" || unit == "F" else { throw failure }
    let degrees = try text.dropLast().split(separator: "-").map {
      guard let degrees = Int($0) else { throw failure }
      return unit == "C" ? degrees * 9 : (degrees - 32) * 5
    }
    guard let low = degrees.first, let high = degrees.last else { throw failure }
    return degrees.count == 1 ? low - 36...high + 36 : low...high
  }
}
