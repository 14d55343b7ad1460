-- What the questions of the history need: edits beside the log, and summaries that are kept up to
-- date by triggers, in the transaction that changes a run.

-- Edits ------------------------------------------------------------------------------------------

-- What cooks said of a run afterwards, appended in order and never overwritten: a later rating
-- counts instead of an earlier one, an amendment on top of the log. Undo withdraws an edit.
CREATE TABLE run_edit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  made_at TEXT NOT NULL CHECK (made_at GLOB '????-??-??T??:??:??.???Z'),
  kind TEXT NOT NULL CHECK (kind IN ('rated', 'noted', 'amended')),
  rating INTEGER CHECK (rating BETWEEN 1 AND 5),
  note TEXT,
  dish_position INTEGER, -- the step that is amended, by its place in run_step
  step_position INTEGER,
  start_seconds INTEGER, -- when it really started and ended
  end_seconds INTEGER CHECK (end_seconds >= start_seconds),
  withdrawn_at TEXT CHECK (withdrawn_at GLOB '????-??-??T??:??:??.???Z'),
  CHECK ((kind = 'rated') = (rating IS NOT NULL)),
  CHECK ((kind = 'noted') = (note IS NOT NULL)),
  CHECK ((kind = 'amended') = (dish_position IS NOT NULL)),
  CHECK ((kind = 'amended') = (step_position IS NOT NULL)),
  CHECK ((kind = 'amended') = (end_seconds IS NOT NULL))
) STRICT;

CREATE INDEX run_edit_by_run ON run_edit (run_id, id) WHERE withdrawn_at IS NULL;

CREATE TRIGGER run_edit_unchanged BEFORE UPDATE OF
  run_id, made_at, kind, rating, note, dish_position, step_position, start_seconds, end_seconds
ON run_edit
BEGIN
  SELECT RAISE (ABORT, 'edits of the history are never changed');
END;

-- Questions by state, by clock and by lateness ----------------------------------------------------

CREATE INDEX run_by_status ON run (status, started_at, id) WHERE removed_at IS NULL;
CREATE INDEX run_by_mode ON run (mode, started_at, id) WHERE removed_at IS NULL;
CREATE INDEX run_by_lateness
ON run (meal_key, mode = 'simulated', actual_seconds - planned_seconds, started_at)
WHERE removed_at IS NULL AND status = 'finished';

-- How often and when last each dish was cooked, in real and in simulated runs.
CREATE TABLE dish_summary (
  dish_key TEXT NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  dish TEXT NOT NULL,
  runs INTEGER NOT NULL CHECK (runs >= 0),
  last_at TEXT,
  PRIMARY KEY (dish_key, simulated)
) STRICT, WITHOUT ROWID;

-- How long each step took each time it was finished, in an order that quantiles can be read from.
CREATE TABLE step_time (
  dish_key TEXT NOT NULL,
  step TEXT NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  seconds INTEGER NOT NULL,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  dish_position INTEGER NOT NULL,
  deviation_seconds INTEGER NOT NULL,
  PRIMARY KEY (dish_key, step, simulated, seconds, run_id, dish_position)
) STRICT, WITHOUT ROWID;

-- What of it can be added up.
CREATE TABLE step_summary (
  dish_key TEXT NOT NULL,
  step TEXT NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  times INTEGER NOT NULL CHECK (times >= 0),
  total_seconds INTEGER NOT NULL,
  total_deviation_seconds INTEGER NOT NULL,
  PRIMARY KEY (dish_key, step, simulated)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER step_time_counted AFTER INSERT ON step_time
BEGIN
  INSERT INTO step_summary VALUES
    (NEW.dish_key, NEW.step, NEW.simulated, 1, NEW.seconds, NEW.deviation_seconds)
  ON CONFLICT DO UPDATE SET
    times = times + 1,
    total_seconds = total_seconds + excluded.total_seconds,
    total_deviation_seconds = total_deviation_seconds + excluded.total_deviation_seconds;
END;

CREATE TRIGGER step_time_discounted AFTER DELETE ON step_time
BEGIN
  UPDATE step_summary SET
    times = times - 1,
    total_seconds = total_seconds - OLD.seconds,
    total_deviation_seconds = total_deviation_seconds - OLD.deviation_seconds
  WHERE dish_key = OLD.dish_key AND step = OLD.step AND simulated = OLD.simulated;
END;

-- The finished steps of runs that have not been removed, as `step_time` has them.
CREATE VIEW finished_step AS
SELECT
  run_dish.dish_key,
  run_step.step,
  run.mode = 'simulated' AS simulated,
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
      SELECT dish_key, mode = 'simulated' FROM run_dish JOIN run ON run.id = run_id
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
  SELECT NEW.dish_key, mode = 'simulated', NEW.dish, 1, NEW.started_at
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
    SELECT dish_key, step, NEW.mode = 'simulated', actual_end_seconds - actual_start_seconds,
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
        AND (mode = 'simulated') = dish_summary.simulated
      ORDER BY run_dish.started_at DESC LIMIT 1)
  WHERE dish_key IN (SELECT dish_key FROM run_dish WHERE run_id = NEW.id)
    AND simulated = (NEW.mode = 'simulated');
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
    AND simulated = (NEW.mode = 'simulated');
END;

-- What there is already.
INSERT INTO step_time
SELECT dish_key, step, simulated, seconds, run_id, dish_position, deviation_seconds
FROM finished_step;

INSERT INTO dish_summary
SELECT run_dish.dish_key, mode = 'simulated', run_dish.dish, count(DISTINCT run.id),
  max(run_dish.started_at)
FROM run_dish JOIN run ON run.id = run_dish.run_id
WHERE removed_at IS NULL
GROUP BY 1, 2;

-- Learning ----------------------------------------------------------------------------------------

-- Where an estimate came from: what was learned from which runs, and accepted. Undo withdraws it.
CREATE TABLE learned_estimate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  learned_at TEXT NOT NULL CHECK (learned_at GLOB '????-??-??T??:??:??.???Z'),
  dish_key TEXT NOT NULL,
  step TEXT NOT NULL,
  cook TEXT, -- NULL: whoever does it
  before_seconds INTEGER NOT NULL CHECK (before_seconds >= 0),
  after_seconds INTEGER NOT NULL CHECK (after_seconds >= 0),
  times INTEGER NOT NULL CHECK (times >= 1),
  runs TEXT NOT NULL, -- a JSON array of their numbers
  withdrawn_at TEXT CHECK (withdrawn_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

CREATE INDEX learned_estimate_by_dish ON learned_estimate (dish_key, step)
WHERE withdrawn_at IS NULL;

-- Views -------------------------------------------------------------------------------------------

-- One row a step that was ever finished: how long it takes, in real and in simulated runs.
-- Quantiles are of the nearest rank.
CREATE VIEW step_statistics AS
SELECT
  dish_key,
  step,
  simulated,
  times,
  (SELECT seconds FROM (
      SELECT seconds, row_number() OVER (ORDER BY seconds) AS rank FROM step_time
      WHERE dish_key = step_summary.dish_key AND step = step_summary.step
        AND simulated = step_summary.simulated)
    WHERE rank = (times + 9) / 10) AS p10_seconds,
  (SELECT seconds FROM (
      SELECT seconds, row_number() OVER (ORDER BY seconds) AS rank FROM step_time
      WHERE dish_key = step_summary.dish_key AND step = step_summary.step
        AND simulated = step_summary.simulated)
    WHERE rank = (times + 1) / 2) AS median_seconds,
  (SELECT seconds FROM (
      SELECT seconds, row_number() OVER (ORDER BY seconds) AS rank FROM step_time
      WHERE dish_key = step_summary.dish_key AND step = step_summary.step
        AND simulated = step_summary.simulated)
    WHERE rank = (times * 9 + 9) / 10) AS p90_seconds,
  total_seconds * 1.0 / times AS mean_seconds,
  total_deviation_seconds * 1.0 / times AS mean_deviation_seconds
FROM step_summary
WHERE times > 0;
