-- The items of catalogs that Pins are tagged with. `product_pin` is the id of the item's product Pin, which is no row of
-- pins. A Pin has its tags as JSON, as responses have them; NULL without any.
CREATE TABLE product_tags (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  pin_id TEXT NOT NULL REFERENCES pins (id) ON DELETE CASCADE,
  item INTEGER NOT NULL REFERENCES items (seq) ON DELETE CASCADE,
  product_pin TEXT NOT NULL,
  UNIQUE (pin_id, item)
) STRICT;

CREATE INDEX product_tags_by_item ON product_tags (item);

ALTER TABLE pins ADD COLUMN product_tags TEXT CHECK (product_tags IS NULL OR json_valid(product_tags));

CREATE TRIGGER pin_is_tagged AFTER INSERT ON product_tags BEGIN
  UPDATE pins SET product_tags = (
    SELECT json_group_array(json_object('pin_id', product_pin) ORDER BY seq) FROM product_tags WHERE pin_id = new.pin_id)
  WHERE id = new.pin_id;
END;

CREATE TRIGGER pin_loses_tag AFTER DELETE ON product_tags BEGIN
  UPDATE pins SET product_tags = nullif((
    SELECT json_group_array(json_object('pin_id', product_pin) ORDER BY seq) FROM product_tags WHERE pin_id = old.pin_id), '[]')
  WHERE id = old.pin_id;
END;
