import t from 'tap'
import { awareness, orderLineIn } from '#test/fixtures/campaigns.ts'
import { mock, testNow } from '#test/support/mock.ts'

const nulls = {
  ad_account_id: null,
  status: null,
  lifetime_spend_cap: null,
  is_campaign_budget_optimization: null,
  is_flexible_daily_budgets: null,
  start_time: null,
  end_time: null,
  order_line_id: null,
  tracking_urls: null,
  intended_promotion_type: null,
  app_id: null,
  app_platform: null,
  is_automated_campaign: null,
  is_performance_plus: null,
  is_top_of_search: null,
  is_ltv_optimized: null,
  bid_options: null,
  default_ad_group_budget_in_micro_currency: null,
}

t.test('null on creation is the same as nothing, for every field', async (t) => {
  const { create } = await mock(t)
  const bare = await create('/campaigns', awareness)
  const { id: _, ...nulled } = await create('/campaigns', { ...awareness, ...nulls })
  const { id: __, ...expected } = bare
  t.strictSame(nulled, expected)
})

t.test('null on update is no change where a field cannot be cleared', async (t) => {
  const { create, change } = await mock(t)
  const made = await create('/campaigns', {
    ...awareness,
    objective_type: 'CONSIDERATION',
    status: 'PAUSED',
    start_time: testNow + 60,
    is_flexible_daily_budgets: true,
    intended_promotion_type: 'CATALOG',
    is_top_of_search: true,
    is_ltv_optimized: true,
  })
  const { lifetime_spend_cap: _, ...others } = nulls
  const changed = await change('/campaigns', { id: made.id, ...others, name: null, objective_type: null })
  t.strictSame(changed, made)
})

t.test('null on update clears the end, the tracking URLs, the order line and the bid options', async (t) => {
  const world = await mock(t)
  const { create, change } = world
  const { id } = await create('/campaigns', {
    ...awareness,
    end_time: testNow + 60,
    order_line_id: orderLineIn(world),
    tracking_urls: { click: ['https://example.com/'] },
    bid_options: { gender_multipliers: { female: 1.5 } },
  })
  const cleared = { end_time: null, order_line_id: null, tracking_urls: null, bid_options: null }
  t.match(await change('/campaigns', { id, ...cleared }), cleared)
})

t.test('null for a spend cap on update is 0', async (t) => {
  const { create, change } = await mock(t)
  const { id } = await create('/campaigns', awareness)
  const update = { id, daily_spend_cap: null, lifetime_spend_cap: 7_000_000, end_time: testNow + 60 }
  t.match(await change('/campaigns', update), { daily_spend_cap: 0, lifetime_spend_cap: 7_000_000 })
})

t.test('end_time -1 clears the end', async (t) => {
  const { create, change } = await mock(t)
  const { id } = await create('/campaigns', { ...awareness, end_time: testNow + 60 })
  t.equal((await change('/campaigns', { id, end_time: -1 })).end_time, null)
})

t.test('end_time -1 on creation is no end', async (t) => {
  const { create } = await mock(t)
  t.equal((await create('/campaigns', { ...awareness, end_time: -1 })).end_time, null)
})

t.test('order_line_id "0" clears the order line', async (t) => {
  const world = await mock(t)
  const { create, change } = world
  const orderLine = orderLineIn(world)
  const { id, order_line_id } = await create('/campaigns', { ...awareness, order_line_id: orderLine })
  t.equal(order_line_id, orderLine)
  t.equal((await change('/campaigns', { id, order_line_id: '0' })).order_line_id, null)
})

t.test('tracking URLs come back as they were sent, and {} clears them', async (t) => {
  const { create, change } = await mock(t)
  const tracking_urls = {
    impression: ['https://example.com/1', 'https://example.com/2', 'https://example.com/3'],
    click: ['https://example.com/click'],
    engagement: ['https://example.com/engagement'],
    buyable_button: ['https://example.com/buy'],
    audience_verification: ['https://example.com/verify'],
  }
  const made = await create('/campaigns', { ...awareness, tracking_urls })
  t.strictSame(made.tracking_urls, tracking_urls)
  t.equal((await change('/campaigns', { id: made.id, tracking_urls: {} })).tracking_urls, null)
})

t.test('tracking URLs of {} on creation are none', async (t) => {
  const { create } = await mock(t)
  t.equal((await create('/campaigns', { ...awareness, tracking_urls: {} })).tracking_urls, null)
})

t.test('tracking URLs of an update replace the stored ones', async (t) => {
  const { create, change } = await mock(t)
  const { id } = await create('/campaigns', { ...awareness, tracking_urls: { click: ['https://example.com/'] } })
  const tracking_urls = { impression: ['https://example.org/'] }
  t.strictSame((await change('/campaigns', { id, tracking_urls })).tracking_urls, tracking_urls)
})

t.test('fields of closed betas are answered only for campaigns that were given them', async (t) => {
  const { create } = await mock(t)
  const beta = { is_ltv_optimized: true }
  t.match(await create('/campaigns', { ...awareness, ...beta }), beta)
  t.notOk('is_ltv_optimized' in (await create('/campaigns', awareness)))
})

t.test('the app of a campaign is taken, and is in no answer', async (t) => {
  const { create, get } = await mock(t)
  const app = { app_id: '1234', app_platform: 'IOS' }
  const made = await create('/campaigns', { ...awareness, ...app, objective_type: 'APP_INSTALL' })
  for (const campaign of [made, (await get(`/campaigns/${made.id}`)).body]) {
    for (const field of Object.keys(app)) t.notOk(field in campaign, field)
  }
})

t.test('Performance+ settings are taken by an update', async (t) => {
  const { create, change } = await mock(t)
  const performance_plus_campaign_settings = { boost_prospecting_ad_group_bid: true, pinner_list_exclusions: ['1'] }
  const { id } = await create('/campaigns', awareness)
  t.match(await change('/campaigns', { id, performance_plus_campaign_settings }), {
    performance_plus_campaign_settings,
  })
})
