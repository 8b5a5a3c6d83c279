import t from 'tap'
import { awareness } from '../fixtures/campaigns.ts'
import { unimplemented, withoutBoards } from '../fixtures/unimplemented.ts'
import { type Answer, type Json, mock } from '../support/mock.ts'

const named: Readonly<Record<string, readonly [number, Json, Json]>> = {
  rate_limited: [
    429,
    { code: 8 },
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1', 'retry-after': undefined },
  ],
  'rate_limited=30': [429, { code: 8 }, { 'x-ratelimit-reset': '30', 'retry-after': '30' }],
  server_error: [500, { code: 12, message: 'Something went wrong on our end. Sorry about that.' }, {}],
  unavailable: [503, { code: 4197 }, { 'retry-after': undefined }],
  'unavailable=2': [503, { code: 4197 }, { 'retry-after': '2' }],
  token_expired: [
    401,
    { code: 2, message: 'Authentication failed.', status: 'failure' },
    { 'x-ratelimit-limit': undefined, 'x-ratelimit-remaining': undefined, 'x-ratelimit-reset': undefined },
  ],
  scope_missing: [401, { code: 3, status: undefined }, { 'x-ratelimit-limit': undefined }],
  not_permitted: [403, { code: 29, message: 'You are not permitted to access that resource.' }, {}],
  'status=502': [502, { code: 502, message: 'Bad Gateway' }, { 'content-type': 'application/json' }],
}
for (const [effect, [status, body, headers]] of Object.entries(named)) {
  t.test(`${effect} is answered as the API does, and nothing is stored`, async (t) => {
    const { call, get, account } = await mock(t)
    const url = `/v5/ad_accounts/${account}/campaigns`
    const answer = await call('POST', url, [awareness], { 'x-mock-fault': effect })
    t.equal(answer.status, status)
    t.match(answer.body, body)
    for (const [name, value] of Object.entries(headers)) t.equal(answer.headers[name], value, name)
    t.equal(answer.headers['x-mock-faults'], 'x-mock-fault')
    t.same((await get('/campaigns')).body.items, [])
  })
}

/** The answer to a list under one effect. */
async function answered(t: Parameters<typeof mock>[0], effect: Json): Promise<Answer> {
  const { call, get } = await mock(t)
  const added = await call('POST', '/__mock/faults', { effect })
  if (added.status !== 200) t.fail(JSON.stringify(added.body))
  return get('/campaigns')
}

t.test('an error can have words of its own', async (t) => {
  const { status, body } = await answered(t, { type: 'rate_limited', message: 'You look like spam.' })
  t.equal(status, 429)
  t.same(body, { code: 8, message: 'You look like spam.' })
})

t.test('a status can have a body that is JSON, of any shape', async (t) => {
  for (const body of [{ items: 'none' }, ['x'], null, 5, false]) {
    const answer = await answered(t, { type: 'status', status: 200, body })
    t.equal(answer.status, 200)
    t.equal(answer.headers['content-type'], 'application/json')
    t.same(answer.body, body)
  }
})

t.test('a status can have a body that is text, and headers', async (t) => {
  const effect = {
    type: 'status',
    status: 504,
    body: '<h1>Gateway</h1>',
    headers: { 'Content-Type': 'text/html', Via: 'me' },
  }
  const { status, body, headers } = await answered(t, effect)
  t.equal(status, 504)
  t.equal(body, '<h1>Gateway</h1>')
  t.match(headers, { 'content-type': 'text/html', via: 'me', 'content-length': '16' })
})

t.test('a status without a body has none', async (t) => {
  const { status, body } = await answered(t, { type: 'status', status: 204, body: 'not sent' })
  t.equal(status, 204)
  t.equal(body, '')
})

t.test('an error that is asked for is no failure of the server: the journal has no stack', async (t) => {
  const { call, get } = await mock(t)
  await call('POST', '/__mock/faults', { id: 'down', effect: 'server_error' })
  const { headers } = await get('/campaigns')
  const { body } = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(body, { status: 500, faults: ['down: server_error'] })
  t.notOk(body.stack)
})

t.test('the journal tells which faults were applied, also where there was no answer', async (t) => {
  const { call, app, account } = await mock(t)
  await call('POST', '/__mock/faults', { id: 'late', effect: 'latency=1ms' })
  await call('POST', '/__mock/faults', { id: 'gone', effect: 'empty' })
  await t.rejects(app.inject({ url: `/v5/ad_accounts/${account}/campaigns`, headers: { authorization: 'Bearer x' } }))
  const { body } = await call('GET', '/__mock/requests')
  t.match(body.items.at(-1), {
    operation: 'campaigns/list',
    status: null,
    faults: ['late: latency', 'gone: empty'],
  })
})

t.test('faults come after the path, the method and the token, and before the schema and the account', async (t) => {
  const { app, call } = await mock(t)
  await call('POST', '/__mock/faults', { effect: 'unavailable' })
  const bare = async (method: 'GET' | 'PUT', url: string) => (await app.inject({ method, url })).statusCode
  t.equal(await bare('GET', '/v5/nope'), 404)
  t.equal(await bare('PUT', '/v5/ad_accounts/1/campaigns'), 405)
  t.equal(await bare('GET', '/v5/ad_accounts/1/campaigns?page_size=0'), 401)
  t.equal((await call('GET', '/v5/ad_accounts/1/campaigns?page_size=0')).status, 503)
  t.equal((await call('GET', '/v5/ad_accounts/1/campaigns')).status, 503)
})

t.test('what is not implemented says so, unless a fault strikes it', async (t) => {
  const { call } = await mock(t, withoutBoards)
  const url = `/v5${unimplemented.path}`
  await call('POST', '/__mock/faults', { effect: 'unavailable', times: 1 })
  t.equal((await call('GET', url)).status, 503)
  t.equal((await call('GET', url)).status, 501)
})

t.test('a body that is no JSON is refused before any fault', async (t) => {
  const { call, account } = await mock(t)
  await call('POST', '/__mock/faults', { id: 'down', effect: 'unavailable' })
  t.equal((await call('POST', `/v5/ad_accounts/${account}/campaigns`, '[{')).status, 400)
  t.equal((await call('GET', '/__mock/faults/down')).body.matched, 0)
})

t.test('test control is outside faults', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/faults', { effect: 'unavailable' })
  t.equal((await call('GET', '/__mock/time', undefined, { 'x-mock-fault': 'unavailable' })).status, 200)
})

const refusedHeaders: readonly [string, RegExp][] = [
  ['rate_limted', /no effect of rate_limited, .*items\. Did you mean rate_limited\?/],
  ['', /no effect of/],
  ['latency', /'latency' is a required property/],
  ['latency=11m', /'11m' is greater than the maximum/],
  ['reset=3', /additional properties: 'value'/],
  ['{"type"', /is not JSON/],
  ['{"type":"status"}', /'status' is a required property/],
  ['items=0', /campaigns\/list was sent no batch that has such an item/],
]
for (const [header, message] of refusedHeaders) {
  t.test(`the header x-mock-fault: ${header} is refused with what there is`, async (t) => {
    const { call, account } = await mock(t)
    const url = `/v5/ad_accounts/${account}/campaigns`
    const { status, body, headers } = await call('GET', url, undefined, { 'x-mock-fault': header })
    t.equal(status, 400)
    t.match(body, { code: 1, message })
    t.equal(headers['x-mock-rules'], 'request.fault')
  })
}

t.test('the header takes JSON, spaces around it and values', async (t) => {
  const { call, account } = await mock(t)
  const statusOf = async (header: string): Promise<number> =>
    (await call('GET', `/v5/ad_accounts/${account}/campaigns`, undefined, { 'x-mock-fault': header })).status
  t.equal(await statusOf('{"type":"status","status":418}'), 418)
  t.equal(await statusOf(' status=418 '), 418)
  t.equal(await statusOf('latency=1ms'), 200)
  t.equal(await statusOf('latency=0.001s'), 200)
})

t.test('the header fails an item of the batch that goes with it', async (t) => {
  const { call, account } = await mock(t)
  const url = `/v5/ad_accounts/${account}/campaigns`
  const { body } = await call('POST', url, [awareness, awareness], { 'x-mock-fault': 'items=1' })
  t.match(body.items, [{ data: { name: 'Brand' } }, { exceptions: [{ code: 12 }] }])
  t.equal((await call('POST', url, [awareness], { 'x-mock-fault': 'items=1' })).status, 400)
})

t.test('a browser may read which faults were applied', async (t) => {
  const { call } = await mock(t)
  const { headers } = await call('GET', '/v5/ad_accounts', undefined, { origin: 'http://localhost:3000' })
  t.match(headers['access-control-expose-headers'], 'x-mock-faults')
})

t.test('a HEAD is struck as its GET is', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/faults', { match: { operation: 'ad_accounts/list' }, effect: 'malformed' })
  const { status, body } = await call('HEAD', '/v5/ad_accounts')
  t.equal(status, 200)
  t.equal(body, '')
})
