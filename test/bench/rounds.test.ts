import t from 'tap'
import { inTurns, summariesOf } from '#bench/rounds.ts'
import type { Measured } from '#bench/row.ts'

const measured: Measured = {
  contestants: [
    { name: 'ours', kind: 'ours' },
    { name: 'bare', kind: 'limit' },
    { name: 'peer', kind: 'peer', bytes: 7 },
  ],
  rounds: [
    { ours: 10, bare: 10, peer: 5 },
    { ours: 40, bare: 20, peer: 10 },
    { ours: 90, bare: 30, peer: 90 },
  ],
}

t.test('a ratio is the median of the ratios of each round, not the ratio of the medians', async (t) => {
  const [ours, bare, peer] = summariesOf(measured)
  t.match(ours, { figure: 40, ratio: 2, spread: [1.5, 2.5], oursTo: 1 })
  t.match(bare, { figure: 20, ratio: 1, spread: [1, 1] })
  t.match(peer, { figure: 10, ratio: 0.5, oursTo: 2, bytes: 7 })
})

t.test('every other round goes backwards', async (t) => {
  const order: string[] = []
  const running = ['a', 'b', 'c'].map((name) => ({
    name,
    kind: 'limit' as const,
    figure: async () => order.push(name),
  }))
  t.same(await inTurns(2, running), [
    { a: 1, b: 2, c: 3 },
    { c: 4, b: 5, a: 6 },
  ])
  t.equal(order.join(''), 'abccba')
})
