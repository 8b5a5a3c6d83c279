import { gzipSync } from 'node:zlib'
import t from 'tap'
import { ask, exchange } from '../plugins/wire.ts'
import { mock } from '../support/mock.ts'

const head = (method: string, target: string, ...headers: string[]) =>
  [`${method} ${target} HTTP/1.1`, 'host: x', 'authorization: Bearer test', ...headers, '', ''].join('\r\n')
const sized = (body: string, length = Buffer.byteLength(body)) => [
  'content-type: application/json',
  `content-length: ${length}`,
]
const statusesIn = (received: string) => [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)
const last = head('GET', '/v5/ad_accounts', 'connection: close')

t.test('a request without a Host is refused in the envelope, and one of HTTP/1.0 needs none', async (t) => {
  const server = await mock(t)
  const received = await exchange(server, 'GET /v5/ad_accounts HTTP/1.1\r\nconnection: close\r\n\r\n')
  t.match(received, /^HTTP\/1\.1 400 /)
  t.match(received, /content-type: application\/json/)
  t.match(received, /\{"code":1,"message":"[^"]*Host header/)
  const control = await exchange(server, 'GET /__mock HTTP/1.1\r\nconnection: close\r\n\r\n')
  t.match(control, /\{"code":1,"message":"[^"]*Host header/)
  t.match(await exchange(server, 'GET /v5/ad_accounts HTTP/1.0\r\nauthorization: Bearer x\r\n\r\n'), /^HTTP\/1\.1 200 /)
})

t.test('a client that takes the server for a proxy is told so, after what it asked before', async (t) => {
  const received = await exchange(await mock(t), head('GET', '/__mock/time') + head('CONNECT', 'example.com:443'))
  t.same(statusesIn(received), ['200', '405'])
  t.match(received, /allow: GET, [^\r]*\r\n/)
  t.match(received, /\{"code":5,"message":"[^"]*no proxy"\}$/)
})

t.test('a whole URL for a target is taken as its path', async (t) => {
  const server = await mock(t)
  for (const target of [
    'http://example.com:99/v5/ad_accounts',
    'HTTPS://x/ad_accounts?page_size=1',
    'http://x/w/one/v5/ad_accounts',
  ]) {
    t.match(await exchange(server, head('GET', target, 'connection: close')), /^HTTP\/1\.1 200 /, target)
  }
  const { body } = await server.call('GET', '/__mock/requests')
  t.equal(body.items[0].url, '/v5/ad_accounts', 'and the journal has it as such')
})

t.test('a request in order is answered before broken bytes behind it are refused', async (t) => {
  const server = await mock(t)
  const name = JSON.stringify({ name: 'First' })
  const first = head('POST', '/v5/boards', ...sized(name)) + name
  const broken = `${head('GET', '/v5/ad_accounts', 'transfer-encoding: chunked')}zz\r\n`
  const received = await exchange(server, first + broken)
  t.match(received, /^HTTP\/1\.1 200 [\s\S]*"name":"First"/)
  t.ok(statusesIn(received).length <= 2)
})

t.test('a request that is answered is not refused as well when the rest of it is broken', async (t) => {
  const received = await exchange(
    await mock(t),
    `${head('POST', '/v5/nope', ...sized('', 2 ** 21), 'expect: miracles')}{}${' '.repeat(100)}`,
    'half',
  )
  t.same(statusesIn(received), ['417'])
})

t.test('a HEAD that is broken has no body either', async (t) => {
  const received = await exchange(await mock(t), `${head('HEAD', '/__mock', 'transfer-encoding: chunked')}zz\r\n`)
  t.match(received, /\r\n\r\n$/)
})

t.test('a body that is too large is refused, read to its end, and the next request answered', async (t) => {
  const server = await mock(t, { bodyLimit: 1000 })
  const large = ' '.repeat(300_000)
  const received = await exchange(server, head('POST', '/v5/boards', ...sized(large)) + large + last)
  t.same(statusesIn(received), ['413', '200'])
})

t.test('a body that is no JSON does not end the connection', async (t) => {
  const received = await exchange(await mock(t), `${head('POST', '/v5/boards', ...sized('{'))}{${last}`)
  t.same(statusesIn(received), ['400', '200'])
})

t.test('a client that sends on and on behind broken bytes gets what it was answered', async (t) => {
  const received = await exchange(await mock(t), `${head('GET', '/v5/ad_accounts')}no HTTP\r\n${'x'.repeat(2 ** 21)}`)
  t.same(statusesIn(received), ['200'])
})

t.test('no client is told to go on in the middle of another answer', async (t) => {
  const server = await mock(t, { seed: 'small' })
  const patient = head('GET', '/v5/resources/delivery_metrics', 'expect: 100-continue')
  const received = await exchange(server, head('GET', '/__mock/seed') + patient)
  t.same(statusesIn(received), ['200', '200'])
  t.match(received, /"\}\]\}$|\]$|\}$/)
  t.notMatch(received, /100 Continue/)
})

t.test('a body that is not UTF-8 is refused and not stored as question marks', async (t) => {
  const server = await mock(t)
  for (const coding of ['latin1', 'utf16le'] as const) {
    for (const charset of ['', '; charset=utf-8', '; charset=iso-8859-1']) {
      const answer = await ask(
        server,
        '/v5/boards',
        { method: 'POST', headers: { 'content-type': `application/json${charset}` } },
        Buffer.from('{"name":"Caf\u00e9"}', coding),
      )
      t.equal(answer.status, 400, `${coding}${charset}`)
      t.match(JSON.parse(String(answer.body)), { code: 1, message: String })
    }
  }
  t.same((await server.call('GET', '/v5/boards')).body.items, [])
  const passes = { method: 'POST', headers: { 'content-type': 'application/json' } }
  t.equal((await ask(server, '/v5/boards', passes, '{"name":"Caf\u00e9 \ufffd"}')).status, 200)
})

t.test('a body that is compressed is refused for its encoding', async (t) => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  const answer = await ask(await mock(t), '/v5/boards', { method: 'POST', headers }, gzipSync('{"name":"Shelter"}'))
  t.equal(answer.status, 400)
  t.match(JSON.parse(String(answer.body)).message, /without Content-Encoding \(gzip\)$/)
})

t.test('a URL that is too long is refused with what there is room for', async (t) => {
  const received = await exchange(await mock(t), head('GET', `/v5/ad_accounts?bookmark=${'x'.repeat(20_000)}`))
  t.same(statusesIn(received), ['413'])
  t.match(received, /its URL and headers have more than 16384 bytes together"\}$/)
})

t.test('a path of test control that is too long is refused under an id like any other', async (t) => {
  const server = await mock(t)
  const { status, headers } = await server.call('GET', `/__mock/worlds/${'0'.repeat(2000)}`)
  t.equal(status, 404)
  t.match(headers['x-mock-request-id'], /^\d{16}$/)
})
