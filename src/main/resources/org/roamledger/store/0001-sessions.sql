CREATE TABLE organisation (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE,
  parent_id INTEGER REFERENCES organisation,
  zone      TEXT                                -- IANA zone, where a person gave one
) STRICT;

-- No token stands here.
CREATE TABLE source (
  id              INTEGER PRIMARY KEY,
  name            TEXT NOT NULL UNIQUE,
  url             TEXT,                         -- OCPI versions URL; none for imported files
  network         TEXT,
  organisation_id INTEGER REFERENCES organisation,
  zone            TEXT,
  removed         INTEGER NOT NULL DEFAULT 0,   -- 1: no longer configured; its sessions stay
  complete_to     INTEGER,                      -- epoch milliseconds of server time: every record up to here is stored
  window_from     INTEGER,                      -- the window that is being read, epoch milliseconds
  window_to       INTEGER,                      -- absent: no window is open
  window_offset   INTEGER,
  window_distinct INTEGER,
  window_total    INTEGER,
  synced_at       INTEGER,                      -- epoch milliseconds at which the last sync ended
  problem         TEXT,                         -- name of the problem it ended with
  missing_modules TEXT NOT NULL DEFAULT ''      -- by comma; the sessions of such a source are not shown
) STRICT;

CREATE TABLE station (
  operator        TEXT NOT NULL,                -- key of the party that publishes it
  station_id      TEXT NOT NULL,                -- in lower case
  evse_key        TEXT,
  name            TEXT,
  zone            TEXT,
  organisation_id INTEGER REFERENCES organisation,
  plug_type       TEXT NOT NULL,
  access          TEXT NOT NULL,
  free_usage      TEXT NOT NULL,
  read_at         INTEGER NOT NULL,             -- epoch milliseconds at which the back office said so
  source_id       INTEGER NOT NULL REFERENCES source,
  PRIMARY KEY (operator, station_id)
) STRICT, WITHOUT ROWID;

-- The message of each version, exactly as it came, deflated.
CREATE TABLE raw_message (
  id   INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;

-- Where sessions were charged, as their records say it. Few rows, to which many sessions point.
CREATE TABLE charge_point (
  id           INTEGER PRIMARY KEY,
  operator     TEXT,
  station_id   TEXT,
  evse_id      TEXT,
  station_name TEXT,
  organisation TEXT,                            -- owner of the station where the record itself says it
  access       TEXT NOT NULL,
  free_usage   TEXT NOT NULL
) STRICT;

-- What many sessions have in common besides. Few rows again: a report of a million sessions is read
-- twice as fast as with these columns in each session.
CREATE TABLE kind (
  id            INTEGER PRIMARY KEY,
  source_id     INTEGER NOT NULL REFERENCES source,
  network       TEXT NOT NULL,
  provider      TEXT,
  currency      TEXT,
  vat_rate_e4   INTEGER,                        -- ten-thousandths of a percent
  plug_type     TEXT NOT NULL,
  charge_method TEXT NOT NULL,
  credit        INTEGER NOT NULL,               -- 1: takes back an earlier record
  start_offset  INTEGER NOT NULL,               -- minutes east of UTC, as sent
  stop_offset   INTEGER
) STRICT;

-- Where values come from, a line per column: key, origin, rule.
CREATE TABLE provenance (
  id   INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

-- The current version of each session.
CREATE TABLE session (
  id              INTEGER PRIMARY KEY,
  key             BLOB NOT NULL UNIQUE,         -- hash of the natural key: 16 bytes are cheaper to index than texts
  version         INTEGER NOT NULL,             -- from 1
  hash            BLOB NOT NULL,                -- of all values, by which a delivery is known to be the same
  raw_id          INTEGER NOT NULL REFERENCES raw_message,
  stored_at       INTEGER NOT NULL,             -- epoch seconds
  kind_id         INTEGER NOT NULL REFERENCES kind,
  charge_point_id INTEGER NOT NULL REFERENCES charge_point,
  provenance_id   INTEGER REFERENCES provenance,
  start_ms        INTEGER NOT NULL,             -- epoch milliseconds
  stop_ms         INTEGER,
  energy_mwh      INTEGER,                      -- thousandths of a watt-hour; negative for a credit
  meter_start_mwh INTEGER,
  meter_stop_mwh  INTEGER,
  gross_e4        INTEGER,                      -- ten-thousandths of the currency unit, VAT included
  vat_e4          INTEGER,
  cdr_id          TEXT NOT NULL,
  transaction_id  TEXT,
  credited_cdr_id TEXT
) STRICT;

-- Versions that were replaced, with the columns of session.
CREATE TABLE earlier_session (
  id              INTEGER NOT NULL,
  key             BLOB NOT NULL,
  version         INTEGER NOT NULL,
  hash            BLOB NOT NULL,
  raw_id          INTEGER NOT NULL,
  stored_at       INTEGER NOT NULL,
  kind_id         INTEGER NOT NULL,
  charge_point_id INTEGER NOT NULL,
  provenance_id   INTEGER,
  start_ms        INTEGER NOT NULL,
  stop_ms         INTEGER,
  energy_mwh      INTEGER,
  meter_start_mwh INTEGER,
  meter_stop_mwh  INTEGER,
  gross_e4        INTEGER,
  vat_e4          INTEGER,
  cdr_id          TEXT NOT NULL,
  transaction_id  TEXT,
  credited_cdr_id TEXT,
  PRIMARY KEY (id, version)
) STRICT;

-- Records that could not be read. The same record delivered again stands here once.
CREATE TABLE reject (
  id        INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  raw_hash  BLOB NOT NULL,
  seen_at   INTEGER NOT NULL,                   -- epoch milliseconds, the last time
  place     TEXT NOT NULL,
  record_id TEXT NOT NULL,
  reason    TEXT NOT NULL,
  field     TEXT NOT NULL,
  value     TEXT NOT NULL,
  raw       TEXT NOT NULL,
  UNIQUE (source_id, raw_hash)
) STRICT;
