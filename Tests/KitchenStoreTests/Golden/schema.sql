-- index change_standing
CREATE INDEX change_standing ON change (id) WHERE undone_at IS NULL;

-- index dish_tag_by_key
CREATE INDEX dish_tag_by_key ON dish_tag (tag_key, dish_id);

-- index learned_estimate_by_dish
CREATE INDEX learned_estimate_by_dish ON learned_estimate (dish_key, step)
WHERE withdrawn_at IS NULL;

-- index meal_dish_by_dish
CREATE INDEX meal_dish_by_dish ON meal_dish (dish_id);

-- index plan_by_parent_run
CREATE INDEX plan_by_parent_run ON plan (parent_run_id) WHERE parent_run_id IS NOT NULL;

-- index run_by_lateness
CREATE INDEX run_by_lateness
ON run (meal_key, mode <> 'live', actual_seconds - planned_seconds, started_at)
WHERE removed_at IS NULL AND status = 'finished';

-- index run_by_meal
CREATE INDEX run_by_meal ON run (meal_key, started_at, id) WHERE removed_at IS NULL;

-- index run_by_mode
CREATE INDEX run_by_mode ON run (mode, started_at, id) WHERE removed_at IS NULL;

-- index run_by_plan
CREATE INDEX run_by_plan ON run (plan_id);

-- index run_by_start
CREATE INDEX run_by_start ON run (started_at, id) WHERE removed_at IS NULL;

-- index run_by_status
CREATE INDEX run_by_status ON run (status, started_at, id) WHERE removed_at IS NULL;

-- index run_command_waiting
CREATE INDEX run_command_waiting ON run_command (run_id, id) WHERE taken_at IS NULL;

-- index run_dish_by_dish
CREATE INDEX run_dish_by_dish ON run_dish (dish_key, started_at, run_id, position);

-- index run_edit_by_run
CREATE INDEX run_edit_by_run ON run_edit (run_id, id) WHERE withdrawn_at IS NULL;

-- index run_event_halting
CREATE INDEX run_event_halting ON run_event (run_id, elapsed_seconds)
WHERE kind IN ('run.paused', 'run.interrupted');

-- index run_open
CREATE INDEX run_open ON run (status) WHERE status IN ('running', 'paused', 'interrupted');

-- index step_dependency_by_dish
CREATE INDEX step_dependency_by_dish ON step_dependency (on_dish_key)
WHERE on_dish_key IS NOT NULL;

-- index week_dish_by_dish
CREATE INDEX week_dish_by_dish ON week_dish (dish_id);

-- index week_entry_by_date
CREATE INDEX week_entry_by_date ON week_entry (date, time, id);

-- index week_entry_by_run
CREATE INDEX week_entry_by_run ON week_entry (run_id) WHERE run_id IS NOT NULL;

-- table absence
CREATE TABLE absence (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  cook TEXT NOT NULL,
  from_time TEXT NOT NULL,
  to_time TEXT NOT NULL
) STRICT;

-- table board_device
CREATE TABLE board_device (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 100),
  role TEXT NOT NULL CHECK (role IN ('cook', 'viewer')),
  token_hash TEXT NOT NULL UNIQUE CHECK (length (token_hash) = 64),
  paired_at TEXT NOT NULL,
  seen_at TEXT
) STRICT;

-- table board_run
CREATE TABLE board_run (
  run_id INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE
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
, source TEXT, keeps_for_seconds INTEGER CHECK (keeps_for_seconds >= 0)) STRICT;

-- table dish_ingredient
CREATE TABLE dish_ingredient (
  dish_id INTEGER NOT NULL REFERENCES dish (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  ingredient TEXT NOT NULL,
  PRIMARY KEY (dish_id, position)
) STRICT, WITHOUT ROWID;

-- table dish_summary
CREATE TABLE dish_summary (
  dish_key TEXT NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  dish TEXT NOT NULL,
  runs INTEGER NOT NULL CHECK (runs >= 0),
  last_at TEXT,
  PRIMARY KEY (dish_key, simulated)
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
, heat TEXT CHECK (heat IN ('heats', 'chills', 'none'))) STRICT;

-- table imported_recipe
CREATE TABLE imported_recipe (
  dish_id INTEGER PRIMARY KEY REFERENCES dish (id) ON DELETE CASCADE,
  recipe TEXT NOT NULL
) STRICT;

-- table kitchen
CREATE TABLE kitchen (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  cook_count INTEGER CHECK (cook_count >= 1) -- NULL: the cooks are named, in `cook`
) STRICT;

-- table learned_estimate
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

-- table meal_summary
CREATE TABLE meal_summary (
  meal_key TEXT NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  runs INTEGER NOT NULL CHECK (runs >= 0),
  last_at TEXT,
  PRIMARY KEY (meal_key, simulated)
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
  snapshot TEXT NOT NULL, standing_seconds INTEGER NOT NULL DEFAULT 0
  CHECK (standing_seconds >= 0),
  CHECK ((cause = 'replanned') = (parent_run_id IS NOT NULL))
) STRICT;

-- table preference
CREATE TABLE preference (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
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
, hands_on_seconds INTEGER NOT NULL DEFAULT 0, elapsed_seconds INTEGER NOT NULL DEFAULT 0, hold_seconds INTEGER NOT NULL DEFAULT 0, bottleneck_dish TEXT, bottleneck_step TEXT, bottleneck_seconds INTEGER
  CHECK ((bottleneck_dish IS NULL) = (bottleneck_seconds IS NULL)
    AND (bottleneck_step IS NULL) = (bottleneck_seconds IS NULL)), standing_seconds INTEGER NOT NULL DEFAULT 0, planned_hold_seconds INTEGER NOT NULL DEFAULT 0, planned_standing_seconds INTEGER NOT NULL DEFAULT 0) STRICT;

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
  started_at TEXT NOT NULL, serve TEXT NOT NULL DEFAULT 'hot'
  CHECK (serve IN ('hot', 'any')), serve_offset_seconds INTEGER NOT NULL DEFAULT 0
  CHECK (serve_offset_seconds >= 0),
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

-- table run_edit
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
  cooks TEXT NOT NULL, act TEXT CHECK (act IS NULL OR json_valid (act)), -- a JSON array of names
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
  ended_by TEXT CHECK (ended_by IN ('timer', 'cook', 'skipped')), option INTEGER NOT NULL DEFAULT 0 CHECK (option >= 0), keeps_seconds INTEGER CHECK (keeps_seconds >= 0), takers TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (run_id, dish_position, position),
  FOREIGN KEY (run_id, dish_position) REFERENCES run_dish (run_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- table shop_item
CREATE TABLE shop_item (
  name_key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  in_pantry INTEGER NOT NULL DEFAULT 0 CHECK (in_pantry IN (0, 1)), -- always there
  aisle TEXT, -- where the shop has it; NULL: where the program thinks
  ticked_at TEXT CHECK (ticked_at GLOB '????-??-??T??:??:??.???Z') -- when it was ticked off
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
  not_after TEXT, keeps_seconds INTEGER CHECK (keeps_seconds >= 0), keeps_without_end INTEGER NOT NULL DEFAULT 0
  CHECK (keeps_without_end = 0 OR keeps_without_end = 1 AND keeps_seconds IS NULL),
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

-- table step_summary
CREATE TABLE step_summary (
  dish_key TEXT NOT NULL,
  step TEXT NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  times INTEGER NOT NULL CHECK (times >= 0),
  total_seconds INTEGER NOT NULL,
  total_deviation_seconds INTEGER NOT NULL,
  PRIMARY KEY (dish_key, step, simulated)
) STRICT, WITHOUT ROWID;

-- table step_time
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

-- table week_dish
CREATE TABLE week_dish (
  entry_id INTEGER NOT NULL REFERENCES week_entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  dish_id INTEGER NOT NULL REFERENCES dish (id),
  servings INTEGER CHECK (servings >= 1), -- NULL: as many as the recipe has
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

-- table week_entry
CREATE TABLE week_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
  time TEXT NOT NULL CHECK (time GLOB '??:??:??'),
  title TEXT NOT NULL,
  first_date TEXT NOT NULL CHECK (first_date GLOB '????-??-??'), -- the day it was put on first: calendars know it by that
  leftovers_of INTEGER, -- the entry that this is left over from, which may be gone
  run_id INTEGER REFERENCES run (id) -- the run that cooked it
) STRICT;

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

-- trigger run_brought_back
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

-- trigger run_counted
CREATE TRIGGER run_counted AFTER UPDATE OF status, removed_at ON run
WHEN NEW.status = 'finished' AND NEW.removed_at IS NULL
  AND NOT (OLD.status = 'finished' AND OLD.removed_at IS NULL)
BEGIN
  INSERT INTO meal_summary VALUES (NEW.meal_key, NEW.mode <> 'live', 1, NEW.started_at)
  ON CONFLICT DO UPDATE SET
    runs = runs + 1, last_at = max(coalesce(last_at, ''), excluded.last_at);
END;

-- trigger run_counted_at_once
CREATE TRIGGER run_counted_at_once AFTER INSERT ON run
WHEN NEW.status = 'finished' AND NEW.removed_at IS NULL
BEGIN
  INSERT INTO meal_summary VALUES (NEW.meal_key, NEW.mode <> 'live', 1, NEW.started_at)
  ON CONFLICT DO UPDATE SET
    runs = runs + 1, last_at = max(coalesce(last_at, ''), excluded.last_at);
END;

-- trigger run_discounted
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

-- trigger run_dish_counted
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

-- trigger run_edit_unchanged
CREATE TRIGGER run_edit_unchanged BEFORE UPDATE OF
  run_id, made_at, kind, rating, note, dish_position, step_position, start_seconds, end_seconds
ON run_edit
BEGIN
  SELECT RAISE (ABORT, 'edits of the history are never changed');
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

-- trigger run_removed
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

-- trigger run_step_finished
CREATE TRIGGER run_step_finished AFTER UPDATE OF status ON run_step
WHEN NEW.status = 'finished' AND OLD.status <> 'finished'
BEGIN
  INSERT INTO step_time
  SELECT dish_key, step, simulated, seconds, run_id, dish_position, deviation_seconds
  FROM finished_step
  WHERE run_id = NEW.run_id AND dish_position = NEW.dish_position AND position = NEW.position;
END;

-- trigger run_step_imported
CREATE TRIGGER run_step_imported AFTER INSERT ON run_step WHEN NEW.status = 'finished'
BEGIN
  INSERT INTO step_time
  SELECT dish_key, step, simulated, seconds, run_id, dish_position, deviation_seconds
  FROM finished_step
  WHERE run_id = NEW.run_id AND dish_position = NEW.dish_position AND position = NEW.position;
END;

-- trigger run_step_left
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

-- trigger step_time_counted
CREATE TRIGGER step_time_counted AFTER INSERT ON step_time
BEGIN
  INSERT INTO step_summary VALUES
    (NEW.dish_key, NEW.step, NEW.simulated, 1, NEW.seconds, NEW.deviation_seconds)
  ON CONFLICT DO UPDATE SET
    times = times + 1,
    total_seconds = total_seconds + excluded.total_seconds,
    total_deviation_seconds = total_deviation_seconds + excluded.total_deviation_seconds;
END;

-- trigger step_time_discounted
CREATE TRIGGER step_time_discounted AFTER DELETE ON step_time
BEGIN
  UPDATE step_summary SET
    times = times - 1,
    total_seconds = total_seconds - OLD.seconds,
    total_deviation_seconds = total_deviation_seconds - OLD.deviation_seconds
  WHERE dish_key = OLD.dish_key AND step = OLD.step AND simulated = OLD.simulated;
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

-- view finished_step
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

-- view step_statistics
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

-- view week_overview
CREATE VIEW week_overview AS
SELECT
  week_entry.id,
  date,
  time,
  title,
  (SELECT group_concat(name, ', ')
    FROM (SELECT dish.name AS name FROM week_dish JOIN dish ON dish.id = dish_id
      WHERE entry_id = week_entry.id ORDER BY position)) AS dishes,
  run_id
FROM week_entry;
