import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { type Mock, mock, testNow } from '#test/support/mock.ts'

const day = 86_400

async function summaryOf({ get }: Mock, id: string): Promise<string> {
  return (await get(`/campaigns/${id}`)).body.summary_status
}

t.test('a campaign without a schedule starts now and has no end', async (t) => {
  const { create } = await mock(t)
  t.match(await create('/campaigns', awareness), { start_time: testNow, end_time: null, summary_status: 'RUNNING' })
})

t.test('a campaign with a schedule has not started, runs and is completed as time goes on', async (t) => {
  const world = await mock(t)
  const schedule = { start_time: testNow + day, end_time: testNow + 3 * day }
  const { id, summary_status } = await world.create('/campaigns', { ...awareness, ...schedule })
  t.equal(summary_status, 'NOT_STARTED')
  world.clock.advance((day - 1) * 1000)
  t.equal(await summaryOf(world, id), 'NOT_STARTED', 'a second before its start')
  world.clock.advance(1000)
  t.equal(await summaryOf(world, id), 'RUNNING', 'at its start')
  world.clock.advance((2 * day - 1) * 1000)
  t.equal(await summaryOf(world, id), 'RUNNING', 'a second before its end')
  world.clock.advance(1000)
  t.equal(await summaryOf(world, id), 'COMPLETED', 'at its end')
})

t.test('a campaign without an end runs on', async (t) => {
  const world = await mock(t)
  const { id } = await world.create('/campaigns', awareness)
  world.clock.advance(1000 * day * 1000)
  t.equal(await summaryOf(world, id), 'RUNNING')
})

t.test('a list tells the same state as a read', async (t) => {
  const { create, get, clock } = await mock(t)
  await create('/campaigns', { ...awareness, end_time: testNow + day })
  clock.advance(day * 1000)
  t.match((await get('/campaigns')).body.items, [{ status: 'ACTIVE', summary_status: 'COMPLETED' }])
})

t.test('a pause counts before a schedule', async (t) => {
  const world = await mock(t)
  const schedule = { start_time: testNow + day, end_time: testNow + 2 * day }
  const { id } = await world.create('/campaigns', { ...awareness, ...schedule, status: 'PAUSED' })
  t.equal(await summaryOf(world, id), 'PAUSED')
  world.clock.advance(3 * day * 1000)
  t.equal(await summaryOf(world, id), 'PAUSED')
})

for (const status of ['DRAFT', 'DELETED_DRAFT', 'ARCHIVED']) {
  t.test(`a campaign that is ${status} is so whatever its schedule`, async (t) => {
    const world = await mock(t)
    const { id } = await world.create('/campaigns', { ...awareness, status, end_time: testNow + day })
    world.clock.advance(2 * day * 1000)
    t.equal(await summaryOf(world, id), status)
  })
}

t.test('a campaign that is completed runs again once its end is moved on', async (t) => {
  const { create, change, clock } = await mock(t)
  const { id } = await create('/campaigns', { ...awareness, end_time: testNow + day })
  clock.advance(2 * day * 1000)
  t.equal((await change('/campaigns', { id, end_time: testNow + 3 * day })).summary_status, 'RUNNING')
})

t.test('a campaign whose end has passed can be renamed', async (t) => {
  const { create, change, clock } = await mock(t)
  const { id } = await create('/campaigns', { ...awareness, end_time: testNow + day })
  clock.advance(2 * day * 1000)
  t.match(await change('/campaigns', { id, name: 'Renamed' }), { name: 'Renamed', summary_status: 'COMPLETED' })
})

t.test('an update cannot move the end before the start', async (t) => {
  const { create, patch } = await mock(t)
  const { id } = await create('/campaigns', { ...awareness, start_time: testNow + day })
  const { headers } = await patch('/campaigns', [{ id, end_time: testNow + day }])
  t.equal(headers['x-mock-rules'], 'campaign.schedule.end-after-start')
})

t.test('narrowing a campaign past its ad groups is no error, and reads answer the times as assigned', async (t) => {
  const { create, change, get } = await mock(t)
  const wide = { start_time: testNow + day, end_time: testNow + 9 * day }
  const narrow = { start_time: testNow + 3 * day, end_time: testNow + 5 * day }
  const item = { ...awareness, daily_spend_cap: 0, is_campaign_budget_optimization: false, ...wide }
  const { id } = await create('/campaigns', item)
  const adGroup = await create('/ad_groups', {
    name: 'Group',
    campaign_id: id,
    billable_event: 'IMPRESSION',
    bid_in_micro_currency: 1_000_000,
    budget_in_micro_currency: 5_000_000,
    ...wide,
  })
  t.match(await change('/campaigns', { id, ...narrow }), narrow)
  t.match((await get(`/campaigns/${id}`)).body, narrow)
  t.match((await get('/campaigns')).body.items, [narrow])
  t.match((await get(`/ad_groups/${adGroup.id}`)).body, wide)
  t.match((await get('/ad_groups')).body.items, [wide])
})

t.test('where the account cannot spend, a creation answers by status and every later answer says so', async (t) => {
  const { create, change, get } = await mock(t, { features: { '*': { billing_disabled: true } } })
  const paused = await create('/campaigns', { ...awareness, status: 'PAUSED' })
  t.equal(paused.summary_status, 'PAUSED')
  const disabled = { status: 'PAUSED', summary_status: 'ADVERTISER_DISABLED' }
  t.match((await get(`/campaigns/${paused.id}`)).body, disabled)
  t.match((await get('/campaigns')).body.items, [disabled])
  t.match(await change('/campaigns', { id: paused.id, name: 'Renamed' }), disabled)
})

t.test('where the account cannot spend, a draft is still a draft', async (t) => {
  const world = await mock(t, { features: { '*': { billing_disabled: true } } })
  const { id } = await world.create('/campaigns', { ...awareness, status: 'DRAFT' })
  t.equal(await summaryOf(world, id), 'DRAFT')
})
