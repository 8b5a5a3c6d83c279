import t from 'tap'
import { isTooDeep } from '#server/http/parsing/json-depth.ts'
import fc from '#test/support/fast-check.ts'

const depthOf = (value: unknown): number =>
  value === null || typeof value !== 'object' ? 0 : 1 + Math.max(0, ...Object.values(value).map(depthOf))

t.test('a text is too deep when its value is', async () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value)
      return text.length <= 6 || isTooDeep(text, 3) === depthOf(value) > 3
    }),
    { numRuns: 2000 },
  )
})

t.test('brackets, quotes and backslashes in a string do not count', async (t) => {
  for (const text of ['[[[[', '"[[[[', '\\"[[[[', '\\\\"{{{{', '\\']) {
    t.notOk(isTooDeep(JSON.stringify([text, text]), 1), text)
    t.ok(isTooDeep(JSON.stringify([text, [text]]), 1), text)
  }
})

t.test('a string that does not end is the end', async (t) => {
  t.notOk(isTooDeep('["[[[[[[[[[[[', 1))
})
