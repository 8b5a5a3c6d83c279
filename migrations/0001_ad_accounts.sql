-- Ad accounts. `json` is the account as it is answered; `features` says what is not as for every account. What belongs
-- to an account goes with it: the tables below cascade.
CREATE TABLE ad_accounts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL,
  features TEXT CHECK (features IS NULL OR json_valid(features)),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX ad_accounts_by_owner ON ad_accounts (owner_id, seq);
