-- Boards, their sections and the Pins on them, and the videos that Pins are made of: a user's, not an ad account's.
-- `json` is the entity as it is answered, less what is counted or depends on the clock.
CREATE TABLE boards (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  privacy TEXT NOT NULL CHECK (privacy IN ('PUBLIC', 'PROTECTED', 'SECRET')),
  pins_modified_at INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE INDEX boards_by_privacy ON boards (privacy, seq);

CREATE TABLE board_sections (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  board_id TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  UNIQUE (board_id, name)
) STRICT;

CREATE INDEX board_sections_by_board ON board_sections (board_id, seq);

-- A Pin without a board is on the user's profile, for everybody to see. `is_promotable` is no field of a Pin: it says
-- whether ads may be made of it.
CREATE TABLE pins (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  board_id TEXT REFERENCES boards (id) ON DELETE CASCADE,
  board_section_id TEXT REFERENCES board_sections (id) ON DELETE CASCADE,
  privacy TEXT NOT NULL CHECK (privacy IN ('PUBLIC', 'PROTECTED', 'SECRET')),
  creative_type TEXT NOT NULL CHECK (creative_type IN ('REGULAR', 'VIDEO', 'CAROUSEL')),
  is_repin INTEGER NOT NULL CHECK (is_repin IN (0, 1)),
  has_been_promoted INTEGER NOT NULL CHECK (has_been_promoted IN (0, 1)),
  is_promotable INTEGER NOT NULL CHECK (is_promotable IN (0, 1)),
  json TEXT NOT NULL CHECK (json_valid(json)),
  CHECK (board_section_id IS NULL OR board_id IS NOT NULL)
) STRICT;

CREATE INDEX pins_by_kind ON pins (privacy, creative_type, is_repin, has_been_promoted, seq);
CREATE INDEX pins_by_board ON pins (board_id, creative_type, seq);
CREATE INDEX pins_on_board ON pins (board_id, seq);
CREATE INDEX pins_by_section ON pins (board_section_id, seq);

-- Pins are as private as their board.
CREATE TRIGGER pins_follow_privacy
AFTER UPDATE OF privacy ON boards
WHEN new.privacy <> old.privacy
BEGIN
  UPDATE pins SET privacy = new.privacy WHERE board_id = new.id;
END;

CREATE TABLE media (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  media_type TEXT NOT NULL CHECK (media_type IN ('video')),
  registered_at INTEGER NOT NULL
) STRICT;

CREATE INDEX media_by_type ON media (media_type, seq);
