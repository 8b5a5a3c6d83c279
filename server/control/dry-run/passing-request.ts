import { type AuthSettings, openAuth } from '#server/domain/access/tokens.ts'
import { adAccountIn, pathOf, queryOf } from '#server/domain/matching/request-url.ts'
import { searchRequest } from '#server/inspection/passing/batch.ts'
import type { PassingSearch } from '#server/inspection/passing/reply.ts'
import { RequestSchema } from '#server/inspection/passing/schema-node.ts'
import { idFinder } from '#server/inspection/passing/world-ids.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import { allRules } from '#server/registry/rules.ts'
import type { WorldRegistry } from '#server/worlds/world-registry.ts'
import { attemptsOn, partsOf } from './attempts.ts'
import { DryRun } from './dry-run.ts'

/** What a search needs of the server. */
export interface PassingSearchOptions {
  readonly worlds: WorldRegistry
  readonly auth?: AuthSettings | undefined
}

/** The most bytes of a world that is copied for a search. */
const maxWorldBytes = 2 ** 25

/**
 * The most requests that one search tries, and the bytes of bodies that count as one of them. What a search may take is
 * counted and not timed, so that its result is the same on a machine of any speed.
 */
const maxAttempts = 250
const bytesOfAttempt = 2 ** 12

/**
 * Searches for the request that passes with the smallest change, by trying changed ones on a copy of the world as it is
 * now. Nothing of it is stored, journaled or counted.
 */
export async function findPassing(
  entry: JournalEntry,
  { worlds, auth = openAuth }: PassingSearchOptions,
): Promise<PassingSearch> {
  const { operation } = entry
  const reason = reasonAgainst(entry)
  if (reason !== undefined || operation === null) return notFound(reason ?? 'No operation has this path.')
  const copy = worlds.images.copy(entry.world, maxWorldBytes)
  if (copy === undefined)
    return notFound(`The world takes more than ${maxWorldBytes} bytes: it is not copied for a try.`)
  const dryRun = new DryRun(copy, operation, auth)
  try {
    const sent = partsOf(entry)
    const attempt = attemptsOn(dryRun, entry)
    const first = await attempt(sent)
    if (first.passes) return { sent, passing: sent }
    const found = await searchRequest(sent, first, {
      attempt,
      ruleOf: (id) => allRules.find((rule) => rule.id === id),
      isOver: () => dryRun.count + dryRun.bytes / bytesOfAttempt >= maxAttempts,
      context: {
        schema: new RequestSchema(dryRun.schema),
        now: copy.world.clock.seconds(),
        ...idFinder(copy.world.db, operation, adAccountIn(pathOf(entry), () => queryOf(entry)) ?? undefined),
      },
    })
    if (found.sent !== undefined) return { sent, passing: found.sent }
    const tried = `${dryRun.count} requests were tried on a copy of the world`
    return notFound(
      found.isComplete ? `None passes: ${tried}.` : `None was found by then: ${tried}, as many as one search tries.`,
    )
  } finally {
    await dryRun.close()
  }
}

const notFound = (reason: string): PassingSearch => ({ passing: undefined, reason })

/** Errors that refuse what a body or a query says, beside rules. */
const ofContent = ['request.schema', 'request.closed-object', 'fault.item']

/** Returns why there is nothing to try for a request; undefined where there is. */
function reasonAgainst(entry: JournalEntry): string | undefined {
  const { method, body, bodyTruncated, headers, rules, stack, fallback } = entry
  if (rules.length === 0 || stack !== undefined) return 'Nothing of it was refused.'
  if (fallback !== null) return 'This server does not have its operation.'
  const other = rules.find((id) => !ofContent.includes(id) && !allRules.some((rule) => rule.id === id))
  if (other !== undefined) return `${other} refuses something else than the body or the query.`
  if (bodyTruncated) return 'The journal has only the beginning of the body.'
  if (body === null) return method === 'GET' ? undefined : 'It has no body that could be changed.'
  return /\bjson\b/.test(String(headers['content-type'])) ? undefined : 'Its body is not JSON.'
}
