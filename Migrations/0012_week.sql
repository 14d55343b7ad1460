-- The week to come, what is known of things to buy, and how long what is left of a dish keeps.

ALTER TABLE dish ADD COLUMN keeps_for_seconds INTEGER CHECK (keeps_for_seconds >= 0);

-- A meal of a day to come. The date is the cook's own, and so is the time: neither moves with a zone.
CREATE TABLE week_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
  time TEXT NOT NULL CHECK (time GLOB '??:??:??'),
  title TEXT NOT NULL,
  first_date TEXT NOT NULL CHECK (first_date GLOB '????-??-??'), -- the day it was put on first: calendars know it by that
  leftovers_of INTEGER, -- the entry that this is left over from, which may be gone
  run_id INTEGER REFERENCES run (id) -- the run that cooked it
) STRICT;

CREATE INDEX week_entry_by_date ON week_entry (date, time, id);
CREATE INDEX week_entry_by_run ON week_entry (run_id) WHERE run_id IS NOT NULL;

-- The dishes of an entry in order; the same dish may come twice.
CREATE TABLE week_dish (
  entry_id INTEGER NOT NULL REFERENCES week_entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  dish_id INTEGER NOT NULL REFERENCES dish (id),
  servings INTEGER CHECK (servings >= 1), -- NULL: as many as the recipe has
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX week_dish_by_dish ON week_dish (dish_id);

-- What is known of a thing to buy; a thing of which nothing is known has no row.
CREATE TABLE shop_item (
  name_key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  in_pantry INTEGER NOT NULL DEFAULT 0 CHECK (in_pantry IN (0, 1)), -- always there
  aisle TEXT, -- where the shop has it; NULL: where the program thinks
  ticked_at TEXT CHECK (ticked_at GLOB '????-??-??T??:??:??.???Z') -- when it was ticked off
) STRICT, WITHOUT ROWID;

-- One row an entry of the week, with its dishes joined by commas.
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
