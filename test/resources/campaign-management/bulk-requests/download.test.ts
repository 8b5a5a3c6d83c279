import t from 'tap'
import { bulkResult, downloaded } from '#test/fixtures/bulk.ts'
import { awareness } from '#test/fixtures/campaigns.ts'
import { type Json, mock, testNow } from '#test/support/mock.ts'

const ids = (list: readonly Json[]): readonly string[] => list.map(({ id }) => id)

t.test('a download has the entities that lists have, by type', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const file = await downloaded(world, {})
  t.strictSame(Object.keys(file), ['campaigns', 'ad_groups', 'product_groups', 'ads', 'keywords', 'labels'])
  for (const type of ['campaigns', 'ad_groups', 'ads'])
    t.strictSame(ids(file[type]), ids((await world.get(`/${type}?page_size=250`)).body.items), type)
  t.equal(file.keywords.length, 4)
  t.strictSame(ids(file.labels), ids((await world.get('/labels')).body.items))
  t.equal(file.product_groups.length, 2)
})

t.test('ids select an entity with what is below it', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const [campaign] = (await world.get('/campaigns')).body.items
  const file = await downloaded(world, { entity_ids: [campaign.id], entity_types: ['AD', 'AD_GROUP', 'CAMPAIGN'] })
  t.strictSame(Object.keys(file), ['campaigns', 'ad_groups', 'ads'])
  t.strictSame(ids(file.campaigns), [campaign.id])
  t.ok(file.ads.length > 0)
  for (const one of [...file.ad_groups, ...file.ads]) t.equal(one.campaign_id, campaign.id)
})

t.test('a filter selects campaigns, and what is below them', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const named = await downloaded(world, { campaign_filter: { name: 'spring SALE' } })
  t.match(named.campaigns, [{ name: 'Spring sale' }])
  t.equal(named.campaigns.length, 1)
  for (const one of named.ad_groups) t.equal(one.campaign_id, named.campaigns[0].id)
  const drafts = await downloaded(world, {
    entity_types: ['CAMPAIGN'],
    campaign_filter: { campaign_status: ['DRAFT'] },
  })
  t.ok(drafts.campaigns.every(({ status }: Json) => status === 'DRAFT'))
  const sales = await downloaded(world, {
    entity_types: ['CAMPAIGN'],
    campaign_filter: { objective_type: ['CATALOG_SALES'] },
  })
  t.ok(sales.campaigns.every(({ objective_type }: Json) => objective_type === 'CATALOG_SALES'))
  t.ok(sales.campaigns.length > 0)
  const later = await downloaded(world, { campaign_filter: { start_time: String(testNow + 86_400 * 365) } })
  t.strictSame(later.campaigns, [])
})

t.test('updated_since leaves out what did not change since', async (t) => {
  const world = await mock(t)
  await world.create('/campaigns', awareness)
  world.clock.advance(60_000)
  const { id } = await world.create('/campaigns', { ...awareness, name: 'Later' })
  const request = { entity_types: ['CAMPAIGN'], updated_since: String(testNow + 60) }
  t.strictSame(ids((await downloaded(world, request)).campaigns), [id])
})

t.test('the history of an entity has its creation and its changes', async (t) => {
  const world = await mock(t)
  const { id } = await world.create('/campaigns', awareness)
  world.clock.advance(60_000)
  await world.change('/campaigns', { id, status: 'PAUSED' })
  const { entity_history } = await downloaded(world, { entity_types: ['ENTITY_HISTORY'] })
  t.match(entity_history, [
    { entity_id: id, entity_name: awareness.name, operation: 'CREATE', change_timestamp: testNow },
    {
      operation: 'UPDATE',
      change_timestamp: testNow + 60,
      data_changes: [
        { changed_field_name: 'status', data_type: 'STRING', old_data_value: 'ACTIVE', new_data_value: 'PAUSED' },
      ],
    },
  ])
  t.equal(entity_history.length, 2)
})

t.test('a CSV file has a column for each field', async (t) => {
  const world = await mock(t)
  const { id } = await world.create('/campaigns', { ...awareness, name: 'A, "B"' })
  const { request_id } = (await world.post('/bulk/download', { entity_types: ['CAMPAIGN'], output_format: 'CSV' })).body
  const [header = '', line = '', end] = (await bulkResult(world, request_id)).file.split('\n')
  t.match(header, /^entity_type,id,ad_account_id,name,/)
  t.match(line, new RegExp(`^CAMPAIGN,${id},${world.account},"A, ""B""",AWARENESS`))
  t.equal(end, '')
})

t.test('an edit has a request fail, without a file', async (t) => {
  const world = await mock(t)
  const { request_id } = (await world.post('/bulk/download', {})).body
  await world.call('PATCH', `/__mock/entities/bulk_requests/${request_id}`, { status: 'FAILED' })
  t.strictSame((await world.get(`/bulk/${request_id}`)).body, { status: 'FAILED', workload_id: Number(request_id) })
  await world.call('PATCH', `/__mock/entities/bulk_requests/${request_id}`, { status: 'SUCCEEDED' })
  t.match((await world.get(`/bulk/${request_id}`)).body, { status: 'SUCCEEDED', result_url: String })
})

t.test('a request of another ad account is a 404', async (t) => {
  const world = await mock(t)
  const { request_id } = (await world.post('/bulk/download', {})).body
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  t.equal((await world.call('GET', `/v5/ad_accounts/${other}/bulk/${request_id}`)).status, 404)
})
