import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { LongId } from '#server/http/schema/fields.ts'

/** A followed interest in a response. */
const FollowedInterest = z
  .object({
    id: LongId,
    key: z.string().meta({ description: 'Name in lower case.' }),
    name: z.string(),
    canonical_url: z.string(),
  })
  .meta({ id: 'FollowedInterest', description: 'An interest that a user follows.' })

/** The query parameters of the list of followed interests. */
export const FollowedInterestQuery = z.object(pageQuery)

/** The response of the list of followed interests. */
export const FollowedInterestPage = pageOf(FollowedInterest).meta({ id: 'FollowedInterestPage' })

export type FollowedInterest = z.output<typeof FollowedInterest>
