/// ISO 8601 in UTC, the only form in which instants are stored and printed for machines.
///
/// The calendar arithmetic is Howard Hinnant's *chrono-Compatible Low-Level Date Algorithms*.
extension Instant {
  /// `2026-11-26T18:30:00Z`, with milliseconds (`…00.250Z`) only where there are any.
  package var iso8601: String {
    let (seconds, millisecond) = milliseconds.floorDivided(by: 1000)
    let (day, second) = seconds.floorDivided(by: 86_400)
    let (year, month, dayOfMonth) = Self.civil(daysSinceEpoch: day)
    // Byte by byte, and no list of the parts: a long list is mostly instants.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    Self.append("", year, 4, to: &bytes)
    Self.append("-", month, 2, to: &bytes)
    Self.append("-", dayOfMonth, 2, to: &bytes)
    Self.append("T", second / 3600, 2, to: &bytes)
    Self.append(":", second % 3600 / 60, 2, to: &bytes)
    Self.append(":", second % 60, 2, to: &bytes)
    if millisecond != 0 { Self.append(".", millisecond, 3, to: &bytes) }
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what ``iso8601`` writes; nil for anything else.
  package init?(iso8601 text: String) {
    var text = text
    guard let instant = text.withUTF8({ Self.instant(in: $0) }) else { return nil }
    self = instant
  }

  private static func instant(in bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
    guard bytes.count == 20 || bytes.count == 24, bytes.last == UInt8(ascii: "Z") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    let (dash, colon) = (UInt8(ascii: "-"), UInt8(ascii: ":"))
    guard bytes[4] == dash, bytes[7] == dash, bytes[10] == UInt8(ascii: "T"), bytes[13] == colon,
      bytes[16] == colon, let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10), let hour = number(11..<13), let minute = number(14..<16),
      let second = number(17..<19), (1...12).contains(month), (1...31).contains(day), hour < 24,
      minute < 60, second < 60
    else { return nil }
    var millisecond = 0
    if bytes.count == 24 {
      guard bytes[19] == UInt8(ascii: "."), let part = number(20..<23) else { return nil }
      millisecond = part
    }
    let days = daysSinceEpoch(year: year, month: month, day: day)
    return Instant(
      milliseconds: ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + millisecond)
  }

  /// The days from 1970-01-01 to a date of the proleptic Gregorian calendar.
  package static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = shifted.floorDivided(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date `days` after 1970-01-01.
  package static func civil(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (days + 719_468).floorDivided(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Writes a number of at least so many digits after a mark.
  private static func append(
    _ mark: StaticString, _ value: Int, _ width: Int, to bytes: inout [UInt8]
  ) {
    mark.withUTF8Buffer { bytes.append(contentsOf: $0) }
    if value < 0 || width == 4 && value > 9999 { return bytes.append(contentsOf: "\(value)".utf8) }
    var divisor = width == 2 ? 10 : width == 3 ? 100 : 1000
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }
}

extension Instant: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(iso8601: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not an instant in ISO 8601 UTC")
    }
    self = instant
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso8601)
  }
}
