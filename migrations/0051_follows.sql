-- Whom and what users follow, and the business accounts that are linked to them: each at most once.
CREATE TABLE user_follows (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  UNIQUE (owner_id, user_id)
) STRICT;

CREATE INDEX user_follows_by_user ON user_follows (user_id, seq);

CREATE TABLE board_follows (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  board_id TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
  UNIQUE (owner_id, board_id)
) STRICT;

CREATE INDEX board_follows_by_board ON board_follows (board_id);

CREATE TRIGGER board_is_followed AFTER INSERT ON board_follows BEGIN
  UPDATE boards SET json = json_set(json, '$.follower_count', (SELECT count(*) FROM board_follows WHERE board_id = new.board_id))
  WHERE id = new.board_id;
END;

CREATE TRIGGER board_is_left AFTER DELETE ON board_follows BEGIN
  UPDATE boards SET json = json_set(json, '$.follower_count', (SELECT count(*) FROM board_follows WHERE board_id = old.board_id))
  WHERE id = old.board_id;
END;

-- `interest` is the id of one, which are no table.
CREATE TABLE interest_follows (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  interest TEXT NOT NULL,
  UNIQUE (owner_id, interest)
) STRICT;

CREATE INDEX interest_follows_by_owner ON interest_follows (owner_id, seq);

CREATE TABLE linked_businesses (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  UNIQUE (owner_id, user_id)
) STRICT;

CREATE INDEX linked_businesses_by_owner ON linked_businesses (owner_id, seq);
