-- Targeting templates. `json` is the template as it is answered, less `sizing`, which is worked out anew, and `valid`.
-- `searched` is the name as `search_query` is held against it.
CREATE TABLE targeting_templates (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'DELETED')),
  searched TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX targeting_templates_by_status ON targeting_templates (ad_account_id, status, seq);
