import t from 'tap'
import { negative, tryKeywords, valuesIn } from '#test/fixtures/keywords.ts'
import { mock } from '#test/support/mock.ts'

t.test('each rule that refused something is named once', async (t) => {
  const world = await mock(t)
  const positive = { ...negative, match_type: 'EXACT' }
  const { headers, body } = await tryKeywords(world, world.account, positive, negative, positive)
  t.equal(headers['x-mock-rules'], 'keyword.match-type.negative-only')
  t.equal(body.errors.length, 2)
  t.strictSame(await valuesIn(world), [negative.value])
})

t.test('nothing is named when all was stored', async (t) => {
  const world = await mock(t)
  const { headers } = await tryKeywords(world, world.account, negative)
  t.equal(headers['x-mock-rules'], undefined)
})
