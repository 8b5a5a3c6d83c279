import t from 'tap'
import { type Latency, longestWait, waitOf } from '#server/domain/faults/latency.ts'
import { randomOf } from '#server/domain/random.ts'

/** A thousand waits, the shortest first. */
const waits = (latency: Latency, seed = 1): readonly number[] => {
  const chance = randomOf(seed)
  return Array.from({ length: 1000 }, () => waitOf(latency, chance)).sort((one, other) => one - other)
}

t.test('a fixed latency is always the same', async (t) => {
  t.same(new Set(waits(250)), new Set([250]))
})

t.test('a uniform one is anywhere between its bounds', async (t) => {
  const all = waits({ distribution: 'uniform', lower: 20, upper: 80 })
  t.ok(Number(all[0]) >= 20 && Number(all[0]) < 25)
  t.ok(Number(all[999]) <= 80 && Number(all[999]) > 75)
  t.ok(Math.abs(Number(all[500]) - 50) < 5)
})

t.test('a normal one is around its mean, and never below nothing', async (t) => {
  const all = waits({ distribution: 'normal', mean: 100, deviation: 10 })
  t.ok(Math.abs(Number(all[500]) - 100) < 2)
  t.ok(Math.abs(Number(all[841]) - 110) < 3, 'five in six are below the mean and a deviation')
  t.equal(waits({ distribution: 'normal', mean: 0, deviation: 10 })[0], 0)
})

t.test('a lognormal one has its median in the middle, and a long tail that ends at the longest wait', async (t) => {
  const all = waits({ distribution: 'lognormal', median: 100, sigma: 1 })
  t.ok(Math.abs(Number(all[500]) - 100) < 15)
  t.ok(Number(all[990]) > 500)
  t.equal(waits({ distribution: 'lognormal', median: 1000, sigma: 10 })[999], longestWait)
})

t.test('what is drawn is the same with the same seed', async (t) => {
  const latency: Latency = { distribution: 'uniform', lower: 0, upper: 1000 }
  t.same(waits(latency, 5), waits(latency, 5))
  t.notSame(waits(latency, 5), waits(latency, 6))
})
