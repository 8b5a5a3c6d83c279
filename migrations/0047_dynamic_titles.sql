-- The latest review of the titles that were generated for an ad group: how many titles it had.
CREATE TABLE dynamic_titles (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  ad_group_id TEXT NOT NULL UNIQUE REFERENCES ad_groups (id) ON DELETE CASCADE,
  reviewed_count INTEGER NOT NULL CHECK (reviewed_count >= 0)
) STRICT;

CREATE INDEX dynamic_titles_by_ad_account ON dynamic_titles (ad_account_id, seq);
