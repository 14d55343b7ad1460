/// Rows of cells under heads, in columns just wide enough, for a given width of terminal.
package struct TextTable: Sendable {
  /// A column.
  package struct Column: Sendable {
    /// What stands above it.
    package var head: String
    /// On which side its texts stand.
    package var alignment: DisplayWidth.Alignment
    /// Whether its texts may take several lines where the width is short.
    package var shrinks: Bool
    /// Whether it stays where the width is short; of those that do not, the last goes first.
    package var stays: Bool
    /// Whether its texts say what they are where rows are entries of a list.
    package var label: Label

    /// Creates a column. A text that may take several lines is a name or a sentence, which needs no
    /// label unless there is one.
    package init(
      _ head: String, alignment: DisplayWidth.Alignment = .leading, shrinks: Bool = false,
      stays: Bool = true, label: Label? = nil
    ) {
      self.head = head
      self.alignment = alignment
      self.shrinks = shrinks
      self.stays = stays
      self.label = label ?? (shrinks ? .none : .head)
    }

    /// What stands before a text in an entry of a list.
    package enum Label: Sendable {
      /// Nothing: the text explains itself.
      case none
      /// The head of its column, except for the first text of an entry.
      case head
      /// The head of its column.
      case always
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

  /// The table in at most `width` columns of a terminal. A column without a text is left out; a text
  /// that its column is too narrow for goes on below. Where there is no room for columns, every row is
  /// an entry of a list.
  package func lines(width: Int) -> [StyledLine] {
    let told = columns.indices.filter { index in cells(in: index).contains { !$0.isEmpty } }
    let shown = fitting(told, width: width)
    guard let widths = fittedWidths(of: shown, width: width) else {
      return rows.flatMap { entry($0, told, width: width) }
    }
    let heads = columns.map { Cell($0.head, .heading) }
    return ([.cells(heads)] + rows).flatMap { row in
      switch row {
      case .note(let line): [line.fitted(to: width)]
      case .cells(let cells): lines(of: cells, in: shown, widths, width: width)
      }
    }
  }

  /// A row in as many lines as its longest text takes.
  private func lines(
    of cells: [Cell], in shown: [Int], _ widths: [Int], width: Int
  ) -> [StyledLine] {
    let texts = zip(shown, widths).map { index, width in
      WordWrap.lines(cells[index].text, width: width)
    }
    return (0..<(texts.map(\.count).max() ?? 1)).map { number in
      var line = StyledLine()
      for (position, index) in shown.enumerated() {
        if position > 0 { line.append(Self.gap) }
        let text = number < texts[position].count ? texts[position][number] : ""
        let padded = DisplayWidth.padded(
          text, to: widths[position], alignment: columns[index].alignment)
        line.append(padded, cells[index].style)
      }
      return line.fitted(to: width)
    }
  }

  /// A row as an entry of a list, whose texts say what they are.
  private func entry(_ row: Row, _ told: [Int], width: Int) -> [StyledLine] {
    guard case .cells(let cells) = row else {
      guard case .note(let line) = row else { return [] }
      return [line.fitted(to: width)]
    }
    let texts = told.compactMap { index -> String? in
      let text = cells[index].text
      guard !text.isEmpty else { return nil }
      switch columns[index].label {
      case .head where index == told.first, .none: return text
      case .head, .always: return "\(columns[index].head) \(text)"
      }
    }
    let style = told.first.map { cells[$0].style } ?? .plain
    return WordWrap.lines(texts.joined(separator: ", "), width: width, indent: "  ")
      .map { StyledLine($0, style) }
  }

  private static let gap = "  "
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

  /// The width that the longest word of a column needs.
  private func leastWidth(of column: Int) -> Int {
    WordWrap.leastWidth(of: [columns[column].head] + cells(in: column))
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

  /// The width of each column; nil where they do not fit without breaking words.
  private func fittedWidths(of shown: [Int], width: Int) -> [Int]? {
    var widths = shown.map(fullWidth)
    let gaps = Self.gap.count * max(0, shown.count - 1)
    var excess = widths.reduce(gaps, +) - width
    guard excess > 0 else { return widths }
    let least = shown.map(leastWidth)
    while excess > 0 {
      // The widest gives way first, so that short texts stay whole.
      let candidates = widths.indices.filter {
        columns[shown[$0]].shrinks && widths[$0] > least[$0]
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
