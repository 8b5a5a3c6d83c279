-- Catalogs are assets of businesses, too: the tables are built anew with another CHECK.
CREATE TABLE grouped_assets (
  asset_group_id TEXT NOT NULL REFERENCES asset_groups (id) ON DELETE CASCADE,
  asset TEXT NOT NULL,
  asset_type TEXT NOT NULL CHECK (asset_type IN ('AD_ACCOUNT', 'PROFILE', 'CATALOG')),
  PRIMARY KEY (asset_group_id, asset)
) STRICT;

INSERT INTO grouped_assets SELECT * FROM asset_group_assets;
DROP TABLE asset_group_assets;
ALTER TABLE grouped_assets RENAME TO asset_group_assets;
CREATE INDEX asset_group_assets_by_asset ON asset_group_assets (asset);

CREATE TABLE granted_access (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  business_id TEXT NOT NULL REFERENCES users (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  grantee TEXT NOT NULL CHECK (grantee IN ('MEMBER', 'PARTNER')),
  asset_type TEXT NOT NULL CHECK (asset_type IN ('AD_ACCOUNT', 'PROFILE', 'ASSET_GROUP', 'CATALOG')),
  asset TEXT NOT NULL,
  permissions TEXT NOT NULL CHECK (json_valid(permissions)),
  created_time INTEGER NOT NULL,
  UNIQUE (business_id, user_id, grantee, asset)
) STRICT;

INSERT INTO granted_access SELECT * FROM business_asset_access;
DROP TABLE business_asset_access;
ALTER TABLE granted_access RENAME TO business_asset_access;
CREATE INDEX business_asset_access_of_user ON business_asset_access (business_id, user_id, grantee, asset_type, seq);
CREATE INDEX business_asset_access_by_asset ON business_asset_access (asset, business_id, grantee, seq);
