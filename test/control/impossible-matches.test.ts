import t from 'tap'
import { type Json, type Mock, mock } from '../support/mock.ts'

const create = { operation: 'campaigns/create' }
const account = '549755885262'

/** A match that no call can meet, the reason, and the nearest that a call can meet. */
const impossible: readonly (readonly [Json, RegExp, Json])[] = [
  [{ operation: 'campaign/create' }, /no operation campaign\/create. Did you mean campaigns\/create\?/, create],
  [{ method: 'GTE' }, /GTE is no method of HTTP. Did you mean GET\?/, { method: 'GET' }],
  [{ ...create, method: 'GET' }, /never called with GET: campaigns\/create \(POST/, { ...create, method: 'POST' }],
  [
    { path: '/ad_account/*/campaigns' },
    /no path of the API. Did you mean \/ad_accounts\/\{ad_account_id\}\/campaigns\?/,
    { path: '/ad_accounts/*/campaigns' },
  ],
  [{ path: '/v5/campagns' }, /no path of the API/, { path: '*/campaigns' }],
  [{ path: '/ad_accounts?page_size=1' }, /has a query, which no path has/, { path: '/ad_accounts' }],
  [{ ...create, path: '/boards' }, /no path of campaigns\/create/, { ...create, path: '*/campaigns' }],
  [{ ad_account: '549755885263' }, /no ad account 549755885263.* Did you mean 549755885262\?/, { ad_account: account }],
  [
    { ad_account: account, path: '/ad_accounts/1/campaigns' },
    /no path of the API for the ad account/,
    { ad_account: account, path: '/ad_accounts/*/campaigns' },
  ],
  [
    { operation: 'terms_related/list', ad_account: account },
    /without an ad account in path or query/,
    { operation: 'boards/list', ad_account: account },
  ],
  [
    { body_equals: 'Sale' },
    /a body is a list or an object, and never "Sale"; say by body_path/,
    { ...create, body_path: '[*].name', body_equals: 'Sale' },
  ],
  [
    { ...create, body_path: 'name' },
    /leads nowhere in a body of campaigns\/create .* Did you mean \[\*\]\.name\?/,
    { ...create, body_path: '[*].name' },
  ],
  [
    { ...create, body_path: 'name', body_equals: 'Sale' },
    /Did you mean \[\*\]\.name\?/,
    { ...create, body_path: '[0].name', body_equals: 'Sale' },
  ],
  [
    { operation: 'boards/create', body_path: '[0].name' },
    /Did you mean name\?/,
    { operation: 'boards/create', body_path: 'name' },
  ],
  [
    { ...create, body_path: '[*].name.text' },
    /leads nowhere .* Did you mean \[\*\]\.name\?/,
    { ...create, body_path: '[*].name' },
  ],
  [
    { ...create, body_path: '[*]', body_equals: 'Sale' },
    /\[\*\] of campaigns\/create .* is an object, and never "Sale"/,
    { ...create, body_path: '[*]', body_equals: { name: 'Sale' } },
  ],
  [{ ...create, body_equals: { name: 'Sale' } }, /is a list, and never \{/, { ...create, body_equals: [] }],
  [{ method: 'GET', body_contains: 'x' }, /without a body/, { method: 'POST', body_contains: 'x' }],
  [
    { operation: 'campaigns/list', body_path: '[0]' },
    /without a body: campaigns\/list/,
    { operation: 'campaigns/update', body_path: '[0]' },
  ],
  [{ headers: { 'user agent': '*' } }, /'user agent' is no name of a header/, { headers: { 'user-agent': '*' } }],
  [{ headers: { 'x-*': '1' } }, /names are no patterns/, { headers: { 'x-trace': '*' } }],
  [
    { headers: { authorization: 'Bearer pina_abc' } },
    /authorization has a credential, .* send 'Bearer \*'/,
    { headers: { authorization: 'Bearer *' } },
  ],
  [{ headers: { 'X-Auth-Token': 'a*' } }, /X-Auth-Token has a credential/, { headers: { 'X-Auth-Token': null } }],
  [{ query: { access_token: 'abc' } }, /access_token has a credential/, { query: { access_token: '*' } }],
  [{ body_contains: 'pina_abcdefgh' }, /looks like a credential, .* send pina_…/, { body_contains: 'pina_…' }],
]

const places: readonly (readonly [string, (world: Mock, match: Json) => Promise<Json>])[] = [
  ['verify', ({ call }, match) => call('POST', '/__mock/requests/verify', { match, at_least: 0 })],
  ['verify in order', ({ call }, match) => call('POST', '/__mock/requests/verify', { in_order: [match] })],
  ['find', ({ call }, match) => call('POST', '/__mock/requests/find', { match })],
  ['wait', ({ call }, match) => call('POST', '/__mock/requests/wait', { match, timeout: 0 })],
  ['a list', ({ call }, match) => call('GET', `/__mock/requests?${queryOf(match)}`)],
  ['a count', ({ call }, match) => call('GET', `/__mock/requests/count?${queryOf(match)}`)],
  ['HAR', ({ call }, match) => call('GET', `/__mock/requests/har?${queryOf(match)}`)],
  ['a fault', ({ call }, match) => call('POST', '/__mock/faults', { match, effect: 'latency=0' })],
]

const queryOf = (match: Json): URLSearchParams =>
  new URLSearchParams(
    Object.entries(match).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )

for (const [match, reason, nearest] of impossible) {
  t.test(`${JSON.stringify(match)} is refused everywhere, and ${JSON.stringify(nearest)} nowhere`, async (t) => {
    const world = await mock(t)
    for (const [place, ask] of places) {
      t.match(await ask(world, match), { status: 400, body: { code: 1, message: reason } }, place)
      t.not((await ask(world, nearest)).status, 400, `${place}: the nearest`)
    }
  })
}

t.test('a rule that never refuses calls of the operation is refused with it', async (t) => {
  const { call } = await mock(t)
  const verify = (match: Json) => call('POST', '/__mock/requests/verify', { match, never: true })
  const refused = await verify({ operation: 'ads/list', rule: 'campaign.budget.required' })
  t.match(refused, { status: 400, body: { message: /refuses calls of campaigns\/create.*, and none of ads\/list/ } })
  t.equal(refused.headers['x-mock-rules'], 'control.match')
  t.equal((await verify({ operation: 'campaigns/create', rule: 'campaign.budget.required' })).status, 200)
  t.equal((await verify({ operation: 'ads/list', rule: 'request.schema' })).status, 200)
})

t.test('rules of an operation that there is not are refused, with the nearest', async (t) => {
  const { call } = await mock(t)
  const refused = await call('GET', '/__mock/rules?operation=campaign/create')
  t.match(refused, { status: 400, body: { message: /Did you mean campaigns\/create\?/ } })
  t.equal((await call('GET', '/__mock/rules?operation=campaigns/create')).status, 200)
})

t.test('a stub is refused what no call of HTTP has, and may answer a path that the API has not', async (t) => {
  const { call } = await mock(t)
  const stub = (match: Json) => call('POST', '/__mock/stubs', { match, response: { status: 200 } })
  t.equal((await stub({ headers: { 'user agent': '*' } })).status, 400)
  t.equal((await stub({ path: '/nowhere', headers: { authorization: 'Bearer secret' } })).status, 400)
  t.equal((await stub({ path: '/nowhere', headers: { authorization: 'Bearer *' } })).status, 200)
  t.match((await stub({ ...create, body_path: 'name' })).body.warnings, [/leads nowhere in a body of campaigns/])
})

t.test('a path that a stub answers is a path, for faults and in the journal', async (t) => {
  const world = await mock(t)
  const match = { path: '/next/thing', method: 'POST' }
  for (const [place, ask] of places) t.equal((await ask(world, match)).status, 400, place)
  await world.call('POST', '/__mock/stubs', { match: { path: '/next/*' }, response: { status: 201 } })
  for (const [place, ask] of places) t.not((await ask(world, match)).status, 400, place)
})

t.test('a path that no operation has can be looked for by what such calls are refused with', async (t) => {
  const { call } = await mock(t)
  await call('GET', '/v5/nowhere')
  const count = (match: Json) => call('GET', `/__mock/requests/count?${queryOf(match)}`)
  t.equal((await count({ path: '/nowhere' })).status, 400)
  t.match(await count({ path: '/nowhere', status: 404 }), { status: 200, body: { count: 1 } })
  t.match(await count({ path: '/nowhere', rule: 'request.path' }), { status: 200, body: { count: 1 } })
})

t.test('an ad account that the world has not can be looked for where calls had it', async (t) => {
  const { call } = await mock(t)
  const count = () => call('GET', '/__mock/requests/count?ad_account=549755885263')
  t.equal((await count()).status, 400)
  await call('GET', '/v5/ad_accounts/549755885263/campaigns')
  t.match(await count(), { status: 200, body: { count: 1 } })
})

/** A match that is unlikely, or may be met later, and the warning. */
const warned: readonly (readonly [Json, RegExp])[] = [
  [{ ...create, body_path: '[*].nam' }, /no body of campaigns\/create .* has the field nam.* Did you mean name\?/],
  [
    { operation: 'campaigns/list', query: { pagesize: '25' } },
    /no query of campaigns\/list .* has pagesize.* Did you mean page_size\?/,
  ],
]
for (const [match, warning] of warned) {
  t.test(`${JSON.stringify(match)} is answered with a warning everywhere`, async (t) => {
    const world = await mock(t)
    for (const [place, ask] of places) {
      if (place === 'HAR') continue
      const { status, body } = await ask(world, match)
      t.not(status, 400, place)
      t.match(body.warnings, [warning], place)
    }
  })
}

t.test('what is likely is answered without warnings', async (t) => {
  const world = await mock(t)
  for (const match of [{}, { ...create, body_path: '[*].name' }, { query: { anything: '1' } }, { method: 'GET' }]) {
    for (const [place, ask] of places) t.equal((await ask(world, match)).body.warnings, undefined, place)
  }
})

t.test('a method that no operation of a path has is a warning in the journal: such calls are made', async (t) => {
  const { call } = await mock(t)
  await call('PUT', '/v5/ad_accounts')
  const { status, body } = await call('GET', '/__mock/requests/count?method=PUT&path=/ad_accounts')
  t.match({ status, body }, { status: 200, body: { count: 1, warnings: [/never called with PUT/] } })
})

t.test(
  'an ad account that may come later is a warning for a fault and a wait, and is refused of what was',
  async (t) => {
    const world = await mock(t)
    const { body } = await world.call('POST', '/v5/ad_accounts', { name: 'Second' })
    await world.call('POST', '/__mock/reset', {})
    for (const [place, ask] of places) {
      const answer = await ask(world, { ad_account: body.id })
      if (place === 'a fault' || place === 'wait') {
        t.match(answer.body.warnings, [/there is no ad account \d+ in the world 'default'/], place)
      } else t.match(answer, { status: 400, body: { message: /never had an ad account/ } }, place)
    }
  },
)
