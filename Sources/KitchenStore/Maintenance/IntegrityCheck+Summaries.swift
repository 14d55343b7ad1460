internal import GRDB

extension IntegrityCheck {
  /// Where the summaries say otherwise than what they sum up.
  static func wrongSummaries(in db: Database) throws -> [String] {
    let steps = """
      SELECT dish_key, step, simulated, seconds, run_id, dish_position, deviation_seconds
      """
    let sums = """
      SELECT dish_key, step, simulated, count(*), sum(seconds), sum(deviation_seconds)
      FROM step_time GROUP BY 1, 2, 3
      """
    let dishes = """
      SELECT run_dish.dish_key, mode <> 'live', count(DISTINCT run.id), max(run.started_at)
      FROM run JOIN run_dish ON run_dish.run_id = run.id
      WHERE removed_at IS NULL GROUP BY 1, 2
      """
    let meals = """
      SELECT meal_key, mode <> 'live', count(*), max(started_at) FROM run
      WHERE removed_at IS NULL AND status = 'finished' GROUP BY 1, 2
      """
    return try [
      ("step times", "\(steps) FROM finished_step", "\(steps) FROM step_time"),
      ("step sums", sums, "SELECT * FROM step_summary WHERE times > 0"),
      (
        "dishes cooked", dishes,
        "SELECT dish_key, simulated, runs, last_at FROM dish_summary WHERE runs > 0"
      ),
      ("meals served", meals, "SELECT * FROM meal_summary WHERE runs > 0"),
    ].flatMap { name, expected, found in
      let differ =
        try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (SELECT * FROM (\(expected)) EXCEPT SELECT * FROM (\(found)))
              OR EXISTS (SELECT * FROM (\(found)) EXCEPT SELECT * FROM (\(expected)))
            """) ?? false
      return differ ? ["The table of \(name) is not what the runs add up to."] : []
    }
  }
}
