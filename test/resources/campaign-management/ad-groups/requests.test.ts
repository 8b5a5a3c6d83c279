import t from 'tap'
import { adGroupIn, cbo, rulesOf } from '#test/fixtures/ad-groups.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('null on creation is as good as nothing, and an unknown field is ignored', async (t) => {
  const world = await mock(t)
  const { status, body, headers } = await world.post('/ad_groups', [
    adGroupIn(await cbo(world), {
      budget_in_micro_currency: null,
      start_time: null,
      end_time: null,
      tracking_url: null,
      ad_account_id: world.account,
    }),
  ])
  t.equal(status, 200)
  t.match(body.items, [{ data: { budget_in_micro_currency: null, start_time: null, end_time: null } }])
  t.notOk('tracking_url' in body.items[0].data)
  const entry = await world.call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(entry.body.warnings, [/'tracking_url'/])
})

t.test('a campaign may be named by its id with a C before it', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const adGroup = await world.create('/ad_groups', adGroupIn(campaign, { campaign_id: `C${campaign.id}` }))
  t.equal(adGroup.campaign_id, campaign.id)
})

t.test('an ad group of a campaign that is not there is refused', async (t) => {
  const world = await mock(t)
  const answer = await world.post('/ad_groups', [adGroupIn({ ...(await cbo(world)), id: '626700000000' })])
  t.equal(answer.status, 200)
  t.strictSame(answer.body, { items: [{ exceptions: [{ code: 2, message: 'Campaign not found.' }] }] })
  t.strictSame(rulesOf(answer), ['campaign.exists'])
})

t.test("an ad group cannot be created in another ad account's campaign", async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body
  const answer = await world.call('POST', `/v5/ad_accounts/${other.id}/ad_groups`, [adGroupIn(campaign)])
  t.strictSame(answer.body, { items: [{ exceptions: [{ code: 2, message: 'Campaign not found.' }] }] })
  t.strictSame(rulesOf(answer), ['campaign.exists'])
})

t.test('an ad group cannot be moved to a campaign that is not there', async (t) => {
  const world = await mock(t)
  const { id } = await world.create('/ad_groups', adGroupIn(await cbo(world), { status: 'DRAFT' }))
  const answer = await world.patch('/ad_groups', [{ id, campaign_id: '626700000000' }])
  t.strictSame(answer.body, { items: [{ exceptions: [{ code: 2, message: 'Campaign not found.' }] }] })
  t.strictSame(rulesOf(answer), ['campaign.exists'])
})

t.test('a draft can be moved to another campaign, and is listed there', async (t) => {
  const world = await mock(t)
  const [from, to] = [await cbo(world), await cbo(world)]
  const { id } = await world.create('/ad_groups', adGroupIn(from, { status: 'DRAFT' }))
  t.equal((await world.change('/ad_groups', { id, campaign_id: `C${to.id}` })).campaign_id, to.id)
  const listed = async (campaign: Json) =>
    (await world.get(`/ad_groups?entity_statuses=DRAFT&campaign_ids=${campaign.id}`)).body.items.length
  t.equal(await listed(from), 0)
  t.equal(await listed(to), 1)
})

t.test('what breaks the schema refuses the whole request and stores nothing', async (t) => {
  const world = await mock(t)
  const good = adGroupIn(await cbo(world))
  const without = (field: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== field))
  const broken = [
    without('name'),
    without('campaign_id'),
    without('billable_event'),
    { ...good, name: null },
    { ...good, name: 'x'.repeat(256) },
    { ...good, campaign_id: 'D123' },
    { ...good, billable_event: 'impression' },
    { ...good, status: 'ARCHIVE' },
    { ...good, bid_in_micro_currency: -1 },
    { ...good, bid_in_micro_currency: 1.5 },
    { ...good, bid_in_micro_currency: '5000000' },
    { ...good, bid_in_micro_currency: 2 ** 53 },
    { ...good, bid_multiplier: 10.1 },
    { ...good, end_time: -1 },
    { ...good, targeting_template_ids: ['1', '2'] },
    { ...good, targeting_spec: { AGE_BUCKET: ['18+'] } },
    { ...good, targeting_spec: { GENDER: 'female' } },
    { ...good, targeting_spec: { MINIMUM_AGE: '65+', MAXIMUM_AGE: '65+' } },
    { ...good, optimization_goal_metadata: { frequency_goal_metadata: { frequency: 21 } } },
    'ad group',
    null,
  ]
  for (const item of broken) {
    const { status, body } = await world.post('/ad_groups', [good, item])
    t.equal(status, 400, JSON.stringify(item))
    t.equal(body.code, 1)
    t.match(body.message, /^Invalid request: /)
  }
  t.strictSame((await world.get('/ad_groups')).body, { items: [], bookmark: null })
})

t.test('an update needs an id, and one that breaks the schema changes nothing', async (t) => {
  const world = await mock(t)
  const { id } = await world.create('/ad_groups', adGroupIn(await cbo(world)))
  for (const item of [{ name: 'Renamed' }, { id: 'x' }, { id: '1'.repeat(19) }, { id, status: 'DELETED' }]) {
    const { status, body } = await world.patch('/ad_groups', [{ id, name: 'Renamed' }, item])
    t.equal(status, 400, JSON.stringify(item))
    t.equal(body.code, 1)
  }
  t.equal((await world.get(`/ad_groups/${id}`)).body.name, 'Ad group')
})
