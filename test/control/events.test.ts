import { once } from 'node:events'
import t from 'tap'
import { readEvents } from '../support/event-reader.ts'
import { type Mock, type MockOptions, mock } from '../support/mock.ts'

const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }

/** A server that listens, with the address of its test control. */
async function listening(t: Parameters<typeof mock>[0], options: MockOptions = {}) {
  const server: Mock = await mock(t, options)
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const watch = (path = '/__mock/events', headers: Record<string, string> = {}) => readEvents(t, origin + path, headers)
  return { ...server, origin, watch }
}

t.test('a call is an event as the journal lists it, without bodies', async (t) => {
  const { call, post, watch } = await listening(t)
  const { next, response } = await watch()
  t.match(response.headers, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'content-encoding': undefined,
  })
  await post('/campaigns', [campaign])
  const { type, data, id } = await next()
  const [listed] = (await call('GET', '/__mock/requests?operation=campaigns/create')).body.items
  const { body: _body, ...request } = listed.request
  const { body: _answer, ...answer } = listed.answer
  t.equal(type, 'call')
  t.match(id, /^\d{16}-\d+$/)
  t.same(data, { ...listed, request, answer })
})

t.test('events come in the order in which things happen, with rising ids', async (t) => {
  const { call, get, watch } = await listening(t)
  const { received, until } = await watch('/w/one/__mock/events')
  await call('GET', '/w/one/v5/ad_accounts')
  await call('POST', '/w/one/__mock/time/freeze', { at: '2026-06-01T12:00:00Z' })
  await call('POST', '/w/one/__mock/time/set', { to: '2026-06-02T12:00:00Z' })
  await call('POST', '/w/one/__mock/time/advance', { by: '1d' })
  await call('POST', '/w/one/__mock/time/tick')
  const { body: fault } = await call('POST', '/w/one/__mock/faults', { effect: 'latency=1ms' })
  await call('DELETE', `/w/one/__mock/faults/${fault.id}`)
  await call('PUT', '/w/one/__mock/settings', { limits: 'off', features: {} })
  await call('POST', '/w/one/__mock/stubs', { id: 'hello', match: { path: '/x' }, responses: [{ status: 200 }] })
  await call('DELETE', '/w/one/__mock/stubs/hello')
  await call('POST', '/w/one/__mock/seed', { ad_accounts: [{ name: 'Shop' }] })
  await call('PUT', '/w/one/__mock/snapshots/s')
  await call('POST', '/w/one/__mock/reset', { from: { seed: 'small' } })
  await call('POST', '/w/one/__mock/reset', { only: ['faults'] })
  await call('POST', '/w/one/__mock/snapshots/s/restore')
  await call('PUT', '/w/one/__mock/state', (await call('GET', '/w/one/__mock/state')).body)
  await get('/campaigns')
  await call('DELETE', '/w/one/__mock/snapshots/s')
  await call('DELETE', '/__mock/worlds/one')
  await until(19)
  t.match(
    received.map(({ type, data }) => [type, data.action ?? data.operation]),
    [
      ['world', 'created'],
      ['call', 'ad_accounts/list'],
      ['clock', 'frozen'],
      ['clock', 'set'],
      ['clock', 'advanced'],
      ['clock', 'unfrozen'],
      ['faults', 'added'],
      ['faults', 'deleted'],
      ['settings', 'changed'],
      ['stubs', 'added'],
      ['stubs', 'deleted'],
      ['world', 'changed'],
      ['snapshots', 'taken'],
      ['world', 'reset'],
      ['world', 'reset'],
      ['world', 'restored'],
      ['world', 'imported'],
      ['snapshots', 'deleted'],
      ['world', 'deleted'],
    ],
  )
  const numbers = received.map(({ id }) => Number.parseInt(String(id), 10))
  t.same(numbers, [...new Set(numbers)].toSorted())
  t.match(received[3]?.data, { world: 'one', now: 1_780_401_600, iso: '2026-06-02T12:00:00.000Z', frozen: true })
  t.match(received[8]?.data, { parts: ['features', 'limits'] })
  t.match(received[11]?.data, { part: 'seeds' })
  t.match(received[12]?.data, { world: 'one', name: 's' })
  t.match(received[13]?.data, { from: { seed: 'small' } })
  t.match(received[14]?.data, { parts: ['faults'] })
})

t.test('events that a client missed are sent when it comes back, and nothing twice', async (t) => {
  const { call, watch } = await listening(t)
  const list = () => call('GET', '/w/one/v5/ad_accounts')
  const first = await watch('/w/one/__mock/events')
  await list()
  const { id } = await first.next('call')
  first.close()
  await list()
  await call('POST', '/w/one/__mock/time/tick')
  await call('POST', '/w/one/__mock/reset')
  await list()
  const { received, until } = await watch('/w/one/__mock/events', { 'last-event-id': String(id) })
  await until(4)
  await list()
  await until(5)
  t.match(
    received.map(({ type, data }) => [type, data.sequence ?? data.action]),
    [
      ['call', 2],
      ['clock', 'unfrozen'],
      ['world', 'reset'],
      ['call', 1],
      ['call', 2],
    ],
  )
})

t.test(
  'a client resumes after what it has seen by an id in the query, and by one that came without an event',
  async (t) => {
    const { call, watch } = await listening(t)
    const { id, close } = await watch('/w/one/__mock/events')
    close()
    await call('GET', '/w/one/v5/ad_accounts')
    const { next } = await watch(`/w/one/__mock/events?events=call&last_event_id=${id()}`)
    t.match(await next(), { type: 'call', data: { operation: 'ad_accounts/list' } })
  },
)

for (const world of ['one', 'all']) {
  t.test(`what the journal forgot meanwhile is counted, for ${world}`, async (t) => {
    const { call, watch } = await listening(t, { journal: 3 })
    const path = `/w/one/__mock/events?events=call${world === 'all' ? '&world=all' : ''}`
    const list = () => call('GET', '/w/one/v5/ad_accounts')
    await list()
    const { id, close } = await watch(path)
    close()
    for (let count = 0; count < 8; count++) await list()
    const { received, until } = await watch(path, { 'last-event-id': id() })
    await until(4)
    t.match(received[0], { type: 'gap', data: { missed: 5 }, id: undefined })
    t.match(
      received.slice(1).map(({ data }) => data.sequence),
      [7, 8, 9],
    )
  })
}

t.test('an id of another server is answered with all that is known, and with a gap of unknown size', async (t) => {
  const { get, watch } = await listening(t)
  await get('/campaigns')
  for (const id of ['1', 'abc', '9999999999999999-3']) {
    const { next } = await watch('/__mock/events', { 'last-event-id': id })
    t.match(await next(), { type: 'gap', data: { missed: null } }, id)
    t.match(await next('call'), { type: 'call' }, id)
  }
})

t.test('a client that does not read holds no memory, and is told what it missed', async (t) => {
  const { call, watch, worlds } = await listening(t, { journal: 100 })
  const { response, received, next } = await watch('/w/one/__mock/events?events=call,clock')
  response.pause()
  const headers = { 'x-note': 'x'.repeat(8000) }
  const [calls, sequences] = [3000, new Set<number>()]
  for (let count = 0; count < calls; count++) await call('GET', '/w/one/v5/ad_accounts', undefined, headers)
  t.ok(worlds.journals.events.listenerCount > 0)
  await call('POST', '/w/one/__mock/time/tick')
  response.resume()
  await next('clock')
  const missed = received.reduce((sum, { type, data }) => sum + (type === 'gap' ? data.missed : 0), 0)
  for (const { type, data } of received) if (type === 'call') sequences.add(data.sequence)
  t.ok(missed > 0)
  t.equal(sequences.size + missed, calls)
  t.ok(sequences.has(calls))
})

t.test('types and criteria select events, of one world or of all', async (t) => {
  const { call, post, get, watch } = await listening(t)
  const refused = await watch('/__mock/events?events=call&status=200&operation=campaigns/create&body_path=[0].name')
  const clocks = await watch('/__mock/events?events=clock,world')
  const all = await watch('/w/other/__mock/events?world=all&events=call,clock')
  await get('/campaigns')
  await post('/campaigns', [campaign])
  await call('GET', '/w/one/v5/ad_accounts')
  await call('POST', '/w/one/__mock/time/tick')
  await call('POST', '/__mock/time/tick')
  await all.until(5)
  t.match(await refused.next(), { type: 'call', data: { operation: 'campaigns/create' } })
  t.match(await clocks.next(), { type: 'clock', data: { world: 'default' } })
  t.same(
    all.received.map(({ data }) => data.world),
    ['default', 'default', 'one', 'one', 'default'],
  )
  t.match(all.received[0]?.id, /^\d{16}$/)
  t.equal(refused.received.length, 1)
})

t.test('what watches nothing that can happen is refused', async (t) => {
  const { call } = await mock(t)
  for (const query of [
    'events=calls',
    'operation=campaigns/creat',
    'since=1',
    'last_event_id=x',
    'heartbeat=0',
    'world=one',
  ]) {
    t.equal((await call('GET', `/__mock/events?${query}`)).status, 400, query)
  }
})

t.test('without a journal there are changes, and calls are refused in plain words', async (t) => {
  const { call, watch } = await listening(t, { journal: 0 })
  t.match(await call('GET', '/__mock/events?events=call'), { status: 409, body: { message: /--journal/ } })
  const { next } = await watch()
  await call('POST', '/__mock/time/tick')
  t.match(await next(), { type: 'clock' })
})

t.test('credentials are blacked out', async (t) => {
  const { call, watch } = await listening(t)
  const { received, until } = await watch()
  await call('GET', '/v5/ad_accounts?access_token=pina_secret', undefined, { authorization: 'Bearer pina_secret' })
  await call('POST', '/__mock/faults', { id: 'pina_secret_of_a_fault_id', effect: 'latency=1ms' })
  await until(2)
  t.notMatch(JSON.stringify(received), /pina_secret/)
})

t.test('a client hears of a connection that is alive, and until where it knows everything', async (t) => {
  const { call, watch } = await listening(t)
  const { id, received, response } = await watch('/__mock/events?events=clock&heartbeat=1')
  const before = id()
  await call('GET', '/v5/ad_accounts')
  while (id() <= before) await once(response, 'data')
  t.same(received, [])
})

t.test('HEAD is answered at once, and opens no stream', async (t) => {
  const { app, worlds } = await mock(t)
  const { statusCode, headers } = await app.inject({ method: 'HEAD', url: '/__mock/events' })
  t.match({ statusCode, headers }, { statusCode: 200, headers: { 'content-type': /event-stream/ } })
  t.equal(worlds.journals.events.listenerCount, 0)
})
