import t from 'tap'
import { cbo, madeIn, perGroup } from '#test/fixtures/ad-groups.ts'
import { bidsOf, day, fifthMore, scheduled, schedulesOf, tryReschedule } from '#test/fixtures/schedules.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** Lets seconds pass. */
const pass = ({ clock }: Mock, seconds: number): void => clock.advance(seconds * 1000)

const capOf = async ({ get }: Mock, { id }: Json): Promise<number> =>
  (await get(`/campaigns/${id}`)).body.daily_spend_cap

t.test('a schedule is answered as it was sent, with its id, the type of its entity and its status', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const sent = { ...fifthMore(world, campaign), name: 'Sale' }
  const { status, body } = await world.post('/schedules', [sent])
  t.equal(status, 200)
  const { schedule_id, ...rest } = body[0].data
  t.match(schedule_id, /^712\d{10}$/)
  t.strictSame(rest, { ...sent, entity_type: 'CAMPAIGN', schedule_status: 'SCHEDULED' })
  t.strictSame(await schedulesOf(world, campaign), [body[0].data])
})

t.test('its status follows the clock', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  await scheduled(world, {}, campaign)
  const statusNow = async () => (await schedulesOf(world, campaign)).map(({ schedule_status }) => schedule_status)
  t.strictSame(await statusNow(), ['SCHEDULED'])
  pass(world, day)
  t.strictSame(await statusNow(), ['ACTIVE'])
  pass(world, day)
  t.strictSame(await statusNow(), ['COMPLETED'])
})

t.test('the campaign has the higher budget while the schedule is active, in each of its answers', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  await scheduled(world, {}, campaign)
  t.equal(await capOf(world, campaign), 100_000_000)
  pass(world, day)
  t.equal(await capOf(world, campaign), 120_000_000)
  t.equal((await world.get('/campaigns')).body.items[0].daily_spend_cap, 120_000_000)
  t.equal((await world.change('/campaigns', { id: campaign.id, name: 'x' })).daily_spend_cap, 120_000_000)
  pass(world, day)
  t.equal(await capOf(world, campaign), 100_000_000)
})

t.test('a campaign that changes while a schedule is active has the increase of its new budget', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  await scheduled(world, {}, campaign)
  pass(world, day)
  const changed = await world.change('/campaigns', { id: campaign.id, daily_spend_cap: 50_000_000 })
  t.equal(changed.daily_spend_cap, 60_000_000)
  pass(world, day)
  t.equal(await capOf(world, campaign), 50_000_000)
})

t.test('an ad group has the higher budget, by a value', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, perGroup(world))
  await scheduled(world, { schedule_action: 'INCREASE_BY_VALUE', delta_value: '2500000' }, adGroup)
  pass(world, day)
  const read = (await world.get(`/ad_groups/${adGroup.id}`)).body
  t.equal(read.budget_in_micro_currency, 12_500_000)
  t.strictSame(Object.keys(read), Object.keys(adGroup), 'its keys are in the same order')
})

t.test('two schedules at once add up', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  await scheduled(world, {}, campaign)
  await scheduled(world, { delta_value: '1000' }, campaign)
  pass(world, day)
  t.equal(await capOf(world, campaign), 130_000_000)
})

t.test('bid multipliers change by values and by percent, beside those of the campaign', async (t) => {
  const world = await mock(t)
  const bid_options = { gender_multipliers: { female: 2 }, placement_multipliers: { SEARCH: 3 } }
  const campaign = await cbo(world, { bid_options })
  const audience = { audience_id: '2542600000001', multiplier: 0.5 }
  const values = { gender_multipliers: { female: -1, male: 1 }, audience_multipliers: [audience] }
  const percent = {
    ...bidsOf(world, campaign, { gender_multipliers: { female: 500 } }),
    schedule_action: 'INCREASE_BY_PERCENT',
  }
  await world.post('/schedules', [bidsOf(world, campaign, values), percent])
  pass(world, day)
  t.strictSame((await world.get(`/campaigns/${campaign.id}`)).body.bid_options, {
    ...bid_options,
    gender_multipliers: { female: 1.1, male: 2 },
    audience_multipliers: { '2542600000001': 1.5 },
  })
})

t.test('a schedule that is canceled changes nothing any more', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const schedule = await scheduled(world, {}, campaign)
  pass(world, day)
  const { body } = await tryReschedule(world, schedule, { schedule_status: 'CANCELED' })
  t.equal(body[0].data.schedule_status, 'CANCELED')
  t.equal(await capOf(world, campaign), 100_000_000)
})

t.test('a draft changes nothing until it is scheduled', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const schedule = await scheduled(world, { schedule_status: 'DRAFT' }, campaign)
  pass(world, day)
  t.equal(await capOf(world, campaign), 100_000_000)
  await tryReschedule(world, schedule, { schedule_status: 'SCHEDULED' })
  t.equal(await capOf(world, campaign), 120_000_000)
})

t.test('what is refused is answered within data, with the id that was sent, and the rest is stored', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const sent = fifthMore(world, campaign)
  const { status, body } = await world.post('/schedules', [{ ...sent, entity_id: '5' }, sent])
  t.equal(status, 200)
  t.strictSame(body[0], { data: { id: '5', exceptions: { code: 2, message: 'Entity not found.' } } })
  t.strictSame([body[1].data], await schedulesOf(world, campaign))
  const changed = await world.patch('/schedules', [{ id: '7', schedule_id: '8' }])
  t.strictSame(changed.body, [{ data: { id: '7', exceptions: { code: 2, message: 'Schedule not found.' } } }])
})

t.test('an update needs id and schedule_id, and a creation the entity', async (t) => {
  const world = await mock(t)
  const { schedule_id } = await scheduled(world)
  for (const item of [{ schedule_id }, { id: schedule_id }]) {
    t.match(await world.patch('/schedules', [item]), { status: 400, body: { code: 1 } })
  }
  t.equal((await world.post('/schedules', [{ name: 'x' }])).status, 400)
  t.equal((await world.post('/schedules', [])).status, 400)
})
