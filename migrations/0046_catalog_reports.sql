-- Reports on catalogs. `request` is the body of the creation, `created_time` Unix seconds, by which the state follows from the
-- clock. Their files are computed when they are fetched.
CREATE TABLE catalog_reports (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  token TEXT NOT NULL UNIQUE,
  request TEXT NOT NULL CHECK (json_valid(request)),
  created_time INTEGER NOT NULL
) STRICT;

CREATE INDEX catalog_reports_by_owner ON catalog_reports (owner_id, seq);
