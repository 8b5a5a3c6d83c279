-- Figures that are reported of an ad for a day or an hour, in place of what it would have delivered. `begin` is Unix
-- seconds, `seconds` how long it is, and `columns` the amounts by column.
CREATE TABLE delivery (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  ad_id TEXT NOT NULL REFERENCES ads (id) ON DELETE CASCADE,
  begin INTEGER NOT NULL,
  seconds INTEGER NOT NULL CHECK (seconds IN (3600, 86400)),
  columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT;

CREATE INDEX delivery_by_ad ON delivery (ad_id, begin);
