-- What a world has been told by test control: its clock, features, rules and limits. It is here so that forks,
-- snapshots and files carry it.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT, WITHOUT ROWID;
