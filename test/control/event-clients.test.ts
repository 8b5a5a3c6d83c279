import { once } from 'node:events'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { readEvents } from '../support/event-reader.ts'
import { mock } from '../support/mock.ts'

const origin = 'http://127.0.0.1'

for (const [what, headers] of [
  ['of another site', { origin: 'https://evil.example' }],
  ['of another site without its origin', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
  ['of no origin', { origin: 'null' }],
  ['at a hostname of another site', { host: 'rebound.evil.example' }],
] as const) {
  t.test(`a page ${what} cannot watch`, async (t) => {
    const { app, worlds } = await mock(t)
    const response = await app.inject({ url: '/__mock/events', headers: { host: 'localhost:7468', ...headers } })
    t.equal(response.statusCode, 403)
    t.equal(worlds.journals.events.listenerCount, 0)
  })
}

t.test('a page of this machine can watch from another port, and read the answer', async (t) => {
  const { app } = await mock(t)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const { response } = await readEvents(t, `${url}/__mock/events`, { origin: 'http://localhost:5173' })
  t.equal(response.headers['access-control-allow-origin'], 'http://localhost:5173')
})

t.test('the token of test control is wanted, in its header', async (t) => {
  const { app, worlds } = await mock(t, { control: { token: 'hush' } })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  for (const path of ['/__mock/events', '/__mock/events?token=hush']) {
    t.not((await app.inject(path)).statusCode, 200, path)
  }
  t.equal(worlds.journals.events.listenerCount, 0)
  const { response } = await readEvents(t, `${url}/__mock/events`, { 'x-mock-token': 'hush' })
  t.equal(response.statusCode, 200)
})

t.test('a world that nobody has made is refused where worlds are strict', async (t) => {
  const { call } = await mock(t, { worlds: 'strict' })
  t.equal((await call('GET', '/w/misspelt/__mock/events')).status, 404)
})

t.test('watching makes no world', async (t) => {
  const { app, call } = await mock(t)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  await readEvents(t, `${url}/w/unseen/__mock/events`)
  t.equal((await call('GET', '/__mock/worlds/unseen')).status, 404)
})

t.test('fifty clients watch, one more is refused, and one that leaves makes room', async (t) => {
  const { app, worlds, call } = await mock(t)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const [first] = await Promise.all(Array.from({ length: 50 }, () => readEvents(t, `${url}/__mock/events`)))
  t.match(await call('GET', '/__mock/events'), { status: 503, body: { message: /50/ } })
  first?.close()
  while (worlds.journals.events.listenerCount === 50) await new Promise(setImmediate)
  await readEvents(t, `${url}/__mock/events`)
  t.equal(worlds.journals.events.listenerCount, 50)
})

t.test('a server that closes ends all streams by itself, also those of clients that do not read', async (t) => {
  // Running requests have longer than any test: what does not end by itself would keep the server for ever.
  const { app, call } = await mock(t, { patience: 2 ** 31 - 1 })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const [reading, silent] = [await readEvents(t, `${url}/__mock/events`), await readEvents(t, `${url}/__mock/events`)]
  silent.response.pause()
  const headers = { 'x-note': 'x'.repeat(8000) }
  for (let count = 0; count < 1000; count++) await call('GET', '/v5/ad_accounts', undefined, headers)
  const ended = once(reading.response, 'end')
  await app.close()
  await ended
  t.match(await reading.next('close'), { data: { reason: /closes/ } })
})

t.test('of thousands of calls at once none is lost', async (t) => {
  const { app } = await mock(t)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const { received, until } = await readEvents(t, `${origin}:${port}/__mock/events`)
  const { Agent } = await import('node:http')
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  t.teardown(() => agent.destroy())
  const call = async () => {
    const request = get(`${origin}:${port}/v5/ad_accounts`, { agent, headers: { authorization: 'Bearer test' } })
    const [answer] = await once(request, 'response')
    await once(answer.resume(), 'end')
  }
  await Promise.all(Array.from({ length: 3000 }, call))
  await until(3000)
  t.equal(new Set(received.map(({ data }) => data.sequence)).size, 3000)
  t.same(new Set(received.map(({ type }) => type)), new Set(['call']))
})
