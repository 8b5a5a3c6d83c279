import t from 'tap'
import { cbo, madeIn, perGroup, rulesOf, tryChange, tryIn } from '#test/fixtures/ad-groups.ts'
import { mock } from '#test/support/mock.ts'

const automatic = { bid_strategy_type: 'AUTOMATIC_BID', bid_in_micro_currency: null }

const needBids = [
  ['AWARENESS', 'IMPRESSION'],
  ['CONSIDERATION', 'CLICKTHROUGH'],
  ['CATALOG_SALES', 'CLICKTHROUGH'],
] as const
for (const [objective_type, billable_event] of needBids) {
  t.test(`${objective_type} with ${billable_event} wants a bid unless bidding is automatic`, async (t) => {
    const world = await mock(t)
    const campaign = await cbo(world, { objective_type })
    const none = { billable_event, bid_in_micro_currency: 0 }
    t.strictSame(rulesOf(await tryIn(world, campaign, none)), ['ad_group.bid.required'])
    t.strictSame(rulesOf(await tryIn(world, campaign, { billable_event })), [])
    t.strictSame(rulesOf(await tryIn(world, campaign, { billable_event, ...automatic })), [])
  })
}

const events = [
  ['AWARENESS', ['IMPRESSION']],
  ['CONSIDERATION', ['CLICKTHROUGH']],
  ['CATALOG_SALES', ['CLICKTHROUGH', 'IMPRESSION']],
  ['SALES', ['CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC']],
  ['VIDEO_COMPLETION', ['CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC']],
] as const
for (const [objective_type, allowed] of events) {
  t.test(`${objective_type} pays for ${allowed.join(' or ')}`, async (t) => {
    const world = await mock(t)
    const campaign = await cbo(world, { objective_type })
    for (const billable_event of ['CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC'] as const) {
      const passes = (allowed as readonly string[]).includes(billable_event)
      const answer = await tryIn(world, campaign, { billable_event, ...automatic })
      t.strictSame(rulesOf(answer), passes ? [] : ['ad_group.billable-event.objective'], billable_event)
    }
  })
}

t.test('a bid that is needed cannot be taken away', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  for (const bid_in_micro_currency of [null, 0]) {
    t.strictSame(rulesOf(await tryChange(world, adGroup, { bid_in_micro_currency })), ['ad_group.bid.required'])
  }
  t.strictSame(rulesOf(await tryChange(world, adGroup, automatic)), [])
})

t.test('a bid multiplier is removed by 0, and stands in the way of other strategies', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world), { bid_strategy_type: 'AUTOMATIC_BID', bid_multiplier: 10 })
  t.equal(adGroup.bid_multiplier, 10)
  const other = { bid_strategy_type: 'MAX_BID' }
  t.strictSame(rulesOf(await tryChange(world, adGroup, other)), ['ad_group.bid-multiplier.automatic'])
  const { body } = await tryChange(world, adGroup, { ...other, bid_multiplier: 0 })
  t.match(body.items, [{ data: { ...other, bid_multiplier: null } }])
})

t.test("a frequency cap wants an end, the ad group's own or its campaign's, and keeps it", async (t) => {
  const world = await mock(t)
  const end_time = world.now + 3600
  const own = await madeIn(world, perGroup(world), { lifetime_frequency_cap: 3, end_time })
  t.equal(own.lifetime_frequency_cap, 3)
  t.strictSame(rulesOf(await tryChange(world, own, { end_time: null })), ['ad_group.frequency-cap.needs-end'])
  t.strictSame(rulesOf(await tryChange(world, own, { end_time: null, lifetime_frequency_cap: -1 })), [])
  const campaigns = await madeIn(world, cbo(world, { end_time }), { lifetime_frequency_cap: 3 })
  t.equal(campaigns.lifetime_frequency_cap, 3)
})

const windows = [
  [30, 30, 30],
  [30, 30, 7],
  [30, 30, 1],
  [7, 7, 7],
  [7, 7, 1],
  [7, 0, 0],
  [1, 1, 1],
  [1, 0, 0],
] as const
const windowed = (click?: number, engagement?: number, view?: number) => ({
  conversion_tag_v3_goal_metadata: {
    conversion_event: 'SIGNUP',
    attribution_windows: {
      ...(click !== undefined && { click_window_days: click }),
      ...(engagement !== undefined && { engagement_window_days: engagement }),
      ...(view !== undefined && { view_window_days: view }),
    },
  },
})

t.test('the attribution windows that are known to be allowed pass, and come back as sent', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world, { objective_type: 'WEB_CONVERSION' })
  for (const triple of windows) {
    const optimization_goal_metadata = windowed(...triple)
    const adGroup = await madeIn(world, campaign, { ...automatic, optimization_goal_metadata })
    t.strictSame(adGroup.optimization_goal_metadata, optimization_goal_metadata)
  }
  t.strictSame(rulesOf(await tryIn(world, campaign, { ...automatic, optimization_goal_metadata: windowed(30) })), [])
})

t.test('other attribution windows are refused', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world, { objective_type: 'WEB_CONVERSION' })
  for (const triple of [[30, 7, 30], [7, 30, 7], [14, 14, 14], [0, 0, 0], [1, 1, 0], [60], [-1]] as const) {
    const answer = await tryIn(world, campaign, { ...automatic, optimization_goal_metadata: windowed(...triple) })
    t.strictSame(rulesOf(answer), ['ad_group.goal.windows'], triple.join('/'))
  }
})

t.test('bidding for return on ad spend wants checkouts and automatic bidding', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const goal = (conversion_event: string) => ({
    optimization_goal_metadata: { conversion_tag_v3_goal_metadata: { is_roas_optimized: true, conversion_event } },
  })
  t.strictSame(rulesOf(await tryIn(world, campaign, { ...automatic, ...goal('CHECKOUT') })), [])
  t.strictSame(rulesOf(await tryIn(world, campaign, { ...automatic, ...goal('LEAD') })), ['ad_group.goal.roas'])
  t.strictSame(rulesOf(await tryIn(world, campaign, goal('CHECKOUT'))), ['ad_group.goal.roas'])
})

t.test('for WEB_CONVERSION a goal cannot be taken away', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world, { objective_type: 'WEB_CONVERSION' })
  const optimization_goal_metadata = windowed(30, 30, 1)
  const adGroup = await madeIn(world, campaign, { ...automatic, optimization_goal_metadata })
  for (const nothing of [null, {}]) {
    const answer = await tryChange(world, adGroup, { optimization_goal_metadata: nothing })
    t.strictSame(rulesOf(answer), ['ad_group.goal.required'])
  }
})
