import t from 'tap'
import { rulesOf } from '#test/fixtures/ad-groups.ts'
import { awareness, changing, creating, orderLineIn, publishing } from '#test/fixtures/campaigns.ts'
import { mock } from '#test/support/mock.ts'

t.test('a campaign cannot name an order line of another ad account', async (t) => {
  const world = await mock(t)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const order_line_id = orderLineIn(world, {}, other)
  const answer = await creating({ ...awareness, order_line_id })(world)
  t.match(answer.body.items, [{ exceptions: [{ code: 2, message: /^Order line not found/ }] }])
  t.strictSame(rulesOf(answer), ['campaign.order-line.exists'])
})

t.test('order_line_id "0" on creation is none', async (t) => {
  const { create } = await mock(t)
  t.equal((await create('/campaigns', { ...awareness, order_line_id: '0' })).order_line_id, null)
})

t.test('an order line without an end never expires', async (t) => {
  const world = await mock(t)
  const order_line_id = orderLineIn(world)
  world.clock.advance(10 * 365 * 86_400_000)
  t.equal((await world.create('/campaigns', { ...awareness, order_line_id })).order_line_id, order_line_id)
})

t.test('a campaign whose order line has expired since can be changed, and sent it again', async (t) => {
  const world = await mock(t)
  const order_line_id = orderLineIn(world, { end_time: world.now + 60 })
  const { id } = await world.create('/campaigns', { ...awareness, order_line_id })
  world.clock.advance(60_000)
  t.match(await world.change('/campaigns', { id, name: 'Renamed', order_line_id }), { name: 'Renamed', order_line_id })
  t.equal((await world.change('/campaigns', { id, order_line_id: '0' })).order_line_id, null)
  t.strictSame(rulesOf(await world.patch('/campaigns', [{ id, order_line_id }])), ['campaign.order-line.expired'])
})

t.test('a draft is held to its order line when it is published', async (t) => {
  const world = await mock(t)
  const order_line_id = orderLineIn(world, { end_time: world.now + 60 })
  t.equal((await publishing({ ...awareness, order_line_id })(world)).body.items[0].data.order_line_id, order_line_id)
  const { id } = await world.create('/campaigns', { ...awareness, order_line_id, status: 'DRAFT' })
  world.clock.advance(60_000)
  const answer = await world.patch('/campaigns', [{ id, status: 'ACTIVE' }])
  t.strictSame(rulesOf(answer), ['campaign.order-line.expired'])
  t.equal((await world.get(`/campaigns/${id}`)).body.status, 'DRAFT')
})

t.test('a refused order line leaves the stored one', async (t) => {
  const world = await mock(t)
  const order_line_id = orderLineIn(world)
  const { body } = await changing({ ...awareness, order_line_id }, { order_line_id: '549100000001' })(world)
  t.strictSame(body.items[0].data, {})
  t.equal((await world.get('/campaigns')).body.items[0].order_line_id, order_line_id)
})
