-- Ads. `json` is the ad as it is answered, less its review and `summary_status`, which depend on the clock, and
-- `is_pin_deleted`: a Pin may be deleted while an ad of it stays. `rejected_reasons` is what the review will find.
CREATE TABLE ads (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  campaign_id TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
  ad_group_id TEXT NOT NULL REFERENCES ad_groups (id) ON DELETE CASCADE,
  pin_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT')),
  submitted_at INTEGER,
  rejected_reasons TEXT NOT NULL CHECK (json_valid(rejected_reasons)),
  json TEXT NOT NULL CHECK (json_valid(json)),
  CHECK ((submitted_at IS NULL) = (status IN ('DRAFT', 'DELETED_DRAFT')))
) STRICT;

CREATE INDEX ads_by_status ON ads (ad_account_id, status, seq);
CREATE INDEX ads_by_campaign ON ads (campaign_id, status, seq);
CREATE INDEX ads_by_ad_group ON ads (ad_group_id, status, seq);

-- Ads go with an ad group that is put into another campaign.
CREATE TRIGGER ads_follow_ad_group
AFTER UPDATE OF campaign_id ON ad_groups
WHEN new.campaign_id <> old.campaign_id
BEGIN
  UPDATE ads
  SET campaign_id = new.campaign_id, json = json_set(json, '$.campaign_id', new.campaign_id)
  WHERE ad_group_id = new.id;
END;
