-- Who works with whom, and with what: businesses are users. Times are Unix milliseconds.

-- People and system users who work for a business.
CREATE TABLE business_members (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  business_id TEXT NOT NULL REFERENCES users (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  business_role TEXT NOT NULL CHECK (business_role IN ('EMPLOYEE', 'BIZ_ADMIN')),
  is_system_user INTEGER NOT NULL CHECK (is_system_user IN (0, 1)),
  name TEXT,
  created_by_id TEXT NOT NULL REFERENCES users (id),
  created_time INTEGER NOT NULL,
  UNIQUE (business_id, user_id)
) STRICT;

CREATE INDEX business_members_by_business ON business_members (business_id, is_system_user, seq);
CREATE INDEX business_members_by_user ON business_members (user_id, seq);

-- Businesses that a business gives access to its assets.
CREATE TABLE business_partners (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  business_id TEXT NOT NULL REFERENCES users (id),
  partner_id TEXT NOT NULL REFERENCES users (id),
  created_by_id TEXT NOT NULL REFERENCES users (id),
  created_by_business_id TEXT NOT NULL REFERENCES users (id),
  created_time INTEGER NOT NULL,
  UNIQUE (business_id, partner_id)
) STRICT;

CREATE INDEX business_partners_by_business ON business_partners (business_id, seq);
CREATE INDEX business_partners_by_partner ON business_partners (partner_id, seq);

-- Groups of a business's assets.
CREATE TABLE asset_groups (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  business_id TEXT NOT NULL REFERENCES users (id),
  created_by_id TEXT NOT NULL REFERENCES users (id),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX asset_groups_by_business ON asset_groups (business_id, seq);

CREATE TABLE asset_group_assets (
  asset_group_id TEXT NOT NULL REFERENCES asset_groups (id) ON DELETE CASCADE,
  asset TEXT NOT NULL,
  asset_type TEXT NOT NULL CHECK (asset_type IN ('AD_ACCOUNT', 'PROFILE')),
  PRIMARY KEY (asset_group_id, asset)
) STRICT;

CREATE INDEX asset_group_assets_by_asset ON asset_group_assets (asset);

-- What a business lets a member or partner do with an asset: an ad account, a profile, or a group of such.
CREATE TABLE business_asset_access (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  business_id TEXT NOT NULL REFERENCES users (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  grantee TEXT NOT NULL CHECK (grantee IN ('MEMBER', 'PARTNER')),
  asset_type TEXT NOT NULL CHECK (asset_type IN ('AD_ACCOUNT', 'PROFILE', 'ASSET_GROUP')),
  asset TEXT NOT NULL,
  permissions TEXT NOT NULL CHECK (json_valid(permissions)),
  created_time INTEGER NOT NULL,
  UNIQUE (business_id, user_id, grantee, asset)
) STRICT;

CREATE INDEX business_asset_access_of_user ON business_asset_access (business_id, user_id, grantee, asset_type, seq);
CREATE INDEX business_asset_access_by_asset ON business_asset_access (business_id, asset, grantee, seq);
CREATE INDEX business_asset_access_by_user ON business_asset_access (user_id, asset);
CREATE INDEX business_asset_access_to_asset ON business_asset_access (asset);

-- Invitations to become a member or partner, and requests for access. `assets` has permissions by asset. Whom an
-- email address belongs to may be unknown.
CREATE TABLE business_invites (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  business_id TEXT NOT NULL REFERENCES users (id),
  recipient_id TEXT REFERENCES users (id),
  email TEXT,
  invite_type TEXT NOT NULL CHECK (invite_type IN ('MEMBER_INVITE', 'PARTNER_INVITE', 'PARTNER_REQUEST')),
  business_role TEXT NOT NULL CHECK (business_role IN ('EMPLOYEE', 'BIZ_ADMIN', 'PARTNER')),
  invite_status TEXT NOT NULL CHECK (invite_status IN ('PENDING', 'ACCEPTED', 'DECLINED', 'CANCELLED')),
  assets TEXT NOT NULL CHECK (json_valid(assets)),
  created_by_id TEXT NOT NULL REFERENCES users (id),
  sent_at INTEGER NOT NULL,
  last_updated_time INTEGER NOT NULL,
  invite_expiration INTEGER NOT NULL
) STRICT;

CREATE INDEX business_invites_by_business ON business_invites (business_id, seq);
CREATE INDEX business_invites_by_recipient ON business_invites (recipient_id, seq);

-- Businesses below another in its hierarchy. `id` is that of their user.
CREATE TABLE brand_accounts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE REFERENCES users (id),
  business_hierarchy_id TEXT NOT NULL REFERENCES users (id),
  country TEXT NOT NULL
) STRICT;

-- Audiences that ad accounts and businesses have received. `shared_by` is the ad account or business that shared.
CREATE TABLE shared_audiences (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  audience_id TEXT NOT NULL REFERENCES audiences (id) ON DELETE CASCADE,
  recipient TEXT NOT NULL,
  recipient_type TEXT NOT NULL CHECK (recipient_type IN ('AD_ACCOUNT', 'BUSINESS_ACCOUNT')),
  shared_by TEXT NOT NULL,
  shared_on_timestamp INTEGER NOT NULL,
  UNIQUE (audience_id, recipient)
) STRICT;

CREATE INDEX shared_audiences_by_audience ON shared_audiences (audience_id, recipient_type, seq);
CREATE INDEX shared_audiences_by_recipient ON shared_audiences (recipient, seq);

-- Of the roles in an ad account, those of the user's own and those that businesses granted; both NULL while nothing
-- is granted, and all are the user's own.
ALTER TABLE ad_account_roles ADD COLUMN own_permissions TEXT CHECK (own_permissions IS NULL OR json_valid(own_permissions));
ALTER TABLE ad_account_roles ADD COLUMN granted_permissions TEXT CHECK (granted_permissions IS NULL OR json_valid(granted_permissions));
