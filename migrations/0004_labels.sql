-- Labels, and the campaigns that they are applied to. An application counts while its label is ACTIVE.
CREATE TABLE labels (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  label_type TEXT NOT NULL CHECK (label_type IN ('BRAND', 'CUSTOM')),
  value TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'ARCHIVED')),
  UNIQUE (ad_account_id, label_type, value)
) STRICT;

CREATE INDEX labels_by_status ON labels (ad_account_id, status, label_type, seq);

CREATE TABLE label_applications (
  campaign_id TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
  label_id TEXT NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
  PRIMARY KEY (campaign_id, label_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX label_applications_by_label ON label_applications (label_id);
