import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Problem } from '../domain/problems.ts'
import { defaultWorld } from '../domain/world-name.ts'
import { curlOf } from '../journal/curl.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { Har, harOf } from '../journal/har.ts'
import { isOver, Match, matches } from '../journal/match.ts'
import { isUnmatched, nearOperations } from '../journal/near-misses.ts'
import { RequestView, viewOf } from '../journal/view.ts'
import { NearOperation, WhyReply, whyOf } from '../journal/why.ts'
import type { World } from '../world.ts'
import type { ControlOptions } from './index.ts'
import { controlRoute } from './route.ts'

const orders = ['ASCENDING', 'DESCENDING'] as const
const Which = {
  limit: z.coerce.number().int().min(1).default(100).meta({ description: 'How many, the latest first of all.' }),
  order: z.enum(orders).default('ASCENDING').meta({ description: 'By arrival.' }),
}
const json = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text))
  } catch {
    return text
  }
}

/** The same criteria as a query. */
const MatchQuery = Match.extend({
  warnings: z.stringbool().optional(),
  faults: z.stringbool().optional(),
  body_equals: z.preprocess((text) => (text === undefined ? undefined : json(text)), z.unknown().optional()),
})
const Page = z.object({ items: z.array(RequestView) })
const Unmatched = RequestView.extend({ near_operations: z.array(NearOperation) }).meta({ id: 'UnmatchedRequest' })
const Count = z.object({ count: z.int() })

/** The world's journal, which must be on. */
export function journalOf({ journal }: World): World['journal'] {
  if (!journal.isOn) throw new Problem('control.journal', { detail: 'start the server with --journal 1000' })
  return journal
}

/** The world's requests that match and are over, the oldest first. */
export const matching = (world: World, match: Match): readonly JournalEntry[] =>
  journalOf(world).entries.filter((entry) => isOver(entry) && matches(entry, match))

interface Listing {
  readonly limit: number
  readonly order: (typeof orders)[number]
}

function listed(world: World, match: Match, { limit, order }: Listing): z.input<typeof Page> {
  const items = matching(world, match).slice(-limit).map(viewOf)
  return { items: order === 'ASCENDING' ? items : items.toReversed() }
}

/** The world's entry of that id, also of before a reset; at the server's root also one of a world that there is not. */
function entryOf({ stage }: Pick<ControlOptions, 'stage'>, world: World, id: string): JournalEntry {
  const own = journalOf(world).find(id) ?? stage.journals.find(id, world.name)
  const entry = own ?? unmadeEntries(stage, world).find((one) => one.id === id)
  if (entry === undefined) throw new Problem('control.request', { detail: id })
  return entry
}

/** What was asked of worlds that there are not, which the server's root tells: whoever misspells a world looks there. */
const unmadeEntries = (stage: ControlOptions['stage'], { name, journal }: World): readonly JournalEntry[] =>
  name === defaultWorld ? stage.unmadeJournals().flatMap((unmade) => (unmade === journal ? [] : unmade.entries)) : []

const RequestPath = z.object({ id: z.string() })

/** What a world was asked. */
export function requestRoutes(app: FastifyInstance, options: Pick<ControlOptions, 'stage'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/requests',
    tag: 'requests',
    summary: 'List requests',
    description: 'The latest requests of this world that match, as they were sent and answered.',
    schema: { querystring: MatchQuery.extend(Which), response: { 200: Page } },
    handler: ({ query: { limit, order, ...match }, world }) => listed(world, match, { limit, order }),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/count',
    tag: 'requests',
    summary: 'Count requests',
    description: 'Those of this world that match, as far back as the journal goes.',
    schema: { querystring: MatchQuery, response: { 200: Count } },
    handler: ({ query, world }) => ({ count: matching(world, query).length }),
  })

  controlRoute(app, {
    method: 'POST',
    url: '/requests/find',
    tag: 'requests',
    summary: 'Find requests',
    description: 'As the list does, with the criteria as JSON.',
    schema: {
      body: z.strictObject({ match: Match.default({}), ...Which }),
      response: { 200: Page },
    },
    handler: ({ body: { match, ...which }, world }) => listed(world, match, which),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/har',
    tag: 'requests',
    summary: 'Get requests as HAR',
    description: 'Those that match as an HTTP archive 1.2, which browsers and other tools open.',
    schema: { querystring: MatchQuery, response: { 200: Har } },
    handler: ({ query, world, origin }) => harOf(matching(world, query), origin),
  })

  controlRoute(app, {
    method: 'GET',
    url: '/requests/unmatched',
    tag: 'requests',
    summary: 'List calls that matched nothing',
    description:
      'Those with a path or a method that no operation has, of an operation that is not built, or to a world that there is not: of these the root tells all, with the name that they asked for.',
    schema: { response: { 200: z.object({ items: z.array(Unmatched) }) } },
    handler: ({ world }) => ({
      items: [
        ...journalOf(world).entries.filter((entry) => isUnmatched(entry) || !world.isMade),
        ...unmadeEntries(options.stage, world),
      ]
        .sort((one, other) => Number(one.id) - Number(other.id))
        // No more than one world's journal has: there may be a thousand worlds that there are not.
        .slice(-options.stage.journals.entries)
        .map((entry) => ({ ...viewOf(entry), near_operations: [...nearOperations(entry)] })),
    }),
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
    url: '/requests/:id/why',
    tag: 'requests',
    summary: 'Ask why',
    description: 'For each refusal the rule, the field, what was sent, how it is known, and what would have passed.',
    schema: { params: RequestPath, response: { 200: WhyReply } },
    handler: ({ params: { id }, world }) => {
      const entry = entryOf(options, world, id)
      return whyOf(entry, options.stage.rulesOf(entry.world))
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
