import t from 'tap'
import { hikers, namesIn, templateIn } from '#test/fixtures/templates.ts'
import { mock } from '#test/support/mock.ts'

t.test('a created template is ACTIVE, has its sizing, and what was not sent has a value', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.post('/targeting_templates', hikers)
  t.equal(status, 200)
  const { id, sizing } = body
  t.match(id, /^58411\d{8}$/)
  t.strictSame(body, {
    auto_targeting_enabled: true,
    keywords: [],
    name: 'Hikers',
    placement_group: 'ALL',
    placement_traffic_type: null,
    targeting_attributes: { LOCATION: ['US'] },
    tracking_urls: null,
    ad_account_id: world.account,
    created_time: world.now,
    id,
    status: 'ACTIVE',
    updated_time: world.now,
    sizing,
  })
  const { estimate, lower_bound, upper_bound } = sizing.reach_estimate
  t.ok(lower_bound < estimate && estimate < upper_bound && upper_bound < 2 ** 31)
})

t.test('what was sent comes back', async (t) => {
  const sent = {
    name: 'Hikers',
    targeting_attributes: { GEO: ['BE-VOV'], GENDER: ['female'], NEW_DIMENSION: ['x'] },
    auto_targeting_enabled: false,
    keywords: [{ match_type: 'EXACT_NEGATIVE', value: 'cats' }],
    placement_group: 'SEARCH',
    tracking_urls: { click: ['https://example.com/click'] },
  }
  t.match(await templateIn(await mock(t), sent), sent)
})

t.test('null is absent', async (t) => {
  const more = { auto_targeting_enabled: null, keywords: null, placement_group: null, tracking_urls: null }
  t.match(await templateIn(await mock(t), more), {
    auto_targeting_enabled: true,
    keywords: [],
    placement_group: 'ALL',
    tracking_urls: null,
  })
})

t.test('a list answers templates without sizing unless it is asked for, and says that they are valid', async (t) => {
  const world = await mock(t)
  const created = await templateIn(world)
  const { status, body } = await world.get('/targeting_templates')
  t.equal(status, 200)
  t.strictSame(body, { items: [{ ...created, sizing: null, valid: true }], bookmark: null })
  for (const value of ['true', 'True']) {
    const { body: sized } = await world.get(`/targeting_templates?include_sizing=${value}`)
    t.strictSame(sized, { items: [{ ...created, valid: true }], bookmark: null })
  }
})

t.test('narrower targeting reaches fewer people', async (t) => {
  const world = await mock(t)
  const reach = async (targeting_attributes: object) =>
    (await templateIn(world, { targeting_attributes })).sizing.reach_estimate.estimate
  const wide = await reach({ LOCATION: ['US'] })
  t.ok((await reach({ LOCATION: ['US'], GENDER: ['female'] })) < wide)
  t.ok((await reach({ LOCATION: ['US'], MINIMUM_AGE: '25', MAXIMUM_AGE: '34' })) < wide)
  t.ok((await reach({ LOCATION: ['US'], AUDIENCE_EXCLUDE: ['123'] })) < wide)
  t.ok((await reach({ LOCATION: ['US', 'CA'] })) > wide)
})

t.test('an update replaces the targeting and answers null', async (t) => {
  const world = await mock(t)
  const created = await templateIn(world, { targeting_attributes: { LOCATION: ['US'], GENDER: ['male'] } })
  world.clock.advance(60_000)
  const targeting_attributes = { LOCATION: ['CA'] }
  const { status, headers, body } = await world.patch('/targeting_templates', {
    id: created.id,
    operation_type: 'UPDATE',
    targeting_attributes,
  })
  t.equal(status, 200)
  t.match(headers['content-type'], /^application\/json/)
  t.equal(body, null)
  t.strictSame((await world.get('/targeting_templates')).body.items, [
    { ...created, targeting_attributes, updated_time: world.now + 60, sizing: null, valid: true },
  ])
})

t.test('a removed template is in no list, and gone for updates', async (t) => {
  const world = await mock(t)
  const { id } = await templateIn(world)
  await templateIn(world, { name: 'Other' })
  const removal = { id, operation_type: 'REMOVE' }
  t.equal((await world.patch('/targeting_templates', removal)).body, null)
  t.strictSame(await namesIn(world), ['Other'])
  t.strictSame(await namesIn(world, '?search_query=hikers'), [])
  const { status, body } = await world.patch('/targeting_templates', removal)
  t.equal(status, 404)
  t.strictSame(body, { code: 2, message: 'Targeting template not found.' })
})

t.test("a template that nobody knows, or another account's, is not found", async (t) => {
  const world = await mock(t)
  const { id } = await templateIn(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const [account, expected] of [
    [world.account, '123'],
    [other, id],
  ]) {
    const update = { id: expected, operation_type: 'REMOVE' }
    const { status } = await world.call('PATCH', `/v5/ad_accounts/${account}/targeting_templates`, update)
    t.equal(status, 404)
  }
  t.strictSame(await namesIn(world), ['Hikers'])
})

t.test('emptying an ad account deletes its templates', async (t) => {
  const world = await mock(t)
  const { id } = await templateIn(world)
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)
  t.strictSame(await namesIn(world), [])
  t.not((await templateIn(world)).id, id)
})

const refused = {
  'without a name': { targeting_attributes: {} },
  'without targeting': { name: 'Hikers' },
  'with null as targeting': { name: 'Hikers', targeting_attributes: null },
  'with a gender that does not exist': { name: 'Hikers', targeting_attributes: { GENDER: ['x'] } },
  'with a placement that does not exist': { ...hikers, placement_group: 'FEED' },
  'with a keyword of 121 characters': { ...hikers, keywords: [{ match_type: 'BROAD', value: 'x'.repeat(121) }] },
  'with a keyword without a match type': { ...hikers, keywords: [{ value: 'x' }] },
}
for (const [what, body] of Object.entries(refused)) {
  t.test(`a template ${what} is refused`, async (t) => {
    const world = await mock(t)
    const answer = await world.post('/targeting_templates', body)
    t.equal(answer.status, 400)
    t.match(answer.body, { code: 1, message: /^Invalid request: / })
    t.strictSame(await namesIn(world), [])
  })
}

t.test('an update must say of which template, and what to do', async (t) => {
  const world = await mock(t)
  const { id } = await templateIn(world)
  for (const update of [{ operation_type: 'REMOVE' }, { id }, { id, operation_type: 'DELETE' }]) {
    t.equal((await world.patch('/targeting_templates', update)).status, 400)
  }
  t.strictSame(await namesIn(world), ['Hikers'])
})

t.test('templates of an account that nobody knows are 403', async (t) => {
  const { call } = await mock(t)
  const path = '/v5/ad_accounts/123/targeting_templates'
  t.equal((await call('GET', path)).status, 403)
  t.equal((await call('POST', path, hikers)).status, 403)
  t.equal((await call('PATCH', path, { id: '1', operation_type: 'REMOVE' })).status, 403)
})

t.test('the seed small has a template, and keywords of every kind of parent', async (t) => {
  const world = await mock(t, { seed: 'small' })
  t.strictSame(await namesIn(world), ['Hikers'])
  const [campaign] = (await world.get('/campaigns')).body.items
  const [adGroup] = (await world.get('/ad_groups')).body.items
  for (const [query, count] of [
    ['', 1],
    [`?campaign_id=${campaign.id}`, 1],
    [`?ad_group_id=${adGroup.id}`, 2],
  ] as const) {
    t.equal((await world.get(`/keywords${query}`)).body.items.length, count)
  }
})
