-- Keywords. What one is attached to is its ad group, its campaign or, with neither, its ad account. An archived keyword
-- is deleted for every list.
CREATE TABLE keywords (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  campaign_id TEXT REFERENCES campaigns (id) ON DELETE CASCADE,
  ad_group_id TEXT REFERENCES ad_groups (id) ON DELETE CASCADE,
  parent_id TEXT NOT NULL GENERATED ALWAYS AS (coalesce(ad_group_id, campaign_id, ad_account_id)) STORED,
  match_type TEXT NOT NULL CHECK (match_type IN ('BROAD', 'PHRASE', 'EXACT', 'EXACT_NEGATIVE', 'PHRASE_NEGATIVE')),
  value TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'ARCHIVED')),
  CHECK (campaign_id IS NULL OR ad_group_id IS NULL),
  CHECK (ad_group_id IS NOT NULL OR match_type IN ('EXACT_NEGATIVE', 'PHRASE_NEGATIVE'))
) STRICT;

CREATE INDEX keywords_by_parent ON keywords (parent_id, ad_account_id, status, match_type, seq);
CREATE INDEX keywords_by_ad_account ON keywords (ad_account_id);
CREATE INDEX keywords_by_campaign ON keywords (campaign_id);
CREATE INDEX keywords_by_ad_group ON keywords (ad_group_id);
