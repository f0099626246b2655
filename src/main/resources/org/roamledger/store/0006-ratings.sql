-- The row of a rated export that filled the price of a record which carries none. Its provenance says so too.
ALTER TABLE session ADD COLUMN rated_raw_id INTEGER REFERENCES raw_message;
ALTER TABLE earlier_session ADD COLUMN rated_raw_id INTEGER;
