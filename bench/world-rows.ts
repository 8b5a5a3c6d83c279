import { type Sequence, slices } from './call-sequence.ts'
import type { Call } from './connection.ts'
import { items } from './facts.ts'
import { forkRows } from './fork-rows.ts'
import type { Stored } from './image.ts'
import type { Reach, Row } from './row.ts'
import { reset } from './servers.ts'

const newWorld: Sequence = {
  stored: 'small',
  length: 10,
  call: (world, campaigns) => ({ method: 'GET', path: `/w/${world}${campaigns}` }),
  url: '/w/:world/v5/ad_accounts/:ad_account_id/campaigns',
}

/** Creates 30 campaigns, as a test would. */
const create = (path: string): readonly Call[] => [{ method: 'POST', path, body: JSON.stringify(items(30)) }]

/** Makes another world a copy of the default one. */
const fork: Call = { method: 'POST', path: '/w/forked/__mock/reset', body: '{"from":{"world":"default"}}' }
const snapshot: Call = { method: 'PUT', path: '/__mock/snapshots/bench' }
const restore: Call = { method: 'POST', path: '/w/restored/__mock/snapshots/bench/restore' }
const large = 100_000

function restored(
  name: string,
  call: Call,
  most: { readonly [Key in Stored]?: number },
  more: Pick<Sequence, 'before' | 'beforeEach'> = {},
) {
  return (stored: Stored): Row => {
    const size = typeof stored === 'number' ? `${stored.toLocaleString('en')} campaigns` : `seed ${stored}`
    const length = stored === large ? 1 : 20
    const sequence = { stored, length, call: () => call, url: call.path, ...more }
    const figure = most[stored]
    const reach: Reach | undefined = figure === undefined ? undefined : { figure }
    return {
      name: `${name}, ${size}`,
      unit: 'ms',
      ...(reach && { reach }),
      measure: (effort) => slices(sequence, effort),
    }
  }
}

/** Milliseconds until a world can be tested. */
export const worldRows: readonly Row[] = [
  {
    name: "a new world's first call",
    unit: 'ms',
    reach: { figure: 2 },
    measure: (effort) => slices(newWorld, effort),
  },
  ...(['empty', 'small', 1000, large] as const).map(
    restored('reset after 30 creations', reset, { 1000: 1, [large]: 4 }, { beforeEach: create }),
  ),
  ...(['empty', 'small', 1000, large] as const).map(restored('fork', fork, { 1000: 3, [large]: 10 })),
  ...(['small', 1000, large] as const).map(
    restored('restore a snapshot', restore, { [large]: 100 }, { before: snapshot }),
  ),
  ...forkRows,
]
