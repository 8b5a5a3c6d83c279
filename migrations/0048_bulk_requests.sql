-- Bulk requests: downloads, whose file is computed of `request` when it is fetched, and upserts, whose file has `results`,
-- one for each item. `held` is a state that a direct edit has fixed.
CREATE TABLE bulk_requests (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('DOWNLOAD', 'UPSERT')),
  request TEXT NOT NULL CHECK (json_valid(request)),
  results TEXT NOT NULL CHECK (json_valid(results)),
  created_time INTEGER NOT NULL,
  held TEXT CHECK (held IN ('FAILED'))
) STRICT;

CREATE INDEX bulk_requests_by_ad_account ON bulk_requests (ad_account_id, seq);
