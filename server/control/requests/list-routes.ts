import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type FoundRequests, findRequests } from '#server/inspection/find-requests.ts'
import { Har, harEntryOf, harHead } from '#server/inspection/har.ts'
import { Match } from '#server/inspection/request-match.ts'
import { RequestView, viewOf } from '#server/inspection/request-view.ts'
import type { World } from '#server/worlds/world.ts'
import { controlRoute } from '../protocol/route.ts'
import { listChunks, streamJson } from '../protocol/streamed-json.ts'
import { Forgotten } from './forgotten-field.ts'
import { journalOf } from './journal-of.ts'
import { MatchQuery } from './match-query.ts'

const orders = ['ASCENDING', 'DESCENDING'] as const
const ListOptions = {
  limit: z.coerce.number().int().min(1).default(100).meta({ description: 'How many, the latest first of all.' }),
  order: z.enum(orders).default('ASCENDING').meta({ description: 'By arrival.' }),
}
const Page = z.object({ items: z.array(RequestView), forgotten: Forgotten })
const Count = z.object({
  count: z.int().meta({ description: 'Also those that the journal has counted and forgotten.' }),
  forgotten: Forgotten,
})

interface Listing {
  readonly limit: number
  readonly order: (typeof orders)[number]
}

/** Returns how many requests match, or may match, that the journal has no longer. */
const unlisted = ({ entries, count, undecided }: FoundRequests): number => count - entries.length + undecided

async function list(reply: FastifyReply, world: World, match: Match, { limit, order }: Listing): Promise<FastifyReply> {
  const journal = journalOf(world)
  const found = await findRequests(journal, match)
  const latest = found.entries.slice(-limit)
  const items = journal.remaining(order === 'ASCENDING' ? latest : latest.toReversed())
  return streamJson(reply, listChunks('{"items":[', items, viewOf, `],"forgotten":${unlisted(found)}}`))
}

/** Adds the routes that find requests, and the one that forgets them. */
export function listRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'GET',
    url: '/requests',
    tag: 'requests',
    summary: 'List requests',
    description: 'The latest requests of this world that match, as they were sent and answered.',
    schema: { querystring: MatchQuery.extend(ListOptions), response: { 200: Page } },
    handler: async ({ query: { limit, order, ...match }, world }, reply) => list(reply, world, match, { limit, order }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/count',
    tag: 'requests',
    summary: 'Count requests',
    description: 'Those of this world that match, as far back as the journal goes.',
    schema: { querystring: MatchQuery, response: { 200: Count } },
    handler: async ({ query, world }, reply) => {
      const { count, undecided } = await findRequests(journalOf(world), query)
      return reply.send({ count, forgotten: undecided })
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/requests/find',
    tag: 'requests',
    summary: 'Find requests',
    description: 'As the list does, with the criteria as JSON.',
    schema: {
      body: z.strictObject({ match: Match.default({}), ...ListOptions }),
      response: { 200: Page },
    },
    handler: async ({ body: { match, ...options }, world }, reply) => list(reply, world, match, options),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/har',
    tag: 'requests',
    summary: 'Get requests as HAR',
    description: 'Those that match as an HTTP archive 1.2, which browsers and other tools open.',
    schema: { querystring: MatchQuery, response: { 200: Har } },
    handler: async ({ query, world, origin }, reply) => {
      const journal = journalOf(world)
      const found = await findRequests(journal, query)
      const [before = '', after = ''] = JSON.stringify({ log: { ...harHead(unlisted(found)), entries: [] } }).split(
        '[]',
      )
      const entries = journal.remaining(found.entries)
      return streamJson(
        reply,
        listChunks(`${before}[`, entries, (entry) => harEntryOf(entry, origin), `]${after}`),
      )
    },
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/requests',
    tag: 'requests',
    summary: 'Forget the requests',
    description: "Empties this world's journal. A reset of the world does that, too.",
    schema: { response: { 200: z.object({ forgotten: z.int() }) } },
    handler: ({ world }) => {
      const journal = journalOf(world)
      const { size } = journal
      journal.clear()
      return { forgotten: size }
    },
  })
}
