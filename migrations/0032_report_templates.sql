-- Report templates, which the API only reads. `json` is the template as it is answered.
CREATE TABLE report_templates (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX report_templates_by_ad_account ON report_templates (ad_account_id, seq);
