import t from 'tap'
import { resultOf, verdict } from '#bench/result.ts'
import type { Measured, Reach, Unit } from '#bench/row.ts'

/** What a row says that measured those figures once. */
function said(unit: Unit, reach: Reach | undefined, figures: { ours: number; bare: number; peer: number }): string {
  const measured: Measured = {
    contestants: [
      { name: 'ours', kind: 'ours' },
      { name: 'bare', kind: 'limit' },
      { name: 'peer', kind: 'peer' },
    ],
    rounds: [figures],
  }
  const row = { name: 'row', unit, ...(reach && { reach }), measure: async () => measured }
  const result = resultOf(row, measured)
  return `${result.reach}? ${verdict(result)}`
}

t.test('of answers per second, at least the ratio is reached by more', async (t) => {
  t.equal(said('req/s', { ratio: 0.9 }, { ours: 9, bare: 10, peer: 1 }), '≥ 0.9 × bare? yes')
  t.equal(said('req/s', { ratio: 0.9 }, { ours: 8, bare: 10, peer: 1 }), '≥ 0.9 × bare? no: the ratio')
})

t.test('of milliseconds, at most the ratio is reached by less', async (t) => {
  t.equal(said('ms', { ratio: 1.6 }, { ours: 16, bare: 10, peer: 99 }), '≤ 1.6 × bare? yes')
  t.equal(said('ms', { ratio: 1.6 }, { ours: 17, bare: 10, peer: 99 }), '≤ 1.6 × bare? no: the ratio')
})

t.test('a figure of its own is held to itself', async (t) => {
  t.equal(said('ms', { figure: 2 }, { ours: 2, bare: 1, peer: 1 }), '≤ 2 ms? yes')
  t.equal(said('MB', { figure: 2 }, { ours: 2.1, bare: 1, peer: 1 }), '≤ 2 MB? no: the figure')
})

t.test('where either is enough, one may be missed', async (t) => {
  const reach = { ratio: 1.5, figure: 300, isEither: true } as const
  t.equal(said('ms', reach, { ours: 200, bare: 100, peer: 1 }), '≤ 1.5 × bare or ≤ 300 ms? yes')
  t.equal(said('ms', reach, { ours: 400, bare: 300, peer: 1 }), '≤ 1.5 × bare or ≤ 300 ms? yes')
  t.equal(said('ms', reach, { ours: 400, bare: 200, peer: 1 }), '≤ 1.5 × bare or ≤ 300 ms? no: the ratio, the figure')
})

t.test('a limit may be ahead, a peer that is named may not', async (t) => {
  const reach = { aheadOf: 'every peer' } as const
  t.equal(said('req/s', reach, { ours: 5, bare: 10, peer: 4 }), 'ahead of every peer? yes')
  t.equal(said('req/s', reach, { ours: 5, bare: 10, peer: 6 }), 'ahead of every peer? no: behind peer')
  t.equal(said('ms', { aheadOf: ['peer'] }, { ours: 5, bare: 1, peer: 4 }), 'ahead of peer? no: behind peer')
  t.equal(said('ms', { aheadOf: ['another'] }, { ours: 5, bare: 1, peer: 4 }), 'ahead of another? yes')
})

t.test('a peer may have to be left behind by so many times', async (t) => {
  const reach = { times: { peer: 3, another: 9 } } as const
  t.equal(said('req/s', reach, { ours: 6, bare: 10, peer: 2 }), '≥ 3 × peer; ≥ 9 × another? yes')
  t.equal(said('req/s', reach, { ours: 5, bare: 10, peer: 2 }), '≥ 3 × peer; ≥ 9 × another? no: not 3 × peer')
  t.equal(said('ms', { times: { peer: 2 } }, { ours: 5, bare: 1, peer: 10 }), '≤ 0.5 × peer? yes')
  t.equal(said('ms', { times: { peer: 2 } }, { ours: 6, bare: 1, peer: 10 }), '≤ 0.5 × peer? no: not 2 × peer')
})

t.test('a row without a reach says nothing', async (t) => {
  t.equal(said('ms', undefined, { ours: 5, bare: 1, peer: 4 }), 'undefined? ')
})
