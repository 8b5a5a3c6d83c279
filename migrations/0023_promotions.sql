-- Promotions, which ad groups show. `json` is the promotion as it is answered, less `discount_status`, which the clock says.
CREATE TABLE promotions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT')),
  start_time INTEGER,
  end_time INTEGER,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX promotions_by_ad_account ON promotions (ad_account_id, seq);

-- Finds the ad groups that show promotions, of which there are few.
CREATE INDEX ad_groups_with_promotions ON ad_groups (ad_account_id)
WHERE json ->> '$.promotion_id' IS NOT NULL OR json ->> '$.promotion_ids' <> '[]';
