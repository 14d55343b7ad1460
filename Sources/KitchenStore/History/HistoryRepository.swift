internal import GRDB
package import KitchenModel

/// Questions about all runs at once, answered from the tables that triggers keep summed up.
///
/// No question reads a table of runs or steps from end to end.
package struct HistoryRepository: Sendable {
  let store: KitchenStore

  /// How often each dish was cooked and when last, those not cooked for longest first; stored dishes
  /// that never were come before all others.
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
      let value = clocks == .simulated ? 1 : 0
      let rank = { (rank: String) in
        """
        (SELECT actual_seconds - planned_seconds FROM run
          WHERE meal_key = groups.meal_key AND (mode = 'simulated') = \(value)
            AND removed_at IS NULL AND status = 'finished'
          ORDER BY actual_seconds - planned_seconds LIMIT 1 OFFSET \(rank))
        """
      }
      return try db.mapRows(
        """
        SELECT (SELECT meal FROM run WHERE run.meal_key = groups.meal_key LIMIT 1), times, last,
          \(rank("(times + 1) / 2 - 1")) AS median, \(rank("(times * 9 + 9) / 10 - 1"))
        FROM (
          SELECT meal_key, count(*) AS times, max(started_at) AS last
          FROM run INDEXED BY run_by_lateness
          WHERE removed_at IS NULL AND status = 'finished'
            AND (mode = 'simulated') = \(value)
          GROUP BY meal_key) AS groups
        ORDER BY median DESC, meal_key
        """
      ) {
        MealHistory(
          meal: try $0.text(), runs: try $0.int(), lastAt: try $0.instant(),
          medianLate: try $0.seconds(), p90Late: try $0.seconds())
      }
    }
  }

  /// How long steps take, those that overrun most first.
  ///
  /// With ``RunClocks/any`` each step is told from real runs, and from simulated ones where it has
  /// no real one.
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
          step, simulated, times, p10_seconds, median_seconds, p90_seconds, mean_deviation_seconds
        FROM step_statistics AS summary
        WHERE \(dish == nil ? "?1 IS NULL" : "dish_key = ?1") AND (?2 IS NULL OR step = ?2)
          AND \(choice)
        ORDER BY mean_deviation_seconds DESC, dish_key, step
        """, [dish?.key, step], Self.statistics)
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
  /// - Throws: ``Diagnostic``.
  package func samples(of dish: Name, limit: Int = 1000) throws -> [StepSample] {
    try store.read { db in
      try db.mapRows(
        """
        SELECT run.id, step, cooks, actual_end_seconds - actual_start_seconds
        FROM run_dish CROSS JOIN run ON run.id = run_dish.run_id
        CROSS JOIN run_step
          ON run_step.run_id = run.id AND run_step.dish_position = run_dish.position
        WHERE run_dish.dish_key = ? AND run.removed_at IS NULL AND run.status = 'finished'
          AND mode = 'live' AND speed_thousandths = 1000
          AND run_step.status = 'finished' AND ended_by = 'cook'
          AND actual_start_seconds IS NOT NULL AND actual_end_seconds IS NOT NULL
          AND NOT EXISTS (
            SELECT 1 FROM run_event
            WHERE run_event.run_id = run.id AND kind IN ('run.paused', 'run.interrupted')
              AND elapsed_seconds BETWEEN actual_start_seconds AND actual_end_seconds)
        ORDER BY run_dish.started_at DESC, run.id DESC, run_dish.position, run_step.position
        LIMIT ?
        """, [dish.key, limit]
      ) {
        StepSample(
          run: try $0.int(), step: try $0.text(), cooks: try $0.names(), length: try $0.seconds())
      }
    }
  }

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
      WHERE run_dish.dish_key = ? AND run.removed_at IS NULL AND (mode = 'simulated') = ?
        AND step = ? AND run_step.status = 'finished' AND actual_start_seconds IS NOT NULL
      ORDER BY run_dish.started_at DESC, run_dish.run_id DESC LIMIT ?
      """, [dish.key, answer.isSimulated, answer.step, lookBack]
    ) { try $0.seconds() }.reversed()
  }

  private static func statistics(_ row: inout RowReader) throws -> StepStatistics {
    StepStatistics(
      dish: try row.optionalText() ?? "", step: try row.text(), isSimulated: try row.flag(),
      times: try row.int(), p10: try row.seconds(), median: try row.seconds(),
      p90: try row.seconds(), meanDeviation: try row.double())
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
