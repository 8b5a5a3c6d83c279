-- Customer lists, the records that they have, and their uploads. `json` is the list as it is answered, less `status`.
-- `members` counts the records, each once. An upload is started when it is run.
CREATE TABLE customer_lists (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  list_type TEXT NOT NULL CHECK (list_type IN ('EMAIL', 'IDFA', 'MAID', 'LR_ID', 'DLX_ID', 'HASHED_PINNER_ID')),
  members INTEGER NOT NULL CHECK (members >= 0),
  updated_time INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX customer_lists_by_account ON customer_lists (ad_account_id, seq);

CREATE TABLE customer_list_records (
  customer_list_id TEXT NOT NULL REFERENCES customer_lists (id) ON DELETE CASCADE,
  record TEXT NOT NULL,
  PRIMARY KEY (customer_list_id, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_list_uploads (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  customer_list_id TEXT NOT NULL REFERENCES customer_lists (id) ON DELETE CASCADE,
  operation TEXT NOT NULL CHECK (operation IN ('ADD', 'REMOVE')),
  created_time INTEGER NOT NULL,
  started_time INTEGER
) STRICT;

CREATE INDEX customer_list_uploads_by_list ON customer_list_uploads (customer_list_id, seq);
