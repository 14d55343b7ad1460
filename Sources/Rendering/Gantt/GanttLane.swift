import KitchenModel

/// How moments map to the columns of a chart.
struct GanttScale: Sendable {
  /// The columns there are.
  let columns: Int
  private let end: Int

  /// Creates a scale of 0 to `end` over `columns` columns, at least one.
  init(end: Seconds, columns: Int) {
    self.columns = max(1, columns)
    self.end = max(1, end.count)
  }

  /// The border between columns that is nearest to a moment.
  func border(_ moment: Seconds) -> Int {
    min(columns, max(0, (2 * moment.count * columns + end) / (2 * end)))
  }

  /// The column that shows a single moment.
  func column(_ moment: Seconds) -> Int { min(columns - 1, border(moment)) }

  /// The columns of a stretch, at least one.
  func columns(from start: Seconds, to end: Seconds) -> Range<Int> {
    let first = column(start)
    return first..<max(first + 1, border(end))
  }
}

/// One row of a chart: a character and a style a column.
struct GanttLane: Sendable {
  private var cells: [(character: Character, style: TextStyle)]

  /// Creates a row that is empty except for dots under the marks of the axis.
  init(_ scale: GanttScale, marks: [Seconds]) {
    cells = Array(repeating: (" ", .plain), count: scale.columns)
    for mark in marks { cells[scale.column(mark)] = ("·", .quiet) }
  }

  /// Draws `character` in every column of `columns`.
  mutating func draw(_ character: Character, _ style: TextStyle, in columns: Range<Int>) {
    for column in columns where cells.indices.contains(column) {
      cells[column] = (character, style)
    }
  }

  /// Writes `text` from a column on, if it fits and nothing but blanks is there, with a blank
  /// before and after it.
  mutating func write(_ text: String, at column: Int) {
    let characters = Array(text)
    guard column + characters.count <= cells.count else { return }
    let wanted = max(0, column - 1)..<min(cells.count, column + characters.count + 1)
    guard cells[wanted].allSatisfy({ $0.character == " " }) else { return }
    for (offset, character) in characters.enumerated() {
      cells[column + offset] = (character, .quiet)
    }
  }

  /// The row as a line.
  var line: StyledLine {
    var line = StyledLine()
    for cell in cells { line.append(String(cell.character), cell.style) }
    return line
  }
}
