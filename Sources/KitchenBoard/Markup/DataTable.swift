import KitchenModel
import Rendering

/// A table in a region of its own, which a keyboard can scroll; on a narrow screen each row is a list of
/// its cells, each behind its head.
struct DataTable {
  /// What it holds, for whoever does not see it.
  let name: String
  /// What stands above the columns.
  let heads: [String]
  /// The rows.
  let rows: [Row]
  /// Which columns hold numbers.
  var isNumber: [Bool] = []

  /// A row.
  struct Row: Sendable {
    /// A text a column.
    var cells: [String]
    /// What it is about; nil where that does not matter.
    var kind: Kind?
    /// What there is to look at, below it.
    var remarks: [String] = []
  }

  /// What a row is about.
  enum Kind: String, Sendable {
    case hands, wait
  }

  /// The element. Roles are said, because a list's look takes them from a table.
  var node: Node {
    el(
      "div",
      [
        .class("wide"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", name),
      ],
      el(
        "table", [Attribute("role", "table")],
        el(
          "thead", [Attribute("role", "rowgroup")],
          .element(
            "tr", [Attribute("role", "row")],
            heads.enumerated().map { column, head in
              el(
                "th",
                [Attribute("scope", "col"), Attribute("role", "columnheader")] + number(column),
                .text(head))
            })),
        .element("tbody", [Attribute("role", "rowgroup")], rows.flatMap(row))))
  }

  private func row(_ row: Row) -> [Node] {
    let kind = row.kind.map { [Attribute.data("data-kind", $0.rawValue)] } ?? []
    let cells = row.cells.enumerated().map { column, text in
      el(
        "td",
        [.data("data-head", heads[column]), Attribute("role", "cell")] + number(column)
          + (text.isEmpty ? [.data("data-empty", "")] : []), el("span", .text(text)))
    }
    return [.element("tr", [Attribute("role", "row")] + kind, cells)]
      + row.remarks.map { remark in
        el(
          "tr", [Attribute("role", "row")],
          el(
            "td",
            [
              Attribute("colspan", String(heads.count)), Attribute("role", "cell"),
              .class("remark"),
            ], .text(remark)))
      }
  }

  private func number(_ column: Int) -> [Attribute] {
    isNumber.indices.contains(column) && isNumber[column] ? [.class("number")] : []
  }
}

extension DataTable {
  /// An answer of the history.
  init(_ name: String, _ answer: AnswerTable, _ clock: LocalClock) {
    let (heads, isNumber, rows) = answer.readable(clock: clock)
    self.init(
      name: name, heads: heads.map(\.firstUpper),
      rows: rows.map { Row(cells: $0) }, isNumber: isNumber)
  }
}

/// An answer of the history as a table; a sentence where it has no rows.
func answerTable(_ name: String, _ answer: AnswerTable, _ clock: LocalClock) -> Node {
  answer.rows.isEmpty
    ? el("p", [.class("lead")], .text(answer.nothing)) : DataTable(name, answer, clock).node
}
