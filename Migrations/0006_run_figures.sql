-- What the times of each run amount to, kept beside its record so that a list of all runs can tell it.

-- How each dish of a run was to be served: what its hold is counted by.
ALTER TABLE run_dish ADD COLUMN serve TEXT NOT NULL DEFAULT 'hot'
  CHECK (serve IN ('hot', 'any'));
ALTER TABLE run_dish ADD COLUMN serve_offset_seconds INTEGER NOT NULL DEFAULT 0
  CHECK (serve_offset_seconds >= 0);

-- Written with every change of a run's steps. The bottleneck is the longest of the steps that one
-- after the other led to the run's end.
ALTER TABLE run ADD COLUMN hands_on_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN elapsed_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN hold_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN bottleneck_dish TEXT; -- its label in the run
ALTER TABLE run ADD COLUMN bottleneck_step TEXT;
ALTER TABLE run ADD COLUMN bottleneck_seconds INTEGER
  CHECK ((bottleneck_dish IS NULL) = (bottleneck_seconds IS NULL)
    AND (bottleneck_step IS NULL) = (bottleneck_seconds IS NULL));

-- What there is already. The plan that a run went over to last has every dish of it.
UPDATE run_dish SET (serve, serve_offset_seconds) = (
  SELECT
    iif(json_extract(dish, '$.serve') = 'any', 'any', 'hot'),
    max(0, coalesce(CAST(json_extract(dish, '$.serveOffset') AS INTEGER), 0))
  FROM (
    SELECT json_extract(snapshot, '$.menu.dishes[' || run_dish.position || '].dish') AS dish
    FROM run JOIN plan ON plan.id = coalesce(
      (SELECT max(later.id) FROM plan AS later WHERE later.parent_run_id = run.id), run.plan_id)
    WHERE run.id = run_dish.run_id AND json_valid(snapshot)))
WHERE EXISTS (
  SELECT 1 FROM run JOIN plan ON plan.id = coalesce(
    (SELECT max(later.id) FROM plan AS later WHERE later.parent_run_id = run.id), run.plan_id)
  WHERE run.id = run_dish.run_id AND json_valid(snapshot));

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
    ORDER BY length DESC, place LIMIT 1);

DROP VIEW run_overview;

-- One row a run that has not been removed. `late_seconds` is negative where it was sooner.
CREATE VIEW run_overview AS
SELECT
  id,
  meal,
  status,
  mode,
  speed_thousandths / 1000.0 AS speed,
  policy,
  started_at,
  finished_at,
  planned_seconds,
  actual_seconds,
  actual_seconds - planned_seconds AS late_seconds,
  replans,
  plan_id,
  hands_on_seconds,
  elapsed_seconds,
  hold_seconds,
  bottleneck_dish,
  bottleneck_step,
  bottleneck_seconds
FROM run
WHERE removed_at IS NULL;
