-- Customer segments: audiences under a name. `searched` is the name in lower case; `json` is the segment as answered.
CREATE TABLE customer_segments (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'DELETED')),
  searched TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX customer_segments_by_status ON customer_segments (ad_account_id, status, seq);

-- Events that advertisers define, each with the standard type that it counts as.
CREATE TABLE advertiser_defined_events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  mapped_conversion_type TEXT NOT NULL,
  UNIQUE (ad_account_id, name)
) STRICT;

-- Requests to delete conversion events of people. `created`, `due` and `cancelled` are Unix seconds; `emails` are hashed
-- addresses and `clicks` ids of clicks, with spaces between them.
CREATE TABLE conversion_deletion_requests (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  created INTEGER NOT NULL,
  due INTEGER NOT NULL,
  cancelled INTEGER,
  emails TEXT NOT NULL,
  clicks TEXT NOT NULL
) STRICT;

CREATE INDEX conversion_deletion_requests_by_ad_account ON conversion_deletion_requests (ad_account_id, seq);

-- The hashed email addresses of an event, with spaces between them, and what its quality is judged by. NULL without any,
-- and of events that came before.
ALTER TABLE conversion_events ADD COLUMN emails TEXT;
ALTER TABLE conversion_events ADD COLUMN parts TEXT;
