import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { apiErrors } from '#server/domain/errors/protocol-errors.ts'
import { DurationInSeconds } from '#server/http/schema/duration-fields.ts'
import { Match } from '#server/inspection/request-match.ts'
import { RequestView, viewOf } from '#server/inspection/request-view.ts'
import { type Verdict, verifyCount } from '#server/inspection/verify.ts'
import { verifyOrder } from '#server/inspection/verify-order.ts'
import { waitForRequests } from '#server/inspection/wait-for.ts'
import { nextTurn } from '#server/worlds/time-slices.ts'
import { checkMatches } from '../matching/match-check.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { Forgotten } from './forgotten-field.ts'
import { journalOf } from './journal-of.ts'

const maxSeconds = 600
const maxShown = 20
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
  .object({ id: z.string(), method: z.string(), url: z.string(), misses: z.array(Miss) })
  .meta({ id: 'NearMiss', description: 'Near miss: a request that differs from the criteria in few parts.' })
const Found = z.object({
  found: z
    .int()
    .meta({ description: 'Number of matching requests, including counted requests that the journal discarded.' }),
  forgotten: Forgotten,
  items: z.array(RequestView).meta({ description: `The latest ${maxShown} of them.` }),
  warnings: Warnings,
})
const Verified = Found.extend({ verified: z.literal(true) }).meta({ id: 'Verified' })
const Unverified = Found.extend({
  code: z.int(),
  message: z.string(),
  verified: z.literal(false),
  expected: z.string(),
  near_misses: z.array(NearMiss),
}).meta({ id: 'Unverified', description: 'Result of a failed verification.' })

const Wait = z
  .strictObject({ match: Match.default({}), count: z.int().min(1).default(1), timeout: Timeout })
  .meta({ id: 'Wait', example: { match: { operation: 'campaigns/create' }, count: 2, timeout: 'PT5S' } })

const Verification = z
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

const maxWaits = 100

function answer(reply: FastifyReply, verdict: Verdict, warnings: readonly string[]): FastifyReply {
  const { verified, expected, found, forgotten, entries, near_misses } = verdict
  const items = entries.slice(-maxShown).map(viewOf)
  const summary = { found, forgotten, items, ...withWarnings(warnings) }
  if (verified) return reply.send({ verified, ...summary } satisfies z.input<typeof Verified>)
  const { status, code, message } = apiErrors['control.unverified']
  const misses = near_misses.map((near) => ({ ...near, misses: [...near.misses] }))
  return reply.code(status).send({
    code,
    message: `${message}: expected ${expected}; found ${found}.`,
    verified,
    expected,
    ...summary,
    near_misses: misses,
  } satisfies z.input<typeof Unverified>)
}

/** Adds the routes that verify requests, now or within a time. */
export function verificationRoutes(app: FastifyInstance): void {
  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())

  controlRoute(app, {
    method: 'POST',
    url: '/requests/verify',
    tag: 'requests',
    summary: 'Verify requests',
    description:
      'Checks the number or the order of matching requests. A failure is a 422 with the matches and near misses.',
    schema: { body: Verification, response: { 200: Verified, 422: Unverified } },
    handler: async ({ world, body: { match = {}, in_order, never, ...times } }, reply) => {
      const journal = journalOf(world)
      const warnings = await checkMatches(in_order ?? [match], { world, use: 'past' })
      const verdict =
        in_order === undefined
          ? await verifyCount(journal, match, never ? { times: 0 } : times)
          : await verifyOrder(journal, in_order)
      return answer(reply, verdict, warnings)
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/requests/wait',
    tag: 'requests',
    summary: 'Wait for requests',
    description:
      'Waits until enough requests match, earlier ones included. A timeout or a reset of the world is a 422.',
    schema: { body: Wait.nullish(), response: { 200: Verified, 422: Unverified } },
    handler: async ({ world, body }, reply) => {
      const { match, count, timeout } = body ?? Wait.parse({})
      const disconnected = new AbortController()
      reply.raw.once('close', () => disconnected.abort())
      const journal = journalOf(world)
      const warnings = await checkMatches([match], { world, use: 'wait' })
      if (journal.listeners >= maxWaits) throw new ApiError('control.waits', { detail: `${maxWaits} at most` })
      const signals = [closing.signal, disconnected.signal]
      const seen = await waitForRequests(journal, { match, count, milliseconds: timeout * 1000, signals })
      // Waits for the same requests resume one after the other.
      await nextTurn()
      // A connection with keep-alive would delay the server's shutdown.
      if (closing.signal.aborted) reply.header('connection', 'close')
      return answer(reply, await verifyCount(journal, match, { at_least: count }, seen), warnings)
    },
  })
}
