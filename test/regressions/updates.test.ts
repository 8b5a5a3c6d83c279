import t from 'tap'
import { mock } from '../support/mock.ts'

const day = 86_400

t.test('an update that names the campaign again is not judged for times that it does not send', async (t) => {
  const { create, change, now } = await mock(t)
  const budgets = { is_campaign_budget_optimization: false, end_time: now + 10 * day }
  const campaign = await create('/campaigns', { name: 'Sale', objective_type: 'SALES', ...budgets })
  const adGroup = await create('/ad_groups', {
    name: 'Tents',
    campaign_id: campaign.id,
    billable_event: 'IMPRESSION',
    budget_in_micro_currency: 5_000_000,
    end_time: now + 9 * day,
  })
  await change('/campaigns', { id: campaign.id, end_time: now + 5 * day })
  const changed = await change('/ad_groups', { id: adGroup.id, campaign_id: campaign.id, name: 'Tarps' })
  t.match(changed, { name: 'Tarps', end_time: now + 9 * day })
})

t.test('null for what cannot be cleared is no reason to judge it', async (t) => {
  const { call, create, change, account } = await mock(t)
  const sent = { name: 'Sale', objective_type: 'SALES', is_campaign_budget_optimization: false }
  const { id } = await create('/campaigns', sent)
  await call('PATCH', `/__mock/entities/ad_accounts/${account}`, { features: { require_cbo: true } })
  const changed = await change('/campaigns', { id, name: 'Other', is_campaign_budget_optimization: null })
  t.match(changed, { name: 'Other', is_campaign_budget_optimization: false })
})
