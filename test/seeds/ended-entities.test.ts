import t from 'tap'
import { mock } from '../support/mock.ts'

const campaign = {
  ad_account: 'shop',
  name: 'Sale of last year',
  objective_type: 'AWARENESS',
  daily_spend_cap: 20_000_000,
  status: 'ARCHIVED',
}
const adGroup = { name: 'US', billable_event: 'IMPRESSION', bid_in_micro_currency: 5_000_000 }
const schedule = {
  campaign: 'sale',
  name: 'Longest days',
  schedule_action: 'INCREASE_BY_PERCENT',
  schedule_type: 'CAMPAIGN_BUDGET_CHANGE',
  delta_value: '2000',
  start_timestamp: 1_798_642_612,
  end_timestamp: 1_798_729_012,
}

/** An archived campaign, and what is older than its archiving. */
const ended = {
  ad_accounts: [{ alias: 'shop' }, { alias: 'other' }],
  boards: [{ alias: 'board', name: 'Trails' }],
  pins: [
    { alias: 'pin', board: 'board', media_source: { source_type: 'image_url', url: 'https://example.com/tent.png' } },
  ],
  campaigns: [{ alias: 'sale', ...campaign }],
  ad_groups: [{ alias: 'us', campaign: 'sale', ...adGroup, status: 'PAUSED' }],
  ads: [{ ad_group: 'us', pin: 'pin', name: 'Tent', creative_type: 'REGULAR', status: 'PAUSED' }],
  schedules: [{ ...schedule, schedule_status: 'CANCELED' }],
  labels: [{ ad_account: 'shop', label_type: 'CUSTOM', value: 'Last year', campaigns: ['sale'] }],
}

t.test('a seed has what came before a campaign was archived, though no call can create it any more', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('POST', '/__mock/seed', ended)
  t.equal(status, 200, body.message)
  const below = `/v5/ad_accounts/${body.ad_accounts.shop}`
  const itemsOf = async (path: string) => (await call('GET', below + path)).body.items
  t.match(await itemsOf('/campaigns?entity_statuses=ARCHIVED'), [{ name: campaign.name }])
  t.match(await itemsOf('/ad_groups?entity_statuses=PAUSED'), [{ status: 'PAUSED' }])
  t.match(await itemsOf('/ads?entity_statuses=PAUSED'), [{ name: 'Tent', status: 'PAUSED' }])
  t.match(await itemsOf(`/labels?campaign_ids=${body.campaigns.sale}`), [{ value: 'Last year' }])
})

t.test('calls are refused what a seed may have, also after the seed', async (t) => {
  const { call } = await mock(t)
  const { body: aliases } = await call('POST', '/__mock/seed', ended)
  const item = { ...adGroup, campaign_id: aliases.campaigns.sale }
  const { headers } = await call('POST', `/v5/ad_accounts/${aliases.ad_accounts.shop}/ad_groups`, [item])
  t.equal(headers['x-mock-rules'], 'ad_group.campaign.open')
})

t.test('a seed is still refused a label on a campaign of another ad account', async (t) => {
  const { call } = await mock(t)
  const labels = [{ ...ended.labels[0], ad_account: 'other' }]
  const { status, body } = await call('POST', '/__mock/seed', { ...ended, labels })
  t.equal(status, 400)
  t.match(body.message, /label\.apply\.campaign/)
})

t.test('a seed that is refused leaves calls as they were', async (t) => {
  const { call } = await mock(t)
  const { body: aliases } = await call('POST', '/__mock/seed', ended)
  t.equal((await call('POST', '/__mock/seed', { campaigns: [{ ...campaign, ad_account: 'nowhere' }] })).status, 400)
  const item = { ...adGroup, campaign_id: aliases.campaigns.sale }
  const { headers } = await call('POST', `/v5/ad_accounts/${aliases.ad_accounts.shop}/ad_groups`, [item])
  t.equal(headers['x-mock-rules'], 'ad_group.campaign.open')
})
