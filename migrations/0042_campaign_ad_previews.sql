-- Previews of ad groups, shared by their URLs. `expires_at` is milliseconds.
CREATE TABLE campaign_ad_previews (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  ad_group_id TEXT NOT NULL REFERENCES ad_groups (id) ON DELETE CASCADE,
  uuid TEXT NOT NULL,
  user_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  pin_id TEXT,
  ad_id TEXT,
  product_group_promotion_id TEXT
) STRICT;

CREATE INDEX campaign_ad_previews_by_ad_group ON campaign_ad_previews (ad_account_id, ad_group_id, seq);
