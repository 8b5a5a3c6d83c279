import t from 'tap'
import { truncated, truncatedText } from '#server/domain/truncate.ts'
import fc from '#test/support/fast-check.ts'

t.test('a value that takes little room is as it was', async () => {
  const small = fc.jsonValue({ maxDepth: 3 }).filter((value) => JSON.stringify(value).length < 400)
  fc.assert(fc.property(small, (value) => JSON.stringify(truncated(value)) === JSON.stringify(value)))
})

t.test('a value that takes much is left with its beginning', async (t) => {
  const values = [
    Array(500_000).fill(0),
    Array(1000).fill(Array(1000).fill('x')),
    Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key ${index}`, index])),
    'x'.repeat(1_000_000),
    { ['k'.repeat(1_000_000)]: 'v'.repeat(1_000_000) },
  ]
  for (const value of values) t.ok(JSON.stringify(truncated(value)).length < 10_000)
  t.same((truncated(values[0]) as number[]).slice(0, 3), [0, 0, 0])
})

t.test('what stands behind a name that was cut is not kept: the name may have told that it is a secret', async (t) => {
  t.same(truncated({ [`${'k'.repeat(1000)}_token`]: 'v', k: 'v' }), { [`${'k'.repeat(1000)}…`]: '…', k: 'v' })
})

t.test('a long text ends with a sign that it went on', async (t) => {
  t.equal(truncatedText('abcdef', 3), 'abc…')
  t.equal(truncatedText('abc', 3), 'abc')
})
