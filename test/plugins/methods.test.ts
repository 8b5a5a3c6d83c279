import t from 'tap'
import { operations } from '#openapi/operations.ts'
import { implementedOperations } from '#server/registry/operations.ts'
import { mock } from '../support/mock.ts'
import { ask, exchange } from './wire.ts'

const pathOf = (path: string) => `/v5${path.replaceAll(/{\w+}/g, '1')}`

t.test('HEAD answers as GET on every path that is built, without the body', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const built = operations.filter(({ id, method }) => method === 'GET' && implementedOperations.has(id))
  t.ok(built.length > 20)
  const fleeting = ['date', 'x-mock-request-id', 'x-pinterest-rid', 'x-pinterest-rid-128bit', 'x-ratelimit-remaining']
  for (const { id, path } of built) {
    const url = pathOf(path).replace('/ad_accounts/1', '/ad_accounts/549755885262')
    const get = await call('GET', url)
    const head = await call('HEAD', url)
    t.equal(head.status, get.status, id)
    t.equal(head.body, '', id)
    for (const name of Object.keys(get.headers).filter((name) => !fleeting.includes(name))) {
      t.equal(head.headers[name], get.headers[name], `${id} ${name}`)
    }
  }
})

t.test('HEAD says 501 where GET does, and 405 where there is no GET', async (t) => {
  const { call } = await mock(t)
  for (const { id, path } of operations.filter(({ method }) => method === 'GET')) {
    t.equal((await call('HEAD', pathOf(path))).status, (await call('GET', pathOf(path))).status, id)
  }
  t.equal((await call('HEAD', '/v5/ad_accounts/1/labels/1/apply')).status, 405)
})

t.test('QUERY is no method of any operation, with a body or without', async (t) => {
  const { app } = await mock(t)
  for (const headers of [{}, { 'content-type': 'application/json' }]) {
    const query = (url: string) => app.inject({ method: 'QUERY' as 'GET', url, headers })
    const known = await query('/v5/ad_accounts')
    t.equal(known.statusCode, 405)
    t.match(known.headers.allow, /GET/)
    t.equal((await query('/v5/nope')).statusCode, 404)
    t.equal((await query('/console/nope')).statusCode, 404)
  }
})

t.test('OPTIONS says which methods every documented path takes, built or not, without a token', async (t) => {
  const { app } = await mock(t)
  for (const { id, method, path } of operations) {
    const { statusCode, headers, body } = await app.inject({ method: 'OPTIONS', url: pathOf(path) })
    t.equal(statusCode, 204, id)
    t.equal(body, '', id)
    const allowed = String(headers.allow).split(', ')
    t.ok(allowed.includes(method) && allowed.includes('OPTIONS'), `${id}: ${headers.allow}`)
    t.equal(allowed.includes('HEAD'), allowed.includes('GET'), id)
  }
})

t.test('OPTIONS of a path that nobody has is a 404, but a preflight passes, so that the call can say it', async (t) => {
  const { app } = await mock(t)
  const bare = await app.inject({ method: 'OPTIONS', url: '/v5/nope' })
  t.equal(bare.statusCode, 404)
  t.match(bare.json(), { code: 1, message: /OPTIONS \/nope/ })
  const headers = { origin: 'http://localhost:3000', 'access-control-request-method': 'GET' }
  const preflight = await app.inject({ method: 'OPTIONS', url: '/v5/nope', headers })
  t.equal(preflight.statusCode, 204)
  t.equal(preflight.headers['access-control-allow-origin'], 'http://localhost:3000')
  t.notOk('allow' in preflight.headers)
})

t.test('a preflight of a call that is built tells both what a browser and what a person asks', async (t) => {
  const { app, account } = await mock(t)
  const { headers } = await app.inject({
    method: 'OPTIONS',
    url: `/v5/ad_accounts/${account}/campaigns`,
    headers: { origin: 'http://localhost:3000', 'access-control-request-method': 'PATCH' },
  })
  t.equal(headers.allow, 'GET, HEAD, POST, PATCH, OPTIONS')
  t.match(headers['access-control-allow-methods'], 'PATCH')
})

const hints: readonly [string, RegExp][] = [
  ['/v5/v5/ad_accounts', /\/v5 twice: a base URL that ends in \/v5 has it already$/],
  ['/w/one/v5/v5/ad_accounts', /\/v5 twice/],
  ['/v5//ad_accounts', /two slashes in a row/],
  ['/v5/w/one/ad_accounts', /a world comes before \/v5/],
  ['/v5/nope', /: GET \/nope$/],
  ['/v5/nope/', /: GET \/nope\/$/],
]

t.test('a path with a slash at its end is the path without it, as released clients write it', async (t) => {
  const { call, account } = await mock(t, { seed: 'small' })
  const campaigns = `/v5/ad_accounts/${account}/campaigns`
  const { status, body } = await call('GET', `${campaigns}/?page_size=1`)
  t.equal(status, 200)
  t.same(body, (await call('GET', `${campaigns}?page_size=1`)).body)
  t.equal((await call('DELETE', `${campaigns}/`)).status, 405)
})

for (const [url, hint] of hints) {
  t.test(`${url} is a 404, and its message says what may be meant`, async (t) => {
    const { call } = await mock(t)
    const { status, body } = await call('GET', url)
    t.equal(status, 404)
    t.equal(body.code, 1)
    t.match(body.message, hint)
  })
}

for (const method of ['TRACE', 'PROPFIND', 'LOCK', 'PUT']) {
  t.test(`${method} of a documented path is a 405 with what is allowed`, async (t) => {
    const { status, headers, body } = await ask(await mock(t), '/v5/ad_accounts', { method })
    t.equal(status, 405)
    t.equal(headers.allow, 'GET, HEAD, POST, OPTIONS')
    t.match(JSON.parse(String(body)), { code: 5, message: String })
  })
}

t.test('OPTIONS of the whole server is answered, and in the envelope', async (t) => {
  const server = await mock(t)
  const received = await exchange(server, 'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
  t.match(received, /^HTTP\/1\.1 404 /)
  t.match(received, /"code":1/)
})

t.test('an id of thousands of letters is as unknown as any other', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/boards/1')
  for (const letters of [1000, 1001, 9000]) {
    const long = await call('GET', `/v5/boards/${'1'.repeat(letters)}`)
    t.strictSame({ status: long.status, body: long.body }, { status, body }, `${letters}`)
  }
})
