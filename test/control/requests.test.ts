import t from 'tap'
import { type Json, mock } from '../support/mock.ts'

const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const urlsOf = ({ body }: Json): readonly string[] => body.items.map(({ url }: Json) => url)

t.test('a request is told with what was sent and what was answered, and without its token', async (t) => {
  const { call, account, now } = await mock(t)
  const { headers, body } = await call('POST', `/v5/ad_accounts/${account}/campaigns?a=1&access_token=secret`, [
    campaign,
  ])
  const entry = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(entry.body, {
    id: headers['x-mock-request-id'],
    world: 'default',
    time: new Date(now * 1000).toISOString(),
    method: 'POST',
    url: `/v5/ad_accounts/${account}/campaigns?a=1&access_token=…`,
    operation: 'campaigns/create',
    ad_account: account,
    status: 200,
    rules: [],
    faults: [],
    request: { headers: { authorization: 'Bearer …' }, truncated: false },
    answer: { headers: { 'x-mock-api-version': /^5/, 'x-pinterest-rid-128bit': /^[0-9a-f]{32}$/ }, truncated: false },
  })
  t.strictSame(JSON.parse(entry.body.request.body), [campaign])
  t.strictSame(JSON.parse(entry.body.answer.body), body)
})

t.test('a world has the requests that were made to it, the oldest first unless told otherwise', async (t) => {
  const { call } = await mock(t)
  for (const path of ['ad_accounts', 'boards', 'pins']) await call('GET', `/w/one/v5/${path}`)
  await call('GET', '/w/two/v5/ad_accounts')
  const all = ['/w/one/v5/ad_accounts', '/w/one/v5/boards', '/w/one/v5/pins']
  t.same(urlsOf(await call('GET', '/w/one/__mock/requests')), all)
  t.same(urlsOf(await call('GET', '/w/one/__mock/requests?order=DESCENDING')), all.toReversed())
  t.same(urlsOf(await call('GET', '/w/one/__mock/requests?limit=2')), all.slice(1))
})

t.test('requests are found by each criterion, as a query and as JSON', async (t) => {
  const { call, account, post, get } = await mock(t)
  await call('DELETE', '/__mock/requests')
  const first = await post('/campaigns', [campaign])
  await post('/campaigns', [{ ...campaign, colour: 'red' }])
  await post('/campaigns', [{ name: 'Poor', objective_type: 'AWARENESS' }])
  await get('/campaigns/1')
  await call('GET', '/v5/nowhere')
  const cases: readonly [Json, number][] = [
    [{ operation: 'campaigns/create' }, 3],
    [{ method: 'get' }, 2],
    [{ path: `/ad_accounts/*/campaigns` }, 3],
    [{ path: `/v5/ad_accounts/${account}/campaigns/*` }, 1],
    [{ status: 200 }, 3],
    [{ status: '4xx' }, 2],
    [{ status: '404', operation: 'campaigns/get' }, 1],
    [{ rule: 'campaign.budget.required' }, 1],
    [{ ad_account: account }, 4],
    [{ since: first.headers['x-mock-request-id'] }, 4],
    [{ warnings: true }, 1],
    [{ warnings: false }, 4],
    [{ faults: true }, 0],
    [{ body_contains: 'Sale' }, 2],
    [{ body_path: '[*].colour' }, 1],
    [{ body_path: '[0].daily_spend_cap', body_equals: 1_000_000 }, 2],
    [{ body_path: '[0].name', body_equals: 'Poor' }, 1],
    [{ body_equals: [campaign] }, 1],
  ]
  for (const [match, count] of cases) {
    const shown = JSON.stringify(match)
    const texts = Object.entries(match).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ])
    const query = new URLSearchParams(Object.fromEntries(texts))
    t.equal((await call('GET', `/__mock/requests/count?${query}`)).body.count, count, shown)
    t.equal((await call('GET', `/__mock/requests?${query}`)).body.items.length, count, shown)
    t.equal((await call('POST', '/__mock/requests/find', { match })).body.items.length, count, shown)
  }
})

t.test('a criterion that there is not, or that cannot be, is refused', async (t) => {
  const { call } = await mock(t)
  for (const query of ['colour=red', 'status=abc', 'body_path=a..b', 'world=one', 'limit=0']) {
    t.match(await call('GET', `/__mock/requests?${query}`), { status: 400, body: { code: 1 } }, query)
  }
})

t.test('a reset of the world, and a deletion of its requests, leave none', async (t) => {
  const { call } = await mock(t)
  await call('GET', '/w/one/v5/ad_accounts')
  t.equal((await call('DELETE', '/w/one/__mock/requests')).body.forgotten, 1)
  await call('GET', '/w/one/v5/ad_accounts')
  await call('POST', '/w/one/__mock/reset', {})
  t.same((await call('GET', '/w/one/__mock/requests')).body.items, [])
})

t.test('a request is found by its id in its own world alone, also after a reset', async (t) => {
  const { call } = await mock(t)
  await call('GET', '/w/two/v5/ad_accounts')
  const { headers } = await call('GET', '/w/one/v5/ad_accounts')
  const id = headers['x-mock-request-id']
  const statuses = async (world: string) =>
    Promise.all(
      [id, `${id}?as=curl`, `${id}/why`].map(
        async (path) => (await call('GET', `${world}/__mock/requests/${path}`)).status,
      ),
    )
  for (const reset of [false, true]) {
    if (reset) await call('POST', '/w/one/__mock/reset', {})
    t.same(await statuses('/w/one'), [200, 200, 200])
    for (const other of ['/w/two', '/w/three', '']) t.same(await statuses(other), [404, 404, 404], other)
  }
  t.match(await call('GET', '/__mock/requests/1'), { status: 404, body: { code: 1 } })
})

t.test('the warnings of a body that is too long to be kept are kept', async (t) => {
  const { call, post } = await mock(t)
  const { headers } = await post('/campaigns', [{ ...campaign, colour: 'x'.repeat(70_000) }])
  const { body } = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.equal(body.request.truncated, true)
  t.match(body.warnings, [/'colour'/])
})

t.test('a journal that is switched off says so', async (t) => {
  const { call } = await mock(t, { journal: 0 })
  const { headers } = await call('GET', '/v5/ad_accounts')
  for (const path of ['', '/count', `/${headers['x-mock-request-id']}`]) {
    t.match(await call('GET', `/__mock/requests${path}`), { status: 409, body: { message: /switched off/ } })
  }
})

t.test('as curl, a request is a command that sends the same', async (t) => {
  const { call, account } = await mock(t)
  const { headers } = await call('POST', `/w/one/v5/ad_accounts/${account}/campaigns`, [{ ...campaign, name: "It's" }])
  const { body } = await call('GET', `/w/one/__mock/requests/${headers['x-mock-request-id']}?as=curl`)
  t.match(body, `curl -X POST 'http://localhost:80/w/one/v5/ad_accounts/${account}/campaigns'`)
  t.match(body, 'PINTEREST_ACCESS_TOKEN')
  t.match(body, `"name":"It'\\''s"`)
})

t.test('as curl, a request whose token selects a world names the world', async (t) => {
  const { call } = await mock(t)
  const { headers } = await call('GET', '/v5/ad_accounts', undefined, { authorization: 'Bearer pina_one~local' })
  const { body } = await call('GET', `/w/one/__mock/requests/${headers['x-mock-request-id']}?as=curl`)
  t.match(body, "/w/one/v5/ad_accounts'")
})

t.test('as curl, an app is named by variables, and a HEAD waits for no body', async (t) => {
  const { call } = await mock(t)
  const curlOf = async (method: string, url: string, authorization: string) => {
    const { headers } = await call(method, url, undefined, { authorization })
    return (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}?as=curl`)).body
  }
  t.match(await curlOf('POST', '/v5/oauth/token', 'Basic c2VjcmV0'), /-u "\$\{PINTEREST_APP_ID/)
  t.match(await curlOf('HEAD', '/v5/ad_accounts', 'Bearer any'), /^curl --head 'http/)
})

t.test('without a match, every request is found', async (t) => {
  const { call } = await mock(t)
  await call('GET', '/v5/ad_accounts')
  t.equal((await call('POST', '/__mock/requests/find', {})).status, 200)
})
