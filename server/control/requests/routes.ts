import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { callMatchFields } from '#server/http/schema/call-match-fields.ts'
import { curlOf } from '#server/inspection/curl.ts'
import { Har, harEntryOf, harHead } from '#server/inspection/har.ts'
import { isUnmatched, NearOperations } from '#server/inspection/near-operations.ts'
import { isSettled, Match } from '#server/inspection/request-match.ts'
import { RequestView, viewOf } from '#server/inspection/request-view.ts'
import { Search } from '#server/inspection/search.ts'
import { NearOperation } from '#server/inspection/why-schema.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import type { Journal } from '#server/journal/journal.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { listChunks, streamJson } from '../protocol/streamed-json.ts'
import { entryOf, missingWorldJournals } from './entry-of.ts'
import { journalOf } from './journal-of.ts'

const orders = ['ASCENDING', 'DESCENDING'] as const
const ListOptions = {
  limit: z.coerce.number().int().min(1).default(100).meta({ description: 'How many, the latest first of all.' }),
  order: z.enum(orders).default('ASCENDING').meta({ description: 'By arrival.' }),
}
const json = (text: unknown): unknown => {
  if (typeof text !== 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
const valuesInQuery = { description: 'By name, as `query[page_size]=25`, or as JSON; `*` is any text.' }

/** The criteria of a match as query parameters. */
const MatchQuery = Match.extend({
  warnings: z.stringbool().optional(),
  faults: z.stringbool().optional(),
  query: z.preprocess(json, callMatchFields.query).meta(valuesInQuery),
  headers: z.preprocess(json, callMatchFields.headers).meta(valuesInQuery),
  body_equals: z.preprocess(json, z.unknown().optional()),
})
const Page = z.object({ items: z.array(RequestView) })
const Unmatched = RequestView.extend({ near_operations: z.array(NearOperation) }).meta({ id: 'UnmatchedRequest' })
const Count = z.object({ count: z.int() })

/** Returns the settled requests of a world that match, the oldest first. */
export function matching(world: World, match: Match): Promise<readonly JournalEntry[]> {
  const { entries } = journalOf(world)
  const { isMet } = new Search(match)
  return new TimeSlices().filter(entries, (entry) => isSettled(entry) && isMet(entry))
}

interface Listing {
  readonly limit: number
  readonly order: (typeof orders)[number]
}

async function list(
  reply: FastifyReply,
  { journal }: World,
  found: readonly JournalEntry[],
  { limit, order }: Listing,
): Promise<FastifyReply> {
  const latest = found.slice(-limit)
  const items = journal.remaining(order === 'ASCENDING' ? latest : latest.toReversed())
  return streamJson(reply, listChunks('{"items":[', items, viewOf, ']}'))
}

/** The place of an entry in its journal. While a client reads slowly, no entries stay in memory. */
interface Place {
  readonly journal: Journal
  readonly id: string
  readonly sequence: number
}

const placesIn = (journal: Journal, entries: readonly JournalEntry[]): readonly Place[] =>
  entries.map(({ id, sequence }) => ({ journal, id, sequence }))

/** Returns the places of unmatched calls by arrival, those to worlds that do not exist included. */
function unmatchedIn({ worlds }: Pick<ControlOptions, 'worlds'>, world: World): readonly Place[] {
  const journal = journalOf(world)
  return (
    [
      ...placesIn(journal, world.isCreated ? journal.entries.filter(isUnmatched) : journal.entries),
      ...missingWorldJournals(worlds, world).flatMap((journal) => placesIn(journal, journal.entries)),
    ]
      .sort((one, other) => Number(one.id) - Number(other.id))
      // Not more than the journal of one world holds: there may be a thousand worlds that do not exist.
      .slice(-worlds.journals.entries)
  )
}

/** Yields the entries at these places, except those that were dropped meanwhile. */
function* entriesAt(places: readonly Place[]): Generator<JournalEntry> {
  for (const { journal, sequence } of places) {
    const entry = journal.at(sequence)
    if (entry !== undefined) yield entry
  }
}

const RequestPath = z.object({ id: z.string() })

/** Adds the routes of a world's requests. */
export function requestRoutes(app: FastifyInstance, options: Pick<ControlOptions, 'worlds'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/requests',
    tag: 'requests',
    summary: 'List requests',
    description: 'The latest requests of this world that match, as they were sent and answered.',
    schema: { querystring: MatchQuery.extend(ListOptions), response: { 200: Page } },
    handler: async ({ query: { limit, order, ...match }, world }, reply) =>
      list(reply, world, await matching(world, match), { limit, order }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/count',
    tag: 'requests',
    summary: 'Count requests',
    description: 'Those of this world that match, as far back as the journal goes.',
    schema: { querystring: MatchQuery, response: { 200: Count } },
    handler: async ({ query, world }, reply) => reply.send({ count: (await matching(world, query)).length }),
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
    handler: async ({ body: { match, ...options }, world }, reply) =>
      list(reply, world, await matching(world, match), options),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/har',
    tag: 'requests',
    summary: 'Get requests as HAR',
    description: 'Those that match as an HTTP archive 1.2, which browsers and other tools open.',
    schema: { querystring: MatchQuery, response: { 200: Har } },
    handler: async ({ query, world, origin }, reply) => {
      const entries = world.journal.remaining(await matching(world, query))
      const [before = '', after = ''] = JSON.stringify({ log: { ...harHead, entries: [] } }).split('[]')
      return streamJson(
        reply,
        listChunks(`${before}[`, entries, (entry) => harEntryOf(entry, origin), `]${after}`),
      )
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/unmatched',
    tag: 'requests',
    summary: 'List calls that matched nothing',
    description:
      'Those with a path or a method that no operation has, of an operation that is not built, or to a world that there is not: of these the root tells all, with the name that they asked for.',
    schema: { response: { 200: z.object({ items: z.array(Unmatched) }) } },
    handler: ({ world }, reply) => {
      const near = new NearOperations()
      const toReply = (entry: JournalEntry) => ({ ...viewOf(entry), near_operations: near.to(entry) })
      return streamJson(reply, listChunks('{"items":[', entriesAt(unmatchedIn(options, world)), toReply, ']}'))
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
      const { entries } = journalOf(world)
      world.journal.forget()
      return { forgotten: entries.length }
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/:id',
    tag: 'requests',
    summary: 'Get a request',
    description: 'By the id that its answer has as `x-mock-request-id`. `as=curl` is a command that sends it again.',
    schema: {
      params: RequestPath,
      querystring: z.object({ as: z.enum(['json', 'curl']).default('json') }),
      response: { 200: RequestView },
    },
    handler: ({ params: { id }, query, world, origin }, reply) => {
      const entry = entryOf(options, world, id)
      if (query.as === 'json') return viewOf(entry)
      return reply.type('text/plain; charset=utf-8').send(curlOf(entry, origin))
    },
  })
}
