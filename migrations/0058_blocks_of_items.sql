-- An item takes a fraction of what it took to store. What filters compare of it is worked out of its attributes by the one
-- writer that there is, so that no CHECK repeats the words and the form; state imports hold the types.
CREATE TABLE stored_items (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  catalog INTEGER NOT NULL REFERENCES catalogs (seq) ON DELETE CASCADE,
  feed_id TEXT,
  item_key TEXT NOT NULL,
  country TEXT NOT NULL,
  language TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  availability TEXT,
  condition TEXT,
  gender TEXT,
  media_type TEXT NOT NULL,
  price REAL,
  sale_price REAL,
  currency TEXT,
  brand TEXT COLLATE NOCASE,
  item_group TEXT COLLATE NOCASE,
  product_type TEXT COLLATE NOCASE,
  google_product_category TEXT COLLATE NOCASE,
  custom_label_0 TEXT COLLATE NOCASE,
  custom_label_1 TEXT COLLATE NOCASE,
  custom_label_2 TEXT COLLATE NOCASE,
  custom_label_3 TEXT COLLATE NOCASE,
  custom_label_4 TEXT COLLATE NOCASE,
  custom_number_0 INTEGER,
  custom_number_1 INTEGER,
  custom_number_2 INTEGER,
  custom_number_3 INTEGER,
  custom_number_4 INTEGER,
  title TEXT,
  -- json_valid(json) holds without a CHECK: it is what JSON.stringify returns.
  json TEXT NOT NULL,
  has_been_promoted INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO stored_items SELECT * FROM items;
-- Ids of product Pins follow the highest sequence number there ever was.
DELETE FROM sqlite_sequence WHERE name = 'stored_items';
INSERT INTO sqlite_sequence SELECT 'stored_items', seq FROM sqlite_sequence WHERE name = 'items';
DROP TABLE items;
ALTER TABLE stored_items RENAME TO items;

CREATE UNIQUE INDEX items_by_key ON items (catalog, item_key, country, language);
CREATE INDEX items_by_catalog ON items (catalog, seq);
CREATE INDEX items_by_feed ON items (feed_id, seq) WHERE feed_id IS NOT NULL;

-- In which blocks of 16 items, by their `seq`, a catalog has a value of a column: a filter that leads to few items of many
-- finds them there.
CREATE TABLE item_blocks (
  catalog INTEGER NOT NULL REFERENCES catalogs (seq) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL COLLATE NOCASE,
  block INTEGER NOT NULL,
  PRIMARY KEY (catalog, field, value, block)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO item_blocks SELECT catalog, 'brand', brand, seq / 16 FROM items WHERE brand IS NOT NULL;
INSERT OR IGNORE INTO item_blocks
  SELECT catalog, 'item_group', item_group, seq / 16 FROM items WHERE item_group IS NOT NULL;
INSERT OR IGNORE INTO item_blocks
  SELECT catalog, 'product_type', product_type, seq / 16 FROM items WHERE product_type IS NOT NULL;
INSERT OR IGNORE INTO item_blocks
  SELECT catalog, 'google_product_category', google_product_category, seq / 16 FROM items
  WHERE google_product_category IS NOT NULL;
INSERT OR IGNORE INTO item_blocks
  SELECT catalog, 'custom_label_0', custom_label_0, seq / 16 FROM items WHERE custom_label_0 IS NOT NULL;
INSERT OR IGNORE INTO item_blocks
  SELECT catalog, 'custom_label_1', custom_label_1, seq / 16 FROM items WHERE custom_label_1 IS NOT NULL;
INSERT OR IGNORE INTO item_blocks
  SELECT catalog, 'custom_label_2', custom_label_2, seq / 16 FROM items WHERE custom_label_2 IS NOT NULL;
INSERT OR IGNORE INTO item_blocks
  SELECT catalog, 'custom_label_3', custom_label_3, seq / 16 FROM items WHERE custom_label_3 IS NOT NULL;
INSERT OR IGNORE INTO item_blocks
  SELECT catalog, 'custom_label_4', custom_label_4, seq / 16 FROM items WHERE custom_label_4 IS NOT NULL;
