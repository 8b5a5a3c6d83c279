import { get } from './api.ts'
import { type Sequence, slices } from './call-sequence.ts'
import type { Call } from './connection.ts'
import { items } from './facts.ts'
import type { Row } from './row.ts'

const inFork = (path: string): string => `/w/forked${path}`
const create = (path: string): Call => ({ method: 'POST', path, body: JSON.stringify(items(1)) })
const fork: Call = { method: 'POST', path: inFork('/__mock/reset'), body: '{"from":{"world":"default"}}' }

/** A fork of a world that was written to since it was made or forked, and what follows it. */
const sequences: Readonly<Record<string, Pick<Sequence, 'beforeEach' | 'call' | 'url'>>> = {
  'fork of a changed world': {
    beforeEach: (campaigns) => [create(campaigns)],
    call: () => fork,
    url: fork.path,
  },
  'its first read': {
    beforeEach: (campaigns) => [create(campaigns), fork],
    call: (_world, campaigns) => get(inFork(campaigns)),
    url: '/w/:world/v5/ad_accounts/:ad_account_id/campaigns',
  },
  'its first write': {
    beforeEach: (campaigns) => [create(campaigns), fork],
    call: (_world, campaigns) => create(inFork(campaigns)),
    url: '/w/:world/v5/ad_accounts/:ad_account_id/campaigns',
  },
  'the next write to its origin': {
    beforeEach: (campaigns) => [create(campaigns), fork],
    call: (_world, campaigns) => create(campaigns),
    url: '/v5/ad_accounts/:ad_account_id/campaigns',
  },
}

/** Milliseconds of a fork that shares its content, and of what ends the sharing and so pays for the copy. */
export const forkRows: readonly Row[] = Object.entries(sequences).map(([name, sequence]) => ({
  name: `${name}, 100,000 campaigns`,
  unit: 'ms',
  ...(name === 'fork of a changed world' && { reach: { figure: 10 } }),
  measure: (effort) => slices({ ...sequence, stored: 100_000, length: 1 }, effort),
}))
