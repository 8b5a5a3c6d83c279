import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { newestVersion } from '#db/migrations.ts'
import { exchange, portOf } from '../plugins/wire.ts'
import { type Json, mock } from '../support/mock.ts'

const settings = (count: number, size = 10): object[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}`, json: 'x'.repeat(size) }))

/** A state of these tables with nothing else in it. */
const stateOf = (tables: object, version = newestVersion()): Json => ({
  format: 'pinterest-ads-mock/state',
  version,
  sequences: {},
  tables,
})

t.test('a world that is too large for one piece is exported as it is, and imported elsewhere', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const state = (await call('GET', '/__mock/state')).body
  state.tables.settings.push(...settings(5000, 1000))
  t.equal((await call('PUT', '/__mock/state', state)).status, 200)
  const { headers, body } = await call('GET', '/__mock/state')
  t.match(headers, { 'content-type': 'application/json; charset=utf-8', 'transfer-encoding': 'chunked' })
  t.equal((await call('PUT', '/w/other/__mock/state', body)).status, 200)
  t.strictSame((await call('GET', '/w/other/__mock/state')).body, body)
  t.equal(body.tables.settings.length, state.tables.settings.length)
})

t.test('an export is what the world was when it began, whatever is done meanwhile', async (t) => {
  const server = await mock(t)
  await server.call('PUT', '/__mock/state', stateOf({ settings: settings(20_000, 1000) }))
  const answer = await fetch(`http://127.0.0.1:${await portOf(server)}/__mock/state`)
  t.equal((await server.call('POST', '/__mock/time/freeze')).status, 200)
  t.equal(((await answer.json()) as Json).tables.settings.length, 20_000)
})

t.test('a state is read up to the first row that is wrong, however much follows', async (t) => {
  const server = await mock(t)
  const wrong = JSON.stringify(stateOf({ nothing: [{}] })).slice(0, -3)
  const head = 'PUT /__mock/state HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n'
  const socket = connect(await portOf(server), '127.0.0.1')
  t.teardown(() => socket.destroy())
  socket.write(`${head}content-length: 200000000\r\n\r\n${wrong},`)
  const [answer] = await once(socket, 'data')
  t.match(String(answer), /^HTTP\/1\.1 400 .*tables\.nothing: there is no such table/s)
})

t.test('the connection of a state that was refused is kept for the next call, when the rest has come', async (t) => {
  const server = await mock(t)
  const body = JSON.stringify(stateOf({ nothing: [], settings: settings(20_000) }))
  const head = `PUT /__mock/state HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`
  const next = 'GET /__mock/time HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'
  const received = await exchange(server, `${head}content-length: ${body.length}\r\n\r\n${body}${next}`)
  t.match(received, /^HTTP\/1\.1 400 .*HTTP\/1\.1 200 OK/s)
})

const refused: readonly [string, string, RegExp][] = [
  ['nothing at all', ' ', /nothing where \{ belongs/],
  ['no object', '[]', /"\[" where \{ belongs/],
  ['no end', JSON.stringify(stateOf({})).slice(0, -1), /nothing where , belongs/],
  ['something behind its end', `${JSON.stringify(stateOf({}))}1`, /something behind its end/],
  ['no tables', '{"format":"pinterest-ads-mock/state","version":1,"sequences":{}}', /tables: is required/],
  ['no version', '{"format":"pinterest-ads-mock/state","sequences":{},"tables":{}}', /version: is required/],
  ['its version twice', '{"version":1,"version":1}', /version: is there twice/],
  ['a field that it has not', '{"versoin":1}', /versoin: there is no such field/],
  ['a version that is no number', '{"version":"1"}', /version: .*number/],
  ['sequences that are none', '{"sequences":{"ads":-1}}', /sequences\.ads: /],
  ['a row that is no object', '{"version":1,"tables":{"ad_accounts":[[]]}}', /ad_accounts\[0\]: is not an object/],
  ['a row that is no JSON', '{"version":1,"tables":{"ad_accounts":[{"a":1,}]}}', /is not JSON/],
  ['a row of too many columns', `{"version":1,"tables":{"ad_accounts":[{${manyColumns()}}]}}`, /too many columns/],
]

function manyColumns(): string {
  return Array.from({ length: 101 }, (_, index) => `"c${index}":1`).join()
}

for (const [what, text, message] of refused) {
  t.test(`a state with ${what} is refused by its reason`, async (t) => {
    const { call } = await mock(t)
    t.match(await call('PUT', '/__mock/state', text), { status: 400, body: { code: 1, message } })
  })
}

t.test('a call without a state, one that is no UTF-8 and one that is no JSON are refused', async (t) => {
  const { call } = await mock(t)
  t.match(await call('PUT', '/__mock/state'), { status: 400, body: { message: /wants a body of JSON/ } })
  const yaml = { 'content-type': 'application/yaml' }
  t.match(await call('PUT', '/__mock/state', 'a: 1', yaml), { status: 400, body: { code: 1 } })
  const latin = await exchange(
    await mock(t),
    'PUT /__mock/state HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 4\r\nconnection: close\r\n\r\n{"\u00ff"',
  )
  t.match(latin, /^HTTP\/1\.1 400 /)
})

t.test('a state whose fields are sorted is taken, its rows before its version', async (t) => {
  const { call } = await mock(t)
  const { format, version, sequences, tables } = stateOf({ settings: settings(100) })
  t.equal((await call('PUT', '/__mock/state', { format, sequences, tables, version })).status, 200)
  t.equal((await call('GET', '/__mock/state')).body.tables.settings.length, 100)
  const large = { format, sequences, tables: { settings: settings(5000, 1000) }, version }
  t.match(await call('PUT', '/__mock/state', large), { status: 400, body: { message: /version: must stand before/ } })
})

t.test('a row of two million letters is taken, and a longer one is refused', async (t) => {
  const { call } = await mock(t)
  const put = (size: number) => call('PUT', '/__mock/state', stateOf({ settings: settings(1, size) }))
  t.equal((await put(2 * 2 ** 20 - 100)).status, 200)
  t.match(await put(2 * 2 ** 20), { status: 400, body: { message: /more than 2097152 characters/ } })
})

t.test('a state of an earlier version is taken up to two million letters while the server runs', async (t) => {
  const { call } = await mock(t)
  const accounts = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${index}`,
      owner_id: '549755885170',
      json: { id: `${index}`, pad: 'x'.repeat(2000) },
    }))
  const put = (count: number) => call('PUT', '/__mock/state', stateOf({ ad_accounts: accounts(count) }, 1))
  t.equal((await put(500)).status, 200)
  t.match(await put(1500), { status: 400, body: { message: /start one with --seed FILE/ } })
})

t.test('rows that come before those that they refer to are taken, and told when those never come', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const state = (await call('GET', '/__mock/state')).body
  const tables = Object.fromEntries(Object.entries(state.tables).toReversed())
  t.equal((await call('PUT', '/w/other/__mock/state', { ...state, tables })).status, 200)
  state.tables.campaigns = []
  t.match(await call('PUT', '/w/other/__mock/state', state), {
    status: 400,
    body: { message: /tables\.ad_groups: row 1 belongs to none of campaigns/ },
  })
})

t.test('two large states are read at once, and a third waits for its turn', async (t) => {
  const server = await mock(t)
  const port = await portOf(server)
  const head = (bytes: number) =>
    `PUT /__mock/state HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${bytes}\r\n\r\n`
  const slow = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')]
  for (const socket of slow) socket.write(`${head(3_000_000)}{`)
  const large = JSON.stringify(stateOf({ settings: settings(2000, 1000) }))
  const third = connect(port, '127.0.0.1')
  t.teardown(() => [...slow, third].forEach((socket) => void socket.destroy()))
  let answered = false
  const answer = once(third, 'data').then(([text]) => {
    answered = true
    return String(text)
  })
  while ((await connections(server.app.server)) < 2) await new Promise(setImmediate)
  third.write(head(large.length) + large)
  t.equal((await server.call('PUT', '/__mock/state', stateOf({}))).status, 200, 'a small one does not wait')
  t.notOk(answered)
  slow[0]?.destroy()
  t.match(await answer, /^HTTP\/1\.1 200 OK/)
})

const connections = (server: { getConnections(done: (error: Error | null, count: number) => void): void }) =>
  new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)))
