import t from 'tap'
import { hasMoreValues, maxValues } from '#server/http/parsing/json-values.ts'
import fc from '#test/support/fast-check.ts'
import { mock } from '#test/support/mock.ts'

/** How many values a value has, the whole included. */
const count = (value: unknown): number =>
  value === null || typeof value !== 'object' ? 1 : Object.values(value).reduce((sum, one) => sum + count(one), 1)

t.test('values are counted, however they stand in each other', async () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      return !hasMoreValues(value, count(value)) && hasMoreValues(value, count(value) - 1)
    }),
  )
})

t.test(
  'a body with more values than that is refused before a schema looks at it, one with as many is not',
  async (t) => {
    const { call, account } = await mock(t)
    const send = (values: number) =>
      call('POST', `/v5/ad_accounts/${account}/campaigns`, JSON.stringify(Array(values).fill(10)))
    t.match(await send(maxValues), { status: 400, body: { code: 1, message: /the body has more than 100000 values/ } })
    t.match(await send(maxValues - 1), { status: 400, body: { code: 1, message: /is too long: at most 30/ } })
  },
)
