import t from 'tap'
import { checkout } from '../fixtures/events.ts'
import { type Answer, type Json, type Mock, mock } from '../support/mock.ts'

const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const why = async ({ call }: Mock, { headers }: Answer): Promise<Json> =>
  (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}/why`)).body

t.test('a refusal of an item names the rule, the item, the field, what was sent, and how it is known', async (t) => {
  const world = await mock(t)
  const end_time = world.now + 60
  const answer = await world.post('/campaigns', [campaign, { ...campaign, lifetime_spend_cap: 7_000_000, end_time }])
  t.match(await why(world, answer), {
    operation: 'campaigns/create',
    status: 200,
    verdict: 'partly refused',
    reasons: [
      {
        rule: 'campaign.budget.one-cap',
        refuses: 'item',
        item: 1,
        in: 'body',
        field: /^\[1\]\.(daily|lifetime)_spend_cap$/,
        fields: ['daily_spend_cap', 'lifetime_spend_cap'],
        code: 1,
        allowed: /cannot be set at the same time/,
        passes: String,
        evidence: 'documented',
        source: /GUIDE/,
      },
    ],
  })
})

t.test('of several fields that a rule looks at, the one is named that it saw to be wrong', async (t) => {
  const world = await mock(t)
  const item = { ...campaign, lifetime_spend_cap: 7, end_time: world.now + 60 }
  const { reasons } = await why(world, await world.post('/campaigns', [item]))
  const [small] = reasons.filter(({ rule }: Json) => rule === 'campaign.budget.minimum')
  t.match(small, { field: '[0].lifetime_spend_cap', sent: { lifetime_spend_cap: 7 }, evidence: 'observed' })
  t.equal(small.message, "Invalid 'spend_cap'", 'to the letter')
  t.match(small.allowed, /^Caps of 1000000 /, 'and what is allowed in words of ours')
})

t.test('a refusal by a schema names each field, what was sent, and what is allowed', async (t) => {
  const world = await mock(t)
  const answer = await world.post('/campaigns', [{ ...campaign, objective_type: 'FAME', daily_spend_cap: '1' }])
  const { verdict, reasons } = await why(world, answer)
  t.equal(verdict, 'refused')
  const [objective, cap] = reasons
  t.match(objective, { rule: 'request.schema', in: 'body', field: '[0].objective_type', sent: 'FAME' })
  t.match(objective.allowed, /one of AWARENESS/)
  t.match(cap, { field: '[0].daily_spend_cap', sent: '1', allowed: 'a value of type number' })
})

t.test('a refusal of a query parameter says that it is one', async (t) => {
  const world = await mock(t)
  const { reasons } = await why(world, await world.get('/campaigns?page_size=1000'))
  t.match(reasons, [{ rule: 'request.schema', in: 'query', field: 'page_size', sent: 1000, allowed: 'at most 250' }])
})

t.test('a refusal by a closed object names each property that it does not take, and says no more of it', async (t) => {
  const world = await mock(t)
  const event = { ...checkout, colour: 'red', custom_data: { category_name: 'Shoes' } }
  const answer = await why(world, await world.post('/events', { data: [event] }))
  t.match(answer, {
    verdict: 'refused',
    ignored_fields: [],
    warnings: [],
    reasons: [
      {
        rule: 'request.closed-object',
        in: 'body',
        field: 'data[0].custom_data.category_name',
        sent: 'Shoes',
        allowed: /closed/,
        evidence: 'observed',
        passes: /^data\[0\]\.custom_data\.category_name: nothing/,
      },
    ],
  })
  t.notMatch(JSON.stringify(answer), /ignore[sd] the|is ignored/)
})

t.test('a refusal of one of several ids names that id', async (t) => {
  const world = await mock(t)
  const { id } = await world.create('/campaigns', campaign)
  const { body } = await world.post('/labels', { labels: [{ label_type: 'CUSTOM', value: 'x' }] })
  const label = body.labels[0].id
  const answer = await world.post(`/labels/${label}/apply`, { entity_ids: [id, '123'] })
  t.match((await why(world, answer)).reasons, [{ item: 1, field: 'entity_ids[1]', sent: '123' }])
})

t.test('a refusal of the whole request is of no item', async (t) => {
  const world = await mock(t)
  const { reasons } = await why(world, await world.get('/ad_groups?campaign_ids=1&ad_group_ids=2'))
  t.match(reasons, [{ item: null, in: 'query', field: 'ad_group_ids', sent: '2' }])
})

t.test('a call without a token is told what one looks like', async (t) => {
  const world = await mock(t)
  const answer = await world.call('GET', '/v5/ad_accounts', undefined, { authorization: '' })
  t.match((await why(world, answer)).reasons, [{ rule: 'request.token', refuses: 'protocol', passes: /Bearer/ }])
})

t.test('what is wrong with a header, the method or the body is told to be there', async (t) => {
  const world = await mock(t)
  const url = `/v5/ad_accounts/${world.account}/campaigns`
  const placed = async (...call: Parameters<typeof world.call>) => (await why(world, await world.call(...call))).reasons
  const sentHeaders = { authorization: 'Basic secret' }
  t.match(await placed('GET', url, undefined, sentHeaders), [{ in: 'header', field: 'authorization', sent: 'Basic …' }])
  const struck = { 'x-mock-fault': 'rset' }
  t.match(await placed('GET', url, undefined, struck), [{ in: 'header', field: 'x-mock-fault', sent: 'rset' }])
  t.match(await placed('PUT', url), [{ in: 'method', field: null, sent: 'PUT' }])
  t.match(await placed('POST', url, '{'), [{ in: 'body', field: null }])
  t.match(await placed('GET', `${url}s`), [{ in: 'path', field: null }])
})

t.test('a call over the limit is told when it would have passed', async (t) => {
  const world = await mock(t, { limits: { '*': { per_minute: 1 } } })
  await world.get('/campaigns')
  t.match((await why(world, await world.get('/campaigns'))).reasons, [{ passes: /x-ratelimit-reset/ }])
})

t.test('a call that matched nothing is told the nearest operations', async (t) => {
  const world = await mock(t)
  const nearest = async (method: string, path: string) =>
    (await why(world, await world.call(method, path))).near_operations.map(({ operation }: Json) => operation)
  t.equal((await nearest('GET', `/v5/ad_accounts/${world.account}/campaign`))[0], 'campaigns/list')
  t.equal((await nearest('POST', `/v5/ad_account/${world.account}/adgroups`))[0], 'ad_groups/create')
  t.ok((await nearest('DELETE', `/v5/ad_accounts/${world.account}/campaigns`)).includes('campaigns/update'))
  t.same(await nearest('GET', '/v5/ad_accounts'), [])
})

t.test('a request that passed is told so, with what no version describes and what is deprecated', async (t) => {
  const world = await mock(t)
  const answer = await world.post('/campaigns', [{ ...campaign, colour: 'red', ad_account_id: world.account }])
  t.match(await why(world, answer), {
    verdict: 'passed',
    reasons: [],
    ignored_fields: ['colour'],
    deprecated: [/'\[\].ad_account_id'/],
    warnings: [/'colour'/, /ad_account_id/],
  })
})

t.test('a message that the configuration reworded is told as it was answered', async (t) => {
  const world = await mock(t, { rules: { 'campaign.budget.required': { message: 'Our own.', code: 77 } } })
  const answer = await world.post('/campaigns', [{ ...campaign, daily_spend_cap: 0 }])
  t.match((await why(world, answer)).reasons, [{ rule: 'campaign.budget.required', message: 'Our own.', code: 77 }])
})

t.test('what would have passed is told where the message does not say it', async (t) => {
  const world = await mock(t)
  const unknown = await world.patch('/campaigns', [{ id: '123', name: 'x' }])
  t.match((await why(world, unknown)).reasons, [
    { rule: 'campaign.exists', field: '[0].id', sent: '123', passes: 'The id of a campaign of this ad account.' },
  ])
  const unfit = await world.post('/campaigns', [{ ...campaign, intended_promotion_type: 'CATALOG' }])
  t.match((await why(world, unfit)).reasons, [
    { rule: 'campaign.objective.promotion-type', allowed: /does not go with/, passes: /^One of STANDARD_AD/ },
  ])
  const nowhere = await world.get('/campaigns/123')
  t.match((await why(world, nowhere)).reasons, [{ rule: 'campaign.path', passes: /id of a campaign that exists/ }])
})

t.test('credentials are in no part of the reason', async (t) => {
  const world = await mock(t)
  const answer = await world.post('/campaigns', [{ ...campaign, name: 5, refresh_token: 'secret' }])
  t.match((await why(world, answer)).reasons, [{ field: '[0].name', sent: 5 }])
  t.notMatch(JSON.stringify(await why(world, answer)), 'secret')
})

t.test('a batch of which every item was refused is refused', async (t) => {
  const world = await mock(t)
  const poor = { ...campaign, daily_spend_cap: 0 }
  t.equal((await why(world, await world.post('/campaigns', [poor]))).verdict, 'refused')
  t.equal((await why(world, await world.post('/campaigns', [poor, campaign]))).verdict, 'partly refused')
})
