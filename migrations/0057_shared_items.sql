-- Items that several feeds bring are stored once, as the feed brought them that was read last. Here is what the others
-- bring of them: an item goes back to it when the last feed no longer brings it. `feed_id` is the other feed, and
-- `updated_at` when it stored the item, in milliseconds.
CREATE TABLE shared_items (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  catalog INTEGER NOT NULL REFERENCES catalogs (seq) ON DELETE CASCADE,
  feed_id TEXT NOT NULL,
  item_key TEXT NOT NULL,
  country TEXT NOT NULL,
  language TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE UNIQUE INDEX shared_items_by_key ON shared_items (catalog, item_key, country, language, feed_id);
CREATE INDEX shared_items_by_feed ON shared_items (feed_id, seq);
