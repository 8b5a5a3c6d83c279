import { once } from 'node:events'
import { Agent, request } from 'node:http'
import t from 'tap'
import { mock } from '../support/mock.ts'
import { ask, exchange, portOf } from './wire.ts'

const json = { 'content-type': 'application/json' }
const body = JSON.stringify([{ name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }])
const head = (method: string, path: string, headers = '') =>
  `${method} ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer test\r\n${headers}\r\n`

t.test('a client that waits for 100 before it sends its body is told to go on', async (t) => {
  const server = await mock(t)
  const headers = { ...json, expect: '100-continue', 'content-length': Buffer.byteLength(body) }
  const answer = await ask(server, `/v5/ad_accounts/${server.account}/campaigns`, { method: 'POST', headers }, body)
  t.ok(answer.continued)
  t.equal(answer.status, 200)
  t.match(JSON.parse(String(answer.body)).items, [{ data: { name: 'x' } }])
})

t.test('an expectation that is not known is refused with 417 in the envelope', async (t) => {
  const received = await exchange(
    await mock(t),
    head('GET', '/v5/ad_accounts', 'expect: miracles\r\nconnection: close\r\n'),
  )
  t.match(received, /^HTTP\/1\.1 417 /)
  t.match(received, /content-type: application\/json\r\n/)
  t.match(received, /"code":1,"message":"[^"]*100-continue/)
})

t.test('a connection is kept for the next call, and closed for a client that says so', async (t) => {
  const server = await mock(t)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.teardown(() => agent.destroy())
  const kept = async (headers = {}) => {
    const call = request({ port: await portOf(server), host: '127.0.0.1', path: '/v5/ad_accounts', agent, headers })
    call.end()
    const [answer] = await once(call, 'response')
    await answer.resume().toArray()
    return { reused: call.reusedSocket, connection: answer.headers.connection }
  }
  t.match(await kept(), { reused: false, connection: 'keep-alive' })
  t.match(await kept(), { reused: true })
  t.match(await kept({ connection: 'close' }), { connection: 'close' })
})

t.test('calls that are sent without waiting are answered in order', async (t) => {
  const server = await mock(t)
  const campaigns = `/v5/ad_accounts/${server.account}/campaigns`
  const sized = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
  const received = await exchange(
    server,
    [
      head('GET', campaigns),
      head('POST', campaigns, sized) + body,
      head('HEAD', campaigns),
      head('GET', '/v5/nope'),
      head('GET', campaigns, 'connection: close\r\n'),
    ].join(''),
  )
  const statuses = [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)
  t.same(statuses, ['200', '200', '200', '404', '200'])
  t.match(received, /"items":\[\][\s\S]*"name":"x"[\s\S]*GET \/nope[\s\S]*"items":/)
})

t.test('a client of HTTP/1.0 gets its answer and a closed connection', async (t) => {
  const received = await exchange(await mock(t), 'GET /v5/ad_accounts HTTP/1.0\r\nauthorization: Bearer x\r\n\r\n')
  t.match(received, /^HTTP\/1\.1 200 /)
  t.match(received, /connection: close/i)
})

t.test('a HEAD that is refused has no body', async (t) => {
  const server = await mock(t)
  for (const [path, status] of [
    ['/v5/nope', 404],
    ['/v5/ad_accounts/1/campaigns', 403],
    ['/v5/ad_accounts?page_size=0', 400],
  ] as const) {
    const received = await exchange(server, head('HEAD', path, 'connection: close\r\n'))
    t.match(received, new RegExp(`^HTTP/1\\.1 ${status} `))
    t.match(received, /\r\n\r\n$/)
    t.match(received, /content-length: [1-9]/)
  }
})
