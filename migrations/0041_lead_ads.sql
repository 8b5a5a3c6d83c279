-- Subscriptions to leads: webhooks of an ad account, each for one of its lead forms or for all. `json` is the subscription
-- as it is answered.
CREATE TABLE lead_subscriptions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  lead_form_id TEXT REFERENCES lead_forms (id) ON DELETE CASCADE,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX lead_subscriptions_by_ad_account ON lead_subscriptions (ad_account_id, seq);
CREATE INDEX lead_subscriptions_by_form ON lead_subscriptions (ad_account_id, lead_form_id, seq);

-- Leads: the answers of one person to a lead form. `json` is the lead as test control shows it.
CREATE TABLE leads (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  lead_form_id TEXT NOT NULL REFERENCES lead_forms (id) ON DELETE CASCADE,
  ad_id TEXT REFERENCES ads (id) ON DELETE CASCADE,
  is_test INTEGER NOT NULL CHECK (is_test IN (0, 1)),
  created_time INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX leads_by_ad_account ON leads (ad_account_id, seq);
CREATE INDEX leads_by_ad ON leads (ad_id, seq);

-- Exports of the leads of an ad. What the file says is in no table. `held` is a state that a direct edit has fixed.
CREATE TABLE leads_export (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  ad_id TEXT NOT NULL REFERENCES ads (id) ON DELETE CASCADE,
  start_date TEXT NOT NULL,
  end_date TEXT NOT NULL,
  created_time INTEGER NOT NULL,
  held TEXT CHECK (held IN ('FAILED'))
) STRICT;

CREATE INDEX leads_export_by_ad_account ON leads_export (ad_account_id, seq);
