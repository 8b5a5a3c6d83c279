import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { mock, testNow } from '#test/support/mock.ts'

const defaultPromotionTypes = {
  AWARENESS: 'STANDARD_AD',
  CONSIDERATION: 'STANDARD_AD',
  WEB_CONVERSION: 'LEGACY',
  CATALOG_SALES: 'LEGACY',
  VIDEO_COMPLETION: 'STANDARD_AD',
  APP_INSTALL: 'STANDARD_AD',
  SALES: 'STANDARD_AD',
  LEADS: 'STANDARD_AD',
  CTV_CONSIDERATION: 'STANDARD_AD',
}

for (const [objective_type, intended_promotion_type] of Object.entries(defaultPromotionTypes)) {
  t.test(`a ${objective_type} campaign with a cap has its budget optimized unless told otherwise`, async (t) => {
    const { create } = await mock(t)
    t.match(await create('/campaigns', { ...awareness, objective_type }), {
      objective_type,
      is_campaign_budget_optimization: true,
    })
  })

  t.test(`a ${objective_type} campaign is meant for ${intended_promotion_type} unless told otherwise`, async (t) => {
    const { create } = await mock(t)
    t.match(await create('/campaigns', { ...awareness, objective_type }), { intended_promotion_type })
  })

  t.test(`a ${objective_type} campaign may leave the budget to its ad groups`, async (t) => {
    const { create } = await mock(t)
    const item = { name: 'By ad group', objective_type, is_campaign_budget_optimization: false }
    t.match(await create('/campaigns', item), {
      is_campaign_budget_optimization: false,
      daily_spend_cap: 0,
      lifetime_spend_cap: 0,
    })
  })

  if (objective_type === 'VIDEO_COMPLETION') continue
  t.test(`a ${objective_type} campaign without a cap is refused, for its budget is the campaign's`, async (t) => {
    const { post } = await mock(t)
    const { body } = await post('/campaigns', [{ name: 'Unbudgeted', objective_type }])
    t.match(body.items, [{ exceptions: [{ code: 2384 }] }])
  })
}

t.test('a VIDEO_COMPLETION campaign without a cap leaves the budget to its ad groups', async (t) => {
  const { create } = await mock(t)
  t.match(await create('/campaigns', { name: 'Video', objective_type: 'VIDEO_COMPLETION' }), {
    is_campaign_budget_optimization: false,
  })
})

t.test('a VIDEO_COMPLETION campaign with a lifetime cap has its budget optimized', async (t) => {
  const { create } = await mock(t)
  const item = {
    name: 'Video',
    objective_type: 'VIDEO_COMPLETION',
    lifetime_spend_cap: 1_000_000,
    end_time: testNow + 60,
  }
  t.match(await create('/campaigns', item), { is_campaign_budget_optimization: true })
})

t.test('a lifetime budget is a lifetime cap and an end', async (t) => {
  const { create } = await mock(t)
  const lifetime = { lifetime_spend_cap: 9_000_000, end_time: testNow + 86_400 }
  const item = { ...awareness, ...lifetime, daily_spend_cap: null }
  t.match(await create('/campaigns', item), { ...lifetime, daily_spend_cap: 0, is_flexible_daily_budgets: false })
})

t.test('a Performance+ (average daily) budget is a flexible daily cap', async (t) => {
  const { create } = await mock(t)
  const item = { ...awareness, is_flexible_daily_budgets: true }
  t.match(await create('/campaigns', item), { is_flexible_daily_budgets: true, daily_spend_cap: 100_000_000 })
})

t.test('a fixed daily budget is a daily cap that is not flexible', async (t) => {
  const { create } = await mock(t)
  const item = { ...awareness, is_flexible_daily_budgets: false }
  t.match(await create('/campaigns', item), { is_flexible_daily_budgets: false, daily_spend_cap: 100_000_000 })
})

const tiny = { daily_spend_cap: 10 }

t.test('a cap of 10 micro is refused in the words that were recorded', async (t) => {
  const { post } = await mock(t)
  const { status, body } = await post('/campaigns', [{ ...awareness, ...tiny }])
  t.equal(status, 200)
  t.strictSame(body, { items: [{ data: {}, exceptions: [{ code: 1509, message: "Invalid 'spend_cap'" }] }] })
})

t.test('a draft may have a cap that is too small, until it is published', async (t) => {
  const { create, patch } = await mock(t)
  const { id } = await create('/campaigns', { ...awareness, ...tiny, status: 'DRAFT' })
  const { body } = await patch('/campaigns', [{ id, status: 'ACTIVE' }])
  t.match(body.items, [{ exceptions: [{ code: 1509 }] }])
})

t.test(
  'a small cap that is stored already stays, also when it is sent again, and makes no way for others',
  async (t) => {
    const { create, change, patch, worlds } = await mock(t)
    const { id } = await create('/campaigns', awareness)
    const { db } = worlds.world('default')
    db.prepare(`UPDATE campaigns SET json = json_set(json, '$.daily_spend_cap', 10) WHERE id = ?`).run(id)
    t.match(await change('/campaigns', { id, name: 'Renamed', ...tiny }), { name: 'Renamed', ...tiny })
    const { body } = await patch('/campaigns', [{ id, daily_spend_cap: 11 }])
    t.match(body.items, [{ exceptions: [{ code: 1509 }] }])
    t.match(await change('/campaigns', { id, daily_spend_cap: 1_000_000 }), { daily_spend_cap: 1_000_000 })
  },
)

t.test('an update cannot add the other cap, and can exchange one for the other', async (t) => {
  const { create, patch, change } = await mock(t)
  const { id } = await create('/campaigns', awareness)
  const lifetime = { id, lifetime_spend_cap: 9_000_000, end_time: testNow + 86_400 }
  const { headers, body } = await patch('/campaigns', [lifetime])
  t.equal(headers['x-mock-rules'], 'campaign.budget.one-cap')
  t.match(body.items, [
    { exceptions: [{ code: 1, message: /^daily_spend_cap and lifetime_spend_cap cannot be set at the same time/ }] },
  ])
  const swapped = await change('/campaigns', { ...lifetime, daily_spend_cap: 0 })
  t.match(swapped, { daily_spend_cap: 0, lifetime_spend_cap: 9_000_000 })
})

t.test('an update cannot take the last cap away', async (t) => {
  const { create, patch, get } = await mock(t)
  const { id } = await create('/campaigns', awareness)
  const { body } = await patch('/campaigns', [{ id, daily_spend_cap: 0 }])
  t.match(body.items, [{ exceptions: [{ code: 2384 }] }])
  t.equal((await get(`/campaigns/${id}`)).body.daily_spend_cap, 100_000_000)
})

t.test('an update cannot clear the end that a lifetime cap needs', async (t) => {
  const { create, patch } = await mock(t)
  const lifetime = { ...awareness, daily_spend_cap: 0, lifetime_spend_cap: 1_000_000, end_time: testNow + 60 }
  const { id } = await create('/campaigns', lifetime)
  const { headers, body } = await patch('/campaigns', [{ id, end_time: -1 }])
  t.equal(headers['x-mock-rules'], 'campaign.budget.lifetime-needs-end')
  t.match(body.items, [{ data: {}, exceptions: [{ code: 2384, message: /\[lifetime_spend_cap and end_time\]/ }] }])
})

t.test('where budget optimization is required, a video campaign without a cap is refused', async (t) => {
  const { post } = await mock(t, { features: { '*': { require_cbo: true } } })
  const { headers } = await post('/campaigns', [{ name: 'Video', objective_type: 'VIDEO_COMPLETION' }])
  t.equal(headers['x-mock-rules'], 'campaign.budget.optimization-required')
})
