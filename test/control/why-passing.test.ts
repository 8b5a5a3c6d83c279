import t from 'tap'
import { exportState } from '#db/export.ts'
import { type Answer, type Json, type Mock, mock } from '../support/mock.ts'

const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const whyOf = async ({ call }: Mock, { headers }: Answer, world = ''): Promise<Json> =>
  (await call('GET', `${world}/__mock/requests/${headers['x-mock-request-id']}/why`)).body
const passingOf = async (world: Mock, answer: Answer): Promise<Json> =>
  (await whyOf(world, answer)).reasons[0]?.passing_request

t.test('the request that passes is the whole one, with the changes and the same in words', async (t) => {
  const world = await mock(t)
  const item = { ...campaign, daily_spend_cap: 5, status: 'PAUSED' }
  const { reasons } = await whyOf(world, await world.post('/campaigns', [campaign, item]))
  const change = { in: 'body', field: '[1].daily_spend_cap', sent: 5, passes: 1_000_000, change: 'set' }
  t.strictSame(reasons[0].passing_request, {
    method: 'POST',
    path: `/v5/ad_accounts/${world.account}/campaigns`,
    query: null,
    body: [campaign, { ...item, daily_spend_cap: 1_000_000 }],
    changes: [change],
  })
  t.equal(reasons[0].no_passing_request, null)
})

t.test('where no rule says what passes, the changes say it in words, and never the message again', async (t) => {
  const world = await mock(t)
  const both = { ...campaign, lifetime_spend_cap: 90_000_000, end_time: world.now + 60 }
  const { reasons } = await whyOf(world, await world.post('/campaigns', [both]))
  t.match(reasons, [
    {
      rule: 'campaign.budget.one-cap',
      passes: 'The same with [0].daily_spend_cap 0 in place of 1000000.',
      message: /cannot be set at the same time/,
    },
  ])
})

t.test('nothing of the search is stored, journaled or counted, and no id is used up', async (t) => {
  const world = await mock(t, { limits: { '*': { per_minute: 50 } } })
  const answer = await world.post('/campaigns', [campaign, { ...campaign, daily_spend_cap: 5 }])
  const before = exportState(world.worlds.world('default').db)
  const { body: requests } = await world.call('GET', '/__mock/requests')
  t.ok(await passingOf(world, answer))
  t.strictSame(exportState(world.worlds.world('default').db), before)
  t.strictSame((await world.call('GET', '/__mock/requests')).body, requests)
  const { headers } = await world.get('/campaigns')
  t.equal(headers['x-ratelimit-remaining'], String(Number(answer.headers['x-ratelimit-remaining']) - 1))
  const [first, second] = [answer.body.items[0].data.id, (await world.create('/campaigns', campaign)).id]
  const other = await mock(t)
  await other.create('/campaigns', campaign)
  t.equal((await other.create('/campaigns', campaign)).id, second, `the id after ${first} as ever`)
})

t.test('a world is copied for a search as it is now: files, frozen time, settings', async (t) => {
  const world = await mock(t, { dataDir: t.testdir({}), features: { '*': { require_cbo: true } } })
  await world.call('POST', '/__mock/time/freeze', { at: '2030-01-01T00:00:00Z' })
  const late = { ...campaign, end_time: 1_893_456_000 }
  const answer = await world.post('/campaigns', [late, { ...campaign, is_campaign_budget_optimization: false }])
  const { changes } = await passingOf(world, answer)
  t.match(changes, [
    { field: '[0].end_time', passes: 1_893_542_400 },
    { field: '[1].is_campaign_budget_optimization', passes: true },
  ])
})

t.test('every refused item of a batch passes in it, also where all have the same mistake', async (t) => {
  const world = await mock(t)
  const items = Array.from({ length: 30 }, (_, index) => ({ ...campaign, name: `Sale ${index}`, daily_spend_cap: 5 }))
  const answer = await world.post('/campaigns', [...items.slice(1), campaign])
  const { body } = await passingOf(world, answer)
  t.same(
    body.map(({ daily_spend_cap }: Json) => daily_spend_cap),
    Array(30).fill(1_000_000),
  )
  t.match(await world.post('/campaigns', body), { status: 200, headers: { 'x-mock-rules': undefined } })
})

t.test('a schema’s refusal of many fields is mended field by field', async (t) => {
  const world = await mock(t)
  const wrong = { name: 5, objective_type: 'FAME', daily_spend_cap: '5000000', start_time: 'soon', colour: 'red' }
  const { body } = await passingOf(world, await world.post('/campaigns', [wrong]))
  t.match(body, [{ name: '5', daily_spend_cap: 5_000_000, colour: 'red' }])
  t.equal((await world.post('/campaigns', body)).headers['x-mock-rules'], undefined)
})

t.test('a search that finds nothing ends after as many requests as it may try, alike every time', async (t) => {
  const world = await mock(t)
  const wrong = (index: number) => ({ name: index, campaign_id: `none ${index}`, targeting_spec: { GENDER: ['x'] } })
  const answer = await world.post(
    '/ad_groups',
    Array.from({ length: 30 }, (_, index) => wrong(index)),
  )
  const reasonOf = async () => (await whyOf(world, answer)).reasons[0].no_passing_request
  const reason = await reasonOf()
  t.match(
    reason,
    /^None was found by then: 2\d\d requests were tried on a copy of the world, as many as one search tries/,
  )
  t.equal(await reasonOf(), reason)
})

t.test('a closed object passes without the properties that it does not take', async (t) => {
  const world = await mock(t)
  const user_data = { em: ['a'.repeat(64)] }
  const event = { event_name: 'checkout', action_source: 'web', event_time: world.now, event_id: '1', user_data }
  const data = [{ ...event, colour: 'red', custom_data: { category_name: 'Shoes', currency: 'USD' } }]
  const { body, changes } = await passingOf(world, await world.post('/events', { data }))
  t.match(changes, [
    { field: 'data[0].colour', change: 'removed' },
    { field: 'data[0].custom_data.category_name', change: 'removed' },
  ])
  t.same(body.data[0].custom_data, { currency: 'USD' })
})

t.test('a refused query passes with its nearest value, or without one of its parameters', async (t) => {
  const world = await mock(t)
  const sized = await passingOf(world, await world.get('/campaigns?page_size=1000&order=ASCENDING'))
  t.match(sized, {
    query: { page_size: 250, order: 'ASCENDING' },
    body: null,
    changes: [{ in: 'query', sent: '1000' }],
  })
  const filtered = await passingOf(world, await world.get('/ad_groups?campaign_ids=1&ad_group_ids=2'))
  t.strictSame(filtered.query, { campaign_ids: '1' })
})

t.test('an item that a fault refused passes as it is', async (t) => {
  const world = await mock(t)
  await world.call('POST', '/__mock/faults', {
    effect: { type: 'items', items: [{ item: 0, code: 1, message: 'No' }] },
  })
  const { reasons } = await whyOf(world, await world.post('/campaigns', [campaign]))
  t.match(reasons, [{ passes: 'The same request: it passes now.', passing_request: { body: [campaign], changes: [] } }])
})

t.test('what is refused for something else than its content says so, and has no request that passes', async (t) => {
  const world = await mock(t)
  const reasonFor = async (answer: Answer): Promise<Json> => (await whyOf(world, answer)).reasons[0]
  const unknown = await reasonFor(await world.call('POST', '/v5/ad_accounts/1/campaigns', [campaign]))
  t.match(unknown, { passing_request: null, no_passing_request: /^ad_account\.access refuses something else/ })
  const long = await world.post('/campaigns', [{ ...campaign, daily_spend_cap: 5, colour: 'x'.repeat(70_000) }])
  t.match(await reasonFor(long), { no_passing_request: 'The journal has only the beginning of the body.' })
})

t.test('a search that finds nothing says how much was tried', async (t) => {
  const world = await mock(t)
  const answer = await world.patch('/campaigns', [{ id: '123', name: 'x' }])
  const { reasons } = await whyOf(world, answer)
  t.match(reasons, [
    {
      passing_request: null,
      no_passing_request: /^None passes: \d+ requests were tried on a copy of the world\.$/,
      passes: 'The id of a campaign of this ad account.',
    },
  ])
})

t.test('a search of a world that nobody has made makes none', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const answer = await world.call('POST', `/w/ghost/v5/ad_accounts/${world.account}/campaigns`, [{ name: 5 }])
  const { reasons } = await whyOf(world, answer, '/w/ghost')
  t.match(reasons[0].passing_request.body, [{ name: '5', objective_type: String }])
  t.same(world.worlds.names(), ['default'])
})

t.test('a call by a user of its own is tried as that user', async (t) => {
  const world = await mock(t, { seed: 'small', auth: { tokens: { partner: { user: 'coastal_kitchens' } } } })
  const as = { authorization: 'Bearer partner' }
  await world.call('POST', '/v5/boards', { name: 'Recipes' }, as)
  const answer = await world.call('POST', '/v5/boards', { name: 'recipes' }, as)
  t.match((await passingOf(world, answer)).changes, [{ field: 'name', sent: 'recipes' }])
})

t.test('credentials are in no request that passes', async (t) => {
  const world = await mock(t)
  const answer = await world.post('/campaigns', [{ ...campaign, daily_spend_cap: 5, refresh_token: 'secret-value' }])
  t.match(await passingOf(world, answer), { body: [{ refresh_token: '…', daily_spend_cap: 1_000_000 }] })
  t.notMatch(JSON.stringify(await whyOf(world, answer)), 'secret-value')
})
