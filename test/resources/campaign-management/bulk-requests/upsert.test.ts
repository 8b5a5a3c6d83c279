import t from 'tap'
import { bulkResult, upserted } from '#test/fixtures/bulk.ts'
import { awareness } from '#test/fixtures/campaigns.ts'
import { mock } from '#test/support/mock.ts'

const { daily_spend_cap: _, ...unbudgeted } = awareness as { daily_spend_cap?: number; name: string }
const group = { name: 'Group', billable_event: 'IMPRESSION', bid_in_micro_currency: 5_000_000 }
const summary = ({ item, status }: { item: string; status: string }) => `${item} ${status}`

t.test('parents come before children, which name them by their place in the request', async (t) => {
  const world = await mock(t)
  const items = await upserted(world, {
    create: {
      keywords: [{ parent_id: 'AG1', keywords: [{ match_type: 'BROAD', value: 'boots' }] }],
      labels: [{ parent_id: 'C2', labels: [{ label_type: 'CUSTOM', value: 'Autumn' }] }],
      ad_groups: [{ ...group, campaign_id: 'C2' }],
      campaigns: [awareness, { ...awareness, name: 'Second' }],
    },
  })
  t.strictSame(items.map(summary as never), [
    'create.campaigns[0] SUCCESS',
    'create.campaigns[1] SUCCESS',
    'create.ad_groups[0] SUCCESS',
    'create.keywords[0].keywords[0] SUCCESS',
    'create.labels[0].labels[0] SUCCESS',
  ])
  t.match((await world.get(`/ad_groups/${items[2].id}`)).body, { campaign_id: items[1].id })
  t.match((await world.get(`/keywords?ad_group_id=${items[2].id}`)).body.items, [{ value: 'boots' }])
  t.match((await world.get(`/labels?campaign_ids=${items[1].id}`)).body.items, [{ value: 'Autumn' }])
})

t.test('each item is stored or refused by itself, by the rules of the single operation', async (t) => {
  const world = await mock(t)
  const campaign = await world.create('/campaigns', awareness)
  const answer = await world.post('/bulk/upsert', {
    create: { campaigns: [unbudgeted, awareness], ad_groups: [{ ...group, campaign_id: 'C1' }] },
    update: {
      campaigns: [
        { id: campaign.id, name: 'Renamed' },
        { id: '626700000001', name: 'x' },
      ],
    },
  })
  t.equal(answer.status, 200)
  t.match(answer.headers['x-mock-rules'], /campaign\.budget\.required/)
  const { body, file } = await bulkResult(world, answer.body.request_id)
  t.equal(body.status, 'SUCCEEDED')
  t.match(JSON.parse(file).items, [
    {
      item: 'create.campaigns[0]',
      operation: 'CREATE',
      entity_type: 'CAMPAIGN',
      status: 'FAILURE',
      id: null,
      errors: [{ code: 2384 }],
    },
    { item: 'create.campaigns[1]', status: 'SUCCESS', id: String, errors: [] },
    { item: 'update.campaigns[0]', operation: 'UPDATE', status: 'SUCCESS', id: campaign.id },
    { item: 'update.campaigns[1]', status: 'FAILURE', errors: [{ code: 2 }] },
    { item: 'create.ad_groups[0]', status: 'FAILURE' },
  ])
  t.match((await world.get(`/campaigns/${campaign.id}`)).body, { name: 'Renamed' })
  const detailed = (await world.get(`/bulk/${answer.body.request_id}?include_details=true`)).body.details
  t.equal(detailed.length, 3)
})

t.test('an upsert of which nothing was stored has failed, and says why', async (t) => {
  const world = await mock(t)
  const { request_id } = (await world.post('/bulk/upsert', { create: { campaigns: [unbudgeted] } })).body
  t.match((await world.get(`/bulk/${request_id}`)).body, { status: 'RUNNING', result_url: undefined })
  const { body, file } = await bulkResult(world, request_id)
  t.equal(body.status, 'FAILED')
  t.match(JSON.parse(file), { request_id, items: [{ status: 'FAILURE' }] })
})

t.test(
  'a label is removed from a campaign, a keyword archived, and product groups of catalogs are refused',
  async (t) => {
    const world = await mock(t)
    const [campaign, adGroup, keyword, label] = await upserted(world, {
      create: {
        campaigns: [awareness],
        ad_groups: [{ ...group, campaign_id: 'C1' }],
        keywords: [{ parent_id: 'AG1', keywords: [{ match_type: 'BROAD', value: 'boots' }] }],
        labels: [{ parent_id: 'C1', labels: [{ label_type: 'CUSTOM', value: 'Autumn' }] }],
      },
    })
    const items = await upserted(world, {
      create: { catalog_product_groups: [{ name: 'x' }] },
      update: {
        keywords: [{ id: keyword.id, archived: true }],
        labels: [{ id: label.id, parent_id: campaign.id, status: 'ARCHIVED' }],
      },
    })
    t.strictSame(items.map(summary as never), [
      'update.keywords[0] SUCCESS',
      'update.labels[0] SUCCESS',
      'create.catalog_product_groups[0] FAILURE',
    ])
    t.strictSame((await world.get(`/keywords?ad_group_id=${adGroup.id}`)).body.items, [])
    t.strictSame((await world.get(`/labels?campaign_ids=${campaign.id}`)).body.items, [])
    t.match((await world.get('/labels')).body.items, [{ id: label.id, status: 'ACTIVE' }])
  },
)

t.test('a body that does not fit its schema is refused as a whole', async (t) => {
  const world = await mock(t)
  const { status } = await world.post('/bulk/upsert', { create: { campaigns: [awareness, { name: 'x' }] } })
  t.equal(status, 400)
  t.strictSame((await world.get('/campaigns')).body.items, [])
})
