import { campaignsPath, get, lastBookmark } from './api.ts'
import type { OurChild } from './child.ts'
import { type LoadedContestant, loadInTurns } from './load-in-turns.ts'
import type { Effort, Measured, Row } from './row.ts'
import { ours } from './servers.ts'

const many = 100_000
const few = 1000

type PathOf = (child: OurChild, campaigns: string) => string | Promise<string>

async function compare(pathOf: PathOf, effort: Effort): Promise<Measured> {
  const contestants: LoadedContestant[] = []
  for (const count of [many, few]) {
    const child = await ours(count)
    const call = get(await pathOf(child, await campaignsPath(child)))
    contestants.push({ name: `ours with ${count.toLocaleString('en')}`, kind: 'ours', child, call })
  }
  return loadInTurns(contestants, effort)
}

const paths: Readonly<Record<string, PathOf>> = {
  'first page': (_child, campaigns) => campaigns,
  'last page': async (child, campaigns) => `${campaigns}?bookmark=${await lastBookmark(child, campaigns)}`,
  'by status': (_child, campaigns) => `${campaigns}?entity_statuses=PAUSED`,
}

/** Lists in a large world compared with a small one: the cost must be about the same. */
export const scaleRows: readonly Row[] = Object.entries(paths).map(([name, pathOf]) => ({
  name: `list 25 of 100,000, ${name}`,
  unit: 'req/s',
  reach: { ratio: 1 / 1.2 },
  measure: (effort) => compare(pathOf, effort),
}))
