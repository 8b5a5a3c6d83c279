-- Conversion events as advertisers sent them, for reports. Of several with one name and key the first counts. `happened`
-- and `received` are Unix seconds, `value` is micro-currency.
CREATE TABLE conversion_events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  event_key TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('web', 'inapp', 'offline')),
  happened INTEGER NOT NULL,
  received INTEGER NOT NULL,
  click TEXT,
  person TEXT NOT NULL,
  value INTEGER NOT NULL,
  quantity INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX conversion_events_by_id ON conversion_events (ad_account_id, name, event_key);
CREATE INDEX conversion_events_by_time ON conversion_events (ad_account_id, happened);
