import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type FoundRequests, findRequests } from '#server/inspection/find-requests.ts'
import { Har, harEntryOf, harHead } from '#server/inspection/har.ts'
import { Match } from '#server/inspection/request-match.ts'
import { RequestView, viewOf } from '#server/inspection/request-view.ts'
import { ForgottenCalls } from '#server/journal/forgotten-calls.ts'
import { remainingEntries } from '#server/journal/remaining-entries.ts'
import type { World } from '#server/worlds/world.ts'
import { checkMatches } from '../matching/match-check.ts'
import { controlRoute } from '../protocol/route.ts'
import { listChunks, streamJson } from '../protocol/streamed-json.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { Forgotten } from './forgotten-field.ts'
import { journalOf } from './journal-of.ts'
import { MatchQuery } from './match-query.ts'

const orders = ['ASCENDING', 'DESCENDING'] as const
const ListOptions = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(100)
    .meta({ description: 'Maximum number of requests. The latest are selected.' }),
  order: z.enum(orders).default('ASCENDING').meta({ description: 'Sort order by arrival.' }),
  source: z.enum(['client', 'console']).default('client').meta({
    description:
      'Requests of clients, or those that the console makes by itself, which carry the header `x-mock-source: console`.',
  }),
}
const Page = z.object({ items: z.array(RequestView), forgotten: Forgotten, warnings: Warnings })
const Count = z.object({
  count: z
    .int()
    .meta({ description: 'Number of matching requests, including counted requests that the journal discarded.' }),
  forgotten: Forgotten,
  warnings: Warnings,
})

interface Listing {
  readonly limit: number
  readonly order: (typeof orders)[number]
  readonly source: 'client' | 'console'
}

/** Returns how many requests match, or may match, that the journal has no longer. */
const unlisted = ({ entries, count, undecided }: FoundRequests): number => count - entries.length + undecided

async function list(reply: FastifyReply, world: World, match: Match, listing: Listing): Promise<FastifyReply> {
  const { limit, order, source } = listing
  const journal = journalOf(world)
  const warnings = await checkMatches([match], { world, use: 'past' })
  const isOfClients = source === 'client'
  const found = await findRequests(isOfClients ? journal : callsOfConsole(journal), match)
  const latest = found.entries.slice(-limit)
  const ordered = order === 'ASCENDING' ? latest : latest.toReversed()
  const items = isOfClients ? remainingEntries(journal, ordered) : ordered
  const rest = JSON.stringify({ forgotten: unlisted(found), ...withWarnings(warnings) }).slice(1)
  return streamJson(reply, listChunks('{"items":[', items, viewOf, `],${rest}`))
}

/** Returns the calls of the console as requests of a journal, of which nothing is known beyond them. */
const callsOfConsole = ({ ofConsole }: World['journal']) => ({
  entries: ofConsole.entries,
  forgotten: new ForgottenCalls(),
})

/** Adds the routes that find requests, and the one that forgets them. */
export function listRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'GET',
    url: '/requests',
    tag: 'requests',
    summary: 'List requests',
    description: 'Returns the latest matching requests of this world with their responses.',
    schema: { querystring: MatchQuery.extend(ListOptions), response: { 200: Page } },
    handler: async ({ query: { limit, order, source, ...match }, world }, reply) =>
      list(reply, world, match, { limit, order, source }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/count',
    tag: 'requests',
    summary: 'Count requests',
    description: "Returns the number of matching requests in this world's journal.",
    schema: { querystring: MatchQuery, response: { 200: Count } },
    handler: async ({ query, world }, reply) => {
      const journal = journalOf(world)
      const warnings = await checkMatches([query], { world, use: 'past' })
      const { count, undecided } = await findRequests(journal, query)
      return reply.send({ count, forgotten: undecided, ...withWarnings(warnings) })
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/requests/find',
    tag: 'requests',
    summary: 'Find requests',
    description: 'Returns matching requests, like the list, with criteria as JSON.',
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
    description: 'Returns matching requests as HTTP archive (HAR) 1.2, for browsers and other tools.',
    schema: { querystring: MatchQuery, response: { 200: Har } },
    handler: async ({ query, world, origin }, reply) => {
      const journal = journalOf(world)
      await checkMatches([query], { world, use: 'past' })
      const found = await findRequests(journal, query)
      const [before = '', after = ''] = JSON.stringify({ log: { ...harHead(unlisted(found)), entries: [] } }).split(
        '[]',
      )
      const entries = remainingEntries(journal, found.entries)
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
    summary: 'Clear the journal',
    description: "Deletes the requests of this world's journal. A reset of the world does the same.",
    schema: { response: { 200: z.object({ forgotten: z.int() }) } },
    handler: ({ world }) => {
      const journal = journalOf(world)
      const { size } = journal
      journal.clear()
      return { forgotten: size }
    },
  })
}
