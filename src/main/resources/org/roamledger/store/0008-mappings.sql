-- By which mapping files of a layout are read, as a person confirmed it.
CREATE TABLE column_mapping (
  fingerprint TEXT PRIMARY KEY,                 -- of the headers
  name        TEXT NOT NULL,
  json        TEXT NOT NULL
) STRICT;
