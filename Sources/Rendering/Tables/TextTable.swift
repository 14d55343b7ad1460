/// Rows of cells under heads, in columns just wide enough, for a given width of terminal.
package struct TextTable: Sendable {
  /// A column.
  package struct Column: Sendable {
    /// What stands above it.
    package var head: String
    /// On which side its texts stand.
    package var alignment: DisplayWidth.Alignment
    /// Whether its texts may be cut where the width is short; those of others are cut last.
    package var shrinks: Bool
    /// Whether it stays where the width is short; of those that do not, the last goes first.
    package var stays: Bool

    /// Creates a column.
    package init(
      _ head: String, alignment: DisplayWidth.Alignment = .leading, shrinks: Bool = false,
      stays: Bool = true
    ) {
      self.head = head
      self.alignment = alignment
      self.shrinks = shrinks
      self.stays = stays
    }
  }

  /// A row.
  package enum Row: Sendable {
    /// A text a column.
    case cells([Cell])
    /// One text across all columns.
    case note(StyledLine)
  }

  /// A text in a column.
  package struct Cell: Sendable, ExpressibleByStringLiteral {
    /// The characters, safe for a terminal.
    package var text: String
    /// What they are.
    package var style: TextStyle

    /// Creates a cell.
    package init(_ text: String, _ style: TextStyle = .plain) {
      self.text = text
      self.style = style
    }

    package init(stringLiteral value: String) { self.init(value) }
  }

  private let columns: [Column]
  private var rows: [Row] = []

  /// Creates a table without rows.
  package init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row of cells, one a column.
  package mutating func append(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row has a cell for every column")
    rows.append(.cells(cells))
  }

  /// Adds a line across all columns.
  package mutating func append(note: StyledLine) { rows.append(.note(note)) }

  /// The table in at most `width` columns of a terminal. A column without a text is left out.
  package func lines(width: Int) -> [StyledLine] {
    let told = columns.indices.filter { index in cells(in: index).contains { !$0.isEmpty } }
    let shown = fitting(told, width: width)
    let widths = fittedWidths(of: shown, width: width)
    let heads = columns.map { Cell($0.head, .heading) }
    return ([.cells(heads)] + rows).map { row in
      switch row {
      case .note(let line): return line.fitted(to: width)
      case .cells(let cells):
        var line = StyledLine()
        for (position, index) in shown.enumerated() {
          if position > 0 { line.append(Self.gap) }
          let text = DisplayWidth.padded(
            cells[index].text, to: widths[position], alignment: columns[index].alignment)
          line.append(text, cells[index].style)
        }
        return line.fitted(to: width)
      }
    }
  }

  private static let gap = "  "
  /// No column that may shrink gets narrower, as long as any other can give way.
  private static let leastWidth = 6
  /// For no column that need not stay does one that may shrink get narrower than this.
  private static let decentWidth = 16

  private func cells(in column: Int) -> [String] {
    rows.compactMap { row in
      if case .cells(let cells) = row { cells[column].text } else { nil }
    }
  }

  private func fullWidth(of column: Int) -> Int {
    ([columns[column].head] + cells(in: column)).map { DisplayWidth.of($0) }.max() ?? 0
  }

  /// The columns without those that the width has no place for.
  private func fitting(_ told: [Int], width: Int) -> [Int] {
    guard told.contains(where: { !columns[$0].stays }) else { return told }
    var (shown, needs) = (
      told,
      told.map { index in
        let full = fullWidth(of: index)
        return Self.gap.count + (columns[index].shrinks ? min(full, Self.decentWidth) : full)
      }
    )
    while needs.reduce(-Self.gap.count, +) > width,
      let last = shown.indices.last(where: { !columns[shown[$0]].stays })
    {
      shown.remove(at: last)
      needs.remove(at: last)
    }
    return shown
  }

  private func fittedWidths(of shown: [Int], width: Int) -> [Int] {
    var widths = shown.map(fullWidth)
    let gaps = Self.gap.count * max(0, shown.count - 1)
    var excess = widths.reduce(gaps, +) - width
    while excess > 0 {
      // The widest gives way first, so that short texts stay whole.
      let candidates = widths.indices.filter {
        columns[shown[$0]].shrinks && widths[$0] > Self.leastWidth
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
