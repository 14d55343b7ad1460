-- What a dish's recipe was when it was last imported, as the text of a kitchen file: compared with it,
-- the cook's changes are known from those of the source.

CREATE TABLE imported_recipe (
  dish_id INTEGER PRIMARY KEY REFERENCES dish (id) ON DELETE CASCADE,
  recipe TEXT NOT NULL
) STRICT;
