import { z } from 'zod'
import { DurationInSeconds } from '#server/http/schema/duration-fields.ts'
import { Match } from '#server/inspection/request-match.ts'
import { RequestView } from '#server/inspection/request-view.ts'
import { Warnings } from '../protocol/warnings-field.ts'
import { Forgotten } from './forgotten-field.ts'

/** The most requests in an answer. */
export const maxShown = 20
const maxSeconds = 600
const Timeout = z
  .union(
    [z.number(), DurationInSeconds],
    `is not a number of seconds up to ${maxSeconds}, or a duration such as 5s or PT5S`,
  )
  .pipe(z.number().min(0).max(maxSeconds))
  .default(5)
  .meta({ description: `Seconds, or text like \`5s\` or \`PT5S\`. At most ${maxSeconds} seconds.`, example: '5s' })
const Times = z.int().min(0).optional()

const Miss = z.object({ criterion: z.string(), wanted: z.unknown(), found: z.unknown() })
const NearMiss = z
  .object({
    id: z.string(),
    method: z.string(),
    url: z.string(),
    misses: z.array(Miss),
    difference: z.string().meta({ description: 'Expected and actual values of all criteria, line by line.' }),
  })
  .meta({ id: 'NearMiss', description: 'Near miss: a request that differs from the criteria in few parts.' })
const Found = z.object({
  found: z
    .int()
    .meta({ description: 'Number of matching requests, including counted requests that the journal discarded.' }),
  forgotten: Forgotten,
  items: z.array(RequestView).meta({ description: `The latest ${maxShown} of them.` }),
  warnings: Warnings,
})
/** The requests that were found by a verification. */
export const Verified = Found.extend({ verified: z.literal(true) }).meta({ id: 'Verified' })
/** What was found instead of what was expected. */
export const Unverified = Found.extend({
  code: z.int(),
  message: z.string(),
  verified: z.literal(false),
  expected: z.string(),
  near_misses: z.array(NearMiss),
  console: z.url().optional().meta({ description: 'Address at which the console shows the near misses.' }),
}).meta({ id: 'Unverified', description: 'Result of a failed verification.' })

/** What is waited for. */
export const Wait = z
  .strictObject({ match: Match.default({}), count: z.int().min(1).default(1), timeout: Timeout })
  .meta({ id: 'Wait', example: { match: { operation: 'campaigns/create' }, count: 2, timeout: 'PT5S' } })

/** How often, or in which order, requests are expected. */
export const Verification = z
  .strictObject({
    match: Match.optional(),
    times: Times.meta({ description: 'Exact number of matching requests.' }),
    at_least: Times.meta({ description: 'Minimum number of matching requests. Defaults to 1 without other numbers.' }),
    at_most: Times,
    never: z.literal(true).optional(),
    in_order: z
      .array(Match)
      .min(1)
      .optional()
      .meta({ description: 'Requests that must occur in this order. Other requests may occur between them.' }),
  })
  .refine(
    ({ match, in_order, times, at_least, at_most, never }) => {
      const isRange = at_least !== undefined || at_most !== undefined
      const counts = [times !== undefined, isRange, never === true].filter(Boolean).length
      return in_order === undefined ? match !== undefined && counts <= 1 : match === undefined && counts === 0
    },
    { error: 'must have in_order alone, or match with one of times, never, and at_least and at_most' },
  )
  .refine(({ at_least = 0, at_most = at_least }) => at_least <= at_most, {
    error: 'must have an at_most that is no less than at_least',
  })
  .meta({ id: 'Verification', example: { match: { operation: 'campaigns/create', status: 200 }, times: 2 } })
