import t from 'tap'
import { type Json, mock } from '#test/support/mock.ts'

const spec = { objective_type: 'AWARENESS', billable_event: 'IMPRESSION', currency: 'USD' }

t.test('the floor of awareness bids in dollars is as it was recorded', async (t) => {
  const { post } = await mock(t)
  const { status, body } = await post('/bid_floor', { bid_floor_specs: [spec] })
  t.equal(status, 200)
  t.strictSame(body, { bid_floors: [2_000_000], type: 'bidfloor' })
})

t.test('floors come in the order of the specs, each in its currency', async (t) => {
  const { post } = await mock(t)
  const bid_floor_specs = [
    { billable_event: 'CLICKTHROUGH', currency: 'USD' },
    { ...spec, currency: 'JPY' },
    { ...spec, objective_type: null, countries: null, creative_type: null, optimization_goal_metadata: null },
    { billable_event: 'VIDEO_V_50_MRC', currency: 'EUR', creative_type: 'VIDEO', countries: ['DE', 'FR'] },
  ]
  const { body } = await post('/bid_floor', { bid_floor_specs, targeting_spec: { LOCATION: ['US'] } })
  t.strictSame(body.bid_floors, [100_000, 300_000_000, 2_000_000, 20_000])
})

t.test('without specs there are no floors', async (t) => {
  const { post } = await mock(t)
  t.strictSame((await post('/bid_floor', { bid_floor_specs: [] })).body, { bid_floors: [], type: 'bidfloor' })
})

t.test('floors asked for in a way that the schema does not have are refused', async (t) => {
  const { post } = await mock(t)
  for (const body of [
    {},
    [spec],
    { bid_floor_specs: spec },
    { bid_floor_specs: [{ currency: 'USD' }] },
    { bid_floor_specs: [{ billable_event: 'IMPRESSION' }] },
    { bid_floor_specs: [{ ...spec, currency: 'usd' }] },
    { bid_floor_specs: [{ ...spec, billable_event: 'VIEW' }] },
    { bid_floor_specs: [{ ...spec, objective_type: 'SPEED' }] },
    { bid_floor_specs: [spec], targeting_spec: { GENDER: 'female' } },
  ]) {
    const answer = await post('/bid_floor', body)
    t.equal(answer.status, 400, JSON.stringify(body))
    t.equal(answer.body.code, 1)
  }
})

t.test('an audience is estimated as a lower and an upper bound, alike on every run', async (t) => {
  const request = { targeting_spec: { LOCATION: ['US'], GENDER: ['female'] } }
  const [one, other] = [await mock(t), await mock(t)]
  const { status, body } = await one.post('/ad_groups/audience_sizing', request)
  t.equal(status, 200)
  t.same(Object.keys(body), ['audience_size_lower_bound', 'audience_size_upper_bound'])
  t.ok(body.audience_size_lower_bound > 0)
  t.ok(body.audience_size_upper_bound > body.audience_size_lower_bound)
  t.strictSame((await other.post('/ad_groups/audience_sizing', request)).body, body)
})

t.test('the order of keys, and null for what is not narrowed, change nothing', async (t) => {
  const { post } = await mock(t)
  const one = await post('/ad_groups/audience_sizing', { targeting_spec: { LOCATION: ['US'], GENDER: ['male'] } })
  const other = await post('/ad_groups/audience_sizing', {
    keywords: null,
    creative_types: null,
    product_group_ids: null,
    placement_group: 'ALL',
    auto_targeting_enabled: null,
    targeting_spec: { GENDER: ['male'], LOCATION: ['US'], APPTYPE: null },
  })
  t.strictSame(other.body, one.body)
})

t.test('whatever narrows the audience makes it smaller', async (t) => {
  const { post } = await mock(t)
  const upper = async (request: Json) =>
    (await post('/ad_groups/audience_sizing', request)).body.audience_size_upper_bound
  const everyone = await upper({})
  const targeting_spec = { LOCATION: ['US'] }
  const here = await upper({ targeting_spec })
  t.ok(here < everyone)
  for (const narrower of [
    { targeting_spec: { ...targeting_spec, INTEREST: ['925056443165'] } },
    { targeting_spec: { ...targeting_spec, MINIMUM_AGE: '25', MAXIMUM_AGE: '34' } },
    { targeting_spec, keywords: [{ match_type: 'BROAD', value: 'boots' }] },
    { targeting_spec, creative_types: ['VIDEO'] },
    { targeting_spec, placement_group: 'SEARCH' },
  ]) {
    t.ok((await upper(narrower)) < here, JSON.stringify(narrower))
  }
})

t.test('product groups narrow an audience with shopping retargeting only', async (t) => {
  const { post } = await mock(t)
  const sized = async (request: Json) => (await post('/ad_groups/audience_sizing', request)).body
  const product_group_ids = ['443700000103']
  t.strictSame(await sized({ product_group_ids }), await sized({}))
  const targeting_spec = { SHOPPING_RETARGETING: [{ lookback_window: 30, tag_types: [0, 6], exclusion_window: 14 }] }
  t.notSame(await sized({ targeting_spec, product_group_ids }), await sized({ targeting_spec }))
})

t.test('places that are left out make an audience smaller', async (t) => {
  const { post } = await mock(t)
  const sizeOf = async (targeting_spec: object) =>
    (await post('/ad_groups/audience_sizing', { targeting_spec })).body.audience_size_upper_bound
  const everywhere = await sizeOf({ LOCATION: ['US'] })
  t.ok((await sizeOf({ LOCATION: ['US'], GEO_EXCLUDE: ['US-CA'] })) < everywhere)
  t.ok((await sizeOf({ LOCATION: ['US'], LOCATION_EXCLUDE: ['501'] })) < everywhere)
})

t.test('an audience described in a way that the schema does not have is refused', async (t) => {
  const { post } = await mock(t)
  for (const body of [
    [],
    { keywords: [{ value: 'boots' }] },
    { keywords: [{ match_type: null, value: 'boots' }] },
    { targeting_spec: { LOCATION_EXCLUDE: 'US' } },
    { keywords: [{ match_type: 'BROAD', value: 'x'.repeat(121) }] },
    { creative_types: ['QUIZ'] },
    { placement_group: 'EVERYWHERE' },
    { product_group_ids: ['x'] },
    { targeting_spec: { AGE_BUCKET: ['18+'] } },
  ]) {
    const answer = await post('/ad_groups/audience_sizing', body)
    t.equal(answer.status, 400, JSON.stringify(body))
    t.equal(answer.body.code, 1)
  }
})

t.test('an ad account that is not there is estimated nothing', async (t) => {
  const { call } = await mock(t)
  for (const [path, body] of [
    ['bid_floor', { bid_floor_specs: [spec] }],
    ['ad_groups/audience_sizing', {}],
  ] as const) {
    const answer = await call('POST', `/v5/ad_accounts/123/${path}`, body)
    t.equal(answer.status, 403)
    t.equal(answer.body.code, 29)
  }
})
