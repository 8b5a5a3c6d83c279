-- Campaigns. `json` is the campaign as it is answered, less `summary_status`, which depends on the clock.
CREATE TABLE campaigns (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT')),
  is_campaign_budget_optimization INTEGER NOT NULL CHECK (is_campaign_budget_optimization IN (0, 1)),
  is_automated_campaign INTEGER NOT NULL CHECK (is_automated_campaign IN (0, 1)),
  start_time INTEGER NOT NULL,
  end_time INTEGER,
  order_line_id TEXT,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX campaigns_by_status ON campaigns (ad_account_id, status, seq);
