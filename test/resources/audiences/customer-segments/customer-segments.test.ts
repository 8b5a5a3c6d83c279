import t from 'tap'
import { audienceIn } from '#test/fixtures/audiences.ts'
import { type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const segmentIn = async (world: Mock, more: object = {}): Promise<Json> => {
  const { id } = await audienceIn(world)
  return (await world.post('/customer_segments', { name: 'Loyal', audience_ids: [id], ...more })).body
}
const namesOf = async ({ get }: Mock, query = ''): Promise<readonly string[]> =>
  (await get(`/customer_segments${query}`)).body.items.map(({ name }: Json) => name)

t.test('a segment is answered with its audiences, times and status', async (t) => {
  const world = await mock(t)
  const { id: audience } = await audienceIn(world)
  const { status, body } = await world.post('/customer_segments', { name: 'Loyal', audience_ids: [audience] })
  t.equal(status, 200)
  const { id, ...rest } = body
  t.match(id, /^5841155\d{6}$/)
  t.strictSame(rest, {
    name: 'Loyal',
    ad_account_id: world.account,
    audience_ids: [audience],
    created_time: testNow,
    updated_time: testNow,
    status: 'ACTIVE',
  })
})

t.test('an update replaces the audiences, and answers null', async (t) => {
  const world = await mock(t)
  const { id } = await segmentIn(world)
  const other = await audienceIn(world)
  world.clock.advance(5000)
  const change = { id, operation_type: 'UPDATE', audience_ids: [other.id] }
  const { status, body } = await world.patch('/customer_segments', change)
  t.equal(status, 200)
  t.equal(body, null)
  t.match((await world.get('/customer_segments')).body.items, [
    { audience_ids: [other.id], created_time: testNow, updated_time: testNow + 5 },
  ])
})

t.test('a removed segment is in no list, and nothing changes it', async (t) => {
  const world = await mock(t)
  const { id } = await segmentIn(world)
  t.equal((await world.patch('/customer_segments', { id, operation_type: 'REMOVE' })).body, null)
  t.strictSame(await namesOf(world), [])
  const again = await world.patch('/customer_segments', { id, operation_type: 'REMOVE' })
  t.match(again, { status: 404, body: { code: 2, message: 'Customer segment not found.' } })
  await world.call('PATCH', `/__mock/entities/customer_segments/${id}`, { status: 'ACTIVE' })
  t.strictSame(await namesOf(world), ['Loyal'])
})

t.test('a list is searched by name, ordered and read by pages', async (t) => {
  const world = await mock(t)
  for (const name of ['Loyal', 'New', 'Most loyal']) await segmentIn(world, { name })
  t.strictSame(await namesOf(world), ['Loyal', 'New', 'Most loyal'])
  t.strictSame(await namesOf(world, '?search_query=LOYAL&order=DESCENDING'), ['Most loyal', 'Loyal'])
  t.strictSame(await namesOf(world, '?include_sizing=true&page_size=2'), ['Loyal', 'New'])
  const { bookmark } = (await world.get('/customer_segments?page_size=2')).body
  t.strictSame(await namesOf(world, `?page_size=2&bookmark=${bookmark}`), ['Most loyal'])
})

t.test('an ad account has its own segments', async (t) => {
  const world = await mock(t)
  const { id } = await segmentIn(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body
  const below = `/v5/ad_accounts/${other.id}/customer_segments`
  t.strictSame((await world.call('GET', below)).body, { items: [], bookmark: null })
  t.equal((await world.call('PATCH', below, { id, operation_type: 'REMOVE' })).status, 404)
})
