-- Users. `json` is what was said of a profile; the rest of it follows from the name. The first user is every world's.
CREATE TABLE users (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  username TEXT NOT NULL UNIQUE COLLATE NOCASE,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

INSERT INTO users (id, username, json) VALUES ('549755885170', 'mock_advertiser', '{}');
INSERT OR IGNORE INTO users (id, username, json)
  SELECT owner_id, 'user' || owner_id, '{}' FROM ad_accounts GROUP BY owner_id ORDER BY min(seq);

-- What a user may do with an ad account, the owner's own row included. An ad account that is emptied is deleted and
-- comes back in one transaction: the reference is deferred, so that who may do what outlives that.
CREATE TABLE ad_account_roles (
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) DEFERRABLE INITIALLY DEFERRED,
  user_id TEXT NOT NULL REFERENCES users (id),
  permissions TEXT NOT NULL CHECK (json_valid(permissions)),
  PRIMARY KEY (user_id, ad_account_id)
) STRICT;

CREATE INDEX ad_account_roles_by_account ON ad_account_roles (ad_account_id);

INSERT INTO ad_account_roles SELECT id, owner_id, '["OWNER"]' FROM ad_accounts;
INSERT INTO ad_account_roles
  SELECT id, '549755885170', '["ADMIN"]' FROM ad_accounts WHERE owner_id <> '549755885170';
UPDATE ad_accounts SET json = json_remove(json, '$.permissions');

-- What a user granted an app, once each: a code to be exchanged. Times are Unix seconds, scopes a JSON list.
CREATE TABLE authorization_codes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  app TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  redirect_uri TEXT NOT NULL,
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  expires_at INTEGER NOT NULL,
  is_used INTEGER NOT NULL CHECK (is_used IN (0, 1))
) STRICT;

-- A refresh token that was used or revoked is over.
CREATE TABLE refresh_tokens (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  token TEXT NOT NULL UNIQUE,
  app TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  expires_at INTEGER NOT NULL,
  is_over INTEGER NOT NULL CHECK (is_over IN (0, 1))
) STRICT;

-- `scheme` is the security scheme of the API that the token satisfies. What never expires has no `expires_at`.
CREATE TABLE access_tokens (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  token TEXT NOT NULL UNIQUE,
  scheme TEXT NOT NULL CHECK (scheme IN ('pinterest_oauth2', 'client_credentials', 'conversion_token')),
  app TEXT,
  user_id TEXT NOT NULL REFERENCES users (id),
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  expires_at INTEGER,
  is_revoked INTEGER NOT NULL CHECK (is_revoked IN (0, 1)),
  refresh_token_seq INTEGER REFERENCES refresh_tokens (seq)
) STRICT;

CREATE INDEX access_tokens_by_refresh_token ON access_tokens (refresh_token_seq);
