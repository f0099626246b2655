-- Who issues settlement documents: one row, or none.
CREATE TABLE letterhead (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  name    TEXT NOT NULL,
  address TEXT NOT NULL,                        -- lines, separated by line feeds
  vat_id  TEXT NOT NULL,
  logo    BLOB                                  -- PNG or JPEG file
) STRICT;

-- How amounts settled with a partner are rounded.
CREATE TABLE rounding (
  partner TEXT PRIMARY KEY,                     -- provider id as typed; empty: all that are not named
  mode    TEXT NOT NULL,                        -- half-up, half-even, up, down
  each    TEXT NOT NULL                         -- row, group
) STRICT;

-- The numbers of settlement documents. Rows are never deleted: a number stands for one settlement for ever.
CREATE TABLE issued_document (
  content   TEXT PRIMARY KEY,                   -- checksum of what is settled
  year      INTEGER NOT NULL,
  number    INTEGER NOT NULL,                   -- from 1 in each year
  issued_at INTEGER NOT NULL,                   -- epoch milliseconds of the workstation
  UNIQUE (year, number)
) STRICT;
