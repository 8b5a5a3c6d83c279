import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { type RelationRow, userRelation } from '#server/resources/accounts/users/relation.ts'
import { interestFollowOptions } from './resource.ts'

/** A user's following of an interest. */
export interface InterestFollowRow extends RelationRow {
  /** The id of the interest. */
  readonly interest: string
}

/** The interests that users follow. */
export const interestFollowRelation = userRelation<InterestFollowRow>(interestFollowOptions)

/** Returns one page of the interests that a user follows, in the order in which the user began to. */
export const listInterestFollows = (db: Database, ownerId: string, page: PageRange): readonly InterestFollowRow[] =>
  interestFollowRelation.table.page(db, { columns: ['owner_id'], ranges: [[ownerId]], ...page })
