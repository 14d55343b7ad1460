internal import GRDB
package import KitchenModel

/// Questions about all runs at once, answered from the tables that triggers keep summed up.
///
/// No question reads a table of runs or steps from end to end.
package struct HistoryRepository: Sendable {
  let store: KitchenStore

  /// How often each dish was cooked and when last, those not cooked for longest first; stored
  /// dishes that never were come before all others.
  ///
  /// - Parameters:
  ///   - clocks: Which runs count.
  ///   - limit: The last time must lie before; nil for all dishes.
  /// - Throws: ``Diagnostic``.
  package func dishes(_ clocks: RunClocks, notSince limit: Instant? = nil) throws -> [DishHistory] {
    try store.read { db in
      try db.mapRows(
        """
        SELECT name, sum(times), max(last) FROM (
          SELECT dish_key, dish AS name, runs AS times, last_at AS last, 1 AS rank
          FROM dish_summary WHERE runs > 0 AND \(clocks.condition)
          UNION ALL
          SELECT name_key, name, 0, NULL, 0 FROM dish)
        GROUP BY dish_key
        HAVING ?1 IS NULL OR max(last) IS NULL OR max(last) < ?1
        ORDER BY max(last) NULLS FIRST, dish_key
        """, [limit?.stored]
      ) {
        DishHistory(
          dish: try $0.text(), runs: try $0.int(), lastAt: try $0.optionalInstant())
      }
    }
  }

  /// How late each meal was served, those that were latest on the median first.
  ///
  /// - Throws: ``Diagnostic``.
  package func meals(_ clocks: RunClocks) throws -> [MealHistory] {
    try store.read { db in
      let isSimulated = clocks == .simulated
      return try db.mapRows(
        """
        SELECT meal_key, runs, last_at FROM meal_summary
        WHERE runs > 0 AND simulated = ? ORDER BY meal_key
        """, [isSimulated]
      ) { row in
        let (key, runs, lastAt) = (try row.text(), try row.int(), try row.instant())
        func late(_ rank: Int) throws -> (meal: String, late: Seconds)? {
          try db.firstRow(
            """
            SELECT meal, actual_seconds - planned_seconds FROM run
            WHERE meal_key = ? AND (mode <> 'live') = ? AND removed_at IS NULL
              AND status = 'finished'
            ORDER BY actual_seconds - planned_seconds LIMIT 1 OFFSET ?
            """, [key, isSimulated, rank - 1]
          ) { (try $0.text(), try $0.seconds()) }
        }
        let median = try late((runs + 1) / 2)
        return MealHistory(
          meal: median?.meal ?? key, runs: runs, lastAt: lastAt,
          medianLate: median?.late ?? .zero, p90Late: try late((runs * 9 + 9) / 10)?.late ?? .zero)
      }.byLateness
    }
  }

  /// How long steps take, those that overrun most first.
  ///
  /// With ``RunClocks/any`` each step is measured by its real runs, or by others where it has
  /// none.
  ///
  /// - Parameters:
  ///   - dish: Of this dish alone, with how long each step took the last times; nil for all.
  ///   - step: Of this step alone.
  /// - Throws: ``Diagnostic``.
  package func steps(
    of dish: Name? = nil, step: String? = nil, _ clocks: RunClocks
  ) throws -> [StepStatistics] {
    try store.read { db in
      let choice =
        clocks == .any
        ? """
        simulated = (SELECT min(other.simulated) FROM step_summary AS other
          WHERE other.dish_key = summary.dish_key AND other.step = summary.step
            AND other.times > 0)
        """ : clocks.condition
      var answers = try db.mapRows(
        """
        SELECT coalesce(
            (SELECT name FROM dish WHERE name_key = summary.dish_key),
            (SELECT dish FROM dish_summary WHERE dish_key = summary.dish_key LIMIT 1)),
          dish_key, step, simulated, times, total_deviation_seconds * 1.0 / times AS deviation
        FROM step_summary AS summary
        WHERE times > 0 AND \(dish == nil ? "?1 IS NULL" : "dish_key = ?1") AND (?2 IS NULL OR step = ?2)
          AND \(choice)
        ORDER BY deviation DESC, dish_key, step
        """, [dish?.key, step]
      ) { row in try Self.statistics(&row, db) }
      if let dish {
        for index in answers.indices {
          answers[index].recent = try Self.recent(answers[index], of: dish, from: db)
        }
      }
      return answers
    }
  }

  /// What may teach how long the steps of a dish take, newest first: finished in a live run that
  /// ended, at its own speed, without a pause while it ran, and ended by a cook.
  ///
  /// - Parameter limit: How many times the dish was cooked are looked back at. Each weighs less
  ///   than the one after it; those beyond the default would weigh less than a thousandth.
  /// - Throws: ``Diagnostic``.
  package func samples(of dish: Name, limit: Int = 200) throws -> [StepSample] {
    try store.read { db in
      try db.mapRows(Self.sampleQuery, [dish.key, limit]) {
        StepSample(
          run: try $0.int(), step: try $0.text(), cooks: try $0.names(), length: try $0.seconds())
      }
    }
  }

  static let sampleQuery = """
    SELECT id, step, cooks, actual_end_seconds - actual_start_seconds
    FROM (
      SELECT run.id, run_dish.position AS place, run_dish.started_at
      FROM run_dish CROSS JOIN run ON run.id = run_dish.run_id
      WHERE run_dish.dish_key = ?1 AND run.removed_at IS NULL AND run.status = 'finished'
        AND mode = 'live' AND speed_thousandths = 1000
      ORDER BY run_dish.started_at DESC, run.id DESC, place LIMIT ?2) AS taught
    CROSS JOIN run_step ON run_step.run_id = taught.id AND run_step.dish_position = place
    WHERE run_step.status = 'finished' AND ended_by = 'cook'
      AND actual_start_seconds IS NOT NULL AND actual_end_seconds IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM run_event
        WHERE run_event.run_id = taught.id AND kind IN ('run.paused', 'run.interrupted')
          AND elapsed_seconds BETWEEN actual_start_seconds AND actual_end_seconds)
    ORDER BY started_at DESC, id DESC, place, run_step.position
    """

  /// How often the sparkline of a step looks back.
  private static let lookBack = 24

  private static func recent(
    _ answer: StepStatistics, of dish: Name, from db: Database
  ) throws -> [Seconds] {
    try db.mapRows(
      """
      SELECT actual_end_seconds - actual_start_seconds
      FROM run_dish CROSS JOIN run ON run.id = run_dish.run_id
      CROSS JOIN run_step
        ON run_step.run_id = run.id AND run_step.dish_position = run_dish.position
      WHERE run_dish.dish_key = ? AND run.removed_at IS NULL AND (mode <> 'live') = ?
        AND step = ? AND run_step.status = 'finished' AND actual_start_seconds IS NOT NULL
      ORDER BY run_dish.started_at DESC, run_dish.run_id DESC LIMIT ?
      """, [dish.key, answer.isSimulated, answer.step, lookBack]
    ) { try $0.seconds() }.reversed()
  }

  private static func statistics(
    _ row: inout RowReader, _ db: Database
  ) throws -> StepStatistics {
    let (dish, key, step) = (try row.optionalText() ?? "", try row.text(), try row.text())
    let (isSimulated, times) = (try row.flag(), try row.int())
    // Of the nearest rank; the further end of the index is walked from behind.
    func quantile(_ rank: Int) throws -> Seconds {
      let isUpper = rank * 2 > times
      return try db.firstRow(
        """
        SELECT seconds FROM step_time WHERE dish_key = ? AND step = ? AND simulated = ?
        ORDER BY seconds \(isUpper ? "DESC" : "ASC") LIMIT 1 OFFSET ?
        """, [key, step, isSimulated, isUpper ? times - rank : rank - 1]
      ) { try $0.seconds() } ?? .zero
    }
    return StepStatistics(
      dish: dish, step: step, isSimulated: isSimulated, times: times,
      p10: try quantile((times + 9) / 10), median: try quantile((times + 1) / 2),
      p90: try quantile((times * 9 + 9) / 10), meanDeviation: try row.double())
  }
}

extension RunClocks {
  /// The condition on a column `simulated`.
  fileprivate var condition: String {
    switch self {
    case .real: "simulated = 0"
    case .simulated: "simulated = 1"
    case .any: "TRUE"
    }
  }
}
