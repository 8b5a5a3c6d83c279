import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import { type Mock, mock } from '../support/mock.ts'
import { ask } from './wire.ts'

const batch = (from: number) =>
  Array.from({ length: 25 }, (_, index) => ({
    name: `Kampagne für Öl ${from + index}`,
    objective_type: 'AWARENESS',
    daily_spend_cap: 1_000_000,
  }))

/** A world with 250 campaigns, and the path of all of them on one page. */
async function full(t: Parameters<typeof mock>[0]): Promise<{ server: Mock; path: string }> {
  const server = await mock(t)
  for (let from = 0; from < 250; from += 25) await server.post('/campaigns', batch(from))
  return { server, path: `/v5/ad_accounts/${server.account}/campaigns?page_size=250` }
}

t.test('a list of 250 comes compressed to a client that takes it, and says the same', async (t) => {
  const { server, path } = await full(t)
  const plain = await ask(server, path)
  t.equal(JSON.parse(String(plain.body)).items.length, 250)
  t.equal(plain.headers['content-encoding'], undefined)
  for (const [accepted, encoding, decode] of [
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'gzip', gunzipSync],
    ['br', 'br', brotliDecompressSync],
    ['gzip;q=0.5, br;q=0.9', 'br', brotliDecompressSync],
    ['*', 'gzip', gunzipSync],
    ['GZIP', 'gzip', gunzipSync],
    ['nonsense;;q=, ,br;q=0', undefined, undefined],
  ] as const) {
    const { status, headers, body } = await ask(server, path, { headers: { 'accept-encoding': accepted } })
    t.equal(status, 200, accepted)
    t.equal(headers['content-encoding'], encoding, accepted)
    t.equal(headers['content-length'], String(body.length), accepted)
    t.equal(headers['content-type'], 'application/json', accepted)
    t.ok((decode?.(body) ?? body).equals(plain.body), accepted)
    if (decode !== undefined) t.ok(body.length < plain.body.length / 5, `${body.length} of ${plain.body.length} bytes`)
  }
})

t.test('a client that does not take compression, or says so in no known words, gets none', async (t) => {
  const { server, path } = await full(t)
  for (const accepted of [
    'identity',
    'gzip;q=0',
    'deflate',
    '',
    ';',
    ',,,',
    'gzip;q=nonsense',
    '\u00ff',
    'x'.repeat(8000),
  ]) {
    const { status, headers, body } = await ask(server, path, { headers: { 'accept-encoding': accepted } })
    t.equal(status, 200, accepted)
    t.equal(headers['content-encoding'], undefined, accepted)
    t.equal(JSON.parse(String(body)).items.length, 250, accepted)
  }
})

t.test('what could have been compressed says that it depends on what is asked for', async (t) => {
  const { server, path } = await full(t)
  t.equal((await ask(server, path)).headers.vary, 'accept-encoding')
  t.equal((await ask(server, path, { headers: { 'accept-encoding': 'gzip' } })).headers.vary, 'accept-encoding')
})

t.test('small answers, violations and answers without a body are left as they are', async (t) => {
  const server = await mock(t)
  const headers = { 'accept-encoding': 'gzip' }
  const { id } = (await server.call('POST', '/v5/boards', { name: 'x' })).body
  for (const [method, path, status] of [
    ['GET', '/v5/ad_accounts', 200],
    ['GET', '/v5/nope', 404],
    ['DELETE', `/v5/boards/${id}`, 204],
  ] as const) {
    const answer = await ask(server, path, { method, headers })
    t.equal(answer.status, status)
    t.equal(answer.headers['content-encoding'], undefined, `${method} ${path}`)
    t.equal(answer.headers.vary, undefined)
  }
})

t.test('HEAD tells the length that GET would send, compressed or not', async (t) => {
  const { server, path } = await full(t)
  for (const accepted of ['identity', 'gzip', 'br']) {
    const headers = { 'accept-encoding': accepted }
    const get = await ask(server, path, { headers })
    const head = await ask(server, path, { method: 'HEAD', headers })
    for (const name of ['content-length', 'content-encoding', 'vary']) t.equal(head.headers[name], get.headers[name])
    t.equal(head.body.length, 0)
  }
})
