-- What the process at a run answers to what another asked of it: that it was followed, or why not.

ALTER TABLE run_command ADD COLUMN answer TEXT; -- JSON; NULL: not answered yet
