import { campaignsPath, get, lastBookmark } from './api.ts'
import type { OurChild } from './child.ts'
import type { Call } from './connection.ts'
import { Load } from './load.ts'
import { inPairs, type Pair } from './pairs.ts'
import type { Effort, Row } from './row.ts'
import { ours } from './servers.ts'

const many = 100_000
const few = 100
const warmUp = 4

type PathOf = (child: OurChild, campaigns: string) => string | Promise<string>

async function compare(pathOf: PathOf, { rounds, slice }: Effort): Promise<readonly Pair[]> {
  const [large, small] = await Promise.all([many, few].map((count) => loaded(count, pathOf)))
  if (large === undefined || small === undefined) return []
  for (const { load, call } of [large, small]) await load.rate(call, slice * warmUp)
  const pairs = await inPairs(
    rounds,
    () => large.load.rate(large.call, slice),
    () => small.load.rate(small.call, slice),
  )
  for (const { load } of [large, small]) load.close()
  return pairs
}

async function loaded(count: number, pathOf: PathOf): Promise<{ load: Load; call: Call }> {
  const child = await ours(count)
  const call = get(await pathOf(child, await campaignsPath(child)))
  return { load: await Load.on(child), call }
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
  against: 'ours with 100 campaigns',
  measure: (effort) => compare(pathOf, effort),
}))
