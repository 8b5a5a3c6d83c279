-- Feeds of businesses. `next_start` is when the next processing begins by the schedule, in Unix seconds; `content` is what
-- test control has given a feed in place of its file, and `signature` the hash of what was last read.
CREATE TABLE feeds (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  catalog_id TEXT NOT NULL REFERENCES catalogs (id),
  name TEXT,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  next_start INTEGER NOT NULL,
  content TEXT CHECK (json_valid(content)),
  signature TEXT,
  json TEXT NOT NULL CHECK (json_valid(json)),
  UNIQUE (owner_id, name)
) STRICT;

CREATE INDEX feeds_by_owner ON feeds (owner_id, seq);
CREATE INDEX feeds_by_catalog ON feeds (owner_id, catalog_id, seq);
CREATE INDEX feeds_by_start ON feeds (owner_id, is_active, next_start, seq);

-- The processings of feeds. `started` is Unix seconds, by which the state follows from the clock; `ingested_at` is when its
-- items were stored, in milliseconds; `held` is a state that
-- test control has fixed, and `outcome` what the processing came to, NULL until the feed was read.
CREATE TABLE feed_processing_results (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  feed_id TEXT NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  created INTEGER NOT NULL,
  started INTEGER NOT NULL,
  held TEXT,
  outcome TEXT CHECK (json_valid(outcome)),
  ingested_at INTEGER NOT NULL
) STRICT;

CREATE INDEX feed_processing_results_by_feed ON feed_processing_results (feed_id, seq);
CREATE INDEX feed_processing_results_open ON feed_processing_results (feed_id, started) WHERE outcome IS NULL;

-- The items that a processing result lists with their errors and warnings, and once more for each of these names.
CREATE TABLE feed_item_issues (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  result_id TEXT NOT NULL REFERENCES feed_processing_results (id) ON DELETE CASCADE,
  item_number INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX feed_item_issues_by_result ON feed_item_issues (result_id, seq);
CREATE INDEX feed_item_issues_by_number ON feed_item_issues (result_id, item_number, seq);

CREATE TABLE feed_item_issue_names (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  result_id TEXT NOT NULL REFERENCES feed_processing_results (id) ON DELETE CASCADE,
  issue TEXT NOT NULL,
  item_issue INTEGER NOT NULL REFERENCES feed_item_issues (seq) ON DELETE CASCADE
) STRICT;

CREATE INDEX feed_item_issue_names_by_issue ON feed_item_issue_names (result_id, issue, seq);
CREATE INDEX feed_item_issue_names_by_item ON feed_item_issue_names (item_issue);

-- How Pinterest sees a user who sells: what it may do with catalogs.
ALTER TABLE users ADD COLUMN merchant_status TEXT NOT NULL DEFAULT 'APPROVED'
  CHECK (merchant_status IN ('APPROVED', 'PENDING', 'UNDER_REVIEW', 'DISAPPROVED'));
