import { operations } from '#openapi/operations.ts'
import { overlaps } from '../domain/matching/path-overlap.ts'
import { belowVersion } from '../domain/matching/path-pattern.ts'
import type { ForgottenCalls } from '../journal/forgotten-calls.ts'
import type { CallCounts } from '../journal/statistics/call-counts.ts'
import type { Tallies } from '../journal/statistics/tally.ts'
import { statusPattern } from './entry-criteria.ts'
import type { Match } from './request-match.ts'

/** How many of a number of requests match. */
export interface MatchBounds {
  readonly min: number
  readonly max: number
}

const none: MatchBounds = { min: 0, max: 0 }

/** Returns how many of the forgotten requests may match, as far as their counts tell. */
export function forgottenMatches(match: Match, { count, latest, statistics }: ForgottenCalls): MatchBounds {
  if (count === 0 || (match.since !== undefined && match.since >= latest)) return none
  const counts = statistics?.counts
  if (counts === undefined) return { min: 0, max: count }
  const most = Math.min(...mostMatches(match, counts))
  // Requests that were forgotten while they were answered are not counted yet.
  const max = most + count - counts.calls
  return { min: isCounted(match) ? most : 0, max }
}

/** Returns upper bounds of the counted requests that match. */
function mostMatches(match: Match, counts: CallCounts): readonly number[] {
  const bounds = [mostByOperation(match, counts)]
  if (match.rule !== undefined) bounds.push(countOf(counts.rules, match.rule))
  if (match.faults !== undefined) bounds.push(match.faults ? counts.faulted : counts.calls - counts.faulted)
  return bounds
}

/** Returns the number of requests with an operation and a status that match. */
function mostByOperation(match: Match, { operations: counted }: CallCounts): number {
  const isStatus = match.status === undefined ? undefined : statusPattern(match.status)
  let most = 0
  for (const [operation, { calls, byStatus }] of counted) {
    if (!mayBe(operation, match)) continue
    if (isStatus === undefined) most += calls
    else for (const [status, count] of byStatus) if (isStatus.test(String(status))) most += count
  }
  return most
}

const byId = new Map<string | null, (typeof operations)[number]>(operations.map((one) => [one.id, one]))

/** Returns whether a request of an operation can match; one without an operation can have any path and method. */
function mayBe(id: string | null, { operation, method, path }: Match): boolean {
  if (operation !== undefined && operation !== id) return false
  const documented = byId.get(id)
  if (documented === undefined) return true
  const isMethod =
    method === undefined || method === documented.method || (method === 'HEAD' && documented.method === 'GET')
  return isMethod && (path === undefined || overlaps(belowVersion(path), documented.path))
}

const countOf = ({ byKey, others }: Tallies, key: string): number => (byKey.get(key)?.count ?? 0) + others

/** Returns whether requests are counted by exactly the criteria of a match. */
function isCounted(match: Match): boolean {
  const names = Object.entries(match).flatMap(([name, value]) => (value === undefined ? [] : name))
  if (names.length === 1) return ['operation', 'status', 'rule', 'faults'].includes(names[0] ?? '')
  return names.every((name) => name === 'operation' || name === 'status')
}
