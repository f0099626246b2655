-- Ids as the back office sent them, to be shown; the keys beside them are for comparing.
ALTER TABLE station ADD COLUMN sent_id TEXT;
ALTER TABLE station ADD COLUMN evse_id TEXT;

-- 1: a person put the organisation where it stands, and no back office moves it any more.
ALTER TABLE organisation ADD COLUMN placed INTEGER NOT NULL DEFAULT 0;

-- Names that an organisation had before a person renamed it: back offices and files go on using them.
CREATE TABLE former_name (
  name            TEXT PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation
) STRICT, WITHOUT ROWID;

-- What a person says of stations: it outranks the table station, value by value, and no sync writes here.
-- A value that is absent or UNKNOWN is not said.
CREATE TABLE station_entry (
  id              INTEGER PRIMARY KEY,
  operator        TEXT,                         -- key of the party; absent: of whatever party
  station_id      TEXT,                         -- as entered
  evse_id         TEXT,                         -- as entered
  name            TEXT,
  zone            TEXT,
  organisation_id INTEGER REFERENCES organisation,
  plug_type       TEXT NOT NULL,
  access          TEXT NOT NULL,
  free_usage      TEXT NOT NULL,
  said_at         INTEGER NOT NULL,             -- epoch milliseconds of the last word on any value
  access_at       INTEGER,                      -- epoch milliseconds of the last word on access
  free_usage_at   INTEGER
) STRICT;
