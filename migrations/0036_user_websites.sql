-- The websites that users claim. `started` is Unix seconds; `held` is a status that test control has fixed.
CREATE TABLE user_websites (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  website TEXT NOT NULL COLLATE NOCASE,
  started INTEGER NOT NULL,
  held TEXT CHECK (held IN ('pending', 'verified', 'failed')),
  UNIQUE (owner_id, website)
) STRICT;

CREATE INDEX user_websites_by_owner ON user_websites (owner_id, seq);
CREATE INDEX user_websites_by_name ON user_websites (website, seq);
