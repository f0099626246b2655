-- Rows of reports of Hubject and Gireve that name an operator: their session's key, by the key that the network's own record
-- has. The record may come later, and derive another operator from its EVSE-ID.
CREATE TABLE row_of_network (
  network_key BLOB PRIMARY KEY,
  key BLOB NOT NULL
) WITHOUT ROWID;
