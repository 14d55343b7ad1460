-- What a cook is to do, or has done: the kind of act and what it is about, as JSON.

ALTER TABLE run_event ADD COLUMN act TEXT CHECK (act IS NULL OR json_valid (act));
