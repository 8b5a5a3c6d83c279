import type { Mock } from '#test/support/mock.ts'

const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 20_000_000 }

/** Makes the calls of a test suite: creations, a change, refusals, and reads of what was made. */
export async function suite({ get, post, patch, create, call }: Mock): Promise<void> {
  const made = await create('/campaigns', campaign)
  const other = await create('/campaigns', { ...campaign, name: 'Other', status: 'PAUSED' })
  await patch('/campaigns', [{ id: other.id, name: 'Changed' }])
  await post('/campaigns', [{ ...campaign, lifetime_spend_cap: 5_000_000 }])
  const { body: page } = await get('/campaigns?page_size=1')
  await get(`/campaigns?page_size=1&bookmark=${page.bookmark}`)
  await get(`/campaigns/${made.id}`)
  await get('/campaigns?page_size=0')
  for (const name of ['First', 'Second']) {
    await create('/ad_groups', {
      ...{ name, campaign_id: made.id, billable_event: 'IMPRESSION', bid_strategy_type: 'AUTOMATIC_BID' },
      targeting_spec: { LOCATION: ['US'] },
    })
  }
  await get('/ad_groups')
  await post('/labels', { labels: [{ label_type: 'CUSTOM', value: 'Of the suite' }] })
  for (const list of ['labels', 'audiences', 'customer_lists', 'targeting_templates']) await get(`/${list}`)
  await get(`/keywords?campaign_id=${made.id}`)
  await call('GET', '/v5/boards')
}
