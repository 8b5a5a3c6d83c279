import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { mock, testNow } from '#test/support/mock.ts'

const bare = { name: 'Idea', objective_type: 'AWARENESS', status: 'DRAFT' }

t.test('a draft may be without a budget', async (t) => {
  const { create } = await mock(t)
  t.match(await create('/campaigns', bare), { status: 'DRAFT', summary_status: 'DRAFT', daily_spend_cap: 0 })
})

t.test('a draft may have both caps, a schedule that cannot be, and modes that do not fit its budget', async (t) => {
  const { create } = await mock(t)
  const unfinished = {
    ...bare,
    objective_type: 'CONSIDERATION',
    daily_spend_cap: 1,
    lifetime_spend_cap: 1,
    start_time: testNow,
    end_time: testNow - 60,
    is_performance_plus: true,
    is_flexible_daily_budgets: false,
  }
  t.match(await create('/campaigns', unfinished), unfinished)
})

t.test('several drafts are kept side by side and each is built up by steps', async (t) => {
  const { create, change } = await mock(t)
  const [one, other] = [await create('/campaigns', bare), await create('/campaigns', bare)]
  await change('/campaigns', { id: one.id, objective_type: 'SALES' })
  await change('/campaigns', { id: one.id, is_flexible_daily_budgets: true })
  await change('/campaigns', { id: one.id, daily_spend_cap: 5_000_000 })
  const published = await change('/campaigns', { id: one.id, status: 'ACTIVE' })
  t.match(published, {
    objective_type: 'SALES',
    is_flexible_daily_budgets: true,
    daily_spend_cap: 5_000_000,
    status: 'ACTIVE',
    summary_status: 'RUNNING',
  })
  t.match(await change('/campaigns', { id: other.id, name: 'Still an idea' }), { status: 'DRAFT' })
})

for (const status of ['ACTIVE', 'PAUSED']) {
  t.test(`a draft without a budget cannot become ${status}`, async (t) => {
    const { create, patch, get } = await mock(t)
    const { id } = await create('/campaigns', bare)
    const { body } = await patch('/campaigns', [{ id, status }])
    t.match(body.items, [{ exceptions: [{ code: 2384 }] }])
    t.equal((await get(`/campaigns/${id}`)).body.status, 'DRAFT')
  })

  t.test(`a draft can be completed in the update that makes it ${status}`, async (t) => {
    const { create, change } = await mock(t)
    const { id } = await create('/campaigns', bare)
    const complete = { status, daily_spend_cap: 1_000_000 }
    t.match(await change('/campaigns', { id, ...complete }), complete)
  })
}

t.test('a draft is judged whole when it is published, also for what that update does not send', async (t) => {
  const { create, patch } = await mock(t)
  const { id } = await create('/campaigns', {
    ...bare,
    lifetime_spend_cap: 1_000_000,
    daily_spend_cap: 1_000_000,
    start_time: testNow,
    end_time: testNow - 60,
    objective_type: 'CONSIDERATION',
    is_performance_plus: true,
  })
  const { headers } = await patch('/campaigns', [{ id, status: 'ACTIVE' }])
  t.same(headers['x-mock-rules'].split(','), [
    'campaign.budget.one-cap',
    'campaign.schedule.end-after-start',
    'campaign.schedule.end-in-future',
    'campaign.performance-plus.flexible',
  ])
})

t.test('a draft whose end has passed while it lay there cannot be published', async (t) => {
  const { create, patch, clock } = await mock(t)
  const { id } = await create('/campaigns', { ...awareness, status: 'DRAFT', end_time: testNow + 60 })
  clock.advance(60_000)
  const { headers } = await patch('/campaigns', [{ id, status: 'ACTIVE' }])
  t.equal(headers['x-mock-rules'], 'campaign.schedule.end-in-future')
})

t.test('an incomplete draft can be deleted, and is still found', async (t) => {
  const { create, change, get } = await mock(t)
  const { id } = await create('/campaigns', bare)
  const deleted = { status: 'DELETED_DRAFT', summary_status: 'DELETED_DRAFT' }
  t.match(await change('/campaigns', { id, status: 'DELETED_DRAFT' }), deleted)
  t.match((await get(`/campaigns/${id}`)).body, deleted)
})

t.test(
  'a draft that changes its objective has the promotion type of the new one, if its own does not fit',
  async (t) => {
    const { create, change } = await mock(t)
    const { id } = await create('/campaigns', bare)
    t.match(await change('/campaigns', { id, objective_type: 'CATALOG_SALES' }), { intended_promotion_type: 'LEGACY' })
    t.match(await change('/campaigns', { id, objective_type: 'SALES' }), { intended_promotion_type: 'STANDARD_AD' })
  },
)

t.test('a draft that turns to budget optimization clears the budgets of its ad groups', async (t) => {
  const { create, change, get } = await mock(t)
  const { id } = await create('/campaigns', { ...bare, is_campaign_budget_optimization: false })
  const adGroup = await create('/ad_groups', {
    name: 'Group',
    campaign_id: id,
    billable_event: 'IMPRESSION',
    status: 'DRAFT',
    budget_in_micro_currency: 5_000_000,
  })
  t.equal(adGroup.budget_in_micro_currency, 5_000_000)
  await change('/campaigns', { id, is_campaign_budget_optimization: true })
  t.equal((await get(`/ad_groups/${adGroup.id}`)).body.budget_in_micro_currency, null)
})

t.test('a VIDEO_COMPLETION draft that is given a cap follows the default for one, and can be published', async (t) => {
  const { create, change } = await mock(t)
  const { id } = await create('/campaigns', { name: 'x', objective_type: 'VIDEO_COMPLETION', status: 'DRAFT' })
  const published = await change('/campaigns', { id, status: 'ACTIVE', daily_spend_cap: 1_000_000 })
  t.match(published, { status: 'ACTIVE', is_campaign_budget_optimization: true })
})
