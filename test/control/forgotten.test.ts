import t from 'tap'
import { type Json, type Mock, mock } from '../support/mock.ts'

const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }

/** Makes so many calls that a journal of five remembers none of before. */
async function forget({ call }: Mock, path = '/v5/boards'): Promise<void> {
  for (let count = 0; count < 5; count++) await call('GET', path)
}

const verify = ({ call }: Mock, body: Json) => call('POST', '/__mock/requests/verify', body)

t.test('two equal creations are found after a thousand further calls', async (t) => {
  const { call, post, get } = await mock(t)
  await post('/campaigns', [campaign])
  for (let count = 0; count < 1001; count++) await get('/campaigns/1')
  await post('/campaigns', [campaign])
  const { body } = await call('GET', '/__mock/report')
  t.match(body.findings, [{ finding: 'duplicate-create', count: 1 }])
  t.match(body.operations.met, [
    { operation: 'campaigns/get', calls: 1001 },
    { operation: 'campaigns/create', calls: 2 },
  ])
  t.match(body, { requests: 1005, forgotten: 5 })
  t.same(body.limits_reached, [])
  t.equal(
    (await call('GET', '/__mock/requests?limit=2000')).body.items.length,
    1000,
    'the latest thousand is a thousand',
  )
})

t.test(
  'what is counted is right although it is forgotten: operations, errors, rules, faults and what was met',
  async (t) => {
    const world = await mock(t, { journal: 5 })
    const { call, post, get } = world
    await call('DELETE', '/__mock/requests')
    await call('POST', '/__mock/faults', { id: 'one', trigger: { nth: 2 }, effect: 'rate_limited' })
    await post('/campaigns', [campaign, { ...campaign, daily_spend_cap: 0 }])
    await get('/campaigns')
    const { bookmark } = (await get('/campaigns?page_size=1')).body
    await call('GET', `/v5/boards?bookmark=${bookmark ?? 'none'}`)
    await call('GET', '/v5/nowhere')
    const before = (await call('GET', '/__mock/report')).body
    await forget(world, '/v5/pins')
    const { body } = await call('GET', '/__mock/report')
    t.equal(body.requests, 10)
    t.equal(body.forgotten, 5)
    for (const part of ['errors', 'rules', 'faults', 'findings', 'met', 'never']) t.same(body[part], before[part], part)
    t.same(
      body.operations.met.filter(({ operation }: Json) => operation !== 'pins/list'),
      before.operations.met,
    )
    t.notOk(body.operations.never.includes('campaigns/create'))
  },
)

t.test('a call that ends when it is forgotten already is counted when it ends', async (t) => {
  const world = await mock(t, { journal: 5 })
  const { call, get } = world
  await call('DELETE', '/__mock/requests')
  await call('POST', '/__mock/faults', {
    match: { operation: 'campaigns/list' },
    effect: { type: 'hang', at_most: '100ms' },
  })
  const hanging = get('/campaigns').catch(() => undefined)
  await forget(world)
  t.equal((await call('GET', '/__mock/report')).body.requests, 5)
  await hanging
  const { body } = await call('GET', '/__mock/report')
  t.match(body, { requests: 6, met: { lost_answers: { count: 1 } } })
})

t.test('what is deleted is counted no more', async (t) => {
  const world = await mock(t, { journal: 5 })
  const { call, post } = world
  await post('/campaigns', [campaign])
  await forget(world)
  await call('DELETE', '/__mock/requests')
  await forget(world)
  const { body } = await call('GET', '/__mock/report')
  t.match(body, { requests: 5, forgotten: 0, operations: { met: [{ operation: 'boards/list', calls: 5 }] } })
  t.equal((await verify(world, { match: { operation: 'campaigns/create' }, never: true })).status, 200)
})

t.test('the report of all worlds has what worlds forgot before they were reset or deleted', async (t) => {
  const world = await mock(t, { journal: 5 })
  const { call } = world
  await call('DELETE', '/__mock/requests')
  for (const name of ['one', 'two']) {
    for (let count = 0; count < 2; count++) await call('POST', `/w/${name}/v5/ad_accounts`, { name: 'Same' })
    await forget(world, `/w/${name}/v5/boards`)
  }
  await call('POST', '/w/one/__mock/reset', {})
  await call('DELETE', '/__mock/worlds/two')
  // So many journals are closed that the first two are dropped.
  for (let count = 0; count < 12; count++) {
    await forget(world, '/w/three/v5/pins')
    await call('POST', '/w/three/__mock/reset', {})
  }
  const { body } = await call('GET', '/__mock/report?world=all')
  t.match(body, {
    worlds: ['one', 'three', 'two'],
    requests: 74,
    operations: {
      met: [
        { operation: 'pins/list', calls: 60 },
        { operation: 'boards/list', calls: 10 },
        { operation: 'ad_accounts/create', calls: 4 },
      ],
    },
  })
  t.match(body.findings, [{ finding: 'duplicate-create', count: 2, occurrences: [{ world: 'one' }, { world: 'two' }] }])
})

const created = { operation: 'campaigns/create' }
const body_match = { ...created, body_path: '[0].name', body_equals: 'Sale' }

/** Expectations of a journal that has forgotten two creations, one of them refused, and of what they are held to be. */
const expectations: readonly [what: string, expected: Json, status: number, forgotten?: number][] = [
  ['never, where the forgotten may matter', { match: body_match, never: true }, 409],
  ['a number', { match: body_match, times: 1 }, 409],
  ['at most', { match: body_match, at_most: 1 }, 409],
  ['at least', { match: body_match, at_least: 1 }, 409],
  ['at most, of more than there were', { match: body_match, at_most: 2 }, 200, 2],
  ['at least, of more than there were', { match: body_match, at_least: 3 }, 422, 2],
  [
    'never, of an operation that was never called',
    { match: { ...body_match, operation: 'ads/create' }, never: true },
    200,
    0,
  ],
  ['never, of a status that was never answered', { match: { ...body_match, status: '5xx' }, never: true }, 200, 0],
  ['never, of a rule that never refused', { match: { ...created, rule: 'request.schema' }, never: true }, 200, 0],
  ['never, of a method that no call had', { match: { method: 'DELETE' }, never: true }, 200, 0],
  ['never, of a method that calls had', { match: { method: 'POST', ad_account: '549755885262' }, never: true }, 409],
  ['never, of a path that no call had', { match: { path: '/ad_accounts/*/ads' }, never: true }, 200, 0],
  ['never, of a path that calls had', { match: { path: '*/campaigns', method: 'POST' }, never: true }, 409],
  ['a number of an operation, which is counted', { match: created, times: 2 }, 200, 0],
  ['another number of it', { match: created, times: 1 }, 422, 0],
  ['a number of an operation and a status', { match: { ...created, status: 200 }, times: 2 }, 200, 0],
  ['never, of an operation that was called', { match: created, never: true }, 422, 0],
  ['a number of a rule', { match: { rule: 'campaign.budget.required' }, times: 1 }, 200, 0],
  ['with faults', { match: { faults: true }, never: true }, 200, 0],
  ['without faults', { match: { ...created, faults: false }, times: 2 }, 409],
  ['in order, of what is there', { in_order: [{ operation: 'boards/list' }, { operation: 'boards/list' }] }, 200, 0],
  ['in order, with a step that may be forgotten', { in_order: [created, { operation: 'boards/list' }] }, 409],
  ['in order, with a step that is not there', { in_order: [created, { operation: 'pins/list' }] }, 422, 0],
  ['in order, with a step that was never called', { in_order: [{ operation: 'ads/list' }] }, 422, 0],
]
for (const [what, expected, status, forgotten] of expectations) {
  t.test(`of a journal that has forgotten, ${what} is ${status}`, async (t) => {
    const world = await mock(t, { journal: 5 })
    await world.call('DELETE', '/__mock/requests')
    await world.post('/campaigns', [campaign])
    await world.post('/campaigns', [{ ...campaign, daily_spend_cap: 0 }])
    await forget(world)
    const answer = await verify(world, expected)
    t.equal(answer.status, status, answer.body.message)
    if (forgotten !== undefined) t.equal(answer.body.forgotten, forgotten)
    if (status === 409) {
      t.equal(answer.headers['x-mock-rules'], 'control.forgotten')
      t.match(answer.body.message, /\d more may match, .* larger --journal, .* since/)
    }
  })
}

t.test('calls that matched nothing are forgotten as such, and may have had any path', async (t) => {
  const world = await mock(t, { journal: 5 })
  await world.call('PATCH', '/v5/nowhere')
  await forget(world)
  t.match((await world.call('GET', '/__mock/requests/unmatched')).body, { items: [], forgotten: 1 })
  t.equal((await verify(world, { match: { method: 'PATCH' }, never: true })).status, 409)
  t.equal((await verify(world, { match: { method: 'PATCH', status: 200 }, never: true })).status, 200)
})

t.test('what came since a request that is there is known, whatever was forgotten before it', async (t) => {
  const world = await mock(t, { journal: 5 })
  await world.post('/campaigns', [campaign])
  await forget(world)
  const since = (await world.call('GET', '/v5/boards')).headers['x-mock-request-id']
  await world.post('/campaigns', [{ ...campaign, name: 'Other' }])
  const match = { body_path: '[0].name', body_equals: 'Sale' }
  t.equal((await verify(world, { match, never: true })).status, 409)
  t.equal((await verify(world, { match: { ...match, since }, never: true })).status, 200)
})

t.test('lists, counts and HAR tell how many they lack', async (t) => {
  const world = await mock(t, { journal: 5 })
  const { call, post } = world
  await call('DELETE', '/__mock/requests')
  await post('/campaigns', [campaign])
  await forget(world)
  t.match((await call('GET', '/__mock/requests')).body, { items: { length: 5 }, forgotten: 1 })
  t.match((await call('GET', '/__mock/requests?operation=pins/list')).body, { items: [], forgotten: 0 })
  t.match((await call('POST', '/__mock/requests/find', { match: created })).body, { items: [], forgotten: 1 })
  t.same((await call('GET', '/__mock/requests/count?operation=campaigns/create')).body, { count: 1, forgotten: 0 })
  t.same((await call('GET', '/__mock/requests/count?body_contains=Sale')).body, { count: 0, forgotten: 1 })
  const { log } = (await call('GET', '/__mock/requests/har')).body
  t.match(log, { _forgotten: 1, comment: /1 more may match/, entries: { length: 5 } })
  t.equal((await call('GET', '/__mock/requests/har?operation=boards/list')).body.log.comment, undefined)
})

t.test('waiting in vain for what may be forgotten does not say that it was not there', async (t) => {
  const world = await mock(t, { journal: 5 })
  await world.post('/campaigns', [campaign])
  await forget(world)
  const wait = (body: Json) => world.call('POST', '/__mock/requests/wait', { timeout: 0, ...body })
  t.equal((await wait({ match: body_match })).status, 409)
  t.equal((await wait({ match: { ...body_match, operation: 'ads/create' } })).status, 422)
  t.match(await wait({ match: created }), { status: 200, body: { found: 1, items: [] } })
})

t.test('of a body that is kept in part it is not said what it has not', async (t) => {
  const world = await mock(t)
  await world.post('/campaigns', [{ ...campaign, name: `Sale${'x'.repeat(70_000)}`, colour: 'red' }])
  const cases: readonly [Json, number][] = [
    [{ body_contains: 'red' }, 409],
    [{ body_contains: 'red', operation: 'campaigns/update' }, 200],
    [{ body_contains: 'Salexx' }, 422],
    [{ body_path: '[*].colour' }, 409],
  ]
  for (const [match, status] of cases) {
    t.equal((await verify(world, { match, never: true })).status, status, JSON.stringify(match))
  }
  const step = { body_contains: 'red' }
  t.equal((await verify(world, { in_order: [step] })).status, 409)
})

t.test('of a body that was not read it is not said what it has not', async (t) => {
  const world = await mock(t)
  const match = { body_contains: 'Sale' }
  await world.call('POST', `/v5/ad_accounts/${world.account}/campaigns`, [campaign], { authorization: '' })
  t.equal((await verify(world, { match, never: true })).status, 409)
  await world.call('DELETE', '/__mock/requests')
  await world.call('DELETE', `/v5/pins/1`, undefined, { authorization: '' })
  t.equal((await verify(world, { match, never: true })).status, 200)
})
