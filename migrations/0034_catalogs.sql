-- Catalogs of businesses, which are users. `json` is the catalog as a response has it.
CREATE TABLE catalogs (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  catalog_type TEXT NOT NULL CHECK (catalog_type IN ('RETAIL', 'HOTEL', 'CREATIVE_ASSETS')),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX catalogs_by_owner ON catalogs (owner_id, seq);
CREATE INDEX catalogs_by_type ON catalogs (owner_id, catalog_type, seq);
