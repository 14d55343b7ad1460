internal import GRDB
internal import KitchenModel

/// Reads and writes the leases of runs.
enum LeaseRows {
  /// The lease on a run; nil where nobody is at it.
  static func load(run: Int, from db: Database) throws -> RunLease? {
    try db.firstRow(
      "SELECT pid, process_start, host, renewed_at FROM run_lease WHERE run_id = ?", [run]
    ) { row in
      RunLease(
        pid: try row.int(), token: try row.text(), host: try row.text(),
        renewedAt: try row.instant())
    }
  }

  /// Puts a lease on a run, in the place of any before it.
  static func write(_ lease: RunLease, run: Int, to db: Database) throws {
    try db.perform(
      """
      INSERT INTO run_lease (run_id, pid, process_start, host, renewed_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (run_id) DO UPDATE SET pid = excluded.pid,
        process_start = excluded.process_start, host = excluded.host,
        renewed_at = excluded.renewed_at
      """, [run, lease.pid, lease.token, lease.host, lease.renewedAt.stored])
  }

  static func delete(run: Int, from db: Database) throws {
    try db.perform("DELETE FROM run_lease WHERE run_id = ?", [run])
  }

  /// The runs that are running or paused, newest first.
  static func openRuns(from db: Database) throws -> [OpenRun] {
    let ids = try db.mapRows(
      """
      SELECT id FROM run WHERE status IN ('running', 'paused') AND removed_at IS NULL
      ORDER BY id DESC
      """
    ) { try $0.int() }
    return try ids.compactMap { id in
      try RunRows.load(id, from: db).map { run in
        OpenRun(run: run, lease: try load(run: id, from: db))
      }
    }
  }
}
