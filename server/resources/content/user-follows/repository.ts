import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { type RelationRow, userRelation } from '#server/resources/accounts/users/relation.ts'
import { userFollowOptions } from './resource.ts'

/** A user's following of another user. */
export interface UserFollowRow extends RelationRow {
  /** The id of the followed user. */
  readonly user_id: string
}

/** A user as lists have it. */
export interface FollowedUserRow {
  readonly seq: number
  readonly username: string
}

/** The users that users follow. */
export const userFollowRelation = userRelation<UserFollowRow>(userFollowOptions)

// The walk is by seq: worlds have few users.
const following = `SELECT t.seq, t.username FROM (
    SELECT seq FROM users WHERE seq > ? AND id <> ?
      AND (+id IN (SELECT user_id FROM user_follows WHERE owner_id = ?)
        OR (? = 1 AND +id IN (SELECT boards.owner_id FROM board_follows
          JOIN boards ON boards.id = board_follows.board_id WHERE board_follows.owner_id = ?)))
      AND (? = 0 OR EXISTS (SELECT 1 FROM pins
        WHERE pins.owner_id = users.id AND pins.privacy = 'PUBLIC' AND pins.is_repin = 0))
    ORDER BY seq LIMIT ?
  ) AS page CROSS JOIN users AS t ON t.seq = page.seq ORDER BY page.seq`

const statements = perDb((db) => ({
  following: db.prepare<(string | number)[], FollowedUserRow>(following),
  followers: db.prepare<[string], number>('SELECT count(*) FROM user_follows WHERE user_id = ?').pluck(),
  followed: db.prepare<[string], number>('SELECT count(*) FROM user_follows WHERE owner_id = ?').pluck(),
}))

/** What narrows the list of followed users. */
export interface FollowingFilter {
  readonly explicit: boolean
  readonly creatorsOnly: boolean
}

/** Returns one page of the users that a user follows, in the order of their ids. */
export const listFollowing = (
  db: Database,
  owner: string,
  { explicit, creatorsOnly }: FollowingFilter,
  { after = 0, limit }: PageRange,
): readonly FollowedUserRow[] =>
  statements(db).following.all(after, owner, owner, explicit ? 0 : 1, owner, creatorsOnly ? 1 : 0, limit)

/** Returns one page of the users who follow a user, in the order in which they began to. */
export const listFollowers = (db: Database, userId: string, page: PageRange): readonly FollowedUserRow[] =>
  userFollowRelation.table.page<FollowedUserRow>(db, {
    select: 't.seq, (SELECT username FROM users WHERE users.id = t.owner_id) AS username',
    columns: ['user_id'],
    ranges: [[userId]],
    ...page,
  })

/** Returns the number of a user's followers. */
export const countFollowers = (db: Database, userId: string): number => statements(db).followers.get(userId) ?? 0

/** Returns the number of users that a user follows. */
export const countFollowing = (db: Database, userId: string): number => statements(db).followed.get(userId) ?? 0
