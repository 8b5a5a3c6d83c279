import type { FastifyInstance } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { verifyCount } from '#server/inspection/verify.ts'
import { verifyOrder } from '#server/inspection/verify-order.ts'
import { waitForRequests } from '#server/inspection/wait-for.ts'
import { nextTurn } from '#server/worlds/time-slices.ts'
import type { ControlOptions } from '../context.ts'
import { checkMatches } from '../matching/match-check.ts'
import { controlRoute } from '../protocol/route.ts'
import { journalOf } from './journal-of.ts'
import { answer } from './verification-reply.ts'
import { Unverified, Verification, Verified, Wait } from './verification-schema.ts'

const maxWaits = 100

/** Adds the routes that verify requests, now or within a time. */
export function verificationRoutes(app: FastifyInstance, { consoleAt }: Pick<ControlOptions, 'consoleAt'>): void {
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
    handler: async ({ world, origin, body }, reply) => {
      const { match = {}, in_order, never, ...times } = body
      const journal = journalOf(world)
      const warnings = await checkMatches(in_order ?? [match], { world, use: 'past' })
      const verdict =
        in_order === undefined
          ? await verifyCount(journal, match, never ? { times: 0 } : times)
          : await verifyOrder(journal, in_order)
      const link = { console: consoleAt?.(origin), world: world.name, expected: body }
      return answer(reply, verdict, { warnings, link })
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
    handler: async ({ world, origin, body }, reply) => {
      const { match, count, timeout } = body ?? Wait.parse({})
      const disconnected = new AbortController()
      reply.raw.once('close', () => disconnected.abort())
      const journal = journalOf(world)
      const warnings = await checkMatches([match], { world, use: 'wait' })
      if (journal.listeners.size >= maxWaits) throw new ApiError('control.waits', { detail: `${maxWaits} at most` })
      const signals = [closing.signal, disconnected.signal]
      const seen = await waitForRequests(journal, { match, count, milliseconds: timeout * 1000, signals })
      // Waits for the same requests resume one after the other.
      await nextTurn()
      // A connection with keep-alive would delay the server's shutdown.
      if (closing.signal.aborted) reply.header('connection', 'close')
      const link = { console: consoleAt?.(origin), world: world.name, expected: { match, at_least: count } }
      return answer(reply, await verifyCount(journal, match, { at_least: count }, seen), { warnings, link })
    },
  })
}
