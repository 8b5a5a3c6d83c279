import t from 'tap'
import { audienceIn, conversionTagIn, customerListIn, emails, namesOf, readers } from '#test/fixtures/audiences.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('a created audience is INITIALIZING, and nobody is in it', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.post('/audiences', readers)
  t.equal(status, 200)
  t.match(body.id, /^2542\d{9}$/)
  t.strictSame(body, {
    ad_account_id: world.account,
    audience_type: 'ENGAGEMENT',
    created_by_company_name: null,
    created_timestamp: world.now,
    description: null,
    id: body.id,
    name: 'Readers',
    rule: { engagement_domain: ['www.example.com'] },
    type: 'audience',
    updated_timestamp: world.now,
    size: 0,
    status: 'INITIALIZING',
    is_nca: false,
  })
})

t.test(
  'an audience is read as it was created, with the company of its ad account, and a key more in a list',
  async (t) => {
    const world = await mock(t)
    const audience = await audienceIn(world)
    t.equal(audience.created_by_company_name, null)
    const read = { ...audience, created_by_company_name: 'Mock Advertiser' }
    t.strictSame((await world.get(`/audiences/${audience.id}`)).body, read)
    t.strictSame((await world.get('/audiences')).body.items, [{ ...read, is_ctv_enabled: false }])
  },
)

t.test('the company is what the owner says of itself', async (t) => {
  const world = await mock(t)
  const { id } = await audienceIn(world)
  for (const business_name of ['Baker & Co', null]) {
    await world.call('POST', '/__mock/seed', { users: [{ username: 'mock_advertiser', business_name }] })
    t.equal((await world.get(`/audiences/${id}`)).body.created_by_company_name, business_name)
  }
})

t.test('a created or changed audience is told in another order than one that is read', async (t) => {
  const world = await mock(t)
  const audience = await audienceIn(world)
  const path = `/audiences/${audience.id}`
  t.strictSame(Object.keys(audience).slice(0, 3), ['ad_account_id', 'id', 'name'])
  const changed = (await world.patch(path, { name: 'Regulars' })).body
  t.strictSame(Object.keys(changed).slice(0, 3), ['ad_account_id', 'id', 'name'])
  t.equal(Object.keys((await world.get(path)).body)[0], 'type')
})

t.test('an audience is for new customers when its customer list is, and lists may leave such out', async (t) => {
  const world = await mock(t)
  const types = { audience_type: 'CUSTOMER_LIST' }
  for (const is_nca of [true, false]) {
    const { id: customer_list_id } = await customerListIn(world, { is_nca })
    const audience = await audienceIn(world, { ...types, name: `nca ${is_nca}`, rule: { customer_list_id } })
    t.equal(audience.is_nca, is_nca)
    t.equal((await world.get(`/audiences/${audience.id}`)).body.is_nca, is_nca)
    t.equal((await world.patch(`/audiences/${audience.id}`, { description: 'x' })).body.is_nca, is_nca)
  }
  t.strictSame(await namesOf(world, '/audiences?exclude_nca=false'), ['nca true', 'nca false'])
  t.strictSame(await namesOf(world, '/audiences?exclude_nca=true'), ['nca false'])
  t.strictSame(await namesOf(world, '/audiences'), ['nca true', 'nca false'])
  t.equal((await world.get('/audiences?exclude_nca=perhaps')).status, 400)
})

t.test('an audience that is given another customer list is for new customers when that one is', async (t) => {
  const world = await mock(t)
  const [one, other] = [await customerListIn(world), await customerListIn(world, { is_nca: true })]
  const { id } = await audienceIn(world, { audience_type: 'CUSTOMER_LIST', rule: { customer_list_id: one.id } })
  const { body } = await world.patch(`/audiences/${id}`, { rule: { customer_list_id: other.id } })
  t.equal(body.is_nca, true)
})

t.test('a rule comes back with the keys that were sent, and null is absent', async (t) => {
  const world = await mock(t)
  const rule = { engager_type: 1, retention_days: 30, engagement_type: 'save', pin_id: ['34567'], ad_account_id: '5' }
  const audience = await audienceIn(world, { description: 'Who saved it', rule: { ...rule, country: null, url: null } })
  t.strictSame(audience.rule, rule)
  t.equal(audience.description, 'Who saved it')
  t.equal((await audienceIn(world, { description: null, ad_account_id: world.account })).description, null)
})

t.test('ENGAGEMENT without a domain passes, with a warning in the journal', async (t) => {
  const world = await mock(t)
  const answer = await world.post('/audiences', { ...readers, rule: { engager_type: 1 } })
  t.equal(answer.status, 200)
  const entry = (await world.call('GET', `/__mock/requests/${answer.headers['x-mock-request-id']}`)).body
  t.match(entry.warnings, [/engagement_domain/])
})

t.test('every type is taken with what it requires', async (t) => {
  const world = await mock(t)
  const { id: seed } = await audienceIn(world)
  const { id: tag } = await conversionTagIn(world)
  const { id: list } = await customerListIn(world)
  const rules = {
    CUSTOMER_LIST: { customer_list_id: list },
    VISITOR: { visitor_source_id: tag, retention_days: 180, event_source: { '=': ['web', 'mobile'] } },
    ACTALIKE: { seed_id: [seed], country: 'US', percentage: 10 },
    PERSONA: {},
  }
  for (const [audience_type, rule] of Object.entries(rules)) {
    t.strictSame((await audienceIn(world, { audience_type, rule })).rule, rule)
  }
})

t.test('lists and numbers are taken as the official examples write them, and come back so', async (t) => {
  const world = await mock(t)
  const { id: seed } = await audienceIn(world)
  const { id: tag } = await conversionTagIn(world)
  const alike = { seed_id: seed, country: 'CA', percentage: '10' }
  t.strictSame((await audienceIn(world, { audience_type: 'ACTALIKE', rule: alike })).rule, alike)
  const visitors = { visitor_source_id: [tag], retention_days: '180', url: 'https://example.com/shoe' }
  t.strictSame((await audienceIn(world, { audience_type: 'VISITOR', rule: visitors })).rule, visitors)
  const like = { visitor_source_id: tag, url: { contains: '/shoe' } }
  t.strictSame((await audienceIn(world, { audience_type: 'VISITOR', rule: like })).rule, like)
})

t.test('after a minute an audience has its size, the same on every run', async (t) => {
  const sizes = []
  for (let run = 0; run < 2; run++) {
    const world = await mock(t)
    const { id } = await audienceIn(world)
    world.clock.advance(59_000)
    t.match((await world.get(`/audiences/${id}`)).body, { size: 0, status: 'INITIALIZING' })
    world.clock.advance(1000)
    const { body } = await world.get(`/audiences/${id}`)
    t.equal(body.status, 'READY')
    sizes.push(body.size)
  }
  t.ok(sizes[0] >= 1000)
  t.equal(sizes[0], sizes[1])
})

t.test("an audience of a customer list has the list's people, as they are now", async (t) => {
  const world = await mock(t)
  const list = await customerListIn(world, { records: emails(99) })
  const rule = { customer_list_id: list.id }
  const { id } = await audienceIn(world, { audience_type: 'CUSTOMER_LIST', rule })
  world.clock.advance(60_000)
  t.match((await world.get(`/audiences/${id}`)).body, { size: 99, status: 'TOO_SMALL' })
  await world.patch(`/customer_lists/${list.id}`, { operation_type: 'ADD', records: emails(1, 99) })
  t.match((await world.get(`/audiences/${id}`)).body, { size: 100, status: 'READY' })
})

t.test('visitors are none at first when prefill is false, which is too few', async (t) => {
  const world = await mock(t)
  const rule = { visitor_source_id: (await conversionTagIn(world)).id, prefill: false }
  const { id } = await audienceIn(world, { audience_type: 'VISITOR', rule })
  world.clock.advance(60_000)
  t.match((await world.get(`/audiences/${id}`)).body, { size: 0, status: 'TOO_SMALL' })
})

t.test('an audience that is alike grows with its percentage', async (t) => {
  const world = await mock(t)
  const { id: seed } = await audienceIn(world)
  const ids = []
  for (const percentage of [1, '10']) {
    const rule = { seed_id: [seed], country: 'GB', percentage }
    ids.push((await audienceIn(world, { audience_type: 'ACTALIKE', rule })).id)
  }
  world.clock.advance(60_000)
  const [one, ten] = await Promise.all(ids.map(async (id) => (await world.get(`/audiences/${id}`)).body.size))
  t.equal(ten, one * 10)
})

t.test('a list pages in both orders, and its bookmark belongs to one of them', async (t) => {
  const world = await mock(t)
  for (const name of ['A', 'B', 'C']) await audienceIn(world, { name })
  t.strictSame(await namesOf(world, '/audiences'), ['A', 'B', 'C'])
  t.strictSame(await namesOf(world, '/audiences?order=DESCENDING'), ['C', 'B', 'A'])
  const { body: first } = await world.get('/audiences?page_size=2')
  t.strictSame(
    first.items.map(({ name }: Json) => name),
    ['A', 'B'],
  )
  t.match((await world.get(`/audiences?page_size=2&bookmark=${first.bookmark}`)).body, {
    items: [{ name: 'C' }],
    bookmark: null,
  })
  t.equal((await world.get(`/audiences?order=DESCENDING&bookmark=${first.bookmark}`)).status, 400)
})

t.test('no audience was received from others', async (t) => {
  const world = await mock(t)
  await audienceIn(world)
  t.strictSame(await namesOf(world, '/audiences?ownership_type=OWNED'), ['Readers'])
  t.strictSame((await world.get('/audiences?ownership_type=RECEIVED')).body, { items: [], bookmark: null })
  t.equal((await world.get('/audiences?ownership_type=SHARED')).status, 400)
})

t.test("an audience that nobody knows, or another account's, is not found", async (t) => {
  const world = await mock(t)
  const { id } = await audienceIn(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const path of [`${world.account}/audiences/123`, `${other}/audiences/${id}`]) {
    for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }]] as const) {
      const answer = await world.call(method, `/v5/ad_accounts/${path}`, body)
      t.equal(answer.status, 404)
      t.strictSame(answer.body, { code: 2, message: 'Audience not found.' })
    }
  }
})

const broken = {
  'of a type in lower case': { ...readers, audience_type: 'engagement' },
  'without a type': { name: 'x', rule: {} },
  'without a name': { audience_type: 'PERSONA', rule: {} },
  'without a rule': { name: 'x', audience_type: 'PERSONA' },
  'with null as rule': { ...readers, rule: null },
  'with domains that are no list': { ...readers, rule: { engagement_domain: 'www.example.com' } },
  'with half a day of retention': { ...readers, rule: { retention_days: 0.5 } },
  'with words for a number': { ...readers, rule: { retention_days: 'a month' } },
  'with a percentage below none': { ...readers, rule: { percentage: '-1' } },
}
for (const [what, body] of Object.entries(broken)) {
  t.test(`an audience ${what} is refused`, async (t) => {
    const world = await mock(t)
    const answer = await world.post('/audiences', body)
    t.match(answer, { status: 400, body: { code: 1, message: /^Invalid request: / } })
    t.strictSame(await namesOf(world, '/audiences'), [])
  })
}

t.test('audiences of an account that nobody knows are 403', async (t) => {
  const { call } = await mock(t)
  const path = '/v5/ad_accounts/123/audiences'
  t.equal((await call('GET', path)).status, 403)
  t.equal((await call('POST', path, readers)).status, 403)
  t.equal((await call('GET', `${path}/1`)).status, 403)
  t.equal((await call('PATCH', `${path}/1`, {})).status, 403)
})

t.test('emptying an ad account deletes its audiences', async (t) => {
  const world = await mock(t)
  const { id } = await audienceIn(world)
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)
  t.strictSame(await namesOf(world, '/audiences'), [])
  t.not((await audienceIn(world)).id, id)
})

t.test('the seed small has an audience of its tag, READY', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const [tag] = (await world.get('/conversion_tags')).body.items
  t.match((await world.get('/audiences')).body.items, [{ status: 'READY', rule: { visitor_source_id: tag.id } }])
})
