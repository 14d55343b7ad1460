-- What the cook has chosen for good, by name: `view` is `screen` or `plain`.

CREATE TABLE preference (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
