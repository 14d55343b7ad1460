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

/// Puts a copy in the place of the database.
package struct RestoreDatabase {
  private let path: String

  /// Creates the request.
  package init(from path: String) { self.path = path }

  /// Restores, and says where what there was is kept; nil where there was nothing.
  ///
  /// - Throws: ``Diagnostic``; then nothing has changed.
  package func perform(in workspace: Workspace) throws -> Outcome<String?> {
    let open = try workspace.storeForReading().runs.open().filter {
      $0.lease.map(workspace.isAlive) ?? false
    }
    guard open.isEmpty else {
      throw Diagnostic(
        .busy, "Run \(open[0].run.id) is being cooked.", hints: ["Restore when it is over."])
    }
    return Outcome(try KitchenStore.restore(from: path, to: workspace.databasePath))
  }
}
