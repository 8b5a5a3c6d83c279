import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { type Answer, type Mock, mock } from '../support/mock.ts'

const campaign = { name: 'One', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`

const bodies: readonly [string, string][] = [
  ['JSON that does not parse', '[{"name":'],
  ['no body at all', ''],
  ['an object where an array belongs', '{}'],
  ['an empty array', '[]'],
  ['a number', '1'],
  ['null', 'null'],
  ['a text', '"text"'],
  ['a null byte between tokens', '[\u0000]'],
  ['a null byte in a name', JSON.stringify([{ ...campaign, name: 'a\u0000b' }])],
  ['half of a surrogate pair in a name', `[{"name":"\\ud800","objective_type":"AWARENESS"}]`],
  ['a name of 256 characters', JSON.stringify([{ ...campaign, name: 'é'.repeat(256) }])],
  ['31 items', JSON.stringify(Array(31).fill(campaign))],
  ['10,000 items', JSON.stringify(Array(10_000).fill({ name: 'x' }))],
  ['an array of nulls', '[null]'],
  ['an array in an array', '[[]]'],
  ['an unknown objective', JSON.stringify([{ ...campaign, objective_type: 'NOPE' }])],
  ['an objective that is deprecated', JSON.stringify([{ ...campaign, objective_type: 'WEB_SESSIONS' }])],
  ['no name', JSON.stringify([{ objective_type: 'AWARENESS' }])],
  ['a name that is null', JSON.stringify([{ ...campaign, name: null }])],
  ['a negative cap', JSON.stringify([{ ...campaign, daily_spend_cap: -1 }])],
  ['a fractional cap', JSON.stringify([{ ...campaign, daily_spend_cap: 1.5 }])],
  ['a cap beyond 2^53 - 1', '[{"name":"x","objective_type":"AWARENESS","daily_spend_cap":9007199254740993}]'],
  ['a cap as a text', JSON.stringify([{ ...campaign, daily_spend_cap: '1000000' }])],
  ['a prototype for a key', '[{"__proto__":{"polluted":true},"name":"x","objective_type":"AWARENESS"}]'],
  ['a constructor with a prototype', '[{"constructor":{"prototype":{"polluted":true}},"name":"x"}]'],
  ['100,000 arrays in each other', deep],
]

const isEnvelope = ({ body }: Answer): boolean =>
  typeof body.code === 'number' && typeof body.message === 'string' && !/node_modules|at .*\.ts/.test(body.message)

for (const [what, body] of bodies) {
  t.test(`${what} is refused with 400 in the envelope, and nothing is stored`, async (t) => {
    const { call, account, get } = await mock(t)
    const headers = { 'content-type': 'application/json' }
    const answer = await call('POST', `/v5/ad_accounts/${account}/campaigns`, body, headers)
    t.equal(answer.status, 400)
    t.equal(answer.body.code, 1)
    t.ok(isEnvelope(answer), answer.body.message)
    t.same((await get('/campaigns')).body.items, [])
  })
}

const urls: readonly [string, number, string][] = [
  ['an ad account that is no number', 400, '/v5/ad_accounts/abc/campaigns'],
  ['an ad account of 19 digits', 400, '/v5/ad_accounts/1234567890123456789/campaigns'],
  ['an ad account with a null byte', 400, '/v5/ad_accounts/1%00/campaigns'],
  ['an escape that is none', 404, '/v5/ad_accounts/%zz/campaigns'],
  ['a path that nobody has', 404, '/v5/nope'],
  ['a page size of 0', 400, '/v5/ad_accounts?page_size=0'],
  ['a page size of 251', 400, '/v5/ad_accounts?page_size=251'],
  ['a page size that is no number', 400, '/v5/ad_accounts?page_size=3e'],
  ['a page size with a fraction', 400, '/v5/ad_accounts?page_size=1.5'],
  ['a bookmark that is none', 400, '/v5/ad_accounts?bookmark=%F0%9F%92%A9'],
  ['a world that has no good name', 400, '/w/..%2f/v5/ad_accounts'],
]

for (const [what, status, url] of urls) {
  t.test(`${what} is refused with ${status} in the envelope`, async (t) => {
    const { call } = await mock(t)
    const answer = await call('GET', url)
    t.equal(answer.status, status)
    t.ok(isEnvelope(answer), JSON.stringify(answer.body))
  })
}

t.test('a query for 251 campaigns is refused, one for 250 passes', async (t) => {
  const { get } = await mock(t)
  const ids = Array.from({ length: 251 }, (_, index) => String(index + 1))
  t.equal((await get(`/campaigns?campaign_ids=${ids.join(',')}`)).status, 400)
  t.equal((await get(`/campaigns?campaign_ids=${ids.slice(1).join(',')}`)).status, 200)
})

t.test('a body over the limit is refused with 413 in the envelope', async (t) => {
  const { post } = await mock(t, { bodyLimit: 1000 })
  const answer = await post('/campaigns', [{ ...campaign, name: 'x'.repeat(1000) }])
  t.equal(answer.status, 413)
  t.ok(isEnvelope(answer))
})

t.test('a content type that is not JSON is refused with 400 in the envelope', async (t) => {
  const { call, account } = await mock(t)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await call('POST', `/v5/ad_accounts/${account}/campaigns`, JSON.stringify([campaign]), {
      'content-type': type,
    })
    t.equal(answer.status, 400, type)
    t.ok(isEnvelope(answer))
  }
})

t.test('a DELETE that announces JSON and sends none passes, as real clients do it', async (t) => {
  const { call, account } = await mock(t)
  const answer = await call('DELETE', `/v5/ad_accounts/${account}/sandbox`, '', { 'content-type': 'application/json' })
  t.equal(answer.status, 200)
})

async function sendRaw({ app }: Mock, bytes: string): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk
  })
  socket.write(bytes)
  await once(socket, 'close')
  return received
}

t.test('bytes that are no HTTP get an envelope and a closed connection', async (t) => {
  const received = await sendRaw(await mock(t), 'nonsense\r\n\r\n')
  t.match(received, /^HTTP\/1\.1 400 /)
  t.match(received, /content-type: application\/json/)
  t.match(JSON.parse(received.split('\r\n\r\n')[1] ?? ''), { code: 1, message: String })
})

t.test('a body longer than its Content-Length is cut, refused, and the rest ends the connection', async (t) => {
  const server = await mock(t)
  const body = '[{"name":"é"}]'
  const head = `POST /v5/ad_accounts/${server.account}/campaigns HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x\r\n`
  const sized = `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`
  const received = await sendRaw(server, head + sized + body)
  t.match(received, /^HTTP\/1\.1 400 /)
  t.match(received, /"code":1/)
})

t.test('a DELETE with a body that it did not announce is answered, and the body ends the connection', async (t) => {
  const server = await mock(t)
  const { body: board } = await server.call('POST', '/v5/boards', { name: 'x' })
  const head = `DELETE /v5/boards/${board.id}? HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x\r\n\r\n`
  const received = await sendRaw(server, `${head}{}`)
  t.match(received, /^HTTP\/1\.1 204 /)
  t.notMatch(received, /HTTP.*HTTP/s)
})

t.test('a body in chunks that are none is refused at once', async (t) => {
  const server = await mock(t)
  const head = `POST /v5/boards HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x\r\ntransfer-encoding: chunked\r\n`
  const received = await sendRaw(server, `${head}content-type: application/json\r\n\r\nzz\r\n{}`)
  t.match(received, /^HTTP\/1\.1 400 /)
  t.match(received, /"code":1/)
})

t.test('a required field that is missing is named as such, also where only some values are allowed', async (t) => {
  const { post } = await mock(t)
  const { body } = await post('/campaigns', [{ name: 'x' }])
  t.match(body.message, "'objective_type' is a required property at [0].objective_type")
})
