-- What keeps every question fast when the history is long.

-- Where runs were halted: the few events that keep a step from teaching how long it takes.
CREATE INDEX run_event_halting ON run_event (run_id, elapsed_seconds)
WHERE kind IN ('run.paused', 'run.interrupted');

-- How often each meal was finished and when the last of these runs began, in real and in simulated
-- runs.
CREATE TABLE meal_summary (
  meal_key TEXT NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  runs INTEGER NOT NULL CHECK (runs >= 0),
  last_at TEXT,
  PRIMARY KEY (meal_key, simulated)
) STRICT, WITHOUT ROWID;

-- An import writes runs that are finished already.
CREATE TRIGGER run_counted_at_once AFTER INSERT ON run
WHEN NEW.status = 'finished' AND NEW.removed_at IS NULL
BEGIN
  INSERT INTO meal_summary VALUES (NEW.meal_key, NEW.mode = 'simulated', 1, NEW.started_at)
  ON CONFLICT DO UPDATE SET
    runs = runs + 1, last_at = max(coalesce(last_at, ''), excluded.last_at);
END;

CREATE TRIGGER run_counted AFTER UPDATE OF status, removed_at ON run
WHEN NEW.status = 'finished' AND NEW.removed_at IS NULL
  AND NOT (OLD.status = 'finished' AND OLD.removed_at IS NULL)
BEGIN
  INSERT INTO meal_summary VALUES (NEW.meal_key, NEW.mode = 'simulated', 1, NEW.started_at)
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
        AND (mode = 'simulated') = (NEW.mode = 'simulated')
      ORDER BY started_at DESC LIMIT 1)
  WHERE meal_key = NEW.meal_key AND simulated = (NEW.mode = 'simulated');
END;

-- What there is already.
INSERT INTO meal_summary
SELECT meal_key, mode = 'simulated', count(*), max(started_at) FROM run
WHERE status = 'finished' AND removed_at IS NULL
GROUP BY 1, 2;
