internal import GRDB

/// Makes indices and summaries once, after a long import, rather than with each of its rows.
///
/// Everything happens in the transaction of the import: other processes never see a table without
/// its triggers, and where the import fails nothing has changed.
struct BulkLoad {
  private let dropped: [SchemaObject]

  /// Drops the triggers and indices of the tables that a run is written to.
  init(in db: Database) throws {
    dropped = try db.mapRows(
      """
      SELECT type, name, sql FROM sqlite_master
      WHERE type IN ('trigger', 'index') AND sql IS NOT NULL AND name <> 'run_by_start'
        AND tbl_name IN ('run', 'run_dish', 'run_step', 'run_event', 'step_time')
      ORDER BY type, name
      """
    ) { SchemaObject(type: try $0.text(), name: try $0.text(), sql: try $0.text()) }
    for object in dropped { try db.execute(sql: "DROP \(object.type) \(object.name)") }
  }

  /// Sums up what there is now and makes the triggers and indices again, as they were.
  func catchUp(in db: Database) throws {
    try db.execute(sql: Self.summing)
    for object in dropped { try db.execute(sql: object.sql) }
  }

  /// Whether rows that take so many bytes of text are many beside what is in the database.
  static func isWorthwhile(for bytes: Int, in db: Database) throws -> Bool {
    let size = try db.firstRow(
      "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    ) { try $0.int() }
    return bytes > leastBytes && bytes > (size ?? 0) / 4
  }

  /// Below this the tables are so small that nothing is gained.
  private static let leastBytes = 4 << 20

  // A removed run keeps its place in the summary of dishes, where undo looks for it.
  private static let summing = """
    DELETE FROM step_time;
    INSERT INTO step_time
    SELECT dish_key, step, simulated, seconds, run_id, dish_position, deviation_seconds
    FROM finished_step ORDER BY 1, 2, 3, 4, 5, 6;
    DELETE FROM step_summary;
    INSERT INTO step_summary
    SELECT dish_key, step, simulated, count(*), sum(seconds), sum(deviation_seconds)
    FROM step_time GROUP BY 1, 2, 3;
    DELETE FROM dish_summary;
    INSERT INTO dish_summary
    SELECT run_dish.dish_key, mode <> 'live', run_dish.dish,
      count(DISTINCT iif(removed_at IS NULL, run.id, NULL)),
      max(iif(removed_at IS NULL, run_dish.started_at, NULL))
    FROM run_dish JOIN run ON run.id = run_dish.run_id
    GROUP BY 1, 2;
    DELETE FROM meal_summary;
    INSERT INTO meal_summary
    SELECT meal_key, mode <> 'live', count(*), max(started_at) FROM run
    WHERE status = 'finished' AND removed_at IS NULL
    GROUP BY 1, 2;
    """
}
