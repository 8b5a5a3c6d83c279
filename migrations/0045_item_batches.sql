-- Batches of items: what was done with each item when the batch was sent. `records` is the list of items with their errors
-- and warnings; the state of a batch follows from its creation, in milliseconds.
CREATE TABLE item_batches (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  catalog_type TEXT NOT NULL CHECK (catalog_type IN ('RETAIL', 'HOTEL', 'CREATIVE_ASSETS')),
  created_at INTEGER NOT NULL,
  records TEXT NOT NULL CHECK (json_valid(records))
) STRICT;

CREATE INDEX item_batches_by_owner ON item_batches (owner_id, seq);
