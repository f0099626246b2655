-- One row for each sync of a source, the newest 500 of each; older ones are taken away when one is added.
CREATE TABLE sync_run (
  id        INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  began_at  INTEGER NOT NULL,                   -- epoch milliseconds of the workstation
  took      INTEGER NOT NULL,                   -- milliseconds
  scope     TEXT NOT NULL,                      -- news, everything, or a month as 2026-10
  received  INTEGER NOT NULL,
  added     INTEGER NOT NULL,
  changed   INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected  INTEGER NOT NULL,
  gone      INTEGER,                            -- absent: not looked for
  problem   TEXT                                -- name of the problem it ended with
) STRICT;

CREATE INDEX sync_run_source ON sync_run (source_id, id);
