import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { mock } from '#test/support/mock.ts'

t.test('an update replaces the bid options that its mask names and leaves the others', async (t) => {
  const { create, change } = await mock(t)
  const bid_options = { gender_multipliers: { female: 1.5 }, placement_multipliers: { SEARCH: 2 } }
  const made = await create('/campaigns', { ...awareness, bid_options })
  t.strictSame(made.bid_options, bid_options)
  const update = { gender_multipliers: { male: 3 }, placement_multipliers: { SEARCH: 9 }, update_mask: ['GENDER'] }
  const changed = await change('/campaigns', { id: made.id, bid_options: update })
  t.strictSame(changed.bid_options, { gender_multipliers: { male: 3 }, placement_multipliers: { SEARCH: 2 } })
})

t.test('a bid option that the mask names and nothing is sent for goes away', async (t) => {
  const { create, change } = await mock(t)
  const bid_options = { gender_multipliers: { female: 1.5 }, placement_multipliers: { SEARCH: 2 } }
  const { id } = await create('/campaigns', { ...awareness, bid_options })
  const less = await change('/campaigns', { id, bid_options: { update_mask: ['GENDER'] } })
  t.strictSame(less.bid_options, { placement_multipliers: { SEARCH: 2 } })
  const none = await change('/campaigns', { id, bid_options: { update_mask: ['PLACEMENT'] } })
  t.equal(none.bid_options, null)
})

t.test('the frequency mask covers the multipliers and their time window', async (t) => {
  const { create, change } = await mock(t)
  const sent = { frequency_multipliers: { '1': 2 }, freq_bid_multiplier_time_window: 'WEEK' }
  const { id } = await create('/campaigns', awareness)
  const changed = await change('/campaigns', { id, bid_options: { ...sent, update_mask: ['FREQUENCY'] } })
  t.strictSame(changed.bid_options, sent)
})
