-- How long food stood between steps, kept beside how long it waited to be served: of each plan, and of
-- each run as planned and as cooked. What there is already is filled in by the program, which knows how
-- long what a step makes keeps.

ALTER TABLE plan ADD COLUMN standing_seconds INTEGER NOT NULL DEFAULT 0
  CHECK (standing_seconds >= 0);

-- Which way of a step was done.
ALTER TABLE run_step ADD COLUMN option INTEGER NOT NULL DEFAULT 0 CHECK (option >= 0);
-- How long what it made keeps, done so; NULL: without end.
ALTER TABLE run_step ADD COLUMN keeps_seconds INTEGER CHECK (keeps_seconds >= 0);
-- What takes it up: a JSON array of [position in the dish, least seconds after its end].
ALTER TABLE run_step ADD COLUMN takers TEXT NOT NULL DEFAULT '[]';

-- Written with every change of a run's steps.
ALTER TABLE run ADD COLUMN standing_seconds INTEGER NOT NULL DEFAULT 0;
-- Of the plan it began with.
ALTER TABLE run ADD COLUMN planned_hold_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN planned_standing_seconds INTEGER NOT NULL DEFAULT 0;

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
  bottleneck_seconds,
  standing_seconds,
  2 * hold_seconds + standing_seconds AS staleness_seconds,
  planned_hold_seconds,
  planned_standing_seconds,
  2 * planned_hold_seconds + planned_standing_seconds AS planned_staleness_seconds
FROM run
WHERE removed_at IS NULL;
