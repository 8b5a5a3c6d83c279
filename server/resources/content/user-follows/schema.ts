import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery } from '#server/http/schema/fields.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'

/** A user in lists. */
export const UserSummary = z
  .object({ username: z.string(), type: z.literal('user') })
  .meta({ id: 'UserSummary', description: 'A user by name.' })

/** The response of the lists of users. */
export const UserSummaryPage = pageOf(UserSummary).meta({ id: 'UserSummaryPage' })

/** The path parameters of a user. */
export const UserPath = z.object({
  username: z
    .string()
    .regex(/(?!^\d+$)^.+$/)
    .meta({ description: 'Username, which is never digits alone.' }),
})

/** The request body of a following. */
export const FollowUser = z
  .object({ auto_follow: z.boolean().nullish().meta({ description: 'Has no effect.' }) })
  .meta({ id: 'FollowUserRequest', description: 'Request to follow a user.', example: {} })

/** The query parameters of the list of followers. */
export const FollowerQuery = z.object(pageQuery)

const explicit_following = (what: string) =>
  QueryBoolean.meta({ description: `Whether ${what} are left out.`, 'x-default': false })

/** The query parameters of the list of followed users. */
export const FollowingQuery = z.object({
  feed_type: z.enum(['ALL', 'RANKED', 'CREATOR_ONLY', 'RANKED_CREATOR_ONLY']).optional().meta({
    description: 'CREATOR_ONLY: users who have created a public Pin. RANKED: as without, in the same order.',
    'x-default': 'ALL',
  }),
  explicit_following: explicit_following('users of whom only a board is followed'),
  ...actorQuery,
  ...pageQuery,
})

/** The query parameters of the list of followed boards. */
export const FollowedBoardQuery = z.object({
  explicit_following: explicit_following('public boards of followed users'),
  ...actorQuery,
  ...pageQuery,
})
