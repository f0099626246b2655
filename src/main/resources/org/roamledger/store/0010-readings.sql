-- How often files were begun to be read, and at which of these readings a reject was met last. Not
-- by time: clocks stand still for a moment and may go back.
CREATE TABLE reading (number INTEGER NOT NULL) STRICT;
INSERT INTO reading (number) VALUES (0);
ALTER TABLE reject ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
