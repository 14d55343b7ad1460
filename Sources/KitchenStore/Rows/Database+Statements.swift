internal import GRDB

extension Database {
  /// Runs a statement that returns nothing, compiling it only the first time.
  func perform(_ sql: String, _ arguments: StatementArguments = []) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// Hands each row of a query to `body`, in order.
  func forEachRow(
    _ sql: String, _ arguments: StatementArguments = [], _ body: (inout RowReader) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() {
      var columns = RowReader(row)
      try body(&columns)
    }
  }

  /// What `body` makes of each row of a query, in order.
  func mapRows<Element>(
    _ sql: String, _ arguments: StatementArguments = [], _ body: (inout RowReader) throws -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    try forEachRow(sql, arguments) { elements.append(try body(&$0)) }
    return elements
  }

  /// What `body` makes of the first row of a query; nil where there is none.
  func firstRow<Element>(
    _ sql: String, _ arguments: StatementArguments = [], _ body: (inout RowReader) throws -> Element
  ) throws -> Element? {
    let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    guard let row = try rows.next() else { return nil }
    var columns = RowReader(row)
    return try body(&columns)
  }
}
