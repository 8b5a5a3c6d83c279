import t from 'tap'
import { awareness, consideration } from '#test/fixtures/campaigns.ts'
import { type Mock, mock } from '#test/support/mock.ts'

const statuses = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT']
const allowed: Readonly<Record<string, readonly string[]>> = {
  DRAFT: ['DRAFT', 'ACTIVE', 'PAUSED', 'DELETED_DRAFT'],
  ACTIVE: ['ACTIVE', 'PAUSED', 'ARCHIVED'],
  PAUSED: ['PAUSED', 'ACTIVE', 'ARCHIVED'],
  ARCHIVED: [],
  DELETED_DRAFT: [],
}

/** A campaign that has come to that status the way clients bring it there. */
async function campaignThatIs({ create, change }: Mock, status: string) {
  const before = status === 'ARCHIVED' ? 'ACTIVE' : status === 'DELETED_DRAFT' ? 'DRAFT' : status
  const campaign = await create('/campaigns', { ...awareness, status: before })
  return before === status ? campaign : change('/campaigns', { id: campaign.id, status })
}

for (const from of statuses) {
  for (const to of statuses) {
    const may = allowed[from]?.includes(to)
    t.test(`a campaign ${may ? 'can' : 'cannot'} go from ${from} to ${to}`, async (t) => {
      const world = await mock(t)
      const { id, status } = await campaignThatIs(world, from)
      t.equal(status, from)
      const { status: http, body, headers } = await world.patch('/campaigns', [{ id, status: to }])
      t.equal(http, 200)
      if (may) t.match(body.items, [{ data: { id, status: to }, exceptions: [] }])
      else {
        t.match(body.items, [{ exceptions: [{ code: 1 }] }])
        t.match(headers['x-mock-rules'], allowed[from]?.length === 0 ? 'campaign.status.final' : /\.transition$/)
      }
      t.equal((await world.get(`/campaigns/${id}`)).body.status, may ? to : from)
    })
  }

  t.test(`a campaign is ${from} when it is created so`, async (t) => {
    const { create, get } = await mock(t)
    const { id, status } = await create('/campaigns', { ...awareness, status: from })
    t.equal(status, from)
    t.equal((await get(`/campaigns/${id}`)).body.status, from)
  })
}

t.test('a campaign is ACTIVE when nothing else is said', async (t) => {
  const { create } = await mock(t)
  t.match(await create('/campaigns', awareness), { status: 'ACTIVE', summary_status: 'RUNNING' })
})

for (const final of ['ARCHIVED', 'DELETED_DRAFT']) {
  t.test(`nothing about a campaign that is ${final} can be changed`, async (t) => {
    const world = await mock(t)
    const campaign = await campaignThatIs(world, final)
    const { body } = await world.patch('/campaigns', [{ id: campaign.id, name: 'Renamed' }])
    t.match(body.items, [{ exceptions: [{ code: 1, message: /is final/ }] }])
    t.strictSame((await world.get(`/campaigns/${campaign.id}`)).body, campaign)
  })
}

const perGroup = { ...consideration, daily_spend_cap: 0, is_campaign_budget_optimization: false }
const locked = {
  objective_type: [consideration, { objective_type: 'SALES' }],
  intended_promotion_type: [consideration, { intended_promotion_type: 'CATALOG' }],
  is_campaign_budget_optimization: [perGroup, { is_campaign_budget_optimization: true, daily_spend_cap: 1_000_000 }],
  is_automated_campaign: [consideration, { is_automated_campaign: true }],
  is_performance_plus: [consideration, { is_performance_plus: true, is_flexible_daily_budgets: true }],
  is_top_of_search: [consideration, { is_top_of_search: true }],
} as const

for (const [field, [item, change]] of Object.entries(locked)) {
  for (const status of ['ACTIVE', 'PAUSED']) {
    t.test(`${field} is fixed in a campaign that is ${status}`, async (t) => {
      const { create, patch, get } = await mock(t)
      const campaign = await create('/campaigns', { ...item, status })
      const { body, headers } = await patch('/campaigns', [{ id: campaign.id, ...change }])
      t.equal(headers['x-mock-rules'], `campaign.locked.${field}`)
      t.match(body.items, [{ exceptions: [{ code: 1, message: new RegExp(`^${field} can be changed only`) }] }])
      t.strictSame((await get(`/campaigns/${campaign.id}`)).body, campaign)
    })

    t.test(`${field} can be sent again as it is for a campaign that is ${status}`, async (t) => {
      const { create, change: sendAgain } = await mock(t)
      const campaign = await create('/campaigns', { ...item, status })
      t.strictSame(await sendAgain('/campaigns', { id: campaign.id, [field]: campaign[field] }), campaign)
    })
  }

  t.test(`${field} can be changed in a DRAFT`, async (t) => {
    const { create, change: edit } = await mock(t)
    const { id } = await create('/campaigns', { ...item, status: 'DRAFT' })
    t.match(await edit('/campaigns', { id, ...change }), { ...change, status: 'DRAFT' })
  })

  t.test(`${field} can be changed while a DRAFT is published`, async (t) => {
    const { create, change: publish } = await mock(t)
    const { id } = await create('/campaigns', { ...item, status: 'DRAFT' })
    t.match(await publish('/campaigns', { id, ...change, status: 'ACTIVE' }), { ...change, status: 'ACTIVE' })
  })
}

t.test('of a fixed field it is told that it is fixed, and not what its change would break', async (t) => {
  const { create, patch } = await mock(t)
  const { id } = await create('/campaigns', perGroup)
  const { body, headers } = await patch('/campaigns', [{ id, is_campaign_budget_optimization: true }])
  t.equal(headers['x-mock-rules'], 'campaign.locked.is_campaign_budget_optimization')
  t.equal(body.items[0].exceptions.length, 1)
})

t.test('what is not fixed can be changed in a campaign that is PAUSED', async (t) => {
  const { create, change } = await mock(t)
  const { id, start_time } = await create('/campaigns', { ...awareness, status: 'PAUSED' })
  const changes = {
    name: 'Renamed',
    daily_spend_cap: 1_000_000,
    end_time: start_time + 60,
    is_flexible_daily_budgets: true,
  }
  t.match(await change('/campaigns', { id, ...changes }), changes)
})

t.test('a whole campaign as it was read can be sent back', async (t) => {
  const { create, get, change } = await mock(t)
  const { id } = await create('/campaigns', awareness)
  const { body } = await get(`/campaigns/${id}`)
  t.strictSame(await change('/campaigns', body), body)
})
