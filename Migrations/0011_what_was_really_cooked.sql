-- What was really cooked is what was cooked live. Runs on a clock of their own, scaled ones like
-- simulated ones, count apart: `simulated` is 1 for both.

DROP TRIGGER run_step_left;
DROP TRIGGER run_dish_counted;
DROP TRIGGER run_removed;
DROP TRIGGER run_brought_back;
DROP TRIGGER run_counted_at_once;
DROP TRIGGER run_counted;
DROP TRIGGER run_discounted;
DROP TRIGGER run_step_imported;
DROP TRIGGER run_step_finished;
DROP VIEW finished_step;
DROP INDEX run_by_lateness;

CREATE INDEX run_by_lateness
ON run (meal_key, mode <> 'live', actual_seconds - planned_seconds, started_at)
WHERE removed_at IS NULL AND status = 'finished';

-- The finished steps of runs that have not been removed, as `step_time` has them.
CREATE VIEW finished_step AS
SELECT
  run_dish.dish_key,
  run_step.step,
  run.mode <> 'live' AS simulated,
  run_step.actual_end_seconds - run_step.actual_start_seconds AS seconds,
  run_step.run_id,
  run_step.dish_position,
  (run_step.actual_end_seconds - run_step.actual_start_seconds)
    - (run_step.planned_end_seconds - run_step.planned_start_seconds) AS deviation_seconds,
  run_step.position
FROM run_step
JOIN run_dish
  ON run_dish.run_id = run_step.run_id AND run_dish.position = run_step.dish_position
JOIN run ON run.id = run_step.run_id
WHERE
  run_step.status = 'finished'
  AND run_step.actual_start_seconds IS NOT NULL
  AND run_step.actual_end_seconds IS NOT NULL
  AND run.removed_at IS NULL;

CREATE TRIGGER run_step_imported AFTER INSERT ON run_step WHEN NEW.status = 'finished'
BEGIN
  INSERT INTO step_time
  SELECT dish_key, step, simulated, seconds, run_id, dish_position, deviation_seconds
  FROM finished_step
  WHERE run_id = NEW.run_id AND dish_position = NEW.dish_position AND position = NEW.position;
END;

CREATE TRIGGER run_step_left AFTER UPDATE OF status, actual_start_seconds, actual_end_seconds
ON run_step WHEN OLD.status = 'finished'
BEGIN
  DELETE FROM step_time
  WHERE
    (dish_key, simulated) = (
      SELECT dish_key, mode <> 'live' FROM run_dish JOIN run ON run.id = run_id
      WHERE run_id = NEW.run_id AND position = NEW.dish_position)
    AND step = NEW.step
    AND seconds = OLD.actual_end_seconds - OLD.actual_start_seconds
    AND run_id = NEW.run_id
    AND dish_position = NEW.dish_position;
  INSERT INTO step_time
  SELECT dish_key, step, simulated, seconds, run_id, dish_position, deviation_seconds
  FROM finished_step
  WHERE run_id = NEW.run_id AND dish_position = NEW.dish_position AND position = NEW.position;
END;

CREATE TRIGGER run_step_finished AFTER UPDATE OF status ON run_step
WHEN NEW.status = 'finished' AND OLD.status <> 'finished'
BEGIN
  INSERT INTO step_time
  SELECT dish_key, step, simulated, seconds, run_id, dish_position, deviation_seconds
  FROM finished_step
  WHERE run_id = NEW.run_id AND dish_position = NEW.dish_position AND position = NEW.position;
END;

-- A dish counts once for each run, however often it comes in it.
CREATE TRIGGER run_dish_counted AFTER INSERT ON run_dish
WHEN NOT EXISTS (
  SELECT 1 FROM run_dish
  WHERE run_id = NEW.run_id AND dish_key = NEW.dish_key AND position < NEW.position)
BEGIN
  INSERT INTO dish_summary
  SELECT NEW.dish_key, mode <> 'live', NEW.dish, 1, NEW.started_at
  FROM run WHERE id = NEW.run_id
  ON CONFLICT DO UPDATE SET
    runs = runs + 1,
    dish = iif(excluded.last_at >= coalesce(last_at, ''), excluded.dish, dish),
    last_at = max(coalesce(last_at, ''), excluded.last_at);
END;

CREATE TRIGGER run_removed AFTER UPDATE OF removed_at ON run
WHEN OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL
BEGIN
  DELETE FROM step_time
  WHERE (dish_key, step, simulated, seconds, run_id, dish_position) IN (
    SELECT dish_key, step, NEW.mode <> 'live', actual_end_seconds - actual_start_seconds,
      NEW.id, dish_position
    FROM run_step
    JOIN run_dish ON run_dish.run_id = NEW.id AND run_dish.position = dish_position
    WHERE run_step.run_id = NEW.id AND status = 'finished');
  UPDATE dish_summary SET
    runs = runs - 1,
    last_at = (
      SELECT run_dish.started_at
      FROM run_dish CROSS JOIN run ON run.id = run_dish.run_id
      WHERE run_dish.dish_key = dish_summary.dish_key AND removed_at IS NULL
        AND (mode <> 'live') = dish_summary.simulated
      ORDER BY run_dish.started_at DESC LIMIT 1)
  WHERE dish_key IN (SELECT dish_key FROM run_dish WHERE run_id = NEW.id)
    AND simulated = (NEW.mode <> 'live');
END;

CREATE TRIGGER run_brought_back AFTER UPDATE OF removed_at ON run
WHEN OLD.removed_at IS NOT NULL AND NEW.removed_at IS NULL
BEGIN
  INSERT INTO step_time
  SELECT dish_key, step, simulated, seconds, run_id, dish_position, deviation_seconds
  FROM finished_step WHERE run_id = NEW.id;
  UPDATE dish_summary SET
    runs = runs + 1,
    last_at = max(coalesce(last_at, ''), NEW.started_at)
  WHERE dish_key IN (SELECT dish_key FROM run_dish WHERE run_id = NEW.id)
    AND simulated = (NEW.mode <> 'live');
END;

-- An import writes runs that are finished already.
CREATE TRIGGER run_counted_at_once AFTER INSERT ON run
WHEN NEW.status = 'finished' AND NEW.removed_at IS NULL
BEGIN
  INSERT INTO meal_summary VALUES (NEW.meal_key, NEW.mode <> 'live', 1, NEW.started_at)
  ON CONFLICT DO UPDATE SET
    runs = runs + 1, last_at = max(coalesce(last_at, ''), excluded.last_at);
END;

CREATE TRIGGER run_counted AFTER UPDATE OF status, removed_at ON run
WHEN NEW.status = 'finished' AND NEW.removed_at IS NULL
  AND NOT (OLD.status = 'finished' AND OLD.removed_at IS NULL)
BEGIN
  INSERT INTO meal_summary VALUES (NEW.meal_key, NEW.mode <> 'live', 1, NEW.started_at)
  ON CONFLICT DO UPDATE SET
    runs = runs + 1, last_at = max(coalesce(last_at, ''), excluded.last_at);
END;

CREATE TRIGGER run_discounted AFTER UPDATE OF status, removed_at ON run
WHEN OLD.status = 'finished' AND OLD.removed_at IS NULL
  AND NOT (NEW.status = 'finished' AND NEW.removed_at IS NULL)
BEGIN
  UPDATE meal_summary SET
    runs = runs - 1,
    last_at = (
      SELECT started_at FROM run
      WHERE meal_key = NEW.meal_key AND removed_at IS NULL AND status = 'finished'
        AND (mode <> 'live') = (NEW.mode <> 'live')
      ORDER BY started_at DESC LIMIT 1)
  WHERE meal_key = NEW.meal_key AND simulated = (NEW.mode <> 'live');
END;

-- What there is already.
DELETE FROM step_time WHERE run_id IN (SELECT id FROM run WHERE mode = 'scaled');
INSERT INTO step_time
SELECT dish_key, step, simulated, seconds, run_id, dish_position, deviation_seconds
FROM finished_step WHERE run_id IN (SELECT id FROM run WHERE mode = 'scaled');

DELETE FROM dish_summary WHERE EXISTS (SELECT 1 FROM run WHERE mode = 'scaled');
INSERT INTO dish_summary
SELECT run_dish.dish_key, mode <> 'live', run_dish.dish,
  count(DISTINCT iif(removed_at IS NULL, run.id, NULL)),
  max(iif(removed_at IS NULL, run_dish.started_at, NULL))
FROM run_dish JOIN run ON run.id = run_dish.run_id
WHERE EXISTS (SELECT 1 FROM run WHERE mode = 'scaled')
GROUP BY 1, 2;

DELETE FROM meal_summary WHERE EXISTS (SELECT 1 FROM run WHERE mode = 'scaled');
INSERT INTO meal_summary
SELECT meal_key, mode <> 'live', count(*), max(started_at) FROM run
WHERE status = 'finished' AND removed_at IS NULL
  AND EXISTS (SELECT 1 FROM run WHERE mode = 'scaled')
GROUP BY 1, 2;
