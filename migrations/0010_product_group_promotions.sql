-- Product group promotions: what an ad group shows of a catalog. `json` is the promotion as it is answered.
CREATE TABLE product_group_promotions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  ad_group_id TEXT NOT NULL REFERENCES ad_groups (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT')),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX product_group_promotions_by_status ON product_group_promotions (ad_account_id, status, seq);
CREATE INDEX product_group_promotions_by_ad_group ON product_group_promotions (ad_group_id, status, seq);
