import t from 'tap'
import { editing, lineOf, orderIn, ordering, orderOf } from '#test/fixtures/insertion-orders.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('an order is listed and read by its id, pending for a minute and then approved', async (t) => {
  const world = await mock(t)
  const id = await orderIn(world)
  const pending = { creation_time: '2026-06-01T12:00:00.000Z', pin_order_id: id, status: 'Pending' }
  t.match(id, /^0Q01N0000\w{9}$/)
  t.strictSame((await world.get('/ssio/insertion_orders/status')).body, { items: [pending], bookmark: null })
  world.clock.advance(59_000)
  t.strictSame((await world.get(`/ssio/insertion_orders/${id}/status`)).body, pending)
  world.clock.advance(1000)
  t.equal((await world.get(`/ssio/insertion_orders/${id}/status`)).body.status, 'Approved')
  t.match(await world.get('/ssio/insertion_orders/0Q0/status'), { status: 404, body: { code: 2 } })
})

t.test('an order buys an order line, of which both families say the same', async (t) => {
  const world = await mock(t)
  const id = await orderIn(world, { agency_link: 'https://agency.example.com', accepted_terms_time: 1_780_000_000 })
  const [line] = (await world.get('/order_lines')).body.items
  t.match(line, {
    name: 'Autumn',
    budget: 50_000_000_000,
    paid_budget: 50_000_000_000,
    paid_type: 'PAID',
    purchase_order_id: 'PO-8',
    start_time: Date.parse('2026-09-01T00:00:00Z') / 1000,
    end_time: Date.parse('2026-12-01T00:00:00Z') / 1000,
  })
  t.strictSame(await lineOf(world, id), {
    pin_order_id: id,
    salesforce_order_line_id: '8021N0000000001QAA',
    accepted_terms_id: (await orderOf(world)).accepted_terms_id,
    accepted_terms_time: '2026-05-28T20:26:40.000Z',
    agency_link: 'https://agency.example.com',
    bill_to_company_name: 'Mock Advertiser',
    billing_contact_email: 'billing@example.com',
    billing_contact_firstname: 'Mary',
    billing_contact_lastname: 'Meadow',
    currency_info: 'USD',
    estimated_monthly_spend: null,
    last_modified_date_time: '2026-06-01T12:00:00.000Z',
    media_contact_email: 'media@example.com',
    media_contact_firstname: 'John',
    media_contact_lastname: 'Meadow',
    pmp_name: 'Marketing partner',
    budget_amount: 50_000,
    start_date: '2026-09-01',
    end_date: '2026-11-30',
    ads_manager_order_line_id: line.id,
    order_name: 'Autumn',
    po_number: 'PO-8',
  })
})

t.test('an order without a budget and an end has a line without them', async (t) => {
  const world = await mock(t)
  const more = { order_line_type: 'PERPETUALS', budget_amount: null, end_date: null, estimated_monthly_spend: 400 }
  const id = await orderIn(world, more)
  t.match(await lineOf(world, id), { budget_amount: null, end_date: null, estimated_monthly_spend: 400 })
  t.match((await world.get('/order_lines')).body.items, [{ budget: null, end_time: null }])
})

t.test('an edit changes what it sends of the order and of its line, and clears what it sends as null', async (t) => {
  const world = await mock(t)
  const id = await orderIn(world)
  const before = await lineOf(world, id)
  world.clock.advance(3_600_000)
  const change = { budget_amount: 60_000, end_date: null, po_number: 'PO-9', media_contact_email: 'new@example.com' }
  t.strictSame((await editing(world, id, change)).body, { pin_order_id: id })
  const last_modified_date_time = '2026-06-01T13:00:00.000Z'
  t.strictSame(await lineOf(world, id), { ...before, ...change, last_modified_date_time })
  t.match((await world.get('/order_lines')).body.items, [
    { budget: 60_000_000_000, end_time: null, purchase_order_id: 'PO-9' },
  ])
  await editing(world, id, { start_date: '2026-09-15', billing_contact_firstname: null, agency_link: 'a' })
  t.match(await lineOf(world, id), { start_date: '2026-09-15', billing_contact_firstname: null, agency_link: 'a' })
})

t.test('an edit finds the order by any id of its line, and refuses ids of several orders', async (t) => {
  const world = await mock(t)
  const [one, other] = [await orderIn(world), await orderIn(world)]
  const { ads_manager_order_line_id, salesforce_order_line_id } = await lineOf(world, other)
  for (const name of [{ ads_manager_order_line_id }, { salesforce_order_line_id }]) {
    t.strictSame((await world.patch('/ssio/insertion_orders', { ...name, po_number: 'X' })).body, {
      pin_order_id: other,
    })
  }
  t.match(await editing(world, one, { salesforce_order_line_id }), { status: 400, body: { code: 400 } })
  t.equal((await world.patch('/ssio/insertion_orders', { oracle_line_id: '1' })).status, 400)
})

t.test('what is edited of an order line directly, its insertion order shows', async (t) => {
  const world = await mock(t)
  const id = await orderIn(world)
  const { ads_manager_order_line_id: line } = await lineOf(world, id)
  await world.call('PATCH', `/__mock/entities/order_lines/${line}`, { name: 'Renamed', budget: 1_500_000 })
  t.match(await lineOf(world, id), { order_name: 'Renamed', budget_amount: 1.5 })
  await world.call('DELETE', `/__mock/entities/order_lines/${line}`)
  t.equal(await lineOf(world, id), undefined)
  t.equal((await world.get(`/ssio/insertion_orders/${id}/status`)).status, 200, 'the order stays')
})

t.test(
  'direct edits reject and approve an order, and one that was rejected is handed in again by an edit',
  async (t) => {
    const world = await mock(t)
    const id = await orderIn(world)
    const status = async () => (await world.get(`/ssio/insertion_orders/${id}/status`)).body.status
    const put = (name: string) => world.call('PATCH', `/__mock/entities/insertion_orders/${id}`, { status: name })
    t.match((await put('Rejected')).body, { pin_order_id: id, status: 'Rejected' })
    world.clock.advance(3_600_000)
    t.equal(await status(), 'Rejected')
    await editing(world, id, { po_number: 'PO-9' })
    t.equal(await status(), 'Pending')
    t.equal((await put('Approved')).body.status, 'Approved')
    await editing(world, id, { po_number: 'PO-10' })
    t.equal(await status(), 'Approved', 'and one that was approved stays so')
    t.equal((await put('Pending')).body.status, 'Pending')
    world.clock.advance(60_000)
    t.equal(await status(), 'Approved')
  },
)

t.test('a world can hasten the approval', async (t) => {
  const world = await mock(t)
  await world.call('PUT', '/__mock/settings', { transitions: { insertion_orders: 'immediate' } })
  const id = await orderIn(world)
  t.equal((await world.get(`/ssio/insertion_orders/${id}/status`)).body.status, 'Approved')
})

t.test('order lines are paged, and an unknown order has none', async (t) => {
  const world = await mock(t)
  const ids = [await orderIn(world), await orderIn(world), await orderIn(world)]
  const first = (await world.get('/ssio/order_lines?page_size=2')).body
  const second = (await world.get(`/ssio/order_lines?page_size=2&bookmark=${first.bookmark}`)).body
  t.strictSame(
    [...first.items, ...second.items].map(({ pin_order_id }: Json) => pin_order_id),
    ids,
  )
  t.strictSame((await world.get('/ssio/order_lines?pin_order_id=0Q0')).body, { items: [], bookmark: null })
})

t.test('an ad account whose billing is disabled is not eligible', async (t) => {
  const world = await mock(t, { features: { '*': { billing_disabled: true } } })
  const { body } = await world.get('/ssio/accounts')
  t.match(body, { eligible: false, can_edit: false, error: 'Billing is disabled' })
  t.equal((await ordering(world)).headers['x-mock-rules'], 'insertion_order.eligible')
})

t.test('each ad account has ids of its own, and an order of one is none of another', async (t) => {
  const world = await mock(t)
  const { id: other } = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body
  const theirs = (await world.call('GET', `/v5/ad_accounts/${other}/ssio/accounts`)).body
  const ours = (await world.get('/ssio/accounts')).body
  t.not(theirs.billto_infos[0].id, ours.billto_infos[0].id)
  const id = await orderIn(world)
  t.equal((await world.call('GET', `/v5/ad_accounts/${other}/ssio/insertion_orders/${id}/status`)).status, 404)
  t.strictSame((await world.call('GET', `/v5/ad_accounts/${other}/ssio/order_lines`)).body.items, [])
})

t.test('the seed small has an order of the line that it names, and a campaign uses the line', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const [line] = (await world.get('/ssio/order_lines')).body.items
  t.match(line, { order_name: 'Insertion order 7, summer', budget_amount: 900, po_number: 'PO-7' })
  const { body } = await world.get(`/order_lines/${line.ads_manager_order_line_id}`)
  t.strictSame(body.campaign_ids.length, 1)
})

t.test('a seed is refused that names an order line of another ad account, or one that was ordered', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const [line] = (await world.get('/order_lines')).body.items
  const accounts = (await world.call('GET', '/v5/ad_accounts')).body.items
  const seeded = (ad_account: string) =>
    world.call('POST', '/__mock/seed', { insertion_orders: [{ ad_account, order_line: line.id }] })
  t.match(await seeded(accounts[1].id), { status: 400, body: { message: /belongs to another ad account/ } })
  t.match(await seeded(world.account), { status: 400, body: { message: /has an insertion order already/ } })
})
