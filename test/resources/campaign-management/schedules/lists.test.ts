import t from 'tap'
import { cbo } from '#test/fixtures/ad-groups.ts'
import { bidsOf, day, scheduled, schedulesOf } from '#test/fixtures/schedules.ts'
import { type Json, mock } from '#test/support/mock.ts'

const idsOf = (items: readonly Json[]): readonly string[] => items.map(({ schedule_id }) => schedule_id)

t.test('a list is of the entities that it names, and needs one', async (t) => {
  const world = await mock(t)
  const [one, other] = [await cbo(world), await cbo(world)]
  const made = [await scheduled(world, {}, one), await scheduled(world, {}, other), await scheduled(world, {}, one)]
  t.strictSame(await schedulesOf(world, one), [made[0], made[2]])
  t.strictSame(await schedulesOf(world, one, `,${other.id}`), made)
  t.strictSame(await schedulesOf(world, one, `,${other.id}&order=DESCENDING`), made.toReversed())
  for (const query of ['', '?entity_ids=', '?entity_ids=x']) {
    t.match(await world.get(`/schedules${query}`), { status: 400, body: { code: 1 } }, query)
  }
})

t.test('a list is narrowed by the status of the moment and by the type', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const soon = await scheduled(world, { end_timestamp: world.now + day + 60 }, campaign)
  const later = await scheduled(
    world,
    { start_timestamp: world.now + 5 * day, end_timestamp: world.now + 6 * day },
    campaign,
  )
  const draft = await scheduled(world, { schedule_status: 'DRAFT' }, campaign)
  const bids = await scheduled(world, bidsOf(world, campaign, { gender_multipliers: { male: 1 } }), campaign)
  const listed = async (query: string) => idsOf(await schedulesOf(world, campaign, query))
  t.strictSame(await listed('&schedule_statuses=SCHEDULED'), idsOf([soon, later, bids]))
  world.clock.advance(day * 1000)
  t.strictSame(await listed('&schedule_statuses=ACTIVE'), idsOf([soon, bids]))
  world.clock.advance(day * 1000)
  t.strictSame(await listed('&schedule_statuses=COMPLETED,DRAFT'), idsOf([soon, draft, bids]))
  t.strictSame(await listed('&schedule_type=CAMPAIGN_BID_MULTIPLIERS'), idsOf([bids]))
  t.strictSame(await listed('&schedule_statuses=FAILED'), [])
})

t.test('bookmarks lead through all pages, though most schedules have another status', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const made = []
  for (let index = 0; index < 9; index++) {
    const schedule_status = index % 3 === 0 ? 'SCHEDULED' : 'DRAFT'
    made.push(await scheduled(world, { schedule_status }, campaign))
  }
  const wanted = idsOf(made.filter((_, index) => index % 3 === 0))
  const path = `/schedules?entity_ids=${campaign.id}&schedule_statuses=SCHEDULED&page_size=2`
  const first = (await world.get(path)).body
  const second = (await world.get(`${path}&bookmark=${first.bookmark}`)).body
  t.strictSame([...idsOf(first.items), ...idsOf(second.items)], wanted)
  t.equal(second.bookmark, null)
  t.match(await world.get(`/schedules?entity_ids=${campaign.id}&bookmark=${first.bookmark}`), { status: 400 })
})

t.test('schedules of another ad account are not listed', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  await scheduled(world, {}, campaign)
  const { id } = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body
  const { body } = await world.call('GET', `/v5/ad_accounts/${id}/schedules?entity_ids=${campaign.id}`)
  t.strictSame(body, { items: [], bookmark: null })
})

t.test('a direct edit makes a schedule fail, and moves it', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const { schedule_id } = await scheduled(world, {}, campaign)
  const edit = (change: object) => world.call('PATCH', `/__mock/entities/schedules/${schedule_id}`, change)
  t.equal((await edit({ start_timestamp: world.now })).body.schedule_status, 'ACTIVE')
  t.equal((await world.get(`/campaigns/${campaign.id}`)).body.daily_spend_cap, 120_000_000)
  t.equal((await edit({ schedule_status: 'FAILED' })).body.schedule_status, 'FAILED')
  t.equal((await world.get(`/campaigns/${campaign.id}`)).body.daily_spend_cap, 100_000_000)
})

t.test('a seed has schedules of campaigns and ad groups, of one entity each', async (t) => {
  const { call, get } = await mock(t, { seed: 'small' })
  const [{ id }] = (await get('/campaigns')).body.items
  t.match((await get(`/schedules?entity_ids=${id}`)).body.items, [
    { schedule_status: 'SCHEDULED', name: 'Longest days' },
  ])
  const { status, body } = await call('POST', '/__mock/seed', { schedules: [{ delta_value: '1' }] })
  t.equal(status, 400)
  t.match(body.message, /campaign/)
})
