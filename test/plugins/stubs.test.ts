import t from 'tap'
import { strict } from '../fixtures/oauth.ts'
import { unimplemented, unimplementedWrite, withoutBoards } from '../fixtures/unimplemented.ts'
import { type Answer, type Json, type Mock, type MockOptions, mock, testNow } from '../support/mock.ts'

/** A world with these stubs. */
const stubbed = (t: Parameters<typeof mock>[0], ...stubs: readonly Json[]): Promise<Mock> => stubbedIn(t, {}, stubs)

/** A world with these stubs on a server with these options. */
async function stubbedIn(t: Parameters<typeof mock>[0], options: MockOptions, stubs: readonly Json[]): Promise<Mock> {
  const made = await mock(t, options)
  for (const stub of stubs) {
    const { status, body } = await made.call('POST', '/__mock/stubs', stub)
    if (status !== 200) t.fail(JSON.stringify(body))
  }
  return made
}

const entryOf = async ({ call }: Mock, { headers }: Answer): Promise<Json> =>
  (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)).body

t.test('a stub answers a path that no operation has, below /v5 and without it', async (t) => {
  const response = { status: 201, body: { ok: true }, headers: { 'x-build': '7' } }
  const { call } = await stubbed(t, { match: { method: 'POST', path: '/widgets' }, response })
  for (const url of ['/v5/widgets', '/widgets']) {
    const { status, body, headers } = await call('POST', url, { a: 1 })
    t.strictSame([status, body], [201, { ok: true }])
    t.match(headers, { 'x-build': '7', 'x-mock-stub': 'stub-1', 'content-type': 'application/json' })
  }
  t.equal((await call('POST', '/v5/gadgets', {})).status, 404)
  t.equal((await call('GET', '/v5/widgets')).status, 404)
})

t.test('a stub answers in place of an operation, and only what it matches', async (t) => {
  const match = { operation: 'campaigns/list', query: { page_size: '1' } }
  const { get } = await stubbed(t, { match, response: { body: { items: 'mine' } } })
  t.same((await get('/campaigns?page_size=1')).body, { items: 'mine' })
  t.same((await get('/campaigns?page_size=2')).body, { items: [], bookmark: null })
})

t.test('a stub answers an operation that is not implemented', async (t) => {
  const { id, path } = unimplemented
  const { call } = await stubbedIn(t, withoutBoards, [{ match: { operation: id }, response: { body: { items: [1] } } }])
  t.strictSame((await call('GET', `/v5${path}`)).body, { items: [1] })
  t.equal((await call('POST', `/v5${unimplementedWrite.path}`, {})).status, 501)
})

t.test('a stub answers by the header and the body of a call', async (t) => {
  const made = await stubbed(
    t,
    { match: { path: '/x', headers: { 'x-plan': 'gold*' } }, response: { body: 'by header' } },
    { match: { path: '/x', body_path: 'kind', body_equals: 'big' }, response: { body: 'by body' } },
  )
  t.equal((await made.call('POST', '/v5/x', {}, { 'x-plan': 'gold 2' })).body, 'by header')
  t.equal((await made.call('POST', '/v5/x', { kind: 'big' })).body, 'by body')
  t.equal((await made.call('POST', '/v5/x', { kind: 'small' })).status, 404)
  t.equal((await made.call('POST', '/v5/x', '{')).status, 400, 'the body is read, since a stub may match it')
})

t.test('a HEAD is a method of its own, and is answered without a body', async (t) => {
  const { call } = await stubbed(t, { match: { method: 'HEAD', path: '/x' }, response: { status: 202, body: 'long' } })
  t.strictSame([(await call('HEAD', '/v5/x')).status, (await call('HEAD', '/v5/x')).body], [202, ''])
  t.equal((await call('GET', '/v5/x')).status, 404)
})

t.test('text has the type that its headers say, and plain text is text', async (t) => {
  const html = { body: '<p>', headers: { 'Content-Type': 'text/html' } }
  const { call } = await stubbed(
    t,
    { match: { path: '/plain' }, response: { body: 'yes' } },
    { match: { path: '/html' }, response: html },
    { match: { path: '/none' }, response: { status: 204, body: 'not sent' } },
    { match: { path: '/null' }, response: { body: null } },
  )
  t.match(await call('GET', '/v5/plain'), { body: 'yes', headers: { 'content-type': 'text/plain' } })
  t.match(await call('GET', '/v5/html'), { body: '<p>', headers: { 'content-type': 'text/html' } })
  t.match(await call('GET', '/v5/none'), { status: 204, body: '' })
  t.match(await call('GET', '/v5/null'), { status: 200, body: null })
})

t.test('without a token it is a 401 as everywhere, and the stub does not count it', async (t) => {
  const made = await stubbed(t, { id: 'one', match: { path: '/x' }, response: {} })
  t.equal((await made.call('GET', '/v5/x', undefined, { authorization: '' })).status, 401)
  t.equal((await made.call('GET', '/__mock/stubs/one')).body.hits, 0)
})

t.test('in strict mode a stub answers who has a token, and the scopes of the operation if there is one', async (t) => {
  const made = await mock(t, { auth: { ...strict, tokens: { ...strict.tokens, reader: { scopes: ['ads:read'] } } } })
  await made.call('POST', '/__mock/stubs', { response: { body: 'yes' } })
  const status = async (method: string, url: string, token: string): Promise<number> =>
    (await made.call(method, url, undefined, { authorization: `Bearer ${token}` })).status
  t.equal(await status('GET', '/v5/x', 'reader'), 200)
  t.equal(await status('GET', '/v5/x', 'nobody'), 401)
  t.equal(await status('GET', '/v5/ad_accounts', 'reader'), 200)
  t.equal(await status('POST', '/v5/ad_accounts', 'reader'), 401)
})

t.test('a stub comes after the rate limits, and counts towards them', async (t) => {
  const { call } = await mock(t, { limits: { '*': { per_minute: 2 } } })
  await call('POST', '/__mock/stubs', { match: { operation: 'pins/list' }, response: { body: [] } })
  const statuses: number[] = []
  for (const _ of Array(3)) statuses.push((await call('GET', '/v5/pins')).status)
  t.same(statuses, [200, 200, 429])
})

t.test('a stub comes before schemas, roles and rules', async (t) => {
  const { call } = await stubbed(t, { match: { operation: 'campaigns/create' }, response: { status: 202 } })
  t.equal((await call('POST', '/v5/ad_accounts/999/campaigns', { not: 'a list' })).status, 202)
})

t.test('the journal has the stub, and no finding about what it answered', async (t) => {
  const made = await stubbed(t, {
    id: 'mine',
    match: { operation: 'campaigns/create' },
    response: { body: { id: '1' } },
  })
  const entry = await entryOf(made, await made.post('/campaigns', [{ brand_new_field: 1 }]))
  t.match(entry, { operation: 'campaigns/create', status: 200, stub: 'mine', rules: [], faults: [], warnings: [] })
  t.equal(entry.answer.body, '{"id":"1"}')
  await made.post('/campaigns', [{ brand_new_field: 1 }])
  t.same((await made.call('GET', '/__mock/report')).body.findings, [])
  const other = await entryOf(made, await made.get('/campaigns'))
  t.equal(other.stub, null)
})

t.test('why says which stub answered, and that no rule refused', async (t) => {
  const made = await stubbed(t, { id: 'mine', match: { operation: 'pins/list' }, response: { status: 422 } })
  const { headers } = await made.call('GET', '/v5/pins')
  const { body } = await made.call('GET', `/__mock/requests/${headers['x-mock-request-id']}/why`)
  t.match(body, { status: 422, stub: 'mine', reasons: [] })
})

t.test('a call to a path of a stub alone is not one that matched nothing', async (t) => {
  const made = await stubbed(t, { match: { path: '/x' }, response: { body: 'text' } })
  const entry = await entryOf(made, await made.call('GET', '/v5/x'))
  t.match(entry, { operation: null, status: 200, answer: { body: 'text' } })
  t.same((await made.call('GET', '/__mock/requests/unmatched')).body.items, [])
})

t.test('responses come one after the other, and the last one is repeated', async (t) => {
  const responses = [{ status: 503 }, { status: 429 }, { body: 'done' }]
  const { call } = await stubbed(t, { match: { path: '/x' }, responses })
  const statuses: number[] = []
  for (const _ of Array(4)) statuses.push((await call('GET', '/v5/x')).status)
  t.same(statuses, [503, 429, 200, 200])
})

t.test('a stub that has answered so often as it may leaves calls to the operation', async (t) => {
  const { get, call } = await stubbed(t, {
    id: 'twice',
    match: { operation: 'campaigns/list' },
    times: 2,
    response: { status: 503 },
  })
  const statuses: number[] = []
  for (const _ of Array(3)) statuses.push((await get('/campaigns')).status)
  t.same(statuses, [503, 503, 200])
  t.match((await call('GET', '/__mock/stubs/twice')).body, { hits: 2, remaining: 0, active: false })
})

t.test("a stub expires on the world's clock", async (t) => {
  const { get, clock } = await stubbed(t, { expires_in: '30s', response: { status: 502 } })
  t.equal((await get('/campaigns')).status, 502)
  clock.advance(30_000)
  t.equal((await get('/campaigns')).status, 200)
})

t.test('of several that match the latest answers, unless another has a smaller priority', async (t) => {
  const { call } = await stubbed(
    t,
    { match: { path: '/x' }, response: { body: 'first' } },
    { match: { path: '/x' }, response: { body: 'second' } },
  )
  t.equal((await call('GET', '/v5/x')).body, 'second')
  await call('POST', '/__mock/stubs', { match: { path: '/x' }, priority: 1, response: { body: 'important' } })
  await call('POST', '/__mock/stubs', { match: { path: '/x' }, priority: 10, response: { body: 'rest' } })
  t.equal((await call('GET', '/v5/x')).body, 'important')
  t.same(
    (await call('GET', '/__mock/stubs')).body.items.map(({ id }: Json) => id),
    ['stub-3', 'stub-2', 'stub-1', 'stub-4'],
  )
})

t.test('stubs of a scenario answer by its state, and move it on', async (t) => {
  const order = { match: { method: 'GET', path: '/order' }, scenario: 'order' }
  const pay = { match: { method: 'POST', path: '/order/pay' }, scenario: 'order' }
  const made = await stubbed(
    t,
    { ...order, requires: 'Started', response: { body: 'open' } },
    { ...pay, requires: 'Started', sets: 'Paid', response: { status: 202 } },
    { ...order, requires: 'Paid', response: { body: 'paid' } },
  )
  const state = async (): Promise<string> => (await made.call('GET', '/v5/order')).body
  t.equal(await state(), 'open')
  t.equal((await made.call('POST', '/v5/order/pay', {})).status, 202)
  t.equal(await state(), 'paid')
  t.equal((await made.call('POST', '/v5/order/pay', {})).status, 404, 'nothing is paid twice')
  t.match((await made.call('GET', '/__mock/scenarios')).body.items, [
    { name: 'order', state: 'Paid', states: ['Started', 'Paid'] },
  ])
  await made.call('PUT', '/__mock/scenarios/order', { state: 'Started' })
  t.equal(await state(), 'open')
})

t.test('a latency delays the response', async (t) => {
  const made = await stubbed(t, { match: { path: '/x' }, response: { latency: '10m', body: 'late' } })
  let isOver = false
  const late = made.call('GET', '/v5/x')
  void late.then(() => (isOver = true))
  const hits = async (): Promise<number> => (await made.call('GET', '/__mock/stubs/stub-1')).body.hits
  while ((await hits()) === 0) await new Promise(setImmediate)
  t.equal((await made.call('GET', '/v5/boards')).status, 200)
  t.notOk(isOver, 'another call is answered before')
  await made.app.close()
  t.equal((await late).body, 'late', 'a server that closes waits no longer')
})

t.test('a reset ends stubs and scenarios; a copy, a snapshot and an export have none', async (t) => {
  const made = await stubbed(t, { match: { path: '/x' }, scenario: 's', sets: 'On', response: {} })
  const { call } = made
  await call('GET', '/v5/x')
  await call('PUT', '/__mock/snapshots/now')
  await call('POST', '/__mock/worlds', { name: 'copy', from: { world: 'default' } })
  await call('PUT', '/w/import/__mock/state', (await call('GET', '/__mock/state')).body)
  await call('POST', '/w/snapshot/__mock/snapshots/now/restore')
  for (const world of ['copy', 'import', 'snapshot']) {
    t.same((await call('GET', `/w/${world}/__mock/stubs`)).body.items, [], world)
  }
  await call('POST', '/__mock/reset')
  t.equal((await call('GET', '/v5/x')).status, 404)
  t.same((await call('GET', '/__mock/scenarios')).body.items, [])
})

t.test('a stub of one world leaves the others, and makes its own world', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/w/one/__mock/stubs', { match: { path: '/x' }, response: {} })
  t.equal((await call('GET', '/w/one/v5/x')).status, 200)
  t.equal((await call('GET', '/w/two/v5/x')).status, 404)
  t.equal((await call('GET', '/__mock/worlds/one')).status, 200)
})

t.test('a read that was cached before is answered by a stub, and cached again without it', async (t) => {
  const { get, call } = await mock(t)
  for (const _ of Array(2)) t.same((await get('/campaigns')).body.items, [])
  await call('POST', '/__mock/stubs', { match: { operation: 'campaigns/list' }, response: { body: 'mine' } })
  t.equal((await get('/campaigns')).body, 'mine')
  await call('DELETE', '/__mock/stubs')
  t.same((await get('/campaigns')).body.items, [])
})

t.test('faults apply to what a stub answers', async (t) => {
  const made = await stubbed(t, { id: 'mine', match: { path: '/x' }, response: { body: { a: 'long enough' } } })
  const strike = async (effect: Json): Promise<void> => {
    await made.call('DELETE', '/__mock/faults')
    const { status, body } = await made.call('POST', '/__mock/faults', { match: { path: '/x' }, effect })
    if (status !== 200) t.fail(JSON.stringify(body))
  }
  await strike('unavailable')
  t.match(await made.call('GET', '/v5/x'), { status: 503, headers: { 'x-mock-stub': undefined } })
  t.equal((await made.call('GET', '/__mock/stubs/mine')).body.hits, 0)
  await strike('malformed')
  const { body } = await made.app.inject({ url: '/v5/x', headers: { authorization: 'Bearer any' } })
  t.equal(body, '{"a":"long enough"')
  await strike('latency=20ms')
  t.match(await made.call('GET', '/v5/x'), {
    status: 200,
    headers: { 'x-mock-stub': 'mine', 'x-mock-faults': 'fault-3' },
  })
})

t.test('items of a batch do not fail where a stub answers, and the fault does not count them', async (t) => {
  const made = await stubbed(t, { match: { operation: 'campaigns/create' }, response: { body: { items: [] } } })
  const fault = { id: 'first', match: { operation: 'campaigns/create' }, effect: 'items=0' }
  await made.call('POST', '/__mock/faults', fault)
  t.match(await made.post('/campaigns', [{}]), { status: 200, headers: { 'x-mock-faults': undefined } })
  t.match((await made.call('GET', '/__mock/faults/first')).body, { matched: 0, hits: 0 })
})

t.test('a 401 of a stub is not counted by the limits, as those of the API are not', async (t) => {
  const { call } = await mock(t, { limits: { '*': { per_minute: 2 } } })
  await call('POST', '/__mock/stubs', { match: { operation: 'pins/list' }, response: { status: 401, body: {} } })
  for (const _ of Array(3)) {
    t.match(await call('GET', '/v5/pins'), { status: 401, headers: { 'x-ratelimit-limit': undefined } })
  }
})

t.test('a template gives back what was sent, and the time and ids of the world', async (t) => {
  const { call } = await stubbed(t, {
    match: { method: 'POST', path: '/ad_accounts/{ad_account_id}/widgets' },
    response: {
      status: 201,
      headers: { location: '/widgets/{{id}}', 'x-plan': '{{headers.x-plan}}' },
      body: {
        id: '{{id}}',
        account: '{{path.ad_account_id}}',
        resource: '{{path[2]}}',
        name: 'Widget {{body.name}}',
        size: '{{body.size}}',
        tags: '{{body.tags[*].name}}',
        first: '{{body.tags[0]}}',
        missing: '{{body.none}}',
        dry: '{{query.dry_run}}',
        created: '{{now}}',
        ends: '{{now.iso+7d}}',
        number: '{{counter}}',
        method: '{{ method }}',
      },
    },
  })
  const body = { name: 'A "b"', size: 3, tags: [{ name: 'x' }, { name: 'y' }] }
  const url = '/v5/ad_accounts/77/widgets?dry_run=true'
  const first = await call('POST', url, body, { 'x-plan': 'gold' })
  t.strictSame(first.body, {
    id: '990000000000001',
    account: '77',
    resource: 'widgets',
    name: 'Widget A "b"',
    size: 3,
    tags: ['x', 'y'],
    first: { name: 'x' },
    missing: null,
    dry: 'true',
    created: testNow,
    ends: '2026-06-08T12:00:00.000Z',
    number: 1,
    method: 'POST',
  })
  t.match(first.headers, { location: '/widgets/990000000000001', 'x-plan': 'gold' })
  const second = await call('POST', url, body)
  t.strictSame([second.body.id, second.body.number], ['990000000000002', 2])
})

t.test('the parameters of an operation are those of its path', async (t) => {
  const response = { body: { id: '{{path.campaign_id}}' } }
  const { get } = await stubbed(t, { match: { operation: 'campaigns/get' }, response })
  t.strictSame((await get('/campaigns/626700000102')).body, { id: '626700000102' })
})

t.test('a part of a call begins no other header', async (t) => {
  const { call } = await stubbed(t, { match: { path: '/x' }, response: { headers: { 'x-name': '{{body.name}}' } } })
  const { status, headers } = await call('POST', '/v5/x', { name: 'a\r\nset-cookie: b\u{1f600}' })
  t.equal(status, 200)
  t.match(headers, { 'x-name': 'aset-cookie: b', 'set-cookie': undefined })
})

t.test('braces are braces where the response is no template', async (t) => {
  const { call } = await stubbed(t, { match: { path: '/x' }, response: { template: false, body: ['{{nothing}}'] } })
  t.strictSame((await call('GET', '/v5/x')).body, ['{{nothing}}'])
})

t.test('a response that would be endless is refused in the envelope', async (t) => {
  const response = { body: Array(100).fill('{{body}}') }
  const { call } = await stubbed(t, { id: 'echo', match: { path: '/x' }, response })
  t.match(await call('POST', '/v5/x', { a: 'x'.repeat(100_000) }), {
    status: 413,
    body: { code: 1, message: /echo: its placeholders insert more than 4194304 characters/ },
  })
  t.equal((await call('POST', '/v5/x', { a: 'x'.repeat(10_000) })).status, 200)
})

t.test(
  'a fault strikes an operation that is not implemented, and a call that it does not match is a 501 as before',
  async (t) => {
    const { id, path } = unimplemented
    const url = `/v5${path}`
    const { call } = await mock(t, withoutBoards)
    await call('POST', '/__mock/faults', { match: { operation: id }, times: 1, effect: 'rate_limited' })
    t.match(await call('GET', url), { status: 429, body: { code: 8 } })
    t.equal((await call('GET', url)).status, 501)
    t.equal((await call('POST', `/v5${unimplementedWrite.path}`, '{')).status, 501)
    t.match(await call('GET', url, undefined, { 'x-mock-fault': 'unavailable' }), { status: 503 })
    await call('POST', '/__mock/faults', { effect: 'latency=1ms' })
    t.match(await call('GET', url), { status: 501, headers: { 'x-mock-faults': 'fault-2' } })
  },
)
