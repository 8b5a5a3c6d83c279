import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { ApiError, apiErrors } from '#server/domain/errors/api-errors.ts'
import { DurationInSeconds } from '#server/http/schema/duration-fields.ts'
import { Match } from '#server/inspection/request-match.ts'
import { RequestView, viewOf } from '#server/inspection/request-view.ts'
import { type Verdict, verifyCount } from '#server/inspection/verify.ts'
import { verifyOrder } from '#server/inspection/verify-order.ts'
import { waitForRequests } from '#server/inspection/wait-for.ts'
import { nextTurn } from '#server/worlds/time-slices.ts'
import { controlRoute } from '../protocol/route.ts'
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
  .meta({ description: `Seconds, or text such as \`5s\` or \`PT5S\`; at most ${maxSeconds} seconds.`, example: '5s' })
const Times = z.int().min(0).optional()

const Miss = z.object({ criterion: z.string(), wanted: z.unknown(), found: z.unknown() })
const NearMiss = z
  .object({ id: z.string(), method: z.string(), url: z.string(), misses: z.array(Miss) })
  .meta({ id: 'NearMiss', description: 'A request of which only a part is not as it was looked for.' })
const Found = z.object({
  found: z.int().meta({ description: 'How many match, also of those that the journal has counted and forgotten.' }),
  forgotten: Forgotten,
  items: z.array(RequestView).meta({ description: `The latest ${maxShown} of them.` }),
})
const Verified = Found.extend({ verified: z.literal(true) }).meta({ id: 'Verified' })
const Unverified = Found.extend({
  code: z.int(),
  message: z.string(),
  verified: z.literal(false),
  expected: z.string(),
  near_misses: z.array(NearMiss),
}).meta({ id: 'Unverified', description: 'What was found instead.' })

const Wait = z
  .strictObject({ match: Match.default({}), count: z.int().min(1).default(1), timeout: Timeout })
  .meta({ id: 'Wait', example: { match: { operation: 'campaigns/create' }, count: 2, timeout: 'PT5S' } })

const Verification = z
  .strictObject({
    match: Match.optional(),
    times: Times.meta({ description: 'Exactly so many.' }),
    at_least: Times.meta({ description: 'One, when nothing else is said.' }),
    at_most: Times,
    never: z.literal(true).optional(),
    in_order: z.array(Match).min(1).optional().meta({ description: 'One after the other; others may lie between.' }),
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

function answer(
  reply: FastifyReply,
  { verified, expected, found, forgotten, entries, near_misses }: Verdict,
): FastifyReply {
  const summary = { found, forgotten, items: entries.slice(-maxShown).map(viewOf) }
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
    description: 'How often, or in which order. 422 when it is not so, with what was found and what was nearly right.',
    schema: { body: Verification, response: { 200: Verified, 422: Unverified } },
    handler: async ({ world, body: { match = {}, in_order, never, ...times } }, reply) => {
      const journal = journalOf(world)
      const verdict =
        in_order === undefined
          ? await verifyCount(journal, match, never ? { times: 0 } : times)
          : await verifyOrder(journal, in_order)
      return answer(reply, verdict)
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/requests/wait',
    tag: 'requests',
    summary: 'Wait for requests',
    description:
      'Answers as soon as so many match, those of before included; 422 when the time is over, or the world reset.',
    schema: { body: Wait.nullish(), response: { 200: Verified, 422: Unverified } },
    handler: async ({ world, body }, reply) => {
      const { match, count, timeout } = body ?? Wait.parse({})
      const disconnected = new AbortController()
      reply.raw.once('close', () => disconnected.abort())
      const journal = journalOf(world)
      if (journal.listeners >= maxWaits) throw new ApiError('control.waits', { detail: `${maxWaits} at most` })
      const signals = [closing.signal, disconnected.signal]
      const seen = await waitForRequests(journal, { match, count, milliseconds: timeout * 1000, signals })
      // Waits for the same requests resume one after the other.
      await nextTurn()
      // A connection with keep-alive would delay the server's shutdown.
      if (closing.signal.aborted) reply.header('connection', 'close')
      return answer(reply, await verifyCount(journal, match, { at_least: count }, seen))
    },
  })
}
