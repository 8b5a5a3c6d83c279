import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { NearOperations } from '#server/inspection/near-operations.ts'
import { RequestView, viewOf } from '#server/inspection/request-view.ts'
import { NearOperation } from '#server/inspection/why-schema.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import type { Journal } from '#server/journal/journal.ts'
import { isUnmatched } from '#server/journal/outcome.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { listChunks, streamJson } from '../protocol/streamed-json.ts'
import { Forgotten } from './forgotten-field.ts'
import { journalOf } from './journal-of.ts'
import { missingWorldJournals } from './missing-worlds.ts'

const Unmatched = RequestView.extend({ near_operations: z.array(NearOperation) }).meta({ id: 'UnmatchedRequest' })

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

/** Returns how many calls matched nothing, or may have, of which the journals have room for their number alone. */
const forgottenIn = ({ worlds }: Pick<ControlOptions, 'worlds'>, world: World): number =>
  [world.journal, ...missingWorldJournals(worlds, world)].reduce((sum, { forgotten }) => {
    const { calls = 0, unmatched = 0 } = forgotten.statistics?.counts ?? {}
    return sum + unmatched + forgotten.count - calls
  }, 0)

/** Adds the route of the calls that matched no operation. */
export function unmatchedRoutes(app: FastifyInstance, options: Pick<ControlOptions, 'worlds'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/requests/unmatched',
    tag: 'requests',
    summary: 'List unmatched calls',
    description:
      'Returns calls with an unknown path or method, of an operation that is not implemented, or to a world that does not exist. Calls to unknown worlds are listed at the root, with the name that they used.',
    schema: { response: { 200: z.object({ items: z.array(Unmatched), forgotten: Forgotten }) } },
    handler: ({ world }, reply) => {
      const near = new NearOperations()
      const toReply = (entry: JournalEntry) => ({ ...viewOf(entry), near_operations: near.to(entry) })
      return streamJson(
        reply,
        listChunks(
          '{"items":[',
          entriesAt(unmatchedIn(options, world)),
          toReply,
          `],"forgotten":${forgottenIn(options, world)}}`,
        ),
      )
    },
  })
}
