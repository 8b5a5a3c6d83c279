import t from 'tap'
import { buildApp } from '#server/app/app.ts'
import { finishedReport } from '../fixtures/reports.ts'
import { type Mock, mock } from '../support/mock.ts'

const page = 'http://localhost:5173'

/** The answer to a preflight, as a browser sends it before a page's call. */
const preflight = ({ app }: Pick<Mock, 'app'>, url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'OPTIONS', url, headers: { origin: page, 'access-control-request-method': 'POST', ...headers } })

for (const origin of [page, 'https://app.example.com', 'null', 'http://192.168.1.7:3000', 'capacitor://localhost']) {
  t.test(`a page of ${origin} may call the API with credentials`, async (t) => {
    const { call } = await mock(t)
    const { headers } = await call('GET', '/v5/ad_accounts', undefined, { origin })
    t.match(headers, {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      vary: /\borigin\b/,
    })
  })
}

t.test('a response that is compressed depends on the origin too', async (t) => {
  const { app, account } = await mock(t, { seed: 'small' })
  const { headers } = await app.inject({
    url: `/v5/ad_accounts/${account}/campaigns`,
    headers: { authorization: 'Bearer any', origin: page, 'accept-encoding': 'gzip' },
  })
  t.equal(headers['content-encoding'], 'gzip')
  t.equal(headers.vary, 'origin, accept-encoding')
})

for (const method of ['PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'PROPFIND']) {
  t.test(`a preflight for ${method} passes, with the headers that it names`, async (t) => {
    const answer = await preflight(await mock(t), '/v5/ad_accounts', {
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type,x-anything',
    })
    t.equal(answer.statusCode, 204)
    t.equal(answer.body, '')
    t.match(answer.headers, {
      'access-control-allow-origin': page,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'authorization,content-type,x-anything',
      'access-control-max-age': '600',
      'content-length': '0',
    })
    t.ok(String(answer.headers['access-control-allow-methods']).split(', ').includes(method))
  })
}

t.test('a preflight for a private network passes, and one for a public network says nothing of it', async (t) => {
  const server = await mock(t)
  const asks = { 'access-control-request-private-network': 'true' }
  t.equal((await preflight(server, '/v5/x', asks)).headers['access-control-allow-private-network'], 'true')
  t.notOk('access-control-allow-private-network' in (await preflight(server, '/v5/x')).headers)
  t.equal((await preflight(server, '/__mock/time', asks)).headers['access-control-allow-private-network'], 'true')
  const foreign = await preflight(server, '/__mock/time', { ...asks, origin: 'https://evil.example' })
  t.equal(foreign.statusCode, 403)
  t.notOk('access-control-allow-private-network' in foreign.headers)
})

/** The names of the response headers that a page may read. */
const exposed = (headers: Record<string, unknown>): string[] =>
  String(headers['access-control-expose-headers']).split(', ')

t.test('a page reads when a limited call may be repeated', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/faults', { effect: { type: 'rate_limited', retry_after: 3 } })
  const { status, headers } = await call('GET', '/v5/ad_accounts', undefined, { origin: page })
  t.equal(status, 429)
  t.equal(headers['retry-after'], '3')
  t.ok(exposed(headers).includes('retry-after'))
})

t.test('a page reads the headers that a fault sends, and no cookie', async (t) => {
  const { call } = await mock(t)
  const headers = { 'x-of-my-own': '1', 'set-cookie': 'a=b' }
  await call('POST', '/__mock/faults', { effect: { type: 'status', status: 503, headers } })
  const answer = await call('GET', '/v5/ad_accounts', undefined, { origin: page })
  t.ok(exposed(answer.headers).includes('x-of-my-own'))
  t.notOk(exposed(answer.headers).includes('set-cookie'))
})

t.test('a page reads every header of the calls that it makes', async (t) => {
  const { call, account } = await mock(t, { seed: 'small', limits: 'trial' })
  // Those that the Fetch standard lets a page read in any case, and those that are the browser's.
  const unmentioned = /^(access-control-.*|cache-control|content-length|content-type|vary|x-content-type-options)$/
  for (const [method, url, body] of [
    ['GET', `/v5/ad_accounts/${account}/campaigns`],
    ['GET', '/v5/nope'],
    ['PUT', '/v5/ad_accounts'],
    ['POST', `/v5/ad_accounts/${account}/campaigns`, []],
  ] as const) {
    const { headers } = await call(method, url, body, { origin: page })
    const hidden = Object.keys(headers).filter((name) => !exposed(headers).includes(name) && !unmentioned.test(name))
    t.same(
      hidden.filter((name) => name !== 'connection'),
      [],
      `${method} ${url}`,
    )
  }
})

t.test('a page reads the refusal of a URL that cannot be decoded', async (t) => {
  const { call } = await mock(t)
  const { status, headers } = await call('GET', '/v5/ad_accounts/%zz', undefined, { origin: page })
  t.equal(status, 404)
  t.equal(headers['access-control-allow-origin'], page)
  t.ok(exposed(headers).includes('x-mock-request-id'))
  t.notOk('access-control-allow-origin' in (await call('GET', '/__mock/%zz', undefined, { origin: page })).headers)
})

for (const url of ['/openapi.json', '/docs/json', '/healthz', '/readyz']) {
  t.test(`a page of any site reads ${url}`, async (t) => {
    const { call } = await mock(t)
    const { status, headers } = await call('GET', url, undefined, { origin: 'https://editor.example.com' })
    t.equal(status, 200)
    t.equal(headers['access-control-allow-origin'], 'https://editor.example.com')
  })
}

t.test('a page reads the document of test control only where it may call test control', async (t) => {
  const { call } = await mock(t)
  const { headers } = await call('GET', '/__mock/openapi.json', undefined, { origin: page })
  t.equal(headers['access-control-allow-origin'], page)
  const foreign = await call('GET', '/__mock/openapi.json', undefined, { origin: 'https://evil.example' })
  t.equal(foreign.status, 403)
  t.notOk('access-control-allow-origin' in foreign.headers)
})

t.test('a page uploads a file with progress, which needs a preflight, and reads the tags of parts', async (t) => {
  const server = await mock(t)
  const { call } = server
  t.match((await preflight(server, '/__mock/uploads')).headers, { 'access-control-allow-origin': page })
  const part = await call('PUT', '/__mock/uploads/part-1', undefined, { origin: page })
  t.equal(part.status, 200)
  t.ok(part.headers.etag && exposed(part.headers).includes('etag'))
})

t.test('a page reads the file of a report, and why it is refused one', async (t) => {
  const world = await mock(t)
  const { url } = await finishedReport(world)
  for (const [path, status] of [
    [url.replace('http://localhost:80', ''), 200],
    [url.replace('http://localhost:80', '').replace(/X-Amz-Signature=\w/, 'X-Amz-Signature='), 403],
  ] as const) {
    const { statusCode, headers } = await world.app.inject({ url: path, headers: { origin: page } })
    t.equal(statusCode, status)
    t.equal(headers['access-control-allow-origin'], page)
  }
})

t.test('no page reads the consent page, which has the token of its form in it', async (t) => {
  const { call } = await mock(t)
  const query = `client_id=1&redirect_uri=${page}/&response_type=code&scope=ads:read`
  const { status, headers } = await call('GET', `/oauth/?${query}`, undefined, { origin: page })
  t.equal(status, 200)
  t.notOk('access-control-allow-origin' in headers)
})

t.test('a page of this machine calls test control with credentials, and reads its headers', async (t) => {
  const { call } = await mock(t)
  const { headers } = await call('GET', '/__mock/nope', undefined, { origin: page })
  t.match(headers, { 'access-control-allow-origin': page, 'access-control-allow-credentials': 'true' })
  t.ok(exposed(headers).includes('x-mock-rules'))
})

t.test('the API can be called under a public URL by pages that test control does not know', async (t) => {
  const { worlds } = await mock(t)
  const app = buildApp({ worlds, publicUrl: 'https://mock.example.com' })
  t.equal((await preflight({ app }, '/v5/ad_accounts', { origin: 'https://app.example.com' })).statusCode, 204)
})
