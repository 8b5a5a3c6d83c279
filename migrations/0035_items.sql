-- Items of catalogs, under the id that the merchant gives them (item_key), once for each country and language. `json` is
-- what the API has as their attributes. The columns before it are what filters of product groups compare: they are worked
-- out of the attributes, and text is compared without regard to case. `catalog` is the seq of the catalog and `feed_id`
-- the feed that brought the item, NULL for items of batches: the deletion of a feed decides what becomes of its items.
CREATE TABLE items (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  catalog INTEGER NOT NULL REFERENCES catalogs (seq) ON DELETE CASCADE,
  feed_id TEXT,
  item_key TEXT NOT NULL,
  country TEXT NOT NULL,
  language TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  availability TEXT CHECK (availability IN ('IN_STOCK', 'OUT_OF_STOCK', 'PREORDER')),
  condition TEXT CHECK (condition IN ('NEW', 'USED', 'REFURBISHED')),
  gender TEXT CHECK (gender IN ('FEMALE', 'MALE', 'UNISEX')),
  media_type TEXT NOT NULL CHECK (media_type IN ('IMAGE', 'VIDEO')),
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
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE UNIQUE INDEX items_by_key ON items (catalog, item_key, country, language);
CREATE INDEX items_by_catalog ON items (catalog, seq);
CREATE INDEX items_by_feed ON items (feed_id, seq) WHERE feed_id IS NOT NULL;
-- What single products are chosen by: a filter on one of these leads to few items of many.
CREATE INDEX items_by_brand ON items (catalog, brand, seq) WHERE brand IS NOT NULL;
CREATE INDEX items_by_group ON items (catalog, item_group, seq) WHERE item_group IS NOT NULL;
CREATE INDEX items_by_product_type ON items (catalog, product_type, seq) WHERE product_type IS NOT NULL;
CREATE INDEX items_by_category ON items (catalog, google_product_category, seq)
  WHERE google_product_category IS NOT NULL;
CREATE INDEX items_by_custom_label_0 ON items (catalog, custom_label_0, seq) WHERE custom_label_0 IS NOT NULL;
CREATE INDEX items_by_custom_label_1 ON items (catalog, custom_label_1, seq) WHERE custom_label_1 IS NOT NULL;
CREATE INDEX items_by_custom_label_2 ON items (catalog, custom_label_2, seq) WHERE custom_label_2 IS NOT NULL;
CREATE INDEX items_by_custom_label_3 ON items (catalog, custom_label_3, seq) WHERE custom_label_3 IS NOT NULL;
CREATE INDEX items_by_custom_label_4 ON items (catalog, custom_label_4, seq) WHERE custom_label_4 IS NOT NULL;
