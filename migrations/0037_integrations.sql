-- The businesses of other platforms that users have connected. `external_business` is the partner's own id of one.
CREATE TABLE integrations (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  external_business TEXT UNIQUE,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX integrations_by_owner ON integrations (owner_id, seq);
