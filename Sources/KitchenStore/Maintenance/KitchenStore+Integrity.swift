internal import GRDB
internal import KitchenModel

extension KitchenStore {
  /// Looks for damage: in the file's pages, in its references, and in what the tables mean.
  ///
  /// - Returns: What was found; a check that cannot be finished is a finding too.
  /// - Throws: ``Diagnostic`` only where the file cannot be read at all.
  /// - Complexity: Reads every page, and every plan, change and run.
  package func integrity() throws -> IntegrityReport {
    try examine { db in
      var findings: [Diagnostic] = []
      for check in IntegrityCheck.allCases {
        do {
          findings += try check.findings(in: db).map { damage in
            Diagnostic(.storageFailed, damage, hints: [check.hint])
          }
        } catch {
          findings.append(Diagnostic(storage: error, path: path).asTheDoctorSaysIt)
        }
      }
      return IntegrityReport(
        findings: findings, schemaVersion: try Schema.header(of: db).version,
        fileBytes: path.map(DatabaseFile.size) ?? 0,
        logBytes: path.map { DatabaseFile.size("\($0)-wal") } ?? 0,
        counts: Self.counted.compactMap { what, table in
          let count = try? Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
          return count.map { IntegrityReport.Count(what: what, count: $0) }
        })
    }
  }

  /// Runs `body` on one moment of the database. A page that cannot be read ends no more than the
  /// statement that met it.
  private func examine<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.unsafeRead { db in
        try db.beginTransaction(.deferred)
        // Nothing was written, so that it does not matter how the transaction ends.
        defer { try? db.rollback() }
        return try body(db)
      }
    } catch {
      throw Diagnostic(storage: error, path: path)
    }
  }

  private static let counted = [
    ("dishes", "dish"), ("meals", "meal"), ("plans", "plan"), ("runs", "run_overview"),
    ("events", "run_event"), ("changes", "change"),
  ]
}
