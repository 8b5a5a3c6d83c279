import { editDistance } from '../http/nearest.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { TimeSlices } from '../worlds/time-slices.ts'
import { differenceText } from './difference.ts'
import { Bodies } from './request-bodies.ts'
import type { Match } from './request-match.ts'
import { redactedUrlOf } from './request-view.ts'
import { type Miss, Search } from './search.ts'

const maxResults = 3
/** Number of requests with equally many misses of which the nearest are sought, the latest first. */
const maxCompared = 100

/** A request that meets some criteria of a match, but not all. */
export interface NearMiss {
  readonly id: string
  readonly method: string
  readonly url: string
  /** The criteria that it does not meet. */
  readonly misses: readonly Miss[]
  /** All criteria line by line, the expected value beside the actual one. */
  readonly difference: string
}

/** Returns the requests with the fewest misses, those first. A request that meets no criterion is left out. */
export async function nearMisses(
  entries: readonly JournalEntry[],
  match: Match,
  slices: TimeSlices,
): Promise<readonly NearMiss[]> {
  const search = new Search(match, new Bodies({ isLenient: true }))
  const byCount = new Map<number, { entry: JournalEntry; missing: readonly (keyof Match)[] }[]>()
  await slices.forEach(entries.toReversed(), (entry) => {
    const missing = search.missedBy(entry)
    if (missing.length === 0 || missing.length >= Math.max(search.criteria.length, 2)) return
    const others = byCount.get(missing.length) ?? []
    byCount.set(missing.length, others)
    if (others.length < maxCompared) others.push({ entry, missing })
  })
  const near: NearMiss[] = []
  for (const [, candidates] of [...byCount].sort(([one], [other]) => one - other)) {
    if (near.length >= maxResults) break
    near.push(...(await nearestOf(candidates, search, slices)))
  }
  return near.slice(0, maxResults)
}

async function nearestOf(
  candidates: readonly { readonly entry: JournalEntry; readonly missing: readonly (keyof Match)[] }[],
  search: Search,
  slices: TimeSlices,
): Promise<readonly NearMiss[]> {
  const distances: { entry: JournalEntry; near: Omit<NearMiss, 'difference'>; distance: number }[] = []
  await slices.forEach(candidates, ({ entry, missing }) => {
    const misses = missing.map((criterion) => search.missOf(entry, criterion))
    const near = { id: entry.id, method: entry.method, url: redactedUrlOf(entry), misses }
    distances.push({ entry, near, distance: distanceOf(misses) })
  })
  const nearest = distances.sort((one, other) => one.distance - other.distance).slice(0, maxResults)
  return nearest.map(({ entry, near }) => ({ ...near, difference: differenceText(search.comparisonsOf(entry)) }))
}

/** Returns the edit distance between the expected and the actual values. */
const distanceOf = (misses: readonly Miss[]): number =>
  misses.reduce((sum, { wanted, found }) => sum + editDistance(textOf(wanted), textOf(found)), 0)

const textOf = (value: unknown): string => JSON.stringify(value) ?? ''
