-- Schedules: changes of budgets and bid multipliers that begin and end by the clock. `json` is the schedule as it is
-- answered, but for its status, of which this has what the clock does not decide.
CREATE TABLE schedules (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  entity_id TEXT NOT NULL,
  schedule_status TEXT NOT NULL CHECK (schedule_status IN ('DRAFT', 'SCHEDULED', 'CANCELED', 'FAILED')),
  start_timestamp INTEGER,
  end_timestamp INTEGER,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX schedules_by_entity ON schedules (entity_id, ad_account_id, seq);

CREATE INDEX schedules_by_ad_account ON schedules (ad_account_id, seq);

-- What a schedule changes, from `begin` until `until` in Unix seconds, whatever becomes of the schedule later.
CREATE TABLE scheduled_changes (
  ad_account_id TEXT NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
  entity_id TEXT NOT NULL,
  schedule_id TEXT NOT NULL REFERENCES schedules (id) ON DELETE CASCADE,
  begin INTEGER NOT NULL,
  until INTEGER NOT NULL CHECK (until > begin),
  change TEXT NOT NULL CHECK (json_valid(change)),
  PRIMARY KEY (ad_account_id, entity_id, schedule_id, begin)
) STRICT, WITHOUT ROWID;
