import t from 'tap'
import { awareness, orderLineIn } from '#test/fixtures/campaigns.ts'
import { type Json, mock, testNow } from '#test/support/mock.ts'

const ids = (items: readonly Json[]): readonly string[] => items.map(({ id }) => id)

t.test('an ad account without order lines lists none', async (t) => {
  const { get } = await mock(t)
  const { status, body } = await get('/order_lines')
  t.equal(status, 200)
  t.strictSame(body, { items: [], bookmark: null })
})

t.test('an order line has these fields and no others', async (t) => {
  const world = await mock(t)
  const item = {
    name: 'Insertion order 7',
    budget: 900_000_000,
    paid_budget: 800_000_000,
    paid_type: 'MAKE_GOOD',
    purchase_order_id: 'PO-7',
    start_time: testNow - 60,
    end_time: testNow + 60,
    status: 'PAUSED',
  } as const
  const id = orderLineIn(world, item)
  const { status, body } = await world.get(`/order_lines/${id}`)
  t.equal(status, 200)
  t.strictSame(body, { id, ad_account_id: world.account, ...item, type: 'orderline', campaign_ids: [] })
})

t.test('what was not said of an order line is null, and it runs from now on', async (t) => {
  const world = await mock(t)
  const id = orderLineIn(world)
  t.strictSame((await world.get(`/order_lines/${id}`)).body, {
    id,
    ad_account_id: world.account,
    name: null,
    budget: null,
    paid_budget: null,
    paid_type: null,
    purchase_order_id: null,
    start_time: testNow,
    end_time: null,
    status: 'ACTIVE',
    type: 'orderline',
    campaign_ids: [],
  })
})

t.test('a list is in the order of creation, or the other way round', async (t) => {
  const world = await mock(t)
  const made = [orderLineIn(world), orderLineIn(world, { end_time: testNow - 60 }), orderLineIn(world)]
  const listed = async (query: string) => ids((await world.get(`/order_lines${query}`)).body.items)
  t.strictSame(await listed(''), made)
  t.strictSame(await listed('?order=ASCENDING'), made)
  t.strictSame(await listed('?order=DESCENDING'), [...made].reverse())
})

t.test('bookmarks lead through all pages of a list', async (t) => {
  const world = await mock(t)
  const made = Array.from({ length: 5 }, () => orderLineIn(world))
  const first = (await world.get('/order_lines?page_size=3')).body
  t.strictSame(ids(first.items), made.slice(0, 3))
  const second = (await world.get(`/order_lines?page_size=3&bookmark=${first.bookmark}`)).body
  t.strictSame(ids(second.items), made.slice(3))
  t.equal(second.bookmark, null)
  const foreign = await world.get(`/order_lines?order=DESCENDING&bookmark=${first.bookmark}`)
  t.equal(foreign.status, 400)
  t.match(foreign.body, { code: 1, message: /^Invalid request: bookmark/ })
})

t.test('a list asked for in a way that the schema does not have is refused', async (t) => {
  const { get } = await mock(t)
  for (const query of ['order=UP', 'page_size=0', 'page_size=251', 'page_size=many', 'bookmark=nobody']) {
    const { status, body } = await get(`/order_lines?${query}`)
    t.equal(status, 400, query)
    t.equal(body.code, 1)
  }
})

t.test('an order line that is not there is a 404', async (t) => {
  const { get } = await mock(t)
  const { status, body } = await get('/order_lines/549100000001')
  t.equal(status, 404)
  t.strictSame(body, { code: 2, message: 'Order line not found.' })
})

t.test('an order line of another ad account is neither listed nor found', async (t) => {
  const world = await mock(t)
  const id = orderLineIn(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  t.strictSame((await world.call('GET', `/v5/ad_accounts/${other}/order_lines`)).body.items, [])
  t.equal((await world.call('GET', `/v5/ad_accounts/${other}/order_lines/${id}`)).status, 404)
})

t.test('an ad account that is not there has no order lines to show', async (t) => {
  const { call } = await mock(t)
  for (const path of ['', '/549100000001']) {
    const { status, body } = await call('GET', `/v5/ad_accounts/123/order_lines${path}`)
    t.equal(status, 403)
    t.equal(body.code, 29)
  }
})

t.test('an order line names its campaigns, whatever their status, as long as they name it', async (t) => {
  const world = await mock(t)
  const [line, other] = [orderLineIn(world), orderLineIn(world)]
  const campaign = (item: object) => world.create('/campaigns', { ...awareness, ...item })
  const one = await campaign({ order_line_id: line })
  await campaign({ order_line_id: other })
  await campaign({})
  const two = await campaign({ order_line_id: line, status: 'DRAFT' })
  const campaignsOf = async (id: string) => (await world.get(`/order_lines/${id}`)).body.campaign_ids
  t.strictSame(await campaignsOf(line), ids([one, two]))
  await world.change('/campaigns', { id: one.id, status: 'ARCHIVED' })
  t.strictSame(await campaignsOf(line), ids([one, two]))
  await world.change('/campaigns', { id: two.id, order_line_id: other })
  t.strictSame(await campaignsOf(line), ids([one]))
  t.equal((await campaignsOf(other)).length, 2)
  t.strictSame((await world.get('/order_lines')).body.items[0].campaign_ids, ids([one]))
})

t.test('emptying an ad account takes its order lines away', async (t) => {
  const world = await mock(t)
  const id = orderLineIn(world)
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)
  t.strictSame((await world.get('/order_lines')).body.items, [])
  t.not(orderLineIn(world), id)
})

t.test('the seed small has an order line that runs, with a campaign, and one that has expired', async (t) => {
  const { get } = await mock(t, { seed: 'small' })
  const [running, expired] = (await get('/order_lines')).body.items
  t.ok(running.end_time > testNow)
  t.equal(running.campaign_ids.length, 1)
  t.ok(expired.end_time < testNow)
  const { body } = await get(`/campaigns/${running.campaign_ids[0]}`)
  t.equal(body.order_line_id, running.id)
})
