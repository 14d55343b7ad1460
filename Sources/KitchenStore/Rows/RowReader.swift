internal import GRDB
internal import KitchenModel

/// Reads the columns of a row from left to right.
///
/// A damaged file can hold anything, so a column that is not what it should be is an error here and
/// not a trap.
struct RowReader {
  private let row: Row
  private var index = 0

  /// Starts at the first column.
  init(_ row: Row) { self.row = row }

  mutating func int() throws -> Int { try next(Int.self) }
  mutating func optionalInt() throws -> Int? { try next(Int?.self) }
  mutating func double() throws -> Double { try next(Double.self) }
  mutating func text() throws -> String { try next(String.self) }
  mutating func optionalText() throws -> String? { try next(String?.self) }
  mutating func flag() throws -> Bool { try int() != 0 }
  mutating func seconds() throws -> Seconds { try Self.near(int()) }
  mutating func optionalSeconds() throws -> Seconds? { try optionalInt().map(Self.near) }
  mutating func instant() throws -> Instant { try Self.instant(text()) }
  mutating func optionalInstant() throws -> Instant? { try optionalText().map(Self.instant) }
  mutating func names() throws -> [String] { try StoredJSON.decodeNames(text()) }

  mutating func optionalClockTime() throws -> ClockTime? {
    try optionalText().map(ClockTime.init(stored:))
  }

  mutating func name() throws -> Name {
    do { return try Name(text()) } catch { throw Unreadable() }
  }

  /// A column that holds one of an enumeration's words.
  mutating func word<Word: RawRepresentable<String>>(_ type: Word.Type = Word.self) throws -> Word {
    guard let word = Word(rawValue: try text()) else { throw Unreadable() }
    return word
  }

  /// A column that holds one of an enumeration's words or nothing.
  mutating func optionalWord<Word: RawRepresentable<String>>(
    _ type: Word.Type = Word.self
  ) throws -> Word? {
    guard let text = try optionalText() else { return nil }
    guard let word = Word(rawValue: text) else { throw Unreadable() }
    return word
  }

  private mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ type: Value.Type
  ) throws -> Value {
    defer { index += 1 }
    return try row.decode(type, atIndex: index)
  }

  private static func near(_ count: Int) throws -> Seconds {
    guard Seconds(count).isNear else { throw Unreadable() }
    return Seconds(count)
  }

  private static func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(iso8601: text) else { throw Unreadable() }
    return instant
  }
}

/// A stored value that is not what its column should hold.
struct Unreadable: Error {}
