import t from 'tap'
import { type Json, mock } from '../support/mock.ts'

const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const sdk = { 'user-agent': 'sdk/1.2 (node)', 'x-trace': 'a*b' }

/** A match, and whether the call of these tests meets it. */
const matches: readonly [Json, boolean][] = [
  [{ query: { page_size: 25 } }, true],
  [{ query: { page_size: '2*' } }, true],
  [{ query: { page_size: 2 } }, false],
  [{ query: { page_size: 25, order: '*' } }, true],
  [{ query: { page_size: 25, bookmark: '*' } }, false],
  [{ query: { bookmark: null } }, true],
  [{ query: { order: null } }, false],
  [{ query: { campaign_ids: '8' } }, true],
  [{ query: { campaign_ids: '9' } }, false],
  [{ headers: { 'user-agent': 'sdk/1.2 (node)' } }, true],
  [{ headers: { 'User-Agent': 'sdk/*(node)' } }, true],
  [{ headers: { 'user-agent': 'sdk/1.2' } }, false],
  [{ headers: { 'user-agent': 'SDK/1.2 (node)' } }, false],
  [{ headers: { 'x-trace': 'a\\*b' } }, true],
  [{ headers: { 'x-trace': '\\*' } }, false],
  [{ headers: { from: null } }, true],
  [{ headers: { 'x-trace': null } }, false],
  [{ method: 'get', query: { order: 'ASCENDING' }, headers: { 'x-trace': 'a*' } }, true],
]

for (const [match, isMet] of matches) {
  t.test(
    `${JSON.stringify(match)} is ${isMet ? '' : 'not '}met: in the journal, in a fault, and in a wait`,
    async (t) => {
      const { call, account } = await mock(t)
      const url = `/v5/ad_accounts/${account}/campaigns?page_size=25&order=ASCENDING&campaign_ids=7&campaign_ids=8`
      await call('DELETE', '/__mock/requests')
      await call('POST', '/__mock/faults', { match, effect: 'latency=0' })
      const { headers } = await call('GET', url, undefined, sdk)
      t.equal(headers['x-mock-faults'] === 'fault-1', isMet, 'the fault')
      t.equal((await call('POST', '/__mock/requests/find', { match })).body.items.length, isMet ? 1 : 0, 'find')
      const { status } = await call('POST', '/__mock/requests/verify', { match, times: isMet ? 1 : 0 })
      t.equal(status, 200, 'verify')
      const waited = await call('POST', '/__mock/requests/wait', { match, timeout: 0 })
      t.equal(waited.status, isMet ? 200 : 422, 'wait')
    },
  )
}

t.test('values by name are asked of a list as in a deep object of its query', async (t) => {
  const { call, account } = await mock(t)
  await call('GET', `/v5/ad_accounts/${account}/campaigns?page_size=25`, undefined, sdk)
  await call('GET', `/v5/ad_accounts/${account}/campaigns?page_size=50`)
  const count = async (query: string) => (await call('GET', `/__mock/requests/count?${query}`)).body.count
  t.equal(await count('query[page_size]=25'), 1)
  t.equal(await count('query[page_size]=*'), 2)
  t.equal(await count('query%5Bpage_size%5D=*&headers[user-agent]=sdk*'), 1)
  t.equal(await count('query[page_size]=25&query[order]=*'), 0)
  t.equal((await call('GET', '/__mock/requests/count?query=25')).status, 400)
  t.equal((await call('GET', '/__mock/requests/count?query[page_size]=1&query[page_size]=2')).status, 400)
})

t.test('what of a query and of headers is not as expected is told with what was sent', async (t) => {
  const { call, account } = await mock(t)
  await call('GET', `/v5/ad_accounts/${account}/campaigns?page_size=25`, undefined, sdk)
  const match = {
    operation: 'campaigns/list',
    query: { page_size: '50', order: '*' },
    headers: { 'user-agent': 'other*' },
  }
  const { body } = await call('POST', '/__mock/requests/verify', { match })
  t.match(body.near_misses[0].misses, [
    { criterion: 'query', wanted: match.query, found: { page_size: '25', order: null } },
    { criterion: 'headers', wanted: match.headers, found: { 'user-agent': 'sdk/1.2 (node)' } },
  ])
})

t.test('the fields of a form are found as those of JSON are', async (t) => {
  const { call } = await mock(t)
  const form = 'grant_type=client_credentials&scope=ads%3Aread+boards:read'
  const headers = { authorization: 'Basic YTpi', 'content-type': 'application/x-www-form-urlencoded' }
  const match = { body_path: 'scope', body_equals: 'ads:read boards:read' }
  await call('POST', '/__mock/faults', { match, effect: 'latency=0' })
  t.equal((await call('POST', '/v5/oauth/token', form, headers)).headers['x-mock-faults'], 'fault-1')
  t.equal((await call('POST', '/__mock/requests/verify', { match, times: 1 })).status, 200)
})

t.test('a fault can look at a part of a body, also of one that is longer than the journal keeps', async (t) => {
  const { call, post } = await mock(t)
  await call('POST', '/__mock/faults', { match: { body_contains: '"colour":"red"' }, effect: 'latency=0' })
  t.equal((await post('/campaigns', [campaign])).headers['x-mock-faults'], undefined)
  const long = { ...campaign, name: 'x'.repeat(70_000), colour: 'red' }
  t.equal((await post('/campaigns', [long])).headers['x-mock-faults'], 'fault-1')
})

t.test('without a journal, faults find the same', async (t) => {
  const { call, post } = await mock(t, { journal: 0 })
  const match = { body_contains: '"Sale"', headers: { 'content-type': 'application/json' } }
  await call('POST', '/__mock/faults', { match, effect: 'latency=0' })
  t.equal((await post('/campaigns', [campaign])).headers['x-mock-faults'], 'fault-1')
})

const secret = 'pina_S3CR3TMARK0123456789'
/** Where a call has a credential, with a match that guesses the whole of it, and one that guesses its beginning. */
const guesses: readonly [string, Json, Json][] = [
  [
    'authorization',
    { headers: { authorization: `Bearer ${secret}` } },
    { headers: { authorization: 'Bearer pina_S*' } },
  ],
  ['a header of tokens', { headers: { 'x-auth-token': secret } }, { headers: { 'x-auth-token': 'p*' } }],
  ['any header', { headers: { 'x-trace': secret } }, { headers: { 'x-trace': 'pina_S3*' } }],
  ['a parameter of tokens', { query: { access_token: secret } }, { query: { access_token: 'p*' } }],
  ['any parameter', { query: { note: secret } }, { query: { note: '*S3CR3T*' } }],
  ['the body', { body_path: 'name', body_equals: secret }, { body_contains: 'pina_S' }],
  ['a field of tokens', { body_path: 'client_secret', body_equals: secret }, { body_contains: '"client_secret":"p' }],
]
for (const [place, whole, beginning] of guesses) {
  t.test(`a credential in ${place} cannot be guessed by a match, neither whole nor by its beginning`, async (t) => {
    const { call } = await mock(t)
    for (const match of [whole, beginning]) await call('POST', '/__mock/faults', { match, effect: 'latency=0' })
    const headers = { authorization: `Bearer ${secret}`, 'x-auth-token': secret, 'x-trace': secret }
    const body = { name: secret, client_secret: secret }
    const answer = await call('POST', `/v5/ad_accounts?access_token=${secret}&note=${secret}`, body, headers)
    t.equal(answer.headers['x-mock-faults'], undefined)
    for (const { matched } of (await call('GET', '/__mock/faults')).body.items) t.equal(matched, 0)
    for (const match of [whole, beginning]) {
      const found = await call('POST', '/__mock/requests/find', { match })
      t.notOk(found.body.items?.length, JSON.stringify(match))
      const failed = await call('POST', '/__mock/requests/verify', { match: { ...match, method: 'POST' } })
      const refusalText = JSON.stringify(failed.body).replaceAll(JSON.stringify(match).slice(1, -1), '')
      t.notMatch(refusalText.replaceAll(secret, 'wanted'), 'S3CR3TMARK0')
    }
  })
}

t.test('that there is a credential, and of which scheme, can be matched', async (t) => {
  const { call } = await mock(t)
  await call('DELETE', '/__mock/requests')
  await call('GET', '/v5/boards', undefined, { authorization: `Bearer ${secret}` })
  await call('GET', '/v5/boards', undefined, { authorization: '' })
  const count = async (authorization: string | null) =>
    (await call('POST', '/__mock/requests/verify', { match: { headers: { authorization } }, at_least: 0 })).body.found
  t.equal(await count('Bearer *'), 1)
  t.equal(await count('Basic *'), 0)
  t.equal(await count('*'), 2)
})

for (const [match, message] of [
  [{ query: { page_size: ['25'] } }, /query.page_size.*no text, number, true or false/],
  [{ query: 'page_size=25' }, /query/],
  [{ headers: { '': 'x' } }, /headers/],
  [{ headers: { 'user-agent': 'x'.repeat(1001) } }, /user-agent/],
  [{ query: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`p${n}`, '1'])) }, /more than 50 names/],
  [{ path: `/${'*a'.repeat(500)}` }, /path/],
] as const) {
  t.test(`${JSON.stringify(match).slice(0, 60)} is refused of the journal and of faults alike`, async (t) => {
    const { call } = await mock(t)
    for (const [url, body] of [
      ['/__mock/requests/verify', { match }],
      ['/__mock/requests/find', { match }],
      ['/__mock/faults', { match, effect: 'reset' }],
    ] as const) {
      t.match(await call('POST', url, body), { status: 400, body: { message } }, url)
    }
  })
}

t.test('an order that is no text is refused like another word', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('POST', '/__mock/requests/find', { order: { toString: 1, valueOf: 2 } })
  t.equal(status, 400)
  t.match(body.message, 'is not one of ASCENDING, DESCENDING')
})
