import t from 'tap'
import { normal, randomOf } from '#server/domain/random.ts'

/** So many numbers of one source. */
const drawn = (count: number, next: () => number): readonly number[] => Array.from({ length: count }, next)

t.test('chance is the same with the same seed, and another with another', async (t) => {
  t.same(drawn(5, randomOf(7)), drawn(5, randomOf(7)))
  t.notSame(drawn(5, randomOf(7)), drawn(5, randomOf(8)))
})

t.test('its numbers are spread from 0 up to 1', async (t) => {
  const numbers = drawn(10_000, randomOf(1))
  t.ok(numbers.every((number) => number >= 0 && number < 1))
  for (const tenth of Array(10).keys()) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length
    t.ok(share > 900 && share < 1100, `${share} of 10,000 in the tenth from ${tenth / 10}`)
  }
})

t.test('normal numbers have mean 0 and deviation 1, and are all finite', async (t) => {
  const chance = randomOf(3)
  const numbers = drawn(10_000, () => normal(chance))
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  const deviation = Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length)
  t.ok(Math.abs(mean) < 0.05 && Math.abs(deviation - 1) < 0.05, `${mean} ± ${deviation}`)
  t.ok(Number.isFinite(normal(() => 0)))
})
