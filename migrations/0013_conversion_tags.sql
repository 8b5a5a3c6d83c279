-- Conversion tags. `json` is the tag as it is answered.
CREATE TABLE conversion_tags (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'ARCHIVED')),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX conversion_tags_by_status ON conversion_tags (ad_account_id, status, seq);
