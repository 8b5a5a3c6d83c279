import { campaignsPath, get, lastBookmark } from './api.ts'
import type { OurChild } from './child.ts'
import { type Asked, loaded } from './load-in-turns.ts'
import type { Effort, Measured, Row } from './row.ts'
import { ours } from './servers.ts'

const many = 100_000
const few = 1000

type PathOf = (child: OurChild, campaigns: string) => string | Promise<string>

async function compare(pathOf: PathOf, effort: Effort): Promise<Measured> {
  const asked: Asked[] = []
  for (const count of [many, few]) {
    const child = await ours(count)
    const call = get(await pathOf(child, await campaignsPath(child)))
    asked.push({ name: `ours with ${count.toLocaleString('en')}`, kind: 'ours', child, call })
  }
  return loaded(asked, effort)
}

const paths: Readonly<Record<string, PathOf>> = {
  'first page': (_child, campaigns) => campaigns,
  'last page': async (child, campaigns) => `${campaigns}?bookmark=${await lastBookmark(child, campaigns)}`,
  'by status': (_child, campaigns) => `${campaigns}?entity_statuses=PAUSED`,
}

/** What a list costs in a large world: the same as in a small one, when it is right. */
export const scaleRows: readonly Row[] = Object.entries(paths).map(([name, pathOf]) => ({
  name: `list 25 of 100,000, ${name}`,
  unit: 'req/s',
  reach: { ratio: 1 / 1.2 },
  measure: (effort) => compare(pathOf, effort),
}))
