internal import GRDB

extension IntegrityCheck {
  /// Tables with texts that are not Unicode. SQLite keeps whatever bytes a text has, and most bits
  /// that flip in one leave bytes that no writer of this program has written.
  static func brokenTexts(in db: Database) throws -> [String] {
    let tables = try db.mapRows(
      """
      SELECT tables.name, group_concat('CAST("' || columns.name || '" AS BLOB)')
      FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
      WHERE tables.type = 'table' AND columns.type = 'TEXT' AND tables.name NOT LIKE 'sqlite%'
      GROUP BY 1 ORDER BY 1
      """
    ) { (name: try $0.text(), columns: try $0.text()) }
    return try tables.compactMap { table in
      var broken = 0
      let rows = try Row.fetchCursor(
        db, sql: "SELECT \(table.columns) FROM \(table.name.quotedDatabaseIdentifier)")
      while let row = try rows.next() {
        let isWhole = try (0..<row.count).allSatisfy { index in
          try row.withUnsafeData(atIndex: index) { bytes in
            bytes.map { String(validating: $0, as: UTF8.self) != nil } ?? true
          }
        }
        if !isWhole { broken += 1 }
      }
      return broken == 0
        ? nil : "Table \(table.name) has rows with texts that are not Unicode: \(broken)."
    }
  }
}
