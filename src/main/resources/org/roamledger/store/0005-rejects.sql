-- What a rejected record is and where it stands, so that it can be read again.
ALTER TABLE reject ADD COLUMN form TEXT;
ALTER TABLE reject ADD COLUMN file TEXT;
ALTER TABLE reject ADD COLUMN first_seen_at INTEGER;
UPDATE reject SET first_seen_at = seen_at;
CREATE INDEX reject_record ON reject (source_id, record_id COLLATE NOCASE);
-- By which a session finds its credit. Credits are few.
CREATE INDEX session_credited ON session (credited_cdr_id COLLATE NOCASE)
  WHERE credited_cdr_id IS NOT NULL;
