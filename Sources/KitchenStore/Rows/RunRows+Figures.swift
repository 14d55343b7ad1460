internal import GRDB
internal import KitchenModel

/// What the times of a run amount to, summed up by SQLite from the rows of its steps.
///
/// The doctor comes to the same by a way of its own: ``RunFigures`` of the log played once more.
extension RunRows {
  /// Brings the figures of a run up to date with its steps, and returns them.
  ///
  /// - Complexity: O(*n* · *c*) for *n* steps, *c* of which one after the other led to the end.
  @discardableResult
  static func updateFigures(of id: Int, in db: Database) throws -> RunFigures? {
    try db.firstRow(update, [id], figures)
  }

  /// The columns of the figures, as ``figures(_:)`` reads them.
  static let figureColumns = """
    hands_on_seconds, elapsed_seconds, hold_seconds, standing_seconds, planned_hold_seconds,
    planned_standing_seconds, bottleneck_dish, bottleneck_step, bottleneck_seconds
    """

  /// Reads ``figureColumns``.
  static func figures(_ row: inout RowReader) throws -> RunFigures {
    RunFigures(
      handsOn: try row.seconds(), elapsed: try row.seconds(), hold: try row.seconds(),
      standing: try row.seconds(), plannedHold: try row.seconds(),
      plannedStanding: try row.seconds(), bottleneck: try bottleneck(&row))
  }

  private static func bottleneck(_ row: inout RowReader) throws -> RunFigures.Bottleneck? {
    let (dish, step) = (try row.optionalText(), try row.optionalText())
    guard let length = try row.optionalSeconds() else { return nil }
    guard let dish, let step else { throw Unreadable() }
    return RunFigures.Bottleneck(dish: dish, step: step, length: length)
  }

  // What a step made stands until the first start of what takes it up, counted back by what is meant.
  //
  // The steps that led to the end, last first: each is the one that ended last before the next
  // began; of several, the first as listed. What took no time holds nothing up.
  private static let update = """
    UPDATE run SET
      (hands_on_seconds, elapsed_seconds) = (
        SELECT
          coalesce(sum(iif(kind = 'blocking', actual_end_seconds - actual_start_seconds, 0)), 0),
          coalesce(max(actual_end_seconds), 0)
        FROM run_step
        WHERE run_id = run.id AND actual_start_seconds IS NOT NULL AND actual_end_seconds IS NOT NULL),
      hold_seconds = (
        SELECT coalesce(sum(iif(serve = 'hot', serving + serve_offset_seconds - ready, 0)), 0)
        FROM (
          SELECT serve, serve_offset_seconds, max(actual_end_seconds) AS ready,
            max(max(actual_end_seconds) - serve_offset_seconds) OVER () AS serving
          FROM run_dish JOIN run_step
            ON run_step.run_id = run_dish.run_id AND dish_position = run_dish.position
          WHERE run_dish.run_id = run.id
            AND actual_start_seconds IS NOT NULL AND actual_end_seconds IS NOT NULL
          GROUP BY run_dish.position)),
      standing_seconds = (
        SELECT coalesce(sum(max(0, taken - actual_end_seconds - keeps_seconds)), 0)
        FROM (
          SELECT made.actual_end_seconds, made.keeps_seconds,
            max(made.actual_end_seconds, min(taker.actual_start_seconds - (value ->> '$[1]')))
              AS taken
          FROM run_step AS made JOIN json_each(made.takers)
          JOIN run_step AS taker ON taker.run_id = made.run_id
            AND taker.dish_position = made.dish_position AND taker.position = value ->> '$[0]'
          WHERE made.run_id = run.id AND made.keeps_seconds IS NOT NULL
            AND made.actual_start_seconds IS NOT NULL AND made.actual_end_seconds IS NOT NULL
            AND taker.actual_start_seconds IS NOT NULL
          GROUP BY made.dish_position, made.position)),
      (bottleneck_dish, bottleneck_step, bottleneck_seconds) = (
        WITH RECURSIVE chain (place, dish_position, position, started, length) AS (
          SELECT * FROM (
            SELECT 0, dish_position, position, actual_start_seconds,
              actual_end_seconds - actual_start_seconds
            FROM run_step
            WHERE run_id = run.id AND actual_end_seconds > actual_start_seconds
            ORDER BY actual_end_seconds DESC, dish_position, position LIMIT 1)
          UNION ALL
          SELECT place + 1, before.dish_position, before.position, actual_start_seconds,
            actual_end_seconds - actual_start_seconds
          FROM chain CROSS JOIN run_step AS before
          WHERE before.run_id = run.id
            AND (before.dish_position, before.position) = (
              SELECT dish_position, position FROM run_step
              WHERE run_id = run.id AND actual_end_seconds > actual_start_seconds
                AND actual_end_seconds <= chain.started
              ORDER BY actual_end_seconds DESC, dish_position, position LIMIT 1))
        SELECT label, step, length
        FROM chain
        JOIN run_dish ON run_dish.run_id = run.id AND run_dish.position = chain.dish_position
        JOIN run_step ON run_step.run_id = run.id AND run_step.dish_position = chain.dish_position
          AND run_step.position = chain.position
        ORDER BY length DESC, place LIMIT 1)
    WHERE id = ?
    RETURNING \(figureColumns)
    """
}
