-- Insertion orders: by each an order line is bought, which has its name, budget, number and days. `pin_order` is the Pin
-- order id, of Salesforce's form. `json` is the rest of what responses have. The status follows from `submitted_at`, in Unix
-- seconds, unless the order is rejected.
CREATE TABLE insertion_orders (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  pin_order TEXT NOT NULL UNIQUE,
  order_line_id TEXT REFERENCES order_lines (id) ON DELETE SET NULL,
  submitted_at INTEGER NOT NULL,
  is_rejected INTEGER NOT NULL CHECK (is_rejected IN (0, 1)),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX insertion_orders_by_ad_account ON insertion_orders (ad_account_id, seq);
CREATE UNIQUE INDEX insertion_orders_by_order_line ON insertion_orders (order_line_id) WHERE order_line_id IS NOT NULL;

-- Bid options of items of catalogs, by what the merchant calls the item. They stay when a feed takes the item away.
CREATE TABLE advanced_auction_bids (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  catalog INTEGER NOT NULL REFERENCES catalogs (seq) ON DELETE CASCADE,
  item_key TEXT NOT NULL,
  country TEXT NOT NULL,
  language TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE UNIQUE INDEX advanced_auction_bids_by_item ON advanced_auction_bids (catalog, item_key, country, language);

-- Conversion events that a measurement partner has attributed to an ad group. Of several with one name, key and ad group
-- the first counts. `happened` and `received` are Unix seconds; `json` is the event as it was sent.
CREATE TABLE msot_events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  event_key TEXT NOT NULL,
  ad_group TEXT NOT NULL,
  happened INTEGER NOT NULL,
  received INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE UNIQUE INDEX msot_events_by_id ON msot_events (ad_account_id, name, event_key, ad_group);
