import t, { type Test } from 'tap'
import {
  ControlError,
  ControlRefused,
  connectMock,
  type MockWorld,
  SeedFileError,
  SeedFileRefused,
  type StartOptions,
  startMock,
} from '#server/index.ts'
import type { Json } from '../support/mock.ts'

const item = { name: 'Campaign', objective_type: 'AWARENESS', daily_spend_cap: 10_000_000 } as const

async function api(mock: MockWorld, path: string, body?: unknown): Promise<Json> {
  const answer = await mock.fetch(mock.baseUrl + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${mock.token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return answer.json()
}

async function campaignsOf(mock: MockWorld): Promise<string> {
  const [account] = (await api(mock, '/ad_accounts')).items
  return `/ad_accounts/${account.id}/campaigns`
}

const count = async (mock: MockWorld): Promise<number> =>
  (await api(mock, `${await campaignsOf(mock)}?page_size=250`)).items.length

/** Every way to a mock, each with the same verbs. */
const ways: Readonly<Record<string, (t: Test, options?: StartOptions) => Promise<MockWorld>>> = {
  'a mock that listens': async (t, options) => {
    const mock = await startMock(options)
    t.teardown(() => mock.close())
    return mock
  },
  'a mock without a socket': async (t, options) => {
    const mock = await startMock({ ...options, listen: false })
    t.teardown(() => mock.close())
    return mock
  },
  'a mock that is connected to': async (t, options) => {
    const mock = await startMock(options)
    t.teardown(() => mock.close())
    return connectMock(mock.baseUrl, options?.controlToken === undefined ? {} : { controlToken: options.controlToken })
  },
}

for (const [way, open] of Object.entries(ways)) {
  t.test(`${way} answers from the seed`, async (t) => {
    t.ok((await count(await open(t))) > 1)
  })

  t.test(`${way} is reset, to the seed and to another`, async (t) => {
    const mock = await open(t)
    const before = await count(mock)
    await api(mock, await campaignsOf(mock), [item])
    t.equal(await count(mock), before + 1)
    await mock.reset()
    t.equal(await count(mock), before)
    await mock.reset({ seed: 'empty' })
    t.same((await api(mock, '/ad_accounts')).items, [])
  })

  t.test(`${way} keeps a snapshot and comes back to it`, async (t) => {
    const mock = await open(t)
    const before = await count(mock)
    await mock.snapshot('before')
    await api(mock, await campaignsOf(mock), [item])
    await mock.restore('before')
    t.equal(await count(mock), before)
  })

  t.test(`${way} is reset with every other world`, async (t) => {
    const mock = await open(t)
    const other = mock.world('other')
    const before = await count(other)
    await api(other, await campaignsOf(other), [item])
    t.ok((await mock.resetAll()).includes('other'))
    t.equal(await count(other), before)
  })

  t.test(`${way} is forked, and gives each test a world`, async (t) => {
    const mock = await open(t)
    await api(mock, await campaignsOf(mock), [item])
    const [fork, other] = [await mock.fork(), mock.world('other')]
    t.equal(await count(fork), await count(mock))
    t.equal(await count(other), (await count(mock)) - 1)
    t.not(fork.baseUrl, mock.baseUrl)
    await fork.delete()
  })

  t.test(`${way} has a clock that all obeys`, async (t) => {
    const mock = await open(t)
    t.strictSame(await mock.clock.freeze(new Date('2030-01-01T00:00:00Z')), {
      now: 1_893_456_000,
      iso: '2030-01-01T00:00:00.000Z',
      frozen: true,
    })
    t.equal((await mock.clock.advance('P7D')).now, 1_893_456_000 + 7 * 86_400)
    t.equal((await mock.clock.set(1_900_000_000)).now, 1_900_000_000)
    t.equal((await api(mock, '/ad_accounts', { name: 'New' })).created_time, 1_900_000_000)
    t.equal((await mock.clock.tick()).frozen, false)
    t.ok((await mock.clock.now()).now >= 1_900_000_000)
  })

  t.test(`${way} is told features, rules and limits`, async (t) => {
    const mock = await open(t)
    await mock.settings.set({ limits: { ads_read: { per_minute: 1 } } })
    t.match(await mock.settings.get(), { limits: { ads_read: { per_minute: 1 } } })
    await api(mock, '/ad_accounts')
    t.match(await api(mock, '/ad_accounts'), { code: 8 })
  })

  t.test(`${way} is exported, and imported in another world`, async (t) => {
    const mock = await open(t)
    await api(mock, await campaignsOf(mock), [item])
    const other = mock.world('other')
    await other.state.import(await mock.state.export())
    t.equal(await count(other), await count(mock))
  })

  t.test(`${way} tells what it was consentQuery, and holds it to expectations`, async (t) => {
    const mock = await open(t)
    await api(mock, await campaignsOf(mock), [item])
    const match = { operation: 'campaigns/create' } as const
    t.match(await mock.requests.find(match), [{ operation: 'campaigns/create', status: 200 }])
    t.equal(await mock.requests.count(match), 1)
    await mock.requests.verify(match, { times: 1 })
    await mock.requests.verifyInOrder({ operation: 'ad_accounts/list' }, match)
    await mock.requests.wait(match, { count: 1, timeout: 1 })
    await t.rejects(mock.requests.verify(match, { never: true }), { name: 'ControlError', status: 422 })
    t.match(await mock.requests.har(), { log: { version: '1.2' } })
    t.match(await mock.report(), { operations: Object })
    await mock.requests.clear()
    t.equal(await mock.requests.count(), 0)
  })

  t.test(`${way} says why it refused`, async (t) => {
    const mock = await open(t)
    const answer = await mock.fetch(`${mock.baseUrl}/ad_accounts`)
    const id = answer.headers.get('x-mock-request-id') ?? ''
    t.match(await mock.requests.get(id), { id, status: 401 })
    t.match(await mock.requests.why(id), { verdict: 'refused', reasons: [{ rule: 'request.token' }] })
  })

  t.test(`${way} is made to fail, and stops`, async (t) => {
    const mock = await open(t)
    const fault = await mock.faults.add({ match: { operation: 'ad_accounts/list' }, effect: 'rate_limited' })
    t.match(await api(mock, '/ad_accounts'), { code: 8 })
    t.match(await mock.faults.get(fault.id), { hits: 1 })
    t.equal((await mock.faults.list()).length, 1)
    await mock.faults.remove(fault.id)
    await mock.faults.clear()
    t.match(await api(mock, '/ad_accounts'), { items: Array })
  })

  t.test(`${way} takes a seed on top, and edits of what is in it`, async (t) => {
    const mock = await open(t, { seed: 'empty' })
    const ids = await mock.seed({
      ad_accounts: [{ alias: 'shop', name: 'Shop' }],
      campaigns: [{ alias: 'sale', ad_account: 'shop', ...item }],
    })
    const id = ids.campaigns?.sale ?? ''
    t.match(await mock.edit('campaigns', id, { status: 'ARCHIVED' }), { id, status: 'ARCHIVED' })
  })

  t.test(`${way} says why a verb was refused`, async (t) => {
    const mock = await open(t)
    await t.rejects(mock.restore('nothing'), { name: 'ControlError', status: 404 })
    await t.rejects(mock.clock.advance('a week'), { status: 400, message: /"a week" is not a duration/ })
  })

  t.test(`${way} takes the token that its control wants`, async (t) => {
    const mock = await open(t, { controlToken: 'secret' })
    t.ok((await mock.clock.now()).now > 0)
    t.equal((await mock.fetch(`${mock.url}/__mock/time`)).status, 401)
  })
}

t.test('two mocks in one process share nothing', async (t) => {
  const [one, two] = [await startMock({ seed: 'empty' }), await startMock({ seed: 'empty' })]
  t.teardown(() => Promise.all([one.close(), two.close()]))
  await api(one, '/ad_accounts', { name: 'One' })
  t.equal((await api(one, '/ad_accounts')).items.length, 1)
  t.equal((await api(two, '/ad_accounts')).items.length, 0)
})

t.test('a closed mock is gone, and its port free', async (t) => {
  const mock = await startMock({ seed: 'empty' })
  const { port } = new URL(mock.url)
  await mock.close()
  await t.rejects(mock.fetch(mock.baseUrl))
  const again = await startMock({ seed: 'empty', port: Number(port) })
  t.equal(again.url, mock.url)
  await again.close()
})

t.test('an option that is refused says what is allowed', async (t) => {
  await t.rejects(startMock({ logLevel: 'loud' }), { message: /loud.*Did you mean/ })
})

t.test('connecting without a URL asks the environment, and says so when it has none', async (t) => {
  const { PINTEREST_MOCK_URL } = process.env
  t.teardown(() => {
    if (PINTEREST_MOCK_URL === undefined) delete process.env.PINTEREST_MOCK_URL
    else process.env.PINTEREST_MOCK_URL = PINTEREST_MOCK_URL
  })
  delete process.env.PINTEREST_MOCK_URL
  t.throws(() => connectMock(), { message: /PINTEREST_MOCK_URL/ })
  process.env.PINTEREST_MOCK_URL = 'http://127.0.0.1:7468'
  t.equal(connectMock().baseUrl, 'http://127.0.0.1:7468/v5')
})

t.test('its environment points clients here', async (t) => {
  const mock = await startMock({ seed: 'empty', listen: false })
  t.strictSame(mock.world('one').env, {
    PINTEREST_API_URI: 'http://localhost/w/one/v5',
    PINTEREST_ACCESS_TOKEN: 'pina_one~local',
    ACCESS_TOKEN: 'pina_one~local',
  })
  await mock.close()
})

for (const [refresh, second] of [
  ['reuse', 200],
  ['rotate', 401],
] as const) {
  t.test(`a mock that is started with ${refresh} answers a refresh token's second use with ${second}`, async (t) => {
    const mock = await startMock({ refresh, listen: false })
    t.teardown(() => mock.close())
    const send = (form: Readonly<Record<string, string>>) =>
      mock.fetch(`${mock.baseUrl}/oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('1:secret')}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      })
    const consentQuery = 'client_id=1&redirect_uri=http://localhost/&response_type=code&scope=ads:read&auto_approve=1'
    const page = await mock.fetch(`${mock.baseUrl.replace('/v5', '')}/oauth/?${consentQuery}`, { redirect: 'manual' })
    const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? ''
    const redirect_uri = 'http://localhost/'
    const { refresh_token }: Json = await (await send({ grant_type: 'authorization_code', code, redirect_uri })).json()
    t.equal((await send({ grant_type: 'refresh_token', refresh_token })).status, 200)
    t.equal((await send({ grant_type: 'refresh_token', refresh_token })).status, second)
  })
}

t.test('the former names of the errors are the same classes', async (t) => {
  t.equal(ControlRefused, ControlError)
  t.equal(SeedFileRefused, SeedFileError)
  const refused: ControlRefused = new ControlError('GET /time', 400, { message: 'No' })
  t.ok(refused instanceof ControlRefused)
})
