import t from 'tap'
import { Categories } from '#server/domain/delivery/breakdown-categories.ts'
import { countBefore, lineLength, positionOf } from '#server/domain/delivery/breakdown-sequence.ts'

/** What `countBefore` works out, counted one by one. */
function counted(bound: number, things: number, offset: number): number {
  let count = 0
  for (let nth = 1; nth <= things; nth++) if (positionOf(nth, offset) < bound) count++
  return count
}

t.test('the number of positions before a bound is what counting them one by one gives', async (t) => {
  for (const things of [0, 1, 2, 7, 1000, 6553, 40_000]) {
    for (const bound of [0, 1, 17, 400_000, lineLength - 1, lineLength]) {
      for (const offset of [0, 1, 12_345, lineLength - 1]) {
        t.equal(countBefore(bound, things, offset), counted(bound, things, offset), `${things} ${bound} ${offset}`)
      }
    }
  }
})

t.test('of as many things as the line is long there is one at each position, and so of any multiple', async (t) => {
  t.equal(new Set(Array.from({ length: lineLength }, (_, nth) => positionOf(nth, 5))).size, lineLength)
  t.equal(countBefore(1000, 7_000_000 * lineLength + 10, 3), 7_000_000 * 1000 + counted(1000, 10, 3))
})

t.test('values have their shares of any hundred', async (t) => {
  const categories = new Categories([
    { value: 'a', weight: 3 },
    { value: null, weight: 1 },
    { value: 'b', weight: 4 },
    { value: 'a', weight: 2 },
  ])
  t.strictSame(categories.values, ['a', 'b'])
  for (const from of [0, 100, 777, 1_000_000]) {
    const counts = new Float64Array(2)
    categories.addCounts(counts, from, from + 100, 99)
    t.ok(Math.abs((counts[0] ?? 0) - 50) <= 3, `${counts[0]} of 50`)
    t.ok(Math.abs((counts[1] ?? 0) - 40) <= 3, `${counts[1]} of 40`)
  }
})

t.test('many things are counted as few are', async (t) => {
  const categories = new Categories([
    { value: 'a', weight: 0.001 },
    { value: 'b', weight: 5 },
    { value: null, weight: 0.3 },
    { value: 'c', weight: 2 },
  ])
  const [whole, parts] = [new Float64Array(3), new Float64Array(3)]
  categories.addCounts(whole, 5, 50_005, 42)
  for (let from = 5; from < 50_005; from += 50) categories.addCounts(parts, from, from + 50, 42)
  t.strictSame(whole, parts)
})
