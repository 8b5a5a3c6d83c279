import type { TourClient } from './client.ts'

/** The campaigns that later steps work on, by id. */
export interface TourCampaigns {
  readonly brand: string
  readonly perGroup: string
  readonly scheduled: string
  readonly archived: string
}

const day = 86_400

/** Creates, pages, changes and refuses campaigns. */
export async function campaignSteps(client: TourClient, account: string): Promise<TourCampaigns> {
  const path = `${account}/campaigns`
  const now = Math.floor(Date.now() / 1000)
  const awareness = { objective_type: 'AWARENESS', daily_spend_cap: 50_000_000 }
  const refused = (code: number) => ({ items: [{ exceptions: [{ code }] }] })

  const { items } = await client.call(
    'a batch stores what is right and tells what is wrong',
    'POST',
    path,
    [
      { ...awareness, name: 'Brand' },
      { name: 'Without a budget', objective_type: 'AWARENESS' },
      { name: 'Budgets by ad group', objective_type: 'CONSIDERATION', is_campaign_budget_optimization: false },
      { ...awareness, name: 'Scheduled', start_time: now + day, end_time: now + 10 * day },
      { ...awareness, name: 'To be archived' },
      { name: 'Draft', objective_type: 'SALES', status: 'DRAFT' },
    ],
    {
      rules: 'campaign.budget.required',
      body: {
        items: [
          { data: { summary_status: 'RUNNING', lifetime_spend_cap: 0 }, exceptions: [] },
          { data: {}, exceptions: [{ code: 2384 }] },
          { data: { is_campaign_budget_optimization: false } },
          { data: { summary_status: 'NOT_STARTED' } },
          { data: { name: 'To be archived' } },
          { data: { summary_status: 'DRAFT' } },
        ],
      },
    },
  )
  const [brand, , perGroup, scheduled, archived, draft] = items.map((item: { data?: { id: string } }) => item.data?.id)

  const first = await client.call('the first page of two has a bookmark', 'GET', `${path}?page_size=2`, undefined, {
    body: { items: [{ id: brand }, { id: perGroup }] },
  })
  const rest = `${path}?page_size=2&bookmark=${first.bookmark}`
  await client.call('the next page has the rest and no bookmark', 'GET', rest, undefined, {
    body: { items: [{ id: scheduled }, { id: archived }], bookmark: null },
  })
  await client.call('a bookmark of another order is refused', 'GET', `${rest}&order=DESCENDING`, undefined, {
    status: 400,
    body: { code: 1 },
    rules: 'request.bookmark',
  })
  await client.call('drafts are listed when asked for', 'GET', `${path}?entity_statuses=DRAFT`, undefined, {
    body: { items: [{ id: draft }] },
  })
  await client.call('campaigns are read by id', 'GET', `${path}?campaign_ids=${brand},${scheduled},1`, undefined, {
    body: { items: [{ id: brand }, { id: scheduled }], bookmark: null },
  })
  await client.call('a campaign is renamed', 'PATCH', path, [{ id: brand, name: 'Brand 2' }], {
    body: { items: [{ data: { name: 'Brand 2', daily_spend_cap: 50_000_000 }, exceptions: [] }] },
  })
  await client.call('one is read', 'GET', `${path}/${brand}`, undefined, { body: { name: 'Brand 2' } })
  await client.call('it is paused', 'PATCH', path, [{ id: brand, status: 'PAUSED' }], {
    body: { items: [{ data: { summary_status: 'PAUSED' } }] },
  })
  await client.call('and made active again', 'PATCH', path, [{ id: brand, status: 'ACTIVE' }], {
    body: { items: [{ data: { summary_status: 'RUNNING' } }] },
  })
  await client.call('its objective is locked', 'PATCH', path, [{ id: brand, objective_type: 'SALES' }], {
    body: refused(1),
    rules: 'campaign.locked.objective_type',
  })
  await client.call(
    'it cannot have both caps',
    'PATCH',
    path,
    [{ id: brand, lifetime_spend_cap: 1_000_000, end_time: now + day }],
    {
      body: refused(1),
      rules: 'campaign.budget.one-cap',
    },
  )
  await client.call('a draft without a budget cannot be published', 'PATCH', path, [{ id: draft, status: 'ACTIVE' }], {
    body: refused(2384),
    rules: 'campaign.budget.required',
  })
  await client.call('with one it can', 'PATCH', path, [{ id: draft, status: 'ACTIVE', daily_spend_cap: 1_000_000 }], {
    body: { items: [{ data: { status: 'ACTIVE', objective_type: 'SALES' } }] },
  })
  await client.call('it does not become a draft again', 'PATCH', path, [{ id: draft, status: 'DRAFT' }], {
    body: refused(1),
    rules: 'campaign.status.transition',
  })
  await client.call('a campaign is archived', 'PATCH', path, [{ id: archived, status: 'ARCHIVED' }], {
    body: { items: [{ data: { summary_status: 'ARCHIVED' } }] },
  })
  await client.call('which is final', 'PATCH', path, [{ id: archived, status: 'ACTIVE' }], {
    body: refused(1),
    rules: 'campaign.status.final',
  })
  await client.call('an unknown campaign is not found', 'GET', `${path}/1`, undefined, {
    status: 404,
    body: { code: 1012 },
    rules: 'campaign.path',
  })
  await client.call('a body that breaks the schema is refused whole', 'POST', path, [{ ...awareness, name: 5 }], {
    status: 400,
    body: { code: 1 },
    rules: 'request.schema',
  })
  return { brand, perGroup, scheduled, archived }
}
