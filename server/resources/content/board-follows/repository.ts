import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { type RelationRow, userRelation } from '#server/resources/accounts/users/relation.ts'
import { type BoardResponseRow, responseColumns } from '../boards/repository.ts'
import { boardFollowOptions } from './resource.ts'

/** A user's following of a board. */
export interface BoardFollowRow extends RelationRow {
  readonly board_id: string
}

/** The boards that users follow. */
export const boardFollowRelation = userRelation<BoardFollowRow>(boardFollowOptions)

const followed = '+boards.id IN (SELECT board_id FROM board_follows WHERE owner_id = ?)'
const ofFollowed = `(boards.privacy = 'PUBLIC' AND +boards.owner_id IN
  (SELECT user_id FROM user_follows WHERE owner_id = ?))`

// The walk is by seq: users follow few boards, and worlds have few.
const pageWhere = (condition: string): string => `SELECT ${responseColumns} FROM (
    SELECT seq FROM boards WHERE seq > ? AND ${condition} ORDER BY seq LIMIT ?
  ) AS page CROSS JOIN boards AS t ON t.seq = page.seq ORDER BY page.seq`

const statements = perDb((db) => ({
  explicit: db.prepare<(string | number)[], BoardResponseRow>(pageWhere(followed)),
  all: db.prepare<(string | number)[], BoardResponseRow>(pageWhere(`(${followed} OR ${ofFollowed})`)),
}))

/**
 * Returns one page of the boards that a user follows, in the order of their ids: those that the user follows by
 * themselves, and unless `explicit` is set the public boards of the users that the user follows.
 */
export const listFollowedBoards = (
  db: Database,
  owner: string,
  explicit: boolean,
  { after = 0, limit }: PageRange,
): readonly BoardResponseRow[] =>
  explicit ? statements(db).explicit.all(after, owner, limit) : statements(db).all.all(after, owner, owner, limit)
