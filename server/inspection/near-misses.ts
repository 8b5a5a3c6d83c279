import { farness } from '../http/nearest.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { TimeSlices } from '../worlds/time-slices.ts'
import { Bodies } from './request-bodies.ts'
import type { Match } from './request-match.ts'
import { redactedUrlOf } from './request-view.ts'
import { type Miss, Search } from './search.ts'

const most = 3
/** Of how many that are alike in what does not hold it is looked which is nearest, the latest of them. */
const mostCompared = 100

/** A request that was looked for in vain, nearly. */
export interface NearMiss {
  readonly id: string
  readonly method: string
  readonly url: string
  /** What does not hold. */
  readonly misses: readonly Miss[]
}

/** The requests of which the least does not hold, those first; what has nothing in common with the match is left out. */
export async function nearMisses(
  entries: readonly JournalEntry[],
  match: Match,
  slices: TimeSlices,
): Promise<readonly NearMiss[]> {
  const search = new Search(match, new Bodies({ isLenient: true }))
  const byCount = new Map<number, { entry: JournalEntry; missing: readonly (keyof Match)[] }[]>()
  await slices.forEach(entries.toReversed(), (entry) => {
    const missing = search.missing(entry)
    if (missing.length === 0 || missing.length >= Math.max(search.asked.length, 2)) return
    const others = byCount.get(missing.length) ?? []
    byCount.set(missing.length, others)
    if (others.length < mostCompared) others.push({ entry, missing })
  })
  const near: NearMiss[] = []
  for (const [, alike] of [...byCount].sort(([one], [other]) => one - other)) {
    if (near.length >= most) break
    near.push(...(await nearestOf(alike, search, slices)))
  }
  return near.slice(0, most)
}

async function nearestOf(
  alike: readonly { readonly entry: JournalEntry; readonly missing: readonly (keyof Match)[] }[],
  search: Search,
  slices: TimeSlices,
): Promise<readonly NearMiss[]> {
  const told: { readonly near: NearMiss; readonly far: number }[] = []
  await slices.forEach(alike, ({ entry, missing }) => {
    const misses = missing.map((criterion) => search.missOf(entry, criterion))
    const near = { id: entry.id, method: entry.method, url: redactedUrlOf(entry), misses }
    told.push({ near, far: farOf(misses) })
  })
  return told.sort((one, other) => one.far - other.far).map(({ near }) => near)
}

/** How far what was found is from what was wanted, letter by letter. */
const farOf = (misses: readonly Miss[]): number =>
  misses.reduce((sum, { wanted, found }) => sum + farness(textOf(wanted), textOf(found)), 0)

const textOf = (value: unknown): string => JSON.stringify(value) ?? ''
