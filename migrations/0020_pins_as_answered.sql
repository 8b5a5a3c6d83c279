-- Pins have a colour and every image a height, and lists are narrowed to the domain that their links lead to. Whose a Pin
-- is has no default any more. The colour of a Pin that had none depends on nothing but its sequence number.
CREATE TABLE linked_pins (
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
  owner_id TEXT NOT NULL REFERENCES users (id),
  domain TEXT,
  CHECK (board_section_id IS NULL OR board_id IS NOT NULL)
) STRICT;

INSERT INTO linked_pins
  SELECT
    seq, id, board_id, board_section_id, privacy, creative_type, is_repin, has_been_promoted, is_promotable,
    json_set(
      json_replace(
        json,
        '$.media.images."600x".height', 900, '$.media.images."1200x".height', 1800,
        '$.media.items[0].images."600x".height', 900, '$.media.items[0].images."1200x".height', 1800,
        '$.media.items[1].images."600x".height', 900, '$.media.items[1].images."1200x".height', 1800,
        '$.media.items[2].images."600x".height', 900, '$.media.items[2].images."1200x".height', 1800,
        '$.media.items[3].images."600x".height', 900, '$.media.items[3].images."1200x".height', 1800,
        '$.media.items[4].images."600x".height', 900, '$.media.items[4].images."1200x".height', 1800
      ),
      '$.dominant_color', coalesce(json ->> '$.dominant_color', printf('#%06x', seq * 40503 % 16777216))
    ),
    owner_id,
    NULL
  FROM pins;

-- What is between the scheme of a link and its port, path, query or fragment, less `www.`.
WITH
  links AS (
    SELECT id, lower(substr(json ->> '$.link', instr(json ->> '$.link', '://') + 3)) AS rest
    FROM linked_pins WHERE json ->> '$.link' LIKE 'http%://%'
  ),
  hosts AS (
    SELECT id, substr(
      rest, 1, min(instr(rest || '/', '/'), instr(rest || '?', '?'), instr(rest || '#', '#'), instr(rest || ':', ':')) - 1
    ) AS host
    FROM links
  )
UPDATE linked_pins SET domain = (
  SELECT CASE WHEN host LIKE 'www.%' THEN substr(host, 5) ELSE host END FROM hosts WHERE hosts.id = linked_pins.id
);

-- Ids follow the highest sequence number there ever was, deleted Pins included.
DELETE FROM sqlite_sequence WHERE name = 'linked_pins';
INSERT INTO sqlite_sequence SELECT 'linked_pins', seq FROM sqlite_sequence WHERE name = 'pins';
DROP TRIGGER pins_follow_privacy;
DROP TABLE pins;
ALTER TABLE linked_pins RENAME TO pins;

CREATE INDEX pins_by_board ON pins (board_id, creative_type, seq);
CREATE INDEX pins_on_board ON pins (board_id, seq);
CREATE INDEX pins_by_section ON pins (board_section_id, seq);
CREATE INDEX pins_by_owner ON pins (owner_id, privacy, creative_type, is_repin, has_been_promoted, seq);
CREATE INDEX pins_by_domain
ON pins (owner_id, domain, privacy, creative_type, is_repin, has_been_promoted, seq) WHERE domain IS NOT NULL;

-- Pins are as private as their board.
CREATE TRIGGER pins_follow_privacy
AFTER UPDATE OF privacy ON boards
WHEN new.privacy <> old.privacy
BEGIN
  UPDATE pins SET privacy = new.privacy WHERE board_id = new.id;
END;

-- A board without a description has an empty one.
UPDATE boards SET json = json_set(json, '$.description', '') WHERE json ->> '$.description' IS NULL;

-- Whether what was uploaded for a video is none.
ALTER TABLE media ADD COLUMN is_broken INTEGER NOT NULL DEFAULT 0 CHECK (is_broken IN (0, 1));
