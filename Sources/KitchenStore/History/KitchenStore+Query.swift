internal import GRDB
internal import KitchenModel

/// What a query of the cook's own gives.
package struct QueryAnswer: Sendable, Hashable {
  /// The names of the columns.
  package var columns: [String]
  /// The rows, one value a column.
  package var rows: [[Value]]

  /// A value as SQLite has it.
  package enum Value: Sendable, Hashable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    /// Bytes in hexadecimal.
    case blob(String)
  }
}

extension KitchenStore {
  /// Runs a query of the cook's own on a database that it cannot change.
  ///
  /// Neither this connection nor a file it attaches can be written: SQLite opens them so, besides
  /// being told to refuse.
  ///
  /// - Throws: ``Diagnostic`` of kind `usage` where SQLite does not understand it, it is not one
  ///   statement, or it would write.
  package static func query(_ sql: String, at path: String) throws -> QueryAnswer {
    // Opened as always first: another program's file and a newer one are refused with a reason.
    let store = try open(at: path, for: .reading)
    guard store.path != nil else {
      let connection = try store.queue
      return try withExtendedLifetime(connection) { try answer(sql, connection.database) }
    }
    // Closed last, it takes away the files that reading makes beside the database.
    defer { store.close() }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(Double(patience))
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA query_only = ON") }
    do {
      guard let queue = try readOnlyQueue(path, configuration) else {
        throw Diagnostic.unreadableLog(path)
      }
      return try answer(sql, queue)
    } catch {
      throw Diagnostic(storage: error, path: path)
    }
  }

  private static func answer(_ sql: String, _ queue: DatabaseQueue) throws -> QueryAnswer {
    do {
      return try queue.read { db in
        let statement = try db.makeStatement(sql: sql)
        guard statement.isReadonly, statement.columnCount > 0 else {
          throw Diagnostic(
            .usage, "This statement is no question: it gives no rows, or would change something.",
            hints: ["db query only reads; begin with SELECT."])
        }
        let rows = try Row.fetchCursor(statement)
        var answer = QueryAnswer(columns: statement.columnNames, rows: [])
        while let row = try rows.next() {
          answer.rows.append(row.databaseValues.map(QueryAnswer.Value.init))
        }
        return answer
      }
    } catch let error as DatabaseError
      where [.SQLITE_ERROR, .SQLITE_MISUSE, .SQLITE_READONLY, .SQLITE_AUTH, .SQLITE_RANGE]
      .contains(error.resultCode)
    {
      throw Diagnostic(
        .usage, "SQLite does not take this: \(error.message ?? "it is no question").",
        hints: ["`souschef db query \"SELECT name FROM sqlite_schema\"` lists tables and views."])
    }
  }
}

extension QueryAnswer.Value {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let integer): self = .integer(Int(integer))
    case .double(let real): self = .real(real)
    case .string(let text): self = .text(text)
    case .blob(let data):
      self = .blob(data.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())
    }
  }
}
