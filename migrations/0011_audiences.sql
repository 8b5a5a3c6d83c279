-- Audiences. `json` is the audience as it is answered, less `size` and `status`. `people` is how many it gathers, which
-- is not kept for the audience of a customer list: that has as many as the list has members. The list is no foreign
-- key: whether it must be there is a rule's to say, and rules can be switched off.
CREATE TABLE audiences (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  customer_list_id TEXT,
  people INTEGER NOT NULL CHECK (people >= 0),
  filled_since INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX audiences_by_account ON audiences (ad_account_id, seq);
