-- Which match types a campaign or an ad account takes is a rule's to say, and rules can be switched off.
CREATE TABLE any_keywords (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  campaign_id TEXT REFERENCES campaigns (id) ON DELETE CASCADE,
  ad_group_id TEXT REFERENCES ad_groups (id) ON DELETE CASCADE,
  parent_id TEXT NOT NULL GENERATED ALWAYS AS (coalesce(ad_group_id, campaign_id, ad_account_id)) STORED,
  match_type TEXT NOT NULL CHECK (match_type IN ('BROAD', 'PHRASE', 'EXACT', 'EXACT_NEGATIVE', 'PHRASE_NEGATIVE')),
  value TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'ARCHIVED')),
  CHECK (campaign_id IS NULL OR ad_group_id IS NULL)
) STRICT;

INSERT INTO any_keywords
  SELECT seq, id, ad_account_id, campaign_id, ad_group_id, match_type, value, status FROM keywords;
-- Ids follow the highest sequence number there ever was.
DELETE FROM sqlite_sequence WHERE name = 'any_keywords';
INSERT INTO sqlite_sequence SELECT 'any_keywords', seq FROM sqlite_sequence WHERE name = 'keywords';
DROP TABLE keywords;
ALTER TABLE any_keywords RENAME TO keywords;

CREATE INDEX keywords_by_parent ON keywords (parent_id, ad_account_id, status, match_type, seq);
CREATE INDEX keywords_by_ad_account ON keywords (ad_account_id);
CREATE INDEX keywords_by_campaign ON keywords (campaign_id);
CREATE INDEX keywords_by_ad_group ON keywords (ad_group_id);
