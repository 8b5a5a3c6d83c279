import t from 'tap'
import { mock } from '../support/mock.ts'

t.test('a bid of 0 is no bid: bidding is automatic', async (t) => {
  const { create, change } = await mock(t)
  const campaign = await create('/campaigns', { name: 'Sale', objective_type: 'SALES', daily_spend_cap: 5_000_000 })
  const item = { name: 'Tents', campaign_id: campaign.id, billable_event: 'IMPRESSION', bid_in_micro_currency: 0 }
  const adGroup = await create('/ad_groups', item)
  t.equal(adGroup.bid_strategy_type, 'AUTOMATIC_BID')

  const unset = await change('/ad_groups', { id: adGroup.id, bid_strategy_type: null })
  t.equal(unset.bid_strategy_type, null)
  t.equal((await change('/ad_groups', { id: adGroup.id, bid_in_micro_currency: 0 })).bid_strategy_type, null)
  t.equal((await change('/ad_groups', { id: adGroup.id, bid_in_micro_currency: 1 })).bid_strategy_type, 'MAX_BID')
})
