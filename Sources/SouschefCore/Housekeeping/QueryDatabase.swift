import KitchenModel
import KitchenStore

/// Asks the database something in SQL, without being able to change it.
package struct QueryDatabase {
  private let sql: String

  /// Creates the request.
  package init(_ sql: String) { self.sql = sql }

  /// The answer.
  ///
  /// - Throws: ``Diagnostic``, also where the statement would change something.
  package func perform(in workspace: Workspace) throws -> Outcome<Rows> {
    let answer = try KitchenStore.query(sql, at: workspace.databasePath)
    return Outcome(
      Rows(columns: answer.columns, rows: answer.rows.map { $0.map(Rows.Value.init) }))
  }

  /// Rows under columns.
  package struct Rows: Sendable, Hashable {
    /// The names of the columns.
    package var columns: [String]
    /// The rows, one value a column.
    package var rows: [[Value]]

    /// A value as SQLite has it; bytes as text in hexadecimal.
    package enum Value: Sendable, Hashable {
      case null
      case integer(Int)
      case real(Double)
      case text(String)
    }
  }
}

extension QueryDatabase.Rows.Value {
  fileprivate init(_ value: QueryAnswer.Value) {
    switch value {
    case .null: self = .null
    case .integer(let integer): self = .integer(integer)
    case .real(let real): self = .real(real)
    case .text(let text), .blob(let text): self = .text(text)
    }
  }
}
