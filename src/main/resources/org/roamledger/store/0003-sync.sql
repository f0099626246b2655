-- What a sync remembers of a source beside its position.

-- BASE64 or RAW: how its server took the token last.
ALTER TABLE source ADD COLUMN token_form TEXT;
-- The party that its credentials name; empty: they name none; absent: not asked yet.
ALTER TABLE source ADD COLUMN operator TEXT;
-- Epoch milliseconds of server time: every Session object up to here is in live_session.
ALTER TABLE source ADD COLUMN sessions_to INTEGER;
-- 1: most of its CDRs name no session.
ALTER TABLE source ADD COLUMN wants_sessions INTEGER NOT NULL DEFAULT 0;
-- Epoch milliseconds at which its last three months were read again.
ALTER TABLE source ADD COLUMN rescanned_at INTEGER;
-- Identity of the last record that was stored of the open window.
ALTER TABLE source ADD COLUMN window_last INTEGER;

-- The Session objects of back offices whose CDRs name none, by which a CDR finds its transaction.
CREATE TABLE live_session (
  source_id INTEGER NOT NULL REFERENCES source,
  operator  TEXT NOT NULL,                      -- key of the party that owns it, empty where it names none
  id        TEXT NOT NULL,                      -- the transaction id, as sent
  evse_key  TEXT,
  uid_key   TEXT,                               -- of the EVSE's internal id
  auth_hash BLOB,                               -- of the contract id, which does not stand here itself
  start_ms  INTEGER NOT NULL,                   -- epoch milliseconds
  stop_ms   INTEGER,
  status    TEXT NOT NULL,
  PRIMARY KEY (source_id, operator, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX live_session_evse ON live_session (source_id, evse_key, start_ms);

CREATE INDEX live_session_uid ON live_session (source_id, uid_key, start_ms);

-- Sessions that their back office did not have any more when it was read whole. They stay.
CREATE TABLE gone_upstream (
  session_id INTEGER PRIMARY KEY REFERENCES session,
  source_id  INTEGER NOT NULL REFERENCES source,
  noticed_at INTEGER NOT NULL                   -- epoch milliseconds
) STRICT;
