package import JSON
import KitchenModel

/// The answer to a question as rows of values, told in three ways: JSON, CSV, and a table for
/// people.
package struct AnswerTable: Sendable, Hashable {
  /// A column.
  package struct Column: Sendable, Hashable {
    /// What JSON and CSV call it: `medianSeconds`.
    package var key: String
    /// What stands above it on a terminal; nil where it is for machines alone.
    package var head: String?
    /// What its values are.
    package var content: Content

    /// Creates a column.
    package init(_ key: String, _ head: String?, _ content: Content = .text) {
      self.key = key
      self.head = head
      self.content = content
    }
  }

  /// What the values of a column are, which decides how people read them.
  package enum Content: Sendable, Hashable {
    /// Words.
    case text
    /// A number as it is.
    case number
    /// A length in seconds.
    case length
    /// The same, to the second.
    case exactLength
    /// A moment of a run, in seconds from its start.
    case moment
    /// How far something was from its plan in seconds, told with its sign.
    case deviation
    /// How far two lengths in seconds are apart, told with its sign.
    case difference
    /// An instant in ISO 8601.
    case instant
    /// A list of numbers, drawn as a line of bars.
    case spark
  }

  /// The columns.
  package let columns: [Column]
  /// The rows, one value a column.
  package private(set) var rows: [[JSONValue]] = []
  /// What is said where there are no rows.
  package let nothing: String

  /// Creates an answer without rows.
  package init(_ columns: [Column], nothing: String) {
    self.columns = columns
    self.nothing = nothing
  }

  /// Adds a row, one value a column.
  package mutating func append(_ row: [JSONValue]) {
    precondition(row.count == columns.count, "a row has a value for every column")
    rows.append(row)
  }

  /// An array of objects.
  package var json: JSONValue {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { JSONValue.Member($0.key, $1) })
      })
  }

  /// Comma-separated values after RFC 4180, with a line of heads.
  package var csv: String {
    CSVText.text([columns.map(\.key)] + rows.map { $0.map(Self.field) })
  }

  /// The table in at most `width` columns.
  package func text(clock: LocalClock, width: Int = 80) -> StyledText {
    guard !rows.isEmpty else {
      var text = StyledText()
      text.append(wrapping: nothing, width: width, indent: "", .quiet)
      return text
    }
    let shown = columns.indices.filter { columns[$0].head != nil }
    var table = TextTable(
      shown.map { index in
        let column = columns[index]
        let isText = column.content == .text
        return .init(
          column.head ?? "", alignment: isText || column.content == .spark ? .leading : .trailing,
          shrinks: isText, label: .always)
      })
    for row in rows {
      table.append(shown.map { cell(row[$0], columns[$0].content, clock) })
    }
    return StyledText(lines: table.lines(width: width))
  }

  /// What people read: the heads of the columns that they see, and a text for each of their cells.
  package func readable(
    clock: LocalClock
  ) -> (heads: [String], isNumber: [Bool], rows: [[String]]) {
    let shown = columns.indices.filter { columns[$0].head != nil }
    return (
      shown.map { columns[$0].head ?? "" },
      shown.map { columns[$0].content != .text && columns[$0].content != .spark },
      rows.map { row in shown.map { cell(row[$0], columns[$0].content, clock).text } }
    )
  }

  private func cell(_ value: JSONValue, _ content: Content, _ clock: LocalClock) -> TextTable.Cell {
    switch (content, value) {
    case (_, .null): return ""
    case (.length, _):
      return .init(Self.seconds(value).map(\.spokenText) ?? Self.field(value))
    case (.moment, _):
      return .init(Self.seconds(value).map { MomentText.clock($0.count) } ?? Self.field(value))
    case (.exactLength, _):
      return .init(Self.seconds(value).map(\.exactText) ?? Self.field(value))
    case (.deviation, _), (.difference, _):
      guard let length = Self.seconds(value) else { return .init(Self.field(value)) }
      guard length != .zero else { return content == .deviation ? "as planned" : "the same" }
      return .init(
        (length > .zero ? "+" : "") + length.spokenText, length > .zero ? .alarming : .plain)
    case (.instant, .string(let text)):
      return .init(Instant(iso8601: text).map(clock.dateTimeText) ?? TerminalText.sanitized(text))
    case (.spark, .array(let values)):
      return .init(Sparkline.text(of: values.compactMap { Self.seconds($0)?.count }))
    default: return .init(TerminalText.sanitized(Self.field(value)))
    }
  }

  /// The text of a value; nothing for null.
  static func field(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .array(let values): values.map(field).joined(separator: " ")
    default: value.compactText
    }
  }

  /// A value in seconds, rounded to whole ones.
  private static func seconds(_ value: JSONValue) -> Seconds? {
    switch value {
    case .int(let count): return Seconds(count)
    case .decimal(let units, let places):
      let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
      return Seconds((units + scale / 2).floorDivided(by: scale).quotient)
    default: return nil
    }
  }
}

/// Numbers as a line of bars.
enum Sparkline {
  /// One bar a number, from the least to the most; all the same are shown as middle bars.
  static func text(of numbers: [Int]) -> String {
    guard let least = numbers.min(), let most = numbers.max() else { return "" }
    return String(
      numbers.map { number in
        most == least ? bars[3] : bars[(number - least) * (bars.count - 1) / (most - least)]
      })
  }

  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}

extension JSONValue {
  /// A number with up to three decimal places.
  ///
  /// One that is too large for them, which only a damaged database has, is reported as it is.
  package static func rounded(_ number: Double) -> JSONValue {
    guard abs(number) < 1e15 else { return number.isFinite ? .real(number) : .null }
    return .decimal(units: Int((number * 1000).rounded()), places: 3)
  }
}
