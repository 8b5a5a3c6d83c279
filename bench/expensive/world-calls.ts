import { type ExpensiveCall, listOf, repeat, times } from './expensive-call.ts'
import type { MeasuredServer } from './measured-server.ts'

const megabyte = 2 ** 20

/** The beginning and the end of the JSON of a state. */
let [head, tail] = ['', '']

async function begin(server: MeasuredServer): Promise<void> {
  const state = (await server.json('GET', '/w/state/__mock/state')) as { tables: Record<string, unknown[]> }
  const { settings: _, ...tables } = state.tables
  head = `${JSON.stringify({ ...state, tables }).slice(0, -2)},"settings":`
  tail = '}}'
}

const put = (rows: () => string) => (server: MeasuredServer) =>
  server.call({ method: 'PUT', path: '/w/state/__mock/state', body: head + rows() + tail })

const row = (size: number) => (index: number) => JSON.stringify({ name: `${index}`, json: 'x'.repeat(size) })
const seed = (content: unknown) => (server: MeasuredServer) =>
  server.call({ method: 'POST', path: '/w/seeded/__mock/seed', body: JSON.stringify(content) })
const yaml = (text: string) => (server: MeasuredServer) =>
  server.call({
    method: 'POST',
    path: '/w/seeded/__mock/seed',
    body: text,
    headers: { 'content-type': 'application/yaml' },
  })
const campaign = { ad_account: '549755885262', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }

/** Expensive calls on worlds: states, seeds and copies. */
export const worldCalls: readonly ExpensiveCall[] = [
  { name: 'a state of 16 MiB', before: begin, run: put(() => listOf(16 * megabyte, row(1000))) },
  { name: 'that state told', run: (server) => server.json('GET', '/w/state/__mock/state') },
  { name: 'a snapshot of it', run: (server) => server.json('PUT', '/w/state/__mock/snapshots/dear') },
  { name: 'a world made of that', run: (server) => server.json('POST', '/w/copy/__mock/snapshots/dear/restore') },
  {
    name: 'a copy of a large world',
    run: (server) => server.json('POST', '/w/copy/__mock/reset', { from: { world: 'state' } }),
  },
  { name: 'a state of many small rows', run: put(() => listOf(4 * megabyte, row(1))) },
  { name: 'a state of one long row', run: put(() => `[{"name":"x","json":${listOf(2 * megabyte - 50, () => '{}')}}]`) },
  { name: 'a state that is wrong at its first row', run: put(() => `[0,${listOf(32 * megabyte, row(1000))}]`) },
  {
    name: 'a seed of two thousand campaigns',
    run: seed({ campaigns: times(2000, (index) => ({ ...campaign, alias: `a${index}`, name: `Dear ${index}` })) }),
  },
  {
    name: 'a seed of a thousand names that there are not',
    run: seed({
      campaigns: times(1000, (index) => ({ ...campaign, alias: `${'a'.repeat(90)}${index}`, name: 'x' })),
      ad_groups: times(1000, (index) => ({ campaign: `${'b'.repeat(90)}${index}`, name: 'x' })),
    }),
  },
  {
    name: 'a seed of wrong values',
    run: seed({ labels: [{ campaigns: times(9900, () => 0) }], boards: times(1900, () => 0) }),
  },
  { name: 'YAML of many keys', run: yaml(times(40_000, (index) => `k${index}: 1\n`).join('')) },
  { name: 'YAML of many values', run: yaml(`boards: [${'0,'.repeat(2 ** 18 - 100)}0]`) },
  {
    name: 'YAML of aliases of aliases',
    run: yaml(
      ['a0: &a0 [x,x,x,x,x,x,x,x]', ...times(9, (n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(8)}]`)].join('\n'),
    ),
  },
  {
    name: 'a world without a name, beside 4,000 that are left',
    settings: { files: 4000 },
    run: (server) => server.json('POST', '/__mock/worlds'),
  },
  {
    name: 'a world with a time to live, beside 2,000',
    // The row may be measured more than once.
    before: async (server) => {
      await server.json('DELETE', '/__mock/worlds')
      await repeat(2000, (index) => server.json('POST', '/__mock/worlds', { name: `ttl-${index}`, ttl: 10_000 }))
    },
    run: (server) => server.json('POST', '/__mock/worlds', { name: 'ttl-last', ttl: 10_000 }),
  },
  { name: 'all worlds reset, of 2,000', run: (server) => server.json('POST', '/__mock/reset?world=all') },
  { name: 'all worlds deleted, of 2,000', run: (server) => server.json('DELETE', '/__mock/worlds') },
]
