import t from 'tap'
import { cbo, madeIn, perGroup, tryChange, tryIn } from '#test/fixtures/ad-groups.ts'
import { discountIn } from '#test/fixtures/discounts.ts'
import { mock } from '#test/support/mock.ts'

t.test('an ad group without CBO has a daily budget unless it says otherwise', async (t) => {
  const world = await mock(t)
  t.match(await madeIn(world, perGroup(world)), {
    budget_type: 'DAILY',
    budget_in_micro_currency: 10_000_000,
    pacing_delivery_type: 'STANDARD',
  })
})

t.test('without a bid, bidding is automatic where the objective asks for none', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world, { objective_type: 'SALES' }), { bid_in_micro_currency: null })
  t.match(adGroup, { bid_strategy_type: 'AUTOMATIC_BID', bid_in_micro_currency: null })
})

t.test('a bid strategy that is named stands', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world), { bid_strategy_type: 'TARGET_AVG' })
  t.equal(adGroup.bid_strategy_type, 'TARGET_AVG')
})

t.test('an ad group that names no targeting targets everybody', async (t) => {
  const world = await mock(t)
  t.strictSame((await madeIn(world, cbo(world))).targeting_spec, {})
})

t.test('a targeting spec comes back with exactly the keys that were sent, in lower case as well', async (t) => {
  const world = await mock(t)
  const targeting_spec = { age_bucket: ['35-44', '50-54'], location: ['US'], gender: ['female'] }
  const adGroup = await madeIn(world, cbo(world), { targeting_spec })
  t.strictSame(adGroup.targeting_spec, targeting_spec)
  t.strictSame((await world.get(`/ad_groups/${adGroup.id}`)).body.targeting_spec, targeting_spec)
})

t.test('every documented key of a targeting spec comes back as it was sent', async (t) => {
  const world = await mock(t)
  const targeting_spec = {
    APPTYPE: ['iphone', 'web_mobile'],
    AUDIENCE_EXCLUDE: ['2542620905475'],
    AUDIENCE_INCLUDE: ['2542620905473'],
    GENDER: ['unknown', 'male'],
    GEO: ['BE-VOV'],
    GEO_EXCLUDE: ['BE-VLG'],
    INTEREST: ['945391946569'],
    LOCALE: ['en-US'],
    LOCATION: ['US', '807'],
    LOCATION_EXCLUDE: ['501'],
    MINIMUM_AGE: '18',
    MAXIMUM_AGE: '65+',
    SHOPPING_RETARGETING: [{ lookback_window: 30, exclusion_window: 14, tag_types: [0, 6] }],
    TARGETING_STRATEGY: ['CHOOSE_YOUR_OWN'],
  }
  t.strictSame((await madeIn(world, cbo(world), { targeting_spec })).targeting_spec, targeting_spec)
})

t.test('feeds, tools and Performance+ settings are taken in their documented form alone', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const sent = {
    placement_traffic_type: 'FULLSCREEN_FEED',
    ext_features: { enabled: ['TRENDS', 'AD_ROTATION'] },
    performance_plus_campaign_settings: { boost_prospecting_ad_group_bid: true, pinner_list_exclusions: ['1'] },
  }
  t.match(await madeIn(world, campaign, sent), sent)
  for (const wrong of [
    { placement_traffic_type: 'FULLSCREEN' },
    { ext_features: { enabled: ['NEWS'] } },
    { performance_plus_campaign_settings: { boost_prospecting_ad_group_bid: 'yes' } },
    { targeting_spec: { GEO_EXCLUDE: 'US' } },
    { targeting_spec: { LOCATION_EXCLUDE: [501] } },
  ]) {
    t.match(await tryIn(world, campaign, wrong), { status: 400, body: { code: 1 } }, JSON.stringify(wrong))
  }
})

t.test('fields of closed betas are answered only when they were given', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const sent = { is_local_inventory: true, local_inventory_radius_in_miles: 2.5, customer_segment_id: '5' }
  t.match(await madeIn(world, campaign, sent), sent)
  const plain = await madeIn(world, campaign)
  for (const field of Object.keys(sent)) t.notOk(field in plain, field)
})

t.test('zero, an empty object and "0" are how fields are left empty on creation', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world), {
    bid_multiplier: 0,
    tracking_urls: {},
    targeting_template_ids: ['0'],
    customer_segment_id: '0',
  })
  t.match(adGroup, { bid_multiplier: null, tracking_urls: null, targeting_template_ids: null })
  t.notOk('customer_segment_id' in adGroup)
})

t.test('null in an update clears what can be cleared', async (t) => {
  const world = await mock(t)
  const promotion = await discountIn(world)
  const adGroup = await madeIn(world, perGroup(world, { end_time: world.now + 7200 }), {
    bid_strategy_type: 'AUTOMATIC_BID',
    bid_multiplier: 2,
    start_time: world.now + 60,
    end_time: world.now + 3600,
    lifetime_frequency_cap: 3,
    tracking_urls: { click: ['https://example.com/'] },
    promotion_id: promotion.id,
    promotion_ids: [promotion.id],
    optimization_goal_metadata: { frequency_goal_metadata: { frequency: 2, timerange: 'DAY' } },
  })
  const cleared = {
    bid_in_micro_currency: null,
    start_time: null,
    end_time: null,
    tracking_urls: null,
    promotion_id: null,
    bid_multiplier: null,
  }
  const also = { lifetime_frequency_cap: null, promotion_ids: null, optimization_goal_metadata: null }
  const { body } = await tryChange(world, adGroup, { ...cleared, ...also })
  const shown = { ...cleared, lifetime_frequency_cap: -1, promotion_ids: [], optimization_goal_metadata: {} }
  t.strictSame(body.items[0].data, { ...adGroup, ...shown, summary_status: 'RUNNING' })
})

t.test('null in an update is no change for what cannot be empty', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world), { targeting_spec: { LOCATION: ['US'] } })
  const { body } = await tryChange(world, adGroup, {
    name: null,
    campaign_id: null,
    billable_event: null,
    status: null,
    budget_type: null,
    pacing_delivery_type: null,
    placement_group: null,
    auto_targeting_enabled: null,
    targeting_spec: null,
    feed_profile_id: null,
  })
  t.strictSame(body.items[0].data, adGroup)
})
