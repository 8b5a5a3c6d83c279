-- Product groups of catalogs. `scope` is what their names and filters are unique in: a feed, or a country and locale
-- of the catalog. `filters` is their canonical text, to find those that say the same; `json` is the product group as a
-- response has it, without its times.
CREATE TABLE product_groups (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  catalog_id TEXT NOT NULL REFERENCES catalogs (id) ON DELETE CASCADE,
  feed_id TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  scope TEXT NOT NULL,
  name TEXT NOT NULL,
  filters TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX product_groups_by_owner ON product_groups (owner_id, seq);
CREATE INDEX product_groups_by_catalog ON product_groups (catalog_id, owner_id, seq);
CREATE INDEX product_groups_by_feed ON product_groups (feed_id, owner_id, seq);
CREATE INDEX product_groups_by_name ON product_groups (scope, name);

-- Which promotions refer to a product group: one that is promoted is not deleted.
CREATE INDEX product_group_promotions_by_product_group
  ON product_group_promotions (json ->> '$.catalog_product_group_id', status);
