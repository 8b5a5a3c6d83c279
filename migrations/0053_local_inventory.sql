-- The stores of a catalog, and what of its items they have: per store, by the id that the merchant gives the item, which
-- is one of the catalog in any market. Local inventory stays when its item goes, and is listed while the item is there.
CREATE TABLE local_stores (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  catalog_id TEXT NOT NULL REFERENCES catalogs (id) ON DELETE CASCADE,
  store_code TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  UNIQUE (catalog_id, store_code)
) STRICT;

CREATE INDEX local_stores_by_catalog ON local_stores (catalog_id, seq);

-- Times are in milliseconds.
CREATE TABLE local_inventory_items (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  store_id TEXT NOT NULL REFERENCES local_stores (id) ON DELETE CASCADE,
  item_key TEXT NOT NULL,
  availability TEXT NOT NULL CHECK (availability IN ('in stock', 'out of stock', 'preorder')),
  price TEXT NOT NULL,
  sale_price TEXT,
  ad_link TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (store_id, item_key)
) STRICT;

CREATE INDEX local_inventory_items_by_key ON local_inventory_items (item_key, store_id);

-- Batches of local inventory: what was done with each operation when the batch was sent. `records` is the list of
-- operations with their errors and warnings; the state of a batch follows from its creation, in milliseconds.
CREATE TABLE supplemental_item_batches (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  catalog_id TEXT NOT NULL REFERENCES catalogs (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  records TEXT NOT NULL CHECK (json_valid(records))
) STRICT;

CREATE INDEX supplemental_item_batches_by_catalog ON supplemental_item_batches (catalog_id, seq);
