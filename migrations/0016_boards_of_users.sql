-- Boards and Pins belong to a user, and no two boards of one user have one name. What was there is the first user's.
CREATE TABLE owned_boards (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  name TEXT NOT NULL COLLATE NOCASE,
  privacy TEXT NOT NULL CHECK (privacy IN ('PUBLIC', 'PROTECTED', 'SECRET')),
  pins_modified_at INTEGER NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  UNIQUE (owner_id, name)
) STRICT;

INSERT INTO owned_boards
  SELECT seq, id, '549755885170', name, privacy, pins_modified_at, json FROM boards;
-- Ids follow the highest sequence number there ever was, deleted boards included.
DELETE FROM sqlite_sequence WHERE name = 'owned_boards';
INSERT INTO sqlite_sequence SELECT 'owned_boards', seq FROM sqlite_sequence WHERE name = 'boards';
DROP TABLE boards;
ALTER TABLE owned_boards RENAME TO boards;

CREATE INDEX boards_by_owner ON boards (owner_id, privacy, seq);

-- Pins are as private as their board.
CREATE TRIGGER pins_follow_privacy
AFTER UPDATE OF privacy ON boards
WHEN new.privacy <> old.privacy
BEGIN
  UPDATE pins SET privacy = new.privacy WHERE board_id = new.id;
END;

ALTER TABLE pins ADD COLUMN owner_id TEXT NOT NULL DEFAULT '549755885170' REFERENCES users (id);
DROP INDEX pins_by_kind;
CREATE INDEX pins_by_owner ON pins (owner_id, privacy, creative_type, is_repin, has_been_promoted, seq);
