import t from 'tap'
import { mock } from '../support/mock.ts'

t.test('a call without a token is refused as the real service does it, without rate limit headers', async (t) => {
  const { app } = await mock(t)
  const { statusCode, headers, json } = await app.inject('/v5/ad_accounts')
  t.equal(statusCode, 401)
  t.strictSame(json(), { code: 2, message: 'Authentication failed.', status: 'failure' })
  t.equal(headers['x-ratelimit-limit'], undefined)
})

t.test('a failed authentication says so in its status, but where conversions are sent', async (t) => {
  const { app, account } = await mock(t)
  t.strictSame((await app.inject('/v5/boards')).json(), {
    code: 2,
    message: 'Authentication failed.',
    status: 'failure',
  })
  const url = `/v5/ad_accounts/${account}/events?test=True`
  const events = await app.inject({ method: 'POST', url, payload: { data: [] } })
  t.equal(events.statusCode, 401)
  t.strictSame(events.json(), { code: 2, message: 'Authentication failed.' })
})

t.test('no other 401 says so: neither a scope that is missing nor a grant that is over', async (t) => {
  const { call } = await mock(t, {
    auth: { mode: 'strict', tokens: { test: {}, reader: { scopes: ['boards:read'] } } },
  })
  const scope = await call('POST', '/v5/boards', { name: 'x' }, { authorization: 'Bearer reader' })
  t.match(scope.body, { code: 3 })
  const open = await mock(t)
  const form = {
    authorization: `Basic ${Buffer.from('app:secret').toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const grant = await open.call('POST', '/v5/oauth/token', 'grant_type=refresh_token&refresh_token=none', form)
  t.match(grant.body, { code: 283 })
  for (const { status, body } of [scope, grant]) {
    t.equal(status, 401)
    t.notOk('status' in body)
  }
})

t.test('an empty token, or one of another kind, is none', async (t) => {
  const { call } = await mock(t)
  for (const authorization of ['', 'Bearer', 'Bearer ', 'Basic abc']) {
    t.equal((await call('GET', '/v5/ad_accounts', undefined, { authorization })).status, 401, authorization)
  }
})

t.test('every answer but a 401 carries the headers of the real service', async (t) => {
  const { get } = await mock(t)
  const { headers } = await get('/campaigns')
  t.equal(headers['content-type'], 'application/json', 'without a charset, as observed')
  t.match(headers, {
    'x-pinterest-rid': /^\d{16}$/,
    'x-pinterest-rid-128bit': /^[0-9a-f]{32}$/,
    'pinterest-version': /^\d{7}$/,
    'x-mock-api-version': /^5\.\d+\.\d+$/,
    'x-ratelimit-limit': '100, 100;w=1;name="safety_net_app_id_user_id", 1000;w=60;name="ads_read_app_id_user_id"',
    'x-ratelimit-remaining': '97',
    'x-ratelimit-reset': '1',
    'cache-control': 'no-cache, no-store, must-revalidate',
    'x-content-type-options': 'nosniff',
    'x-mock-request-id': /^\d{16}$/,
  })
})

t.test('a page of any site may read answers, and a client that is no browser is not told so', async (t) => {
  const { call } = await mock(t)
  const { headers } = await call('GET', '/v5/ad_accounts', undefined, { origin: 'http://localhost:3000' })
  t.equal(headers['access-control-allow-origin'], 'http://localhost:3000')
  const exposed = String(headers['access-control-expose-headers']).split(', ')
  for (const name of ['x-ratelimit-reset', 'x-pinterest-rid-128bit', 'pinterest-version', 'x-mock-api-version']) {
    t.ok(exposed.includes(name), name)
    t.ok(name in headers, `${name} is there to be read`)
  }
  t.notOk('access-control-allow-origin' in (await call('GET', '/v5/ad_accounts')).headers)
})

t.test('a wrong method is refused with 405, and the header says which are right', async (t) => {
  const { call, account } = await mock(t)
  const { status, body, headers } = await call('PUT', `/v5/ad_accounts/${account}/campaigns`)
  t.equal(status, 405)
  t.equal(body.code, 5)
  t.equal(headers.allow, 'GET, HEAD, POST, PATCH, OPTIONS')
})

t.test('violations come in order: path, method, token, schema, ad account, entity', async (t) => {
  const { app, call } = await mock(t)
  const bare = async (method: 'GET' | 'PUT', url: string) => (await app.inject({ method, url })).statusCode
  t.equal(await bare('GET', '/v5/nope'), 404)
  t.equal(await bare('PUT', '/v5/ad_accounts/1/campaigns'), 405)
  t.equal(await bare('GET', '/v5/ad_accounts/1/campaigns?page_size=0'), 401)
  t.equal((await call('GET', '/v5/ad_accounts/1/campaigns?page_size=0')).status, 400)
  t.equal((await call('GET', '/v5/ad_accounts/1/campaigns/2')).status, 403)
})

t.test('a preflight of a browser is answered for any origin', async (t) => {
  const { app } = await mock(t)
  const { statusCode, headers } = await app.inject({
    method: 'OPTIONS',
    url: '/v5/ad_accounts',
    headers: {
      origin: 'http://localhost:3000',
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization,content-type',
    },
  })
  t.equal(statusCode, 204)
  t.equal(headers['access-control-allow-origin'], 'http://localhost:3000')
  t.match(headers['access-control-allow-methods'], 'PATCH')
  t.match(headers['access-control-allow-headers'], 'authorization')
})

t.test('health and readiness answer without a token', async (t) => {
  const { app } = await mock(t)
  t.match((await app.inject('/healthz')).json(), { status: 'ok' })
  t.match((await app.inject('/readyz')).json(), { status: 'ready' })
})

t.test('a failure of the server is a 500 without a stack, and the journal has it', async (t) => {
  const { worlds, get, call } = await mock(t)
  worlds.world('default').db.exec('DROP TABLE label_applications; DROP TABLE labels')
  const { status, body, headers } = await get('/labels')
  t.equal(status, 500)
  t.strictSame(body, { code: 12, message: 'Something went wrong on our end. Sorry about that.' })
  const entry = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(entry.body.stack, /no such table: labels/)
})

t.test('a rule that is switched off refuses nothing, and one that is reworded says so', async (t) => {
  const rules = {
    'campaign.budget.one-cap': { off: true },
    'campaign.budget.required': { code: 99, message: 'No money.' },
    'request.token': { code: 98 },
  }
  const { post, now, app } = await mock(t, { rules })
  const both = { daily_spend_cap: 1_000_000, lifetime_spend_cap: 1_000_000, end_time: now + 100 }
  const { body } = await post('/campaigns', [
    { name: 'both', objective_type: 'AWARENESS', ...both },
    { name: 'none', objective_type: 'AWARENESS' },
  ])
  t.match(body.items, [{ data: { name: 'both' } }, { exceptions: [{ code: 99, message: 'No money.' }] }])
  t.match((await app.inject('/v5/ad_accounts')).json(), { code: 98, message: 'Authentication failed.' })
})
