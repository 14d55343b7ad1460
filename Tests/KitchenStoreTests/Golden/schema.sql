-- index change_standing
CREATE INDEX change_standing ON change (id) WHERE undone_at IS NULL;

-- index dish_tag_by_key
CREATE INDEX dish_tag_by_key ON dish_tag (tag_key, dish_id);

-- index meal_dish_by_dish
CREATE INDEX meal_dish_by_dish ON meal_dish (dish_id);

-- index plan_by_parent_run
CREATE INDEX plan_by_parent_run ON plan (parent_run_id) WHERE parent_run_id IS NOT NULL;

-- index run_by_meal
CREATE INDEX run_by_meal ON run (meal_key, started_at, id) WHERE removed_at IS NULL;

-- index run_by_plan
CREATE INDEX run_by_plan ON run (plan_id);

-- index run_by_start
CREATE INDEX run_by_start ON run (started_at, id) WHERE removed_at IS NULL;

-- index run_command_waiting
CREATE INDEX run_command_waiting ON run_command (run_id, id) WHERE taken_at IS NULL;

-- index run_dish_by_dish
CREATE INDEX run_dish_by_dish ON run_dish (dish_key, started_at, run_id, position);

-- index run_open
CREATE INDEX run_open ON run (status) WHERE status IN ('running', 'paused', 'interrupted');

-- index step_dependency_by_dish
CREATE INDEX step_dependency_by_dish ON step_dependency (on_dish_key)
WHERE on_dish_key IS NOT NULL;

-- table absence
CREATE TABLE absence (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  cook TEXT NOT NULL,
  from_time TEXT NOT NULL,
  to_time TEXT NOT NULL
) STRICT;

-- table change
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at TEXT NOT NULL CHECK (made_at GLOB '????-??-??T??:??:??.???Z'),
  summary TEXT NOT NULL,
  before TEXT NOT NULL,
  undone_at TEXT CHECK (undone_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

-- table cook
CREATE TABLE cook (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE
) STRICT;

-- table dish
CREATE TABLE dish (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1600),
  name_key TEXT NOT NULL UNIQUE,
  servings INTEGER CHECK (servings >= 0),
  serve TEXT NOT NULL CHECK (serve IN ('hot', 'any')),
  hold_max_seconds INTEGER CHECK (hold_max_seconds >= 0),
  serve_offset_seconds INTEGER NOT NULL CHECK (serve_offset_seconds >= 0),
  not_before TEXT, -- a clock time, 'HH:MM:SS' or 'YYYY-MM-DD HH:MM:SS'
  not_after TEXT,
  notes TEXT,
  says_start TEXT,
  says_finish TEXT
) STRICT;

-- table dish_ingredient
CREATE TABLE dish_ingredient (
  dish_id INTEGER NOT NULL REFERENCES dish (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  ingredient TEXT NOT NULL,
  PRIMARY KEY (dish_id, position)
) STRICT, WITHOUT ROWID;

-- table dish_tag
CREATE TABLE dish_tag (
  dish_id INTEGER NOT NULL REFERENCES dish (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  tag TEXT NOT NULL,
  tag_key TEXT NOT NULL,
  PRIMARY KEY (dish_id, position)
) STRICT, WITHOUT ROWID;

-- table equipment
CREATE TABLE equipment (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  count INTEGER NOT NULL CHECK (count >= 1),
  slots INTEGER NOT NULL CHECK (slots >= 1),
  preheat_seconds INTEGER NOT NULL CHECK (preheat_seconds >= 0)
) STRICT;

-- table kitchen
CREATE TABLE kitchen (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  cook_count INTEGER CHECK (cook_count >= 1) -- NULL: the cooks are named, in `cook`
) STRICT;

-- table meal
CREATE TABLE meal (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1600),
  name_key TEXT NOT NULL UNIQUE
) STRICT;

-- table meal_dish
CREATE TABLE meal_dish (
  meal_id INTEGER NOT NULL REFERENCES meal (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  dish_id INTEGER NOT NULL REFERENCES dish (id),
  PRIMARY KEY (meal_id, position)
) STRICT, WITHOUT ROWID;

-- table plan
CREATE TABLE plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  cause TEXT NOT NULL CHECK (cause IN ('saved', 'cooked', 'replanned')),
  parent_run_id INTEGER REFERENCES run (id), -- the run it was made in the middle of
  status TEXT NOT NULL CHECK (status IN ('optimal', 'feasible')),
  objective TEXT NOT NULL CHECK (objective IN ('hot', 'early')),
  makespan_seconds INTEGER NOT NULL CHECK (makespan_seconds >= 0),
  hold_seconds INTEGER NOT NULL CHECK (hold_seconds >= 0),
  snapshot TEXT NOT NULL,
  CHECK ((cause = 'replanned') = (parent_run_id IS NOT NULL))
) STRICT;

-- table run
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  meal TEXT NOT NULL,
  meal_key TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('running', 'paused', 'finished', 'aborted', 'interrupted')),
  mode TEXT NOT NULL CHECK (mode IN ('live', 'scaled', 'simulated')),
  speed_thousandths INTEGER NOT NULL CHECK (speed_thousandths >= 1),
  policy TEXT NOT NULL CHECK (policy IN ('replan', 'static', 'in-order', 'sequential')),
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??.???Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??.???Z'),
  planned_seconds INTEGER NOT NULL CHECK (planned_seconds >= 0),
  actual_seconds INTEGER CHECK (actual_seconds >= 0),
  replans INTEGER NOT NULL CHECK (replans >= 0),
  removed_at TEXT CHECK (removed_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

-- table run_command
CREATE TABLE run_command (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  verb TEXT NOT NULL,
  payload TEXT NOT NULL, -- JSON
  posted_at TEXT NOT NULL CHECK (posted_at GLOB '????-??-??T??:??:??.???Z'),
  taken_at TEXT CHECK (taken_at GLOB '????-??-??T??:??:??.???Z')
, answer TEXT) STRICT;

-- table run_dish
CREATE TABLE run_dish (
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  label TEXT NOT NULL,
  dish TEXT NOT NULL,
  dish_key TEXT NOT NULL,
  started_at TEXT NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

-- table run_event
CREATE TABLE run_event (
  run_id INTEGER NOT NULL REFERENCES run (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  elapsed_seconds INTEGER NOT NULL,
  kind TEXT NOT NULL,
  dish_position INTEGER, -- the step it is about, by its place in run_step; NULL: the whole run
  step_position INTEGER,
  text TEXT, -- what was said of it
  ended_by TEXT CHECK (ended_by IN ('timer', 'cook', 'skipped')),
  cooks TEXT NOT NULL, -- a JSON array of names
  PRIMARY KEY (run_id, sequence),
  CHECK ((dish_position IS NULL) = (step_position IS NULL))
) STRICT, WITHOUT ROWID;

-- table run_lease
CREATE TABLE run_lease (
  run_id INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
  pid INTEGER NOT NULL,
  process_start TEXT NOT NULL, -- tells a process from a later one with the same number
  host TEXT NOT NULL,
  renewed_at TEXT NOT NULL CHECK (renewed_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

-- table run_step
CREATE TABLE run_step (
  run_id INTEGER NOT NULL,
  dish_position INTEGER NOT NULL, -- the position in run_dish
  position INTEGER NOT NULL CHECK (position >= 0),
  step TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('blocking', 'waiting')),
  status TEXT NOT NULL
    CHECK (status IN ('pending', 'running', 'finished', 'skipped', 'dropped')),
  planned_start_seconds INTEGER NOT NULL,
  planned_end_seconds INTEGER NOT NULL CHECK (planned_end_seconds >= planned_start_seconds),
  actual_start_seconds INTEGER,
  actual_end_seconds INTEGER,
  cooks TEXT NOT NULL, -- a JSON array of names
  ended_by TEXT CHECK (ended_by IN ('timer', 'cook', 'skipped')),
  PRIMARY KEY (run_id, dish_position, position),
  FOREIGN KEY (run_id, dish_position) REFERENCES run_dish (run_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- table step
CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  dish_id INTEGER NOT NULL REFERENCES dish (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  identifier TEXT NOT NULL, -- unique in the dish; what `after` and `Dish/step` name
  title TEXT NOT NULL,
  has_options INTEGER NOT NULL CHECK (has_options IN (0, 1)),
  not_before TEXT,
  not_after TEXT,
  UNIQUE (dish_id, position),
  UNIQUE (dish_id, identifier)
) STRICT;

-- table step_dependency
CREATE TABLE step_dependency (
  step_id INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  on_dish TEXT, -- NULL: the same dish
  on_dish_key TEXT,
  on_step TEXT NOT NULL,
  moment TEXT NOT NULL CHECK (moment IN ('end', 'start')),
  minimum_seconds INTEGER, -- NULL: no least distance
  maximum_seconds INTEGER, -- NULL: no greatest distance
  PRIMARY KEY (step_id, position),
  CHECK ((on_dish IS NULL) = (on_dish_key IS NULL))
) STRICT, WITHOUT ROWID;

-- table step_way
CREATE TABLE step_way (
  step_id INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('blocking', 'waiting')),
  minimum_seconds INTEGER NOT NULL CHECK (minimum_seconds >= 0),
  likely_seconds INTEGER NOT NULL CHECK (likely_seconds >= minimum_seconds),
  maximum_seconds INTEGER NOT NULL CHECK (maximum_seconds >= likely_seconds),
  temperature_scale TEXT CHECK (temperature_scale IN ('C', 'F')),
  temperature_lower INTEGER, -- tenths of a degree
  temperature_upper INTEGER CHECK (temperature_upper >= temperature_lower),
  cooks INTEGER NOT NULL CHECK (cooks >= 1),
  cook TEXT, -- who must do it
  starts_itself INTEGER NOT NULL CHECK (starts_itself IN (0, 1)),
  PRIMARY KEY (step_id, position),
  CHECK ((temperature_scale IS NULL) = (temperature_lower IS NULL)),
  CHECK ((temperature_scale IS NULL) = (temperature_upper IS NULL))
) STRICT, WITHOUT ROWID;

-- table way_use
CREATE TABLE way_use (
  step_id INTEGER NOT NULL,
  way INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  equipment TEXT NOT NULL,
  units INTEGER NOT NULL CHECK (units >= 1),
  PRIMARY KEY (step_id, way, position),
  FOREIGN KEY (step_id, way) REFERENCES step_way (step_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- trigger dish_added_beside_meals
CREATE TRIGGER dish_added_beside_meals BEFORE INSERT ON dish
WHEN EXISTS (SELECT 1 FROM meal WHERE name_key = NEW.name_key)
BEGIN
  SELECT RAISE (ABORT, 'a meal has this name');
END;

-- trigger dish_renamed_beside_meals
CREATE TRIGGER dish_renamed_beside_meals BEFORE UPDATE OF name_key ON dish
WHEN EXISTS (SELECT 1 FROM meal WHERE name_key = NEW.name_key)
BEGIN
  SELECT RAISE (ABORT, 'a meal has this name');
END;

-- trigger meal_added_beside_dishes
CREATE TRIGGER meal_added_beside_dishes BEFORE INSERT ON meal
WHEN EXISTS (SELECT 1 FROM dish WHERE name_key = NEW.name_key)
BEGIN
  SELECT RAISE (ABORT, 'a dish has this name');
END;

-- trigger meal_renamed_beside_dishes
CREATE TRIGGER meal_renamed_beside_dishes BEFORE UPDATE OF name_key ON meal
WHEN EXISTS (SELECT 1 FROM dish WHERE name_key = NEW.name_key)
BEGIN
  SELECT RAISE (ABORT, 'a dish has this name');
END;

-- trigger run_event_appended
CREATE TRIGGER run_event_appended BEFORE INSERT ON run_event
WHEN NEW.sequence
  <> (SELECT coalesce(max(sequence), 0) + 1 FROM run_event WHERE run_id = NEW.run_id)
BEGIN
  SELECT RAISE (ABORT, 'run events are appended one after the other');
END;

-- trigger run_event_kept
CREATE TRIGGER run_event_kept BEFORE DELETE ON run_event
WHEN (SELECT removed_at FROM run WHERE id = OLD.run_id) IS NULL
BEGIN
  SELECT RAISE (ABORT, 'only the events of a removed run can be deleted');
END;

-- trigger run_event_unchanged
CREATE TRIGGER run_event_unchanged BEFORE UPDATE ON run_event
BEGIN
  SELECT RAISE (ABORT, 'run events are never changed');
END;

-- view dish_overview
CREATE VIEW dish_overview AS
SELECT
  dish.id,
  dish.name,
  dish.servings,
  dish.serve,
  (SELECT group_concat(tag, ', ')
    FROM (SELECT tag FROM dish_tag WHERE dish_id = dish.id ORDER BY position)) AS tags,
  (SELECT count(*) FROM step WHERE dish_id = dish.id) AS steps,
  (SELECT coalesce(sum(likely_seconds), 0) FROM step
    JOIN step_way ON step_way.step_id = step.id AND step_way.position = 0
    WHERE step.dish_id = dish.id AND kind = 'blocking') AS blocking_seconds,
  (SELECT coalesce(sum(likely_seconds), 0) FROM step
    JOIN step_way ON step_way.step_id = step.id AND step_way.position = 0
    WHERE step.dish_id = dish.id AND kind = 'waiting') AS waiting_seconds,
  (SELECT count(DISTINCT meal_id) FROM meal_dish WHERE dish_id = dish.id) AS meals
FROM dish;

-- view run_overview
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
  plan_id
FROM run
WHERE removed_at IS NULL;

-- view run_step_overview
CREATE VIEW run_step_overview AS
SELECT
  run.id AS run_id,
  run.meal,
  run.mode,
  run.started_at,
  run_dish.label AS dish,
  run_step.step,
  run_step.kind,
  run_step.status,
  run_step.planned_start_seconds,
  run_step.planned_end_seconds,
  run_step.actual_start_seconds,
  run_step.actual_end_seconds,
  (run_step.actual_end_seconds - run_step.actual_start_seconds)
    - (run_step.planned_end_seconds - run_step.planned_start_seconds) AS deviation_seconds,
  run_step.cooks,
  run_step.ended_by,
  run_dish.dish_key
FROM run
JOIN run_dish ON run_dish.run_id = run.id
JOIN run_step
  ON run_step.run_id = run_dish.run_id AND run_step.dish_position = run_dish.position
WHERE run.removed_at IS NULL;
