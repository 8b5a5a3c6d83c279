import t from 'tap'
import { recordedRatio, slowRows } from '#bench/check.ts'
import { lastRuns, withRun } from '#bench/history.ts'
import { resultOf } from '#bench/result.ts'
import type { Measured, Row } from '#bench/row.ts'

const measured = (ours: number): Measured => ({
  contestants: [
    { name: 'ours', kind: 'ours' },
    { name: 'bare', kind: 'limit' },
  ],
  rounds: [{ ours, bare: 100 }],
})

/** A row that comes to one ratio after the other. */
function rowOf(name: string, ratios: readonly number[]): { readonly row: Row; readonly times: () => number } {
  let times = 0
  const measure = async () => measured((ratios[times++] ?? 0) * 100)
  return { row: { name, unit: 'req/s', measure }, times: () => times }
}

const [latest] = lastRuns()
const recorded = latest?.ratios['get 1'] ?? 0

t.test('a call is slow when its ratio is far below the recorded one twice in a row', async (t) => {
  const { row, times } = rowOf('get 1', [recorded * 0.6, recorded * 0.69])
  t.same(await slowRows(() => {}, [row]), ['get 1'])
  t.equal(times(), 2)
})

t.test('a call that was slow once is measured again, and one that was not is not', async (t) => {
  const again = rowOf('get 1', [recorded * 0.6, recorded * 0.8])
  const once = rowOf('get 1', [recorded * 0.71])
  t.same(await slowRows(() => {}, [again.row, once.row]), [])
  t.same([again.times(), once.times()], [2, 1])
})

t.test('a call that no run has recorded is not measured', async (t) => {
  const { row, times } = rowOf('get 2', [0])
  t.same(await slowRows(() => {}, [row]), [])
  t.equal(times(), 0)
})

t.test('five runs are kept, and a ratio is looked up in the latest that has it', async (t) => {
  const results = [resultOf(rowOf('get 1', []).row, measured(50))]
  let runs = withRun([], '2026-01-01', [])
  for (const day of ['02', '03', '04', '05', '06']) runs = withRun(runs, `2026-01-${day}`, results)
  runs = withRun(runs, '2026-01-07', [])
  t.same(
    runs.map(({ date }) => date),
    ['07', '06', '05', '04', '03'].map((day) => `2026-01-${day}`),
  )
  t.equal(recordedRatio(runs, 'get 1'), 0.5)
  t.equal(recordedRatio(runs, 'get 3'), undefined)
})
