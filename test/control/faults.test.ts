import t from 'tap'
import { type Json, mock } from '../support/mock.ts'

t.test('a fault is told as it was taken, and what it has seen and struck with it', async (t) => {
  const { call, get, now } = await mock(t)
  const rule = {
    id: 'third',
    match: { operation: 'campaigns/list' },
    trigger: { every: 3 },
    times: 2,
    expires_in: 'PT1H',
    seed: 7,
    effect: { type: 'rate_limited', retry_after: 2 },
  }
  const { status, body } = await call('POST', '/__mock/faults', rule)
  t.equal(status, 200)
  const { expires_in: _, ...kept } = rule
  const shown = { ...kept, created: now, expires: now + 3600, active: true, matched: 0, hits: 0, remaining: 2 }
  t.same(body, shown)
  const statuses: number[] = []
  for (const _ of Array(4)) statuses.push((await get('/campaigns')).status)
  t.same(statuses, [200, 200, 429, 200])
  t.same((await call('GET', '/__mock/faults/third')).body, { ...shown, matched: 4, hits: 1, remaining: 1 })
  t.same((await call('GET', '/__mock/faults')).body.items, [{ ...shown, matched: 4, hits: 1, remaining: 1 }])
})

t.test('without an id it is given one; without anything else it strikes everything', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('POST', '/__mock/faults', { effect: 'unavailable' })
  t.match(body, { id: 'fault-1', match: {}, trigger: {}, times: null, expires: null, remaining: null })
  t.equal((await call('GET', '/v5/ad_accounts')).status, 503)
})

t.test('one is deleted, or all are', async (t) => {
  const { call, get } = await mock(t)
  for (const id of ['a', 'b', 'c']) await call('POST', '/__mock/faults', { id, effect: 'unavailable' })
  t.same((await call('DELETE', '/__mock/faults/b')).body, { deleted: ['b'] })
  t.equal((await get('/campaigns')).headers['x-mock-faults'], 'a')
  t.same((await call('DELETE', '/__mock/faults')).body, { deleted: ['a', 'c'] })
  t.equal((await get('/campaigns')).status, 200)
  t.same((await call('GET', '/__mock/faults')).body.items, [])
})

t.test('one that is not there is not found', async (t) => {
  const { call } = await mock(t)
  for (const method of ['GET', 'DELETE']) t.equal((await call(method, '/__mock/faults/none')).status, 404)
})

t.test('an id that is taken is refused', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/faults', { id: 'a', effect: 'reset' })
  const { status, body } = await call('POST', '/__mock/faults', { id: 'a', effect: 'empty' })
  t.equal(status, 409)
  t.match(body.message, 'a')
  t.match((await call('GET', '/__mock/faults/a')).body, { effect: { type: 'reset' } })
})

t.test("a world's faults are its own", async (t) => {
  const { call } = await mock(t)
  await call('POST', '/w/one/__mock/faults', { effect: 'unavailable' })
  t.equal((await call('GET', '/w/one/v5/ad_accounts')).status, 503)
  t.equal((await call('GET', '/w/two/v5/ad_accounts')).status, 200)
  t.same((await call('GET', '/w/two/__mock/faults')).body.items, [])
})

t.test('a reset, a restored snapshot and an import end them; a copy has none', async (t) => {
  const { call } = await mock(t)
  const faulty = async (world = ''): Promise<boolean> =>
    (await call('GET', `${world}/__mock/faults`)).body.items.length > 0
  const add = (): Promise<Json> => call('POST', '/__mock/faults', { effect: 'unavailable' })
  await add()
  await call('PUT', '/__mock/snapshots/now')
  const { body: state } = await call('GET', '/__mock/state')
  await call('POST', '/__mock/worlds', { name: 'copy', from: { world: 'default' } })
  t.notOk(await faulty('/w/copy'))
  for (const end of [
    () => call('POST', '/__mock/reset'),
    () => call('POST', '/__mock/snapshots/now/restore'),
    () => call('PUT', '/__mock/state', state),
  ]) {
    await add()
    t.ok(await faulty())
    t.equal((await end()).status, 200)
    t.notOk(await faulty())
  }
})

t.test("it expires on the world's clock, and stays in the list", async (t) => {
  const { call, get } = await mock(t)
  await call('POST', '/__mock/faults', { id: 'brief', expires_in: 'PT5M', effect: 'unavailable' })
  t.equal((await get('/campaigns')).status, 503)
  await call('POST', '/__mock/time/advance', { by: 'PT5M' })
  t.equal((await get('/campaigns')).status, 200)
  t.match((await call('GET', '/__mock/faults/brief')).body, { active: false, matched: 1, hits: 1 })
})

t.test('a world has a thousand at the most', async (t) => {
  const { call } = await mock(t)
  for (const _ of Array(1000)) await call('POST', '/__mock/faults', { effect: 'latency=0' })
  const { status, body } = await call('POST', '/__mock/faults', { effect: 'latency=0' })
  t.equal(status, 400)
  t.match(body.message, '1000')
})

t.test('fifty of them may look into bodies, and others can still be added', async (t) => {
  const { call } = await mock(t)
  const body = { match: { body_path: '[*].name' }, effect: 'latency=0' }
  for (const _ of Array(50)) t.equal((await call('POST', '/__mock/faults', body)).status, 200)
  t.match(await call('POST', '/__mock/faults', body), {
    status: 400,
    body: { message: /50 faults at the most that look/ },
  })
  t.equal((await call('POST', '/__mock/faults', { effect: 'latency=0' })).status, 200)
})

t.test(
  'those of all worlds take sixteen million letters together, and there is room again when some are deleted',
  async (t) => {
    const { call } = await mock(t)
    const large = { effect: { type: 'status', status: 200, body: 'x'.repeat(1_000_000) } }
    const small = { effect: 'latency=0' }
    for (let number = 0; number < 17; number++)
      t.equal((await call('POST', `/w/w${number}/__mock/faults`, large)).status, 200)
    t.match(await call('POST', '/__mock/faults', small), { status: 400, body: { message: /all worlds take too much/ } })
    await call('DELETE', '/w/w0/__mock/faults')
    t.equal((await call('POST', '/__mock/faults', small)).status, 200)
  },
)

/** A rule that can never strike or is none, the reason, and the nearest that is taken. */
const violations: readonly [Json, RegExp, Json][] = [
  [
    { match: { operation: 'campaign/create' } },
    /Did you mean campaigns\/create\?/,
    { match: { operation: 'campaigns/create' } },
  ],
  [
    { match: { operation: 'campaigns/create', method: 'GET' } },
    /never called with GET: campaigns\/create \(POST/,
    { match: { operation: 'campaigns/create', method: 'post' } },
  ],
  [
    { match: { path: '/ad_account/*/campaigns' } },
    /no path of the API/,
    { match: { path: '/v5/ad_accounts/*/campaigns' } },
  ],
  [{ match: { path: '/campaigns' } }, /no path of the API/, { match: { path: '/*/campaigns' } }],
  [
    { match: { operation: 'ads/list', path: '/boards' } },
    /no path of ads\/list/,
    { match: { operation: 'ads/list', path: '/*/ads' } },
  ],
  [
    { match: { path: '/ad_accounts/*', method: 'PUT' } },
    /never called with PUT/,
    { match: { path: '/ad_accounts/*', method: 'PATCH' } },
  ],
  [
    { match: { operation: 'terms_related/list', ad_account: '549755885262' } },
    /without an ad account in path or query/,
    { match: { operation: 'boards/list', ad_account: '549755885262' } },
  ],
  [
    { match: { operation: 'ads/list', body_path: '[0]' } },
    /without a body/,
    { match: { operation: 'ads/create', body_path: '[0]' } },
  ],
  [{ match: { method: 'GET', body_equals: [] } }, /without a body/, { match: { method: 'POST', body_equals: [] } }],
  [{ match: { body_path: '[[' } }, /no path such as/, { match: { body_path: '$[0].name' } }],
  [
    { match: { operation: 'catalog/list' } },
    /Did you mean catalogs\/list\?/,
    { match: { operation: 'catalogs/list' } },
  ],
  [{ match: { colour: 'red' } }, /colour/, { match: {} }],
  [{ match: { path: 'ad_accounts' } }, /begins with '\/'/, { match: { path: '/ad_accounts' } }],
  [{ trigger: { nth: 0 } }, /at least 1/, { trigger: { nth: 1 } }],
  [{ trigger: { every: 0 } }, /at least 1/, { trigger: { every: 1 } }],
  [{ trigger: { first: 0 } }, /at least 1/, { trigger: { first: 1 } }],
  [{ trigger: { probability: 0 } }, /probability/, { trigger: { probability: 0.01 } }],
  [{ trigger: { probability: 1.01 } }, /probability/, { trigger: { probability: 1 } }],
  [{ trigger: { nth: 1, first: 1 } }, /more than one/, { trigger: { nth: 1 } }],
  [{ times: 0 }, /at least 1/, { times: 1 }],
  [{ expires_in: 'PT0S' }, /over before it begins/, { expires_in: 'PT1S' }],
  [{ expires_in: '5 minutes' }, /not a duration/, { expires_in: '5m' }],
  [{ expires_in: 300 }, /not a duration.*with its unit/, { expires_in: '300s' }],
  [{ expires_in: '1500ms' }, /parts of a second/, { expires_in: '2000ms' }],
  [{ effect: 'rate_limited=25h' }, /too big|at most 86400|too large/, { effect: 'rate_limited=24h' }],
  [
    { effect: 'items=0', match: { operation: 'ad_accounts/create' } },
    /without a batch/,
    { effect: 'items=0', match: { operation: 'labels/apply' } },
  ],
  [
    { effect: 'items=30', match: { operation: 'campaigns/create' } },
    /no batch has an item 30, counted from 0, of campaigns\/create \(30 at most\)/,
    { effect: 'items=29,30', match: { operation: 'campaigns/create' } },
  ],
  [
    { effect: 'items=250', match: { operation: 'labels/apply' } },
    /labels\/apply \(250 at most\)/,
    { effect: 'items=250', match: { operation: 'labels/create' } },
  ],
  [
    { match: { ad_account: '549755885262', path: '/v5/ad_accounts/8/campaigns' } },
    /no path of the API for the ad account 549755885262/,
    { match: { ad_account: '549755885262', path: '/v5/ad_accounts/*/campaigns' } },
  ],
  [{ effect: { type: 'items', items: [] } }, /items/, { effect: { type: 'items', items: [{ item: 0 }] } }],
  [{ effect: 'rate_limted' }, /Did you mean rate_limited\?/, { effect: 'rate_limited' }],
  [{ effect: { type: 'nothing' } }, /no effect of/, { effect: { type: 'empty' } }],
  [{ effect: 'latency=2y' }, /'2y' is no time from 0 to 10 minutes/, { effect: 'latency=2m' }],
  [{ effect: 'latency=2h' }, /'2h' is greater than the maximum/, { effect: 'latency=600s' }],
  [
    { effect: { type: 'latency', latency: { distribution: 'uniform', lower: 2, upper: 1 } } },
    /latency/,
    { effect: { type: 'latency', latency: { distribution: 'uniform', lower: 1, upper: '2s' } } },
  ],
  [
    { effect: { type: 'latency', latency: { distribution: 'normal', mean: -1, deviation: 0 } } },
    /latency/,
    { effect: { type: 'latency', latency: { distribution: 'normal', mean: 1, deviation: 0 } } },
  ],
  [
    { effect: { type: 'latency', latency: { distribution: 'lognormal', median: 1 } } },
    /latency/,
    { effect: { type: 'latency', latency: { distribution: 'lognormal', median: 1, sigma: 0.4 } } },
  ],
  [
    { effect: { type: 'hang', at_most: '11m' } },
    /greater than the maximum|no time/,
    { effect: { type: 'hang', at_most: '10m' } },
  ],
  [{ effect: { type: 'status', status: 199 } }, /at least 200/, { effect: { type: 'status', status: 599 } }],
  [
    { effect: { type: 'status', status: 200, headers: { 'Content-Length': '3' } } },
    /Content-Length/,
    { effect: { type: 'status', status: 200, headers: { 'content-language': 'de' } } },
  ],
  [
    { effect: { type: 'status', status: 200, headers: { a: 'b\r\nc: d' } } },
    /headers\.a/,
    { effect: { type: 'status', status: 200, headers: { a: 'b; c' } } },
  ],
  [{ effect: { type: 'dribble', chunks: 1 } }, /at least 2/, { effect: { type: 'dribble', chunks: 2 } }],
  [{ effect: { type: 'reset', colour: 1 } }, /colour/, { effect: { type: 'reset', latency: 1 } }],
  [{ id: '-' }, /id/, { id: 'a' }],
]
for (const [rule, message, nearest] of violations) {
  t.test(`${JSON.stringify(rule)} is refused, and ${JSON.stringify(nearest)} is taken`, async (t) => {
    const { call } = await mock(t)
    const refused = await call('POST', '/__mock/faults', { effect: 'reset', ...rule })
    t.equal(refused.status, 400)
    t.match(refused.body, { code: 1, message })
    t.same((await call('GET', '/__mock/faults')).body.items, [])
    const taken = await call('POST', '/__mock/faults', { effect: 'reset', ...nearest })
    t.equal(taken.status, 200, JSON.stringify(taken.body))
  })
}
