-- Order lines, which come from a seed alone. `json` is the order line as it is answered, less `campaign_ids`.
CREATE TABLE order_lines (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  end_time INTEGER,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX order_lines_by_ad_account ON order_lines (ad_account_id, seq);

-- Finds the campaigns of an order line.
CREATE INDEX campaigns_by_order_line ON campaigns (order_line_id) WHERE order_line_id IS NOT NULL;
