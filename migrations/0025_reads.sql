-- How often entities were read whose states come by reads instead of by the clock. It is here so that forks, snapshots
-- and files carry it.
CREATE TABLE reads (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  reads INTEGER NOT NULL CHECK (reads > 0),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
