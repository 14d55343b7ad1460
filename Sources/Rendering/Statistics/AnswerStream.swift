package import JSON
import KitchenModel

/// The answer to a question as it comes, row by row: a long one is never there as a whole.
///
/// JSON and CSV are the bytes of an ``AnswerTable``. Of a long table for people each ten thousand
/// rows are a table of their own, since the widths of its columns follow from its rows.
package struct AnswerStream: Sendable {
  private let format: Format
  private let clock: LocalClock
  private let width: Int
  private var part: AnswerTable
  private var isBegun = false

  /// How an answer is given.
  package enum Format: Sendable {
    case json, csv, table
  }

  /// How many rows make a table.
  package static let rowsOfATable = 10_000

  /// Begins an answer.
  package init(
    _ columns: [AnswerTable.Column], nothing: String, as format: Format, clock: LocalClock,
    width: Int
  ) {
    part = AnswerTable(columns, nothing: nothing)
    (self.format, self.clock, self.width) = (format, clock, width)
  }

  /// A part of the document.
  package enum Piece: Sendable {
    /// Characters as they are.
    case text(String)
    /// A table for people.
    case table(StyledText)
  }

  /// What a row adds to the document; nil for nothing yet.
  package mutating func piece(adding row: [JSONValue]) -> Piece? {
    switch format {
    case .json:
      var bytes = Array((isBegun ? ",\n  " : "[\n  ").utf8)
      JSONValue.object(zip(part.columns, row).map { JSONValue.Member($0.key, $1) })
        .write(to: &bytes, layout: .indented(level: 1))
      isBegun = true
      return .text(String(decoding: bytes, as: UTF8.self))
    case .csv:
      let heads = isBegun ? [] : [part.columns.map(\.key)]
      isBegun = true
      return .text(CSVText.text(heads + [row.map(AnswerTable.field)]))
    case .table:
      part.append(row)
      guard part.rows.count == Self.rowsOfATable else { return nil }
      defer { part = AnswerTable(part.columns, nothing: part.nothing) }
      isBegun = true
      return .table(part.text(clock: clock, width: width))
    }
  }

  /// What ends the document; nil for nothing.
  package func end() -> Piece? {
    switch format {
    case .json: .text(isBegun ? "\n]\n" : "[]\n")
    case .csv: isBegun ? nil : .text(part.csv)
    case .table:
      isBegun && part.rows.isEmpty ? nil : .table(part.text(clock: clock, width: width))
    }
  }
}
