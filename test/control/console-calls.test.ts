import t from 'tap'
import { readEvents } from '../support/event-reader.ts'
import { type Mock, mock } from '../support/mock.ts'

const ofConsole = { 'x-mock-source': 'console' }
const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }

/** Calls of the console to the world of a test. */
const consoleOf = ({ call, account }: Mock) => ({
  list: () => call('GET', `/v5/ad_accounts/${account}/campaigns`, undefined, ofConsole),
  create: (item: object) => call('POST', `/v5/ad_accounts/${account}/campaigns`, [item], ofConsole),
})

t.test('calls of the console are no requests of clients, wherever those are listed or counted', async (t) => {
  const server = await mock(t)
  const { call } = server
  await call('DELETE', '/__mock/requests')
  await call('GET', '/v5/boards')
  const { list, create } = consoleOf(server)
  await list()
  await create({ ...campaign, daily_spend_cap: -1 })
  const match = { operation: 'campaigns/list' }
  t.match((await call('GET', '/__mock/requests')).body.items, [{ operation: 'boards/list' }])
  t.equal((await call('GET', '/__mock/requests')).body.items.length, 1)
  t.equal((await call('GET', '/__mock/requests/count?operation=campaigns/list')).body.count, 0)
  t.equal((await call('POST', '/__mock/requests/verify', { match, never: true })).status, 200)
  t.match((await call('POST', '/__mock/requests/wait', { match, timeout: 0 })).body, { found: 0, near_misses: [] })
  const { operations, rules } = (await call('GET', '/__mock/report')).body
  t.notOk(operations.met.some(({ operation }: { operation: string }) => operation.startsWith('campaigns/')))
  t.same(rules, [])
  t.equal((await call('GET', '/__mock/requests/har?operation=campaigns/create')).body.log.entries.length, 0)
})

t.test('calls of the console are listed where they are asked for, and found and explained by their id', async (t) => {
  const server = await mock(t)
  const { call } = server
  const { list, create } = consoleOf(server)
  await list()
  const { headers } = await create({ ...campaign, daily_spend_cap: 1, lifetime_spend_cap: 1 })
  const listed = await call('GET', '/__mock/requests?source=console')
  t.match(
    listed.body.items.map(({ operation }: { operation: string }) => operation),
    ['campaigns/list', 'campaigns/create'],
  )
  const match = { operation: 'campaigns/create' }
  const found = await call('POST', '/__mock/requests/find', { match, source: 'console' })
  t.match(found.body, { items: [{ id: headers['x-mock-request-id'] }], forgotten: 0 })
  const id = headers['x-mock-request-id']
  t.match(await call('GET', `/__mock/requests/${id}`), { status: 200, body: { operation: 'campaigns/create' } })
  t.match((await call('GET', `/__mock/requests/${id}/why`)).body, { verdict: /refused/, reasons: [{}] })
  t.equal((await call('GET', `/w/other/__mock/requests/${id}`)).status, 404)
})

t.test('however many calls the console makes, those of clients stay in the journal', async (t) => {
  const server = await mock(t, { journal: 20 })
  const { call } = server
  const { list } = consoleOf(server)
  await call('GET', '/v5/boards')
  for (let count = 0; count < 30; count++) await list()
  t.match((await call('GET', '/__mock/requests/count?operation=boards/list')).body, { count: 1, forgotten: 0 })
  t.equal((await call('GET', '/__mock/requests?source=console')).body.items.length, 20)
})

t.test('calls of the console meet and use up no fault, stub or rate limit, which are meant for clients', async (t) => {
  const server = await mock(t)
  const { call, get } = server
  const { list } = consoleOf(server)
  await call('POST', '/__mock/faults', { match: { operation: 'campaigns/list' }, times: 1, effect: 'unavailable' })
  await call('POST', '/__mock/stubs', { match: { operation: 'boards/list' }, response: { status: 418 } })
  t.equal((await list()).status, 200)
  t.equal((await call('GET', '/v5/boards', undefined, ofConsole)).status, 200)
  t.match([(await get('/campaigns')).status, (await call('GET', '/v5/boards')).status], [503, 418])
  const before = Number((await get('/campaigns')).headers['x-ratelimit-remaining'])
  await list()
  t.equal(Number((await get('/campaigns')).headers['x-ratelimit-remaining']), before - 1)
})

t.test('a fault that a call asks for by its header applies to one of the console too', async (t) => {
  const { call } = await mock(t)
  const headers = { ...ofConsole, 'x-mock-fault': 'unavailable' }
  t.equal((await call('GET', '/v5/ad_accounts', undefined, headers)).status, 503)
})

t.test('what the console changes is an event of the world, and none of its calls is one of its own', async (t) => {
  const server = await mock(t)
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const { received, until } = await readEvents(t, `${origin}/__mock/events`)
  const { list, create } = consoleOf(server)
  await list()
  await create({ ...campaign, daily_spend_cap: -1 })
  await create(campaign)
  await server.get('/campaigns')
  await until(2)
  t.match(
    received.map(({ type, data }) => [type, data]),
    [
      ['world', { action: 'changed', operation: 'campaigns/create' }],
      ['call', { operation: 'campaigns/list' }],
    ],
  )
})

t.test('without a journal, calls of the console are not recorded either', async (t) => {
  const server = await mock(t, { journal: 0, seed: 'small' })
  t.equal((await consoleOf(server).list()).status, 200)
  t.equal((await server.call('GET', '/__mock/requests?source=console')).status, 409)
})
