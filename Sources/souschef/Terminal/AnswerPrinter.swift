import JSON
import Rendering

/// An answer on standard output, written as it comes.
struct AnswerPrinter {
  private var stream: AnswerStream
  private var waiting = 0
  private var hasShown = false

  /// Begins an answer.
  init(_ stream: AnswerStream) { self.stream = stream }

  /// Adds a row.
  ///
  /// - Throws: a ``Diagnostic`` where standard output takes no more.
  mutating func add(_ row: [JSONValue]) throws {
    switch stream.piece(adding: row) {
    case .text(let text):
      Output.write(text)
      waiting += text.utf8.count
      guard waiting > 1 << 16 else { return }
      waiting = 0
      try Output.flush()
    case .table(let table):
      Output.show(table)
      try Output.flush()
      hasShown = true
    case nil: return
    }
  }

  /// Ends it; on a terminal, what is longer than the screen and no longer than a table comes page by
  /// page.
  func finish() throws {
    switch stream.end() {
    case .text(let text): Output.write(text)
    case .table(let table): hasShown ? Output.show(table) : Pager.show(table)
    case nil: break
    }
    try Output.flush()
  }
}
