-- Lead forms: questions that people answer from an ad. `json` is the lead form as it is answered.
CREATE TABLE lead_forms (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE')),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX lead_forms_by_ad_account ON lead_forms (ad_account_id, seq);
