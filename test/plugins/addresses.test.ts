import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { buildApp } from '#server/app/app.ts'
import { type Json, mock } from '../support/mock.ts'

// The URLs that responses contain lead to where the client reached the server.

/** A server at a public URL, called by clients that reach it at different hosts. */
async function published(t: Test, publicUrl?: string) {
  const { worlds } = await mock(t, { seed: 'small' })
  const app = buildApp({ worlds, publicUrl, control: { origins: ['*'] } })
  t.teardown(() => app.close())
  const call = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: object) => {
    const answer = await app.inject({
      method,
      url,
      headers: { authorization: 'Bearer any', ...headers },
      ...(payload && { payload }),
    })
    return answer.body.startsWith('{') ? (answer.json() as Json) : answer.body
  }
  return { call }
}

const video = { media_type: 'video' }

for (const host of ['192.168.1.5:7468', 'mock:7468', '[::1]:7468', 'localhost:7468']) {
  t.test(`a client that reaches the server at ${host} gets URLs with that host`, async (t) => {
    const { call } = await published(t)
    const world = await call('POST', '/__mock/worlds', { host }, { name: 'one' })
    t.equal(world.base_url, `http://${host}/w/one/v5`)
    const { upload_url } = await call('POST', '/v5/media', { host }, video)
    t.equal(upload_url, `http://${host}/__mock/uploads`)
    await call('GET', '/v5/ad_accounts', { host })
    const { log } = await call('GET', '/__mock/requests/har', { host })
    t.equal(log.entries.at(-1).request.url, `http://${host}/v5/ad_accounts`)
  })
}

t.test('who asks the host of the public URL gets that URL, with its scheme and path', async (t) => {
  const { call } = await published(t, 'https://mock.example.com/pinterest')
  const host = 'mock.example.com'
  const { upload_url } = await call('POST', '/v5/media', { host }, video)
  t.equal(upload_url, 'https://mock.example.com/pinterest/__mock/uploads')
  const world = await call('POST', '/__mock/worlds', { host }, { name: 'one' })
  t.equal(world.base_url, 'https://mock.example.com/pinterest/w/one/v5')
})

t.test('who asks another host gets that host, although there is a public URL', async (t) => {
  const { call } = await published(t, 'https://mock.example.com')
  const { upload_url } = await call('POST', '/v5/media', { host: 'mock:7468' }, video)
  t.equal(upload_url, 'http://mock:7468/__mock/uploads')
})

t.test('no client decides about URLs by X-Forwarded headers, which anybody can send', async (t) => {
  const { call } = await published(t)
  const forwarded = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' }
  const { upload_url } = await call('POST', '/v5/media', { host: 'localhost:7468', ...forwarded }, video)
  t.equal(upload_url, 'http://localhost:7468/__mock/uploads')
})

const documents = ['/openapi.json', '/openapi.json?version=3.1', '/docs/json']

for (const url of documents) {
  t.test(`the server of ${url} is the one that the client asked, in the world that it asked`, async (t) => {
    const { call } = await published(t)
    for (const host of ['192.168.1.5:7468', 'mock_1', '[::1]:7468', 'localhost:7468', 'ads.mock-1.test:7468']) {
      t.equal((await call('GET', url, { host })).servers[0].url, `http://${host}/v5`)
      t.equal((await call('GET', `/w/one${url}`, { host })).servers[0].url, `http://${host}/w/one/v5`)
    }
    t.equal((await call('GET', `/w/no%20world${url}`, { host: 'mock' })).servers[0].url, 'http://mock/v5')
  })

  t.test(`tokens for ${url} are had where the client asked, too`, async (t) => {
    const { call } = await published(t)
    const { securitySchemes } = (await call('GET', `/w/one${url}`, { host: 'mock:7468' })).components
    t.match(securitySchemes.pinterest_oauth2.flows.authorizationCode, {
      authorizationUrl: 'http://mock:7468/w/one/oauth/',
      tokenUrl: 'http://mock:7468/w/one/v5/oauth/token',
    })
  })

  t.test(`the server of ${url} is the public URL where there is one`, async (t) => {
    const { call } = await published(t, 'https://mock.example.com/base')
    for (const host of ['mock.example.com', '127.0.0.1:7468']) {
      t.equal((await call('GET', url, { host })).servers[0].url, 'https://mock.example.com/base/v5')
      t.equal((await call('GET', `/w/one${url}`, { host })).servers[0].url, 'https://mock.example.com/base/w/one/v5')
    }
  })

  t.test(`what is no host stands nowhere in ${url}`, async (t) => {
    const { call } = await published(t)
    for (const host of [
      'a","x":"',
      'a/b',
      'a?b',
      'a#b',
      'user@a',
      'a b',
      '<script>',
      'a:b',
      'a:99999',
      '[::1',
      '[x]',
      '$&',
      '.',
      'a..b',
      '.a',
      'a.-b',
      'a:0',
      'a:00000',
      'é',
      'a'.repeat(300),
    ]) {
      t.equal((await call('GET', url, { host })).servers[0].url, 'http://localhost/v5', host)
    }
    const forwarded = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    }
    t.equal((await call('GET', url, { host: 'mock', ...forwarded })).servers[0].url, 'http://mock/v5')
  })
}

t.test('the document of test control leads to the server and world that the client asked', async (t) => {
  const { call } = await published(t)
  const host = 'localhost:7468'
  const urls = async (url: string): Promise<readonly string[]> =>
    (await call('GET', url, { host })).servers.map((server: Json) => server.url)
  t.same(await urls('/__mock/openapi.json'), [`http://${host}`, `http://${host}/w/{world}`])
  t.same(await urls('/w/one/__mock/openapi.json'), [`http://${host}/w/one`, `http://${host}/w/{world}`])
})

t.test(
  'no client is answered with the document of another host, by a cache of the server or one between',
  async (t) => {
    const { worlds } = await mock(t)
    const app = buildApp({ worlds })
    t.teardown(() => app.close())
    const tags = new Set<unknown>()
    for (const host of ['a', 'b', 'c', 'd', 'e', 'a']) {
      for (const encoding of host === 'a' ? ['identity', 'gzip', 'br'] : ['gzip']) {
        const get = (headers = {}) =>
          app.inject({ url: '/openapi.json', headers: { host, 'accept-encoding': encoding, ...headers } })
        const { headers, rawPayload } = await get()
        const decode = { identity: (bytes: Buffer) => bytes, gzip: gunzipSync, br: brotliDecompressSync }[encoding]
        t.equal(JSON.parse(String(decode?.(rawPayload))).servers[0].url, `http://${host}/v5`)
        t.match(headers, { vary: /host/, 'cache-control': 'no-cache' })
        t.equal((await get({ 'if-none-match': [...tags].join() })).statusCode, tags.has(headers.etag) ? 304 : 200)
        tags.add(headers.etag)
      }
    }
    t.equal(tags.size, 5)
  },
)

t.test('the page reads the document with paths, since a proxy may lead to it at another address', async (t) => {
  const { call } = await published(t)
  const { servers, components } = await call('GET', '/w/one/docs/paths', { host: 'upstream:7468' })
  t.equal(servers[0].url, '/v5')
  t.equal(components.securitySchemes.pinterest_oauth2.flows.authorizationCode.authorizationUrl, '/oauth/')
})

t.test('the server describes itself with the host that is asked', async (t) => {
  const { openServer } = await import('#server/server.ts')
  const { configurationOf } = await import('#server/config/config.ts')
  const publicUrl = 'https://mock.example.com/'
  const { app, ports } = await openServer(configurationOf({ logLevel: 'silent', host: '0.0.0.0', publicUrl }))
  t.teardown(() => app.close())
  Object.assign(ports, { http: 7468, https: 7469 })
  const aboutAt = async (host: string): Promise<Json> =>
    (await app.inject({ url: '/__mock', headers: { host } })).json()
  t.match(await aboutAt('192.168.1.5:7468'), {
    base_url: 'http://192.168.1.5:7468/v5',
    https_url: 'https://192.168.1.5:7469/v5',
    docs_url: 'http://192.168.1.5:7468/docs',
    control_url: 'http://192.168.1.5:7468/__mock',
    environment: [{ line: 'PINTEREST_API_URI=http://192.168.1.5:7468/v5' }, {}, {}, {}, {}],
  })
  t.match(await aboutAt('mock.example.com'), {
    base_url: 'https://mock.example.com/v5',
    https_url: 'https://127.0.0.1:7469/v5',
  })
  const [first] = (await aboutAt('localhost:7468')).network_urls ?? []
  t.match(first ?? 'http://192.0.2.1:7468/v5', /^http:\/\/\d+\.\d+\.\d+\.\d+:7468\/v5$/)
})
