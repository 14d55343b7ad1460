-- The devices that the board lets in, each by the hash of its token, and the runs that the board
-- cooks itself, which it takes up again when it has been started anew.

CREATE TABLE board_device (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 100),
  role TEXT NOT NULL CHECK (role IN ('cook', 'viewer')),
  token_hash TEXT NOT NULL UNIQUE CHECK (length (token_hash) = 64),
  paired_at TEXT NOT NULL,
  seen_at TEXT
) STRICT;

CREATE TABLE board_run (
  run_id INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE
) STRICT;
