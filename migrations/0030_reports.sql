-- Asynchronous reports. Requests name them by their token; `id` stands in the URLs of their files. What a report says is
-- in no table: its file is computed of `request` when it is fetched, as of the moment at which it finished. `held` is a
-- state that a direct edit has fixed.
CREATE TABLE reports (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  token TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('report', 'mmm', 'conversion_product')),
  request TEXT NOT NULL CHECK (json_valid(request)),
  request_hash INTEGER NOT NULL,
  created_time INTEGER NOT NULL,
  finished_time INTEGER,
  held TEXT CHECK (held IN ('FAILED', 'CANCELLED'))
) STRICT;

-- Finds the report of an equal request.
CREATE INDEX reports_by_request ON reports (ad_account_id, type, request_hash, seq);
