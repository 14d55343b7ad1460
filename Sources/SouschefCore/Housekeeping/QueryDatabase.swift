import KitchenModel
import KitchenStore

/// Asks the database something in SQL, without being able to change it.
package struct QueryDatabase {
  private let sql: String

  /// Creates the request.
  package init(_ sql: String) { self.sql = sql }

  /// Hands the answer, part by part, to `body`.
  ///
  /// - Throws: ``Diagnostic``, also where the statement would change something; what `body` throws.
  package func perform(in workspace: Workspace, _ body: (Part) throws -> Void) throws {
    try KitchenStore.query(sql, at: workspace.databasePath) { part in
      switch part {
      case .columns(let names): try body(.columns(names))
      case .row(let values): try body(.row(values.map(Part.Value.init)))
      }
    }
  }

  /// A part of an answer.
  package enum Part: Sendable, Hashable {
    /// The names of the columns, first and once.
    case columns([String])
    /// A row, one value a column.
    case row([Value])

    /// A value as SQLite has it; bytes as text in hexadecimal.
    package enum Value: Sendable, Hashable {
      case null
      case integer(Int)
      case real(Double)
      case text(String)
    }
  }
}

extension QueryDatabase.Part.Value {
  fileprivate init(_ value: QueryPart.Value) {
    switch value {
    case .null: self = .null
    case .integer(let integer): self = .integer(integer)
    case .real(let real): self = .real(real)
    case .text(let text), .blob(let text): self = .text(text)
    }
  }
}
