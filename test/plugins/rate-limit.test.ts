import t from 'tap'
import { unimplemented, withoutBoards } from '../fixtures/unimplemented.ts'
import { type Answer, type Mock, mock } from '../support/mock.ts'

const campaign = { name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const perSecond = '100;w=1;name="safety_net_app_id_user_id"'
const ofTrial = '300, 1000;w=86400;name="safety_net_app_id", 300;w=86400;name="ads_write_app_id" | 0 | 43200'
const limitOf = ({ headers }: Answer) =>
  ['limit', 'remaining', 'reset'].map((name) => headers[`x-ratelimit-${name}`]).join(' | ')

/** What a client does that knows nothing but the headers: waits as long as they say, and calls again. */
async function patient({ clock }: Mock, call: () => Promise<Answer>): Promise<Answer> {
  const answer = await call()
  if (answer.status !== 429) return answer
  clock.advance(Number(answer.headers['x-ratelimit-reset']) * 1000)
  return call()
}

t.test('limits are off at first: calls are counted, and none is refused', async (t) => {
  const { get } = await mock(t)
  let last = await get('/campaigns')
  for (let call = 0; call < 120; call++) last = await get('/campaigns')
  t.equal(last.status, 200)
  t.equal(limitOf(last), `100, ${perSecond}, 1000;w=60;name="ads_read_app_id_user_id" | 0 | 1`)
})

for (const limits of ['trial', 'standard'] as const) {
  t.test(`a client that backs off by the headers alone gets through under ${limits}`, async (t) => {
    const server = await mock(t, { limits })
    let refused = 0
    for (let call = 0; call < 450; call++) {
      const { status } = await patient(server, async () => {
        const answer = await server.post('/campaigns', [campaign])
        if (answer.status === 429) refused++
        return answer
      })
      t.equal(status, 200)
    }
    t.ok(refused > 0, 'it was refused now and then')
    const { body } = await server.call('GET', '/__mock/requests?limit=1000')
    t.same(
      body.items.flatMap(({ warnings }: { warnings: string[] }) => warnings),
      [],
      'and never came back too early',
    )
  })
}

t.test('under trial a day has 300 writes, and the 429 says how long it still is', async (t) => {
  const { post, clock } = await mock(t, { limits: 'trial' })
  for (let call = 0; call < 299; call++) await post('/campaigns', [])
  const last = await post('/campaigns', [])
  t.equal(last.status, 400, 'what is refused for its body counts')
  t.equal(limitOf(last), ofTrial)
  clock.advance(200)
  const refused = await post('/campaigns', [])
  t.equal(refused.status, 429)
  t.match(refused.body, {
    code: 8,
    message: /^This request exceeded a rate limit.*ads_write: 300 a day.* 43200 seconds$/,
  })
  t.equal(limitOf(refused), ofTrial)
  t.equal(refused.headers['x-envoy-ratelimited'], 'true')
  t.equal(refused.headers['x-mock-rules'], 'request.rate-limit')
})

t.test('under standard the 429 does not name the proxy', async (t) => {
  const { get } = await mock(t, { limits: 'standard' })
  let answer = await get('/campaigns')
  for (let call = 0; call < 100; call++) answer = await get('/campaigns')
  t.equal(answer.status, 429)
  t.notOk('x-envoy-ratelimited' in answer.headers)
})

t.test('a client that comes back too early is told of in the journal', async (t) => {
  const { get, call, clock } = await mock(t, { limits: { ads_read: { per_minute: 0 } } })
  const warnings = async () => {
    const { status, headers } = await get('/campaigns')
    t.equal(status, 429)
    return (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)).body.warnings
  }
  t.same(await warnings(), [])
  clock.advance(47_500)
  t.match(await warnings(), [/^Retried 12.5 seconds too early/])
  clock.advance(12_500)
  t.same(await warnings(), [])
})

t.test('tokens are counted apart, and so are worlds', async (t) => {
  const { call } = await mock(t, { limits: { '*': { per_day: 1 } } })
  const status = async (path: string, token: string) =>
    (await call('GET', path, undefined, { authorization: `Bearer ${token}` })).status
  t.equal(await status('/v5/boards', 'one'), 200)
  t.equal(await status('/v5/boards', 'one'), 429)
  t.equal(await status('/v5/boards', 'two'), 200)
  t.equal(await status('/w/other/v5/boards', 'one'), 200)
})

t.test('a 401 counts for nobody, and has no limit headers', async (t) => {
  const { app, get } = await mock(t, { limits: { '*': { per_day: 2 } } })
  for (let call = 0; call < 5; call++) {
    const { statusCode, headers } = await app.inject('/v5/ad_accounts')
    t.equal(statusCode, 401)
    t.notOk(Object.keys(headers).some((name) => name.startsWith('x-ratelimit')))
  }
  t.equal((await get('/campaigns')).headers['x-ratelimit-remaining'], '1')
})

t.test('the limit comes before the schema', async (t) => {
  const { get } = await mock(t, { limits: { ads_read: { per_day: 1 } } })
  t.equal((await get('/campaigns?page_size=0')).status, 400)
  t.equal((await get('/campaigns?page_size=0')).status, 429)
})

t.test('calls that nothing limits have no limit headers', async (t) => {
  const { get } = await mock(t, { limits: { ads_write: { per_day: 1 } } })
  t.notOk('x-ratelimit-limit' in (await get('/campaigns')).headers)
})

t.test('a world can be given other limits while it lives, and counts from nothing then', async (t) => {
  const { get, worlds } = await mock(t, { limits: { ads_read: { per_day: 0 } } })
  t.equal((await get('/campaigns')).status, 429)
  worlds.world('default').settings.change({ limits: 'standard' })
  const answer = await get('/campaigns')
  t.equal(answer.status, 200)
  t.equal(answer.headers['x-ratelimit-remaining'], '99')
})

t.test('a reset of the world forgets what was counted', async (t) => {
  const { get, call } = await mock(t, { limits: { ads_read: { per_day: 1 } } })
  await get('/campaigns')
  t.equal((await get('/campaigns')).status, 429)
  await call('POST', '/__mock/reset')
  t.not((await get('/campaigns')).status, 429)
})

t.test('a call that is refused counts, and tells of limits, whatever it is refused for', async (t) => {
  const tooLarge = '['.padEnd(2000, ' ')
  const refused: Record<string, (world: Mock) => Promise<Answer>> = {
    'a schema': ({ get }) => get('/campaigns?page_size=0'),
    'a bookmark': ({ get }) => get('/campaigns?bookmark=foreign'),
    'a body that is no JSON': ({ post }) => post('/campaigns', '['),
    'a body that is too large': ({ post }) => post('/campaigns', tooLarge),
    'a rule that refuses whole requests': ({ get }) => get('/product_group_promotions'),
    'an ad account that is not known': ({ call }) => call('GET', '/v5/ad_accounts/1/campaigns'),
    'an entity that is not known': ({ get }) => get('/campaigns/1'),
    'an operation that is not implemented': async ({ call }) => {
      const answer = await call('GET', `/v5${unimplemented.path}`)
      t.equal(answer.status, 501)
      return answer
    },
    'a fault': ({ call, account }) =>
      call('GET', `/v5/ad_accounts/${account}/campaigns`, undefined, { 'x-mock-fault': 'server_error' }),
  }
  for (const [what, call] of Object.entries(refused)) {
    const world = await mock(t, { ...withoutBoards, limits: 'standard', bodyLimit: 1000 })
    const answer = await call(world)
    t.ok(answer.status >= 400 && answer.status !== 401, `${what}: ${answer.status}`)
    t.equal(answer.headers['x-ratelimit-remaining'], '99', `${what} is told of what is left`)
    const { headers } = await world.get('/campaigns')
    t.equal(headers['x-ratelimit-remaining'], '98', `${what} has counted`)
  }
})

t.test('what is no operation is refused before anybody counts', async (t) => {
  const { call, get } = await mock(t, { limits: 'standard' })
  const unknown = await call('GET', '/v5/campaign')
  const method = await call('PUT', '/v5/ad_accounts')
  t.same([unknown.status, method.status], [404, 405])
  for (const { headers } of [unknown, method]) t.notOk('x-ratelimit-limit' in headers)
  t.equal((await get('/campaigns')).headers['x-ratelimit-remaining'], '99')
})

t.test('a 401 counts for nobody, also where an operation gives it: for a grant, or on purpose', async (t) => {
  const authorization = `Basic ${Buffer.from('app:secret').toString('base64')}`
  const form = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
  const { call, get, account } = await mock(t, { limits: 'standard' })
  const grant = await call('POST', '/v5/oauth/token', 'grant_type=refresh_token&refresh_token=none', form)
  const faulted = (fault: string) =>
    call('GET', `/v5/ad_accounts/${account}/campaigns`, undefined, { 'x-mock-fault': fault })
  for (const answer of [grant, await faulted('scope_missing'), await faulted('status=401')]) {
    t.equal(answer.status, 401)
    t.notOk(Object.keys(answer.headers).some((name) => name.startsWith('x-ratelimit')))
  }
  t.equal((await get('/campaigns')).headers['x-ratelimit-remaining'], '99')
  const again = await call('POST', '/v5/oauth/token', 'grant_type=client_credentials&scope=ads%3Aread', form)
  t.equal(again.headers['x-ratelimit-remaining'], '99')
})

t.test('a report has a third window, and an event one of its own', async (t) => {
  const { get, post } = await mock(t)
  t.equal(
    (await get('/reports?token=x')).headers['x-ratelimit-limit'],
    `100, ${perSecond}, 300;w=60;name="ads_analytics_app_id_user_id", 800;w=60;name="analytics_get_report_app_id"`,
  )
  t.equal(
    (await post('/events', { data: [] })).headers['x-ratelimit-limit'],
    '5000, 120000;w=60;name="ads_conversions_app_id_ad_account_id", 5000;w=60;name="ads_conversions_events_app_id_ad_account_id"',
  )
})

t.test('the first number is the smallest limit: 60 where trends are read', async (t) => {
  const { call } = await mock(t)
  const { headers } = await call('GET', '/v5/trends/keywords/US/top/growing')
  t.equal(headers['x-ratelimit-limit'], `60, ${perSecond}, 60;w=60;name="trends_read_app_id_user_id"`)
})
