internal import GRDB
internal import KitchenModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a query of the cook's own gives, part by part.
package enum QueryPart: Sendable, Hashable {
  /// The names of the columns, first and once.
  case columns([String])
  /// A row, one value a column.
  case row([Value])

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
  /// Runs a query of the cook's own on a database that it cannot change, and hands over what it
  /// gives as it comes.
  ///
  /// Neither this connection nor a file it attaches can be written: SQLite opens them so, besides
  /// being told to refuse. No more than a row and ``queryMemory`` is in memory at once.
  ///
  /// - Throws: ``Diagnostic`` of kind `usage` where SQLite does not understand it, it is not one
  ///   statement, or it would write or change how SQLite works; what `body` throws.
  package static func query(
    _ sql: String, at path: String, _ body: (QueryPart) throws -> Void
  ) throws {
    try requireQuestion(sql)
    // Opened as always first: another program's file and a newer one are refused with a reason.
    let store = try open(at: path, for: .reading)
    guard store.path != nil else {
      let connection = try store.queue
      return try withExtendedLifetime(connection) { try answer(sql, connection.database, body) }
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
      try answer(sql, queue, body)
    } catch {
      throw Diagnostic(storage: error, path: path)
    }
  }

  /// The most bytes that SQLite takes for a question, its largest value included.
  private static let queryMemory = 64 << 20

  /// Refuses what would act before it is run, and what is more than one statement.
  private static func requireQuestion(_ sql: String) throws(Diagnostic) {
    let text = QueryText(sql)
    if let pragma = text.actingPragma {
      throw Diagnostic(
        .usage, "PRAGMA \(pragma) may change how the database works; db query only reads.",
        hints: ["Pragmas that only read are allowed: table_info, user_version."])
    }
    if text.hasMore {
      throw Diagnostic(
        .usage, "These are several statements; db query takes one.",
        hints: ["Run them one at a time."])
    }
    if text.beginning.isEmpty {
      throw Diagnostic(
        .usage, "The statement is empty.", hints: ["Begin with SELECT."])
    }
  }

  private static func answer(
    _ sql: String, _ queue: DatabaseQueue, _ body: (QueryPart) throws -> Void
  ) throws {
    do {
      // One statement sees one state of the database by itself; a transaction around it could not
      // be ended where memory has run out.
      try queue.unsafeRead { db in
        try db.execute(sql: "PRAGMA hard_heap_limit = \(queryMemory)")
        let statement = try db.makeStatement(sql: sql)
        guard statement.isReadonly, statement.columnCount > 0 else {
          throw Diagnostic(
            .usage, "This statement gives no rows, or would change something.",
            hints: ["db query only reads; begin with SELECT."])
        }
        try body(.columns(statement.columnNames))
        let rows = try Row.fetchCursor(statement)
        // That a value did not fit in memory is reported only with the row after it.
        var last: QueryPart?
        while let row = try rows.next() {
          if let last { try body(last) }
          last = .row(row.databaseValues.map(QueryPart.Value.init))
        }
        if let last { try body(last) }
      }
    } catch let error as DatabaseError
      where [.SQLITE_ERROR, .SQLITE_MISUSE, .SQLITE_READONLY, .SQLITE_AUTH, .SQLITE_RANGE]
      .contains(error.resultCode)
    {
      throw Diagnostic(
        .usage, "Not valid SQL: \(error.message ?? "SQLite does not say why").",
        hints: [.advice(.listTables)])
    } catch let error as DatabaseError
      where [.SQLITE_NOMEM, .SQLITE_TOOBIG].contains(error.resultCode)
    {
      throw Diagnostic(
        .couldNotBeDone,
        "The answer has a value, or takes an order, that needs more than \(queryMemory >> 20) MB.",
        hints: [.advice(.askForLess)])
    }
  }
}

extension QueryPart.Value {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let integer): self = .integer(Int(integer))
    case .double(let real): self = .real(real)
    case .string(let text): self = .text(text)
    case .blob(let data):
      var digits: [UInt8] = []
      digits.reserveCapacity(data.count * 2)
      for byte in data { digits += [Self.digit(byte >> 4), Self.digit(byte & 15)] }
      self = .blob(String(decoding: digits, as: UTF8.self))
    }
  }

  private static func digit(_ half: UInt8) -> UInt8 {
    half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10
  }
}
