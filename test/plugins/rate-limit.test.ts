import t from 'tap'
import { type Answer, type Mock, mock } from '../helper.ts'

const campaign = { name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const limitOf = ({ headers }: Answer) =>
  ['limit', 'remaining', 'reset'].map((name) => headers[`x-ratelimit-${name}`]).join(' | ')

/** What a client does that knows nothing but the headers: waits as long as it is told, and calls again. */
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
  t.equal(limitOf(last), '100, 100;w=1, 1000;w=60 | 0 | 1')
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
  t.equal(limitOf(last), '300, 1000;w=86400, 300;w=86400 | 0 | 43200')
  clock.advance(200)
  const refused = await post('/campaigns', [])
  t.equal(refused.status, 429)
  t.match(refused.body, {
    code: 8,
    message: /^This request exceeded a rate limit.*ads_write: 300 a day.* 43200 seconds$/,
  })
  t.equal(limitOf(refused), '300, 1000;w=86400, 300;w=86400 | 0 | 43200')
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
  const { get, stage } = await mock(t, { limits: { ads_read: { per_day: 0 } } })
  t.equal((await get('/campaigns')).status, 429)
  stage.world('default').tell({ limits: 'standard' })
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
