-- How long what a step makes may stand until another step takes it up, and what equipment does to
-- what is in it. Neither is said of what there is already.

-- Both columns without a value: as the program takes it for such a step.
ALTER TABLE step ADD COLUMN keeps_seconds INTEGER CHECK (keeps_seconds >= 0);
ALTER TABLE step ADD COLUMN keeps_without_end INTEGER NOT NULL DEFAULT 0
  CHECK (keeps_without_end = 0 OR keeps_without_end = 1 AND keeps_seconds IS NULL);

-- NULL: as its name says.
ALTER TABLE equipment ADD COLUMN heat TEXT CHECK (heat IN ('heats', 'chills', 'none'));
