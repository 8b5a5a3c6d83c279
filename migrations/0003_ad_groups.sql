-- Ad groups. `json` is the ad group as it is answered, less `summary_status`, which depends on the clock.
CREATE TABLE ad_groups (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  campaign_id TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT')),
  start_time INTEGER,
  end_time INTEGER,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX ad_groups_by_status ON ad_groups (ad_account_id, status, seq);
CREATE INDEX ad_groups_by_campaign ON ad_groups (campaign_id, status, seq);

-- A campaign that turns to campaign budget optimization clears its ad groups' budgets; one that turns away from it
-- leaves them to be given one.
CREATE TRIGGER ad_groups_follow_campaign_budget
AFTER UPDATE OF is_campaign_budget_optimization ON campaigns
WHEN new.is_campaign_budget_optimization <> old.is_campaign_budget_optimization
BEGIN
  UPDATE ad_groups
  SET json = json_set(
    json,
    '$.budget_in_micro_currency', NULL,
    '$.budget_type', iif(new.is_campaign_budget_optimization, 'CBO_ADGROUP', 'DAILY')
  )
  WHERE campaign_id = new.id AND status NOT IN ('ARCHIVED', 'DELETED_DRAFT');
END;
