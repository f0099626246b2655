-- How a source is asked and read. The rules stand a line each: field:NAME or provider:ID=NETWORK.
ALTER TABLE source ADD COLUMN protocol TEXT NOT NULL DEFAULT 'OCPI';
ALTER TABLE source ADD COLUMN network_rules TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN routing_from TEXT;
ALTER TABLE source ADD COLUMN routing_to TEXT;
