import t from 'tap'
import { reportOf } from '#bench/report.ts'
import { resultOf } from '#bench/result.ts'
import type { Measured } from '#bench/row.ts'

const measured: Measured = {
  contestants: [
    { name: 'ours', kind: 'ours', bytes: 643 },
    { name: 'bare', kind: 'limit', bytes: 643 },
    { name: 'faster', kind: 'peer', bytes: 757 },
    { name: 'slower', kind: 'peer', bytes: 643 },
  ],
  rounds: [{ ours: 5000, bare: 10_000, faster: 6000, slower: 100 }],
  skipped: { absent: 'there is no java' },
}
const reach = { ratio: 0.9, aheadOf: 'every peer' } as const
const result = resultOf({ name: 'get 1', unit: 'req/s', reach, measure: async () => measured }, measured)
const about = {
  command: 'npm run bench',
  date: '2026-06-01',
  machine: { cores: 2 },
  versions: { faster: '1.2.3' },
  peers: [],
}
const runs = [
  { date: '2026-06-01', ratios: { 'get 1': 0.5 } },
  { date: '2026-05-01', ratios: { 'get 1': 0.625, 'list 25': 1.5 } },
]
const report = reportOf(about, [{ title: 'Calls', results: [result] }], runs)

t.test('a report tells what is not reached, and which peer is ahead', async (t) => {
  t.match(report, '| **get 1** | **ours** | 5000 req/s | 0.50 | 0.50–0.50 | 643 | ≥ 0.9 × bare; ahead of every peer |')
  t.match(report, '| no: the ratio, behind faster |')
  t.match(report, '|  | faster | 6000 req/s | 0.60 | 0.60–0.60 | 757 |  | **ahead of ours** |')
  t.match(report, '|  | slower | 100 req/s | 0.010 | 0.010–0.010 | 643 |  |  |')
})

t.test('a report tells who was not measured, and on what the others were', async (t) => {
  t.match(report, '|  | absent | skipped: there is no java |')
  t.match(report, 'cores 2')
  t.match(report, 'faster 1.2.3')
  t.match(report, '`npm run bench` on 2026-06-01')
})

t.test('a report shows the ratios of the last runs side by side, the latest first', async (t) => {
  t.match(report, '| row | 2026-06-01 | 2026-05-01 |')
  t.match(report, '| get 1 | 0.50 | 0.63 |')
  t.match(report, '| list 25 |  | 1.50 |')
})
