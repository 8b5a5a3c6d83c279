import t from 'tap'
import { type Mock, mock } from '../support/mock.ts'

const item = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }

/** Makes every question that asks the table for campaigns fail, without writing a row. */
const breakCampaigns = ({ worlds }: Mock) => worlds.world('default').db.exec('ALTER TABLE campaigns RENAME TO gone')

t.test('a read that is repeated while nothing changes is answered without asking the database', async (t) => {
  const server = await mock(t)
  const { id } = await server.create('/campaigns', item)
  const [list, one] = [await server.get('/campaigns'), await server.get(`/campaigns/${id}`)]
  breakCampaigns(server)
  t.equal((await server.get('/campaigns?page_size=24')).status, 500, 'the database is not there to be asked')
  t.same((await server.get('/campaigns')).body, list.body)
  t.same((await server.get(`/campaigns/${id}`)).body, one.body)
})

t.test('an answer that is given again has an id, limits and an entry in the journal of its own', async (t) => {
  const { get, call } = await mock(t)
  const [first, second] = [await get('/campaigns?colour=red'), await get('/campaigns?colour=red')]
  t.not(first.headers['x-mock-request-id'], second.headers['x-mock-request-id'])
  t.equal(Number(second.headers['x-ratelimit-remaining']), Number(first.headers['x-ratelimit-remaining']) - 1)
  const { body } = await call('GET', `/__mock/requests/${second.headers['x-mock-request-id']}`)
  t.match(body, {
    operation: 'campaigns/list',
    status: 200,
    warnings: [
      "No version of the API that is known here (5.23, 5.28) describes the parameter 'colour' of this call; the API lets such pass",
    ],
  })
})

for (const [kind, created] of Object.entries({
  faults: (match: object) => ({ match, effect: { type: 'status', status: 418 } }),
  stubs: (match: object) => ({ match, response: { status: 418 } }),
})) {
  t.test(
    `a read is repeated from memory beside ${kind} of other calls, and reaches those that may apply`,
    async (t) => {
      const server = await mock(t)
      const add = (match: object) => server.call('POST', `/__mock/${kind}`, created(match))
      const before = await server.get('/campaigns')
      await add({ operation: 'boards/list' })
      await add({ headers: { 'x-variant': 'b' } })
      await add({ query: { page_size: '24' } })
      t.same((await server.get('/campaigns')).body, before.body)
      breakCampaigns(server)
      t.same((await server.get('/campaigns')).body, before.body, 'the database was not asked')
      const read = (query: string, headers = {}) =>
        server.call('GET', `/v5/ad_accounts/${server.account}/campaigns${query}`, undefined, headers)
      t.equal((await read('', { 'x-variant': 'b' })).status, 418)
      t.equal((await read('?page_size=24')).status, 418)
    },
  )

  t.test(`a read that ${kind} of a later call counts is counted, whatever was cached`, async (t) => {
    const server = await mock(t)
    await server.call('POST', `/__mock/${kind}`, created({ operation: 'campaigns/list' }))
    for (let nth = 0; nth < 3; nth++) await server.get('/campaigns')
    t.match((await server.call('GET', `/__mock/${kind}`)).body, { items: [{ hits: 3 }] })
  })
}

type Change = (server: Mock, campaign: { readonly id: string }) => Promise<unknown>

const control = (method: string, path: string, body?: unknown) => (server: Mock) =>
  server.call(method, `/__mock${path}`, body)

const changes: Readonly<Record<string, Change>> = {
  'a creation': ({ create }) => create('/campaigns', item),
  'an update': ({ change }, { id }) => change('/campaigns', { id, name: 'Sale, prolonged' }),
  'a direct edit': (server, { id }) => control('PATCH', `/entities/campaigns/${id}`, { status: 'PAUSED' })(server),
  'the end of its day': async ({ clock }) => clock.advance(86_400_000),
  'a clock that is set': control('POST', '/time/set', { to: 1_900_000_000 }),
  'a feature': control('PUT', '/settings', { features: { '*': { billing_disabled: true } } }),
  'a reset': control('POST', '/reset'),
  'a reset to another seed': control('POST', '/reset', { from: { seed: 'small' } }),
  'data on top of it': (server) =>
    control('POST', '/seed', { campaigns: [{ ad_account: server.account, ...item }] })(server),
  'a fault': control('POST', '/faults', { effect: 'server_error' }),
}

for (const [title, change] of Object.entries(changes)) {
  t.test(`a read after ${title} is answered as it is now`, async (t) => {
    const server = await mock(t)
    const campaign = await server.create('/campaigns', { ...item, end_time: server.now + 3600 })
    const before = await server.get('/campaigns')
    t.same((await server.get('/campaigns')).body, before.body, 'before it the answer is what it was')
    await change(server, campaign)
    t.notSame((await server.get('/campaigns')).body, before.body)
  })
}

t.test('a read after a snapshot was restored is answered as it was then', async (t) => {
  const { get, create, call } = await mock(t)
  const before = await get('/campaigns')
  await call('PUT', '/__mock/snapshots/before')
  await create('/campaigns', item)
  t.equal((await get('/campaigns')).body.items.length, 1)
  await call('POST', '/__mock/snapshots/before/restore')
  t.same((await get('/campaigns')).body, before.body)
})

t.test('what one caller was answered another one is not', async (t) => {
  const auth = { tokens: { owner: {}, partner: { user: 'coastal_kitchens' } } }
  const { call } = await mock(t, { seed: 'small', auth })
  const read = (token: string, url: string) => call('GET', url, undefined, { authorization: `Bearer ${token}` })
  const { items } = (await read('owner', '/v5/ad_accounts?include_shared_accounts=false')).body
  const url = `/v5/ad_accounts/${items[0].id}/campaigns`
  t.equal((await read('owner', url)).status, 200)
  t.equal((await read('partner', url)).status, 403)
  t.notSame((await read('partner', '/v5/ad_accounts')).body, (await read('owner', '/v5/ad_accounts')).body)
})

t.test('a read that is repeated at another address of the server has URLs of that address', async (t) => {
  const { call, account } = await mock(t, { seed: 'small' })
  const [{ id }] = (await call('GET', `/v5/ad_accounts/${account}/ad_groups`)).body.items
  const url = `/v5/ad_accounts/${account}/ad_groups/${id}/dynamic_titles/uploads`
  for (const host of ['mock.example.com', 'localhost:7468', 'mock.example.com'])
    t.match((await call('GET', url, undefined, { host })).body.upload_url, `http://${host}/`)
})

t.test('what is asked of one world another one does not answer', async (t) => {
  const { call, account } = await mock(t, { seed: 'small' })
  const url = `/v5/ad_accounts/549755885262/campaigns`
  t.equal(account, '549755885262')
  await call('POST', `/w/other${url}`, [item])
  const [home, other] = [await call('GET', url), await call('GET', `/w/other${url}`)]
  t.equal(other.body.items.length, home.body.items.length + 1)
})

t.test('a world that was at rest is not taken for what it was, however many changes it has seen since', async (t) => {
  const { call } = await mock(t, { seed: 'small', mostOpen: 1 })
  for (let changes = 1; changes <= 10; changes++) {
    const url = `/w/world-${changes}/v5/ad_accounts/549755885262/campaigns`
    for (let made = 0; made < 5; made++) await call('POST', url, [item])
    const before = await call('GET', url)
    await call('GET', '/w/other/v5/ad_accounts')
    for (let made = 0; made < changes; made++) await call('POST', url, [item])
    t.equal((await call('GET', url)).body.items.length, before.body.items.length + changes, `${changes} changes`)
  }
})

t.test('a refusal is not kept', async (t) => {
  const { get, call } = await mock(t)
  t.equal((await get('/campaigns?page_size=0')).status, 400)
  const again = await get('/campaigns?page_size=0')
  t.equal(again.headers['x-mock-rules'], 'request.schema')
  const { body } = await call('GET', `/__mock/requests/${again.headers['x-mock-request-id']}/why`)
  t.equal(body.reasons.length, 1)
})

t.test('what is kept is bounded, however many questions there are', async (t) => {
  const server = await mock(t)
  const response = await server.get('/campaigns')
  const filler = 'x'.repeat(12_000)
  for (let number = 0; number < 1400; number++) await server.get(`/campaigns?filler=${number}${filler}`)
  breakCampaigns(server)
  t.equal((await server.get('/campaigns')).status, 500, 'the first one is forgotten')
  t.same((await server.get(`/campaigns?filler=1399${filler}`)).body, response.body, 'and not the last one')
})
