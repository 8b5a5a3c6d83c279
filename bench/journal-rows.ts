import { campaignsPath, get, pageOf } from './api.ts'
import { startOurs, stop } from './child.ts'
import type { Call } from './connection.ts'
import { Load } from './load.ts'
import { inPairs, type Pair } from './pairs.ts'
import type { Effort, Row } from './row.ts'
import { ours } from './servers.ts'

const stored = 1000
const warmUp = 4

async function compare(callOf: (campaigns: string, id: string) => Call, { rounds, slice }: Effort) {
  const [on, off] = await Promise.all([ours(stored), startOurs(stored, 0)])
  const campaigns = await campaignsPath(on)
  const call = callOf(campaigns, (await pageOf(on, campaigns)).items[0]?.id ?? '')
  const [onLoad, offLoad] = await Promise.all([Load.on(on), Load.on(off)])
  for (const load of [onLoad, offLoad]) await load.rate(call, slice * warmUp)
  const pairs: readonly Pair[] = await inPairs(
    rounds,
    () => onLoad.rate(call, slice),
    () => offLoad.rate(call, slice),
  )
  for (const load of [onLoad, offLoad]) load.close()
  await stop(off)
  return pairs
}

const row = (name: string, callOf: (campaigns: string, id: string) => Call): Row => ({
  name: `${name} with the journal`,
  unit: 'req/s',
  against: 'ours without the journal',
  measure: (effort) => compare(callOf, effort),
})

/** What it costs to remember every call. */
export const journalRows: readonly Row[] = [
  row('get 1', (campaigns, id) => get(`${campaigns}/${id}`)),
  row('list 25', (campaigns) => get(campaigns)),
]
