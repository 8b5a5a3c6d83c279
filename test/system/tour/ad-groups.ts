import type { TourCampaigns } from './campaigns.ts'
import type { TourClient } from './client.ts'

const day = 86_400

/** Creates, changes and refuses ad groups. */
export async function adGroupSteps(client: TourClient, account: string, campaigns: TourCampaigns): Promise<void> {
  const path = `${account}/ad_groups`
  const now = Math.floor(Date.now() / 1000)
  const impressions = {
    billable_event: 'IMPRESSION',
    bid_in_micro_currency: 5_000_000,
    targeting_spec: { GEO: ['US'] },
  }
  const clicks = { billable_event: 'CLICKTHROUGH', bid_in_micro_currency: 1_000_000 }
  const refused = { items: [{ exceptions: [{ code: 1 }] }] }
  const { brand, perGroup, archived } = campaigns

  const { items } = await client.call(
    'ad groups take what their campaign leaves to them',
    'POST',
    path,
    [
      { ...impressions, name: 'Under CBO', campaign_id: brand },
      { ...clicks, name: 'With its own budget', campaign_id: perGroup, budget_in_micro_currency: 20_000_000 },
    ],
    {
      body: {
        items: [
          { data: { budget_type: 'CBO_ADGROUP', bid_strategy_type: 'MAX_BID', lifetime_frequency_cap: -1 } },
          { data: { budget_type: 'DAILY', budget_in_micro_currency: 20_000_000, targeting_spec: {} } },
        ],
      },
    },
  )
  const [underCbo, ownBudget] = items.map(({ data }: { data: { id: string } }) => data.id)

  const bad = async (title: string, item: object, rules: string, body: object = refused) =>
    await client.call(title, 'POST', path, [{ name: 'Refused', ...item }], { body, rules })
  await bad(
    'a budget under CBO is refused',
    { ...impressions, campaign_id: brand, budget_in_micro_currency: 1 },
    'ad_group.budget.cbo-none',
  )
  await bad('no budget without CBO is refused', { ...clicks, campaign_id: perGroup }, 'ad_group.budget.required')
  await bad('no bid is refused', { campaign_id: brand, billable_event: 'IMPRESSION' }, 'ad_group.bid.required')
  await bad(
    'times under CBO are refused',
    { ...impressions, campaign_id: brand, end_time: now + day },
    'ad_group.schedule.cbo-times',
  )
  await bad('an archived campaign takes none', { ...impressions, campaign_id: archived }, 'ad_group.campaign.open')
  await bad('an unknown campaign is told', { ...impressions, campaign_id: '1' }, 'campaign.exists', {
    items: [{ exceptions: [{ code: 2, message: 'Campaign not found.' }] }],
  })

  await client.call(
    'an ad group is scheduled and paused',
    'PATCH',
    path,
    [{ id: ownBudget, status: 'PAUSED', end_time: now + day }],
    {
      body: { items: [{ data: { status: 'PAUSED', end_time: now + day } }] },
    },
  )
  await client.call('its billable event is locked', 'PATCH', path, [{ id: ownBudget, billable_event: 'IMPRESSION' }], {
    body: refused,
    rules: 'ad_group.locked.billable_event',
  })
  await client.call(
    'targeting is changed in steps',
    'PATCH',
    path,
    [{ id: underCbo, targeting_spec_operations: [{ field: 'GENDER', operation: 'ADD', values: ['female'] }] }],
    { body: { items: [{ data: { targeting_spec: { GEO: ['US'], GENDER: ['female'] } } }] } },
  )
  await client.call(
    'ad groups are listed by campaign',
    'GET',
    `${path}?campaign_ids=${brand}&campaign_ids=${perGroup}`,
    undefined,
    {
      body: { items: [{ id: underCbo }, { id: ownBudget }], bookmark: null },
    },
  )
  await client.call(
    'by one kind of filter only',
    'GET',
    `${path}?campaign_ids=${brand}&ad_group_ids=${underCbo}`,
    undefined,
    {
      status: 400,
      rules: 'ad_group.list.one-filter',
    },
  )
  await client.call('one is read', 'GET', `${path}/${underCbo}`, undefined, { body: { id: underCbo, type: 'adgroup' } })
}
