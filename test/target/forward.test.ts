import t from 'tap'
import { awareness } from '../fixtures/campaigns.ts'
import { type Json, mock } from '../support/mock.ts'
import { forwardingTo, plainTarget, target, targetToken } from './forwarding.ts'

const kindsOf = ({ comparison }: Json): readonly string[] =>
  comparison.differences.map(({ kind, at }: Json) => `${kind} ${at}`.trim())

t.test('a call that both servers answer alike differs in nothing', async (t) => {
  const { baseUrl } = await target(t)
  const { compared, account } = await forwardingTo(t, baseUrl)
  const { comparison } = await compared('GET', `/v5/ad_accounts/${account}/campaigns?page_size=2`)
  t.strictSame(comparison, { state: 'same', status: 200, differences: [], reason: null })
})

t.test('deliberate differences are found, and the answer of the mock is as ever', async (t) => {
  const other = await target(t)
  const { compared, call, account } = await forwardingTo(t, other.baseUrl)
  const stub = (path: string, response: Json): Promise<unknown> =>
    other.call('POST', '/__mock/stubs', { match: { path }, response })
  await stub('/ad_accounts/*/labels', { status: 403, body: { code: 29, message: 'No.' } })
  await stub('/user_account', { body: { username: 7, extra: true } })
  const refused = await compared('GET', `/v5/ad_accounts/${account}/labels`)
  t.strictSame(refused.status, 200)
  t.match(kindsOf(refused), ['status', 'code'])
  t.match(refused.comparison, { state: 'differs', status: 403 })
  const changed = await compared('GET', '/v5/user_account')
  t.equal(changed.status, 200)
  for (const kind of ['type username', 'field-added extra', 'field-missing account_type']) {
    t.ok(kindsOf(changed).includes(kind), kind)
  }
  const missing = await compared('GET', '/v5/nothing_of_the_kind')
  t.equal(missing.comparison.state, 'same')
  const { body: list } = await call('GET', '/__mock/requests?differs=true')
  t.strictSame(
    list.items.map(({ operation }: Json) => operation),
    ['labels/list', 'user_account/get'],
  )
  t.match((await call('GET', `/__mock/requests/${refused.id}/why`)).body.comparison, {
    differences: [{ kind: 'status' }, {}],
  })
  const { comparisons } = (await call('GET', '/__mock/report')).body
  t.match(comparisons, { same: 1, different: 2, failed: 0, dropped: 0, pending: 0 })
  t.ok(
    comparisons.differences.some(
      ({ operation, kind, mock, target }: Json) =>
        operation === 'labels/list' && kind === 'status' && mock === '200' && target === '403',
    ),
  )
  t.match(
    (await call('GET', '/__mock/report?format=markdown')).body,
    /answered 1 calls alike and 2 otherwise[\s\S]*\| labels\/list \| status \| 200 \| 403 \| 1 \|/,
  )
})

t.test('writes stay here unless they are to be sent on', async (t) => {
  const other = await target(t)
  const { compared, account } = await forwardingTo(t, other.baseUrl)
  const { comparison } = await compared('POST', `/v5/ad_accounts/${account}/campaigns`, [awareness])
  t.equal(comparison, null)
  t.equal((await other.call('GET', '/__mock/requests/count?method=POST')).body.count, 0)
})

t.test('what a write made there is meant by what it made here', async (t) => {
  const other = await target(t)
  const campaigns = `/v5/ad_accounts/${other.account}/campaigns`
  await other.create('/campaigns', { ...awareness, name: 'Only there' })
  const { compared } = await forwardingTo(t, other.baseUrl, { writes: true })
  const made = await compared('POST', campaigns, [awareness])
  t.equal(made.comparison.state, 'same', JSON.stringify(made.comparison))
  const [{ data }] = JSON.parse(made.answer.body).items
  const read = await compared('GET', `${campaigns}/${data.id}`)
  t.equal(read.comparison.state, 'same', JSON.stringify(read.comparison))
  const changed = await compared('PATCH', campaigns, [{ id: data.id, ad_account_id: other.account, name: 'Changed' }])
  t.equal(changed.comparison.state, 'same', JSON.stringify(changed.comparison))
  const { body } = await other.call('GET', campaigns)
  t.match(body.items.find(({ name }: Json) => name === 'Changed')?.id, /^\d+$/)
  t.not(body.items.find(({ name }: Json) => name === 'Changed').id, data.id)
})

t.test("the other server gets its own token and never the client's, and the token stands nowhere", async (t) => {
  const seen: string[] = []
  const baseUrl = await plainTarget(t, (request, response) => {
    seen.push(String(request.headers.authorization), String(request.headers['x-own'] ?? ''))
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ code: 9, message: `You sent ${request.headers.authorization}` }))
  })
  const { compared, call } = await forwardingTo(t, baseUrl)
  const entry = await compared('GET', '/v5/user_account')
  t.strictSame(seen, [`Bearer ${targetToken}`, ''])
  const { body: report } = await call('GET', '/__mock/report')
  const { body: har } = await call('GET', '/__mock/requests/har')
  t.notMatch(JSON.stringify([entry, report, har]), 'SECRETOFTHETARGET')
  t.match(entry.comparison, { state: 'differs', status: 200 })
})

t.test('an answer is not waited for, and what never comes is said when the server ends', async (t) => {
  const sentOn = Promise.withResolvers<void>()
  const baseUrl = await plainTarget(t, () => sentOn.resolve())
  const { call, forwarder } = await forwardingTo(t, baseUrl)
  const { status, headers } = await call('GET', '/v5/user_account')
  t.equal(status, 200)
  const entry = `/__mock/requests/${headers['x-mock-request-id']}`
  t.match((await call('GET', entry)).body.comparison, { state: 'pending', status: null })
  t.equal((await call('GET', '/__mock/report')).body.comparisons.pending, 1)
  await sentOn.promise
  forwarder.close()
  await forwarder.idle()
  t.match((await call('GET', entry)).body.comparison, { state: 'failed', reason: 'Interrupted.' })
})

t.test('more calls than there is room for are dropped, and counted', async (t) => {
  const waiting: (() => void)[] = []
  const baseUrl = await plainTarget(t, (_request, response) => void waiting.push(() => response.end('{}')))
  const { call, forwarder } = await forwardingTo(t, baseUrl, { bounds: { calls: 2, characters: 10_000 } })
  for (let index = 0; index < 5; index++) await call('GET', `/v5/boards?page_size=${index + 1}`)
  const { comparisons } = (await call('GET', '/__mock/report')).body
  t.equal(comparisons.pending + comparisons.dropped, 5)
  t.ok(comparisons.dropped >= 2 && comparisons.pending >= 2, JSON.stringify(comparisons))
  const { body } = await call('GET', '/__mock/requests?limit=1')
  t.match(body.items[0].comparison, { state: 'dropped', reason: 'Too many calls are waiting.' })
  forwarder.close()
  await forwarder.idle()
})

t.test('a 429, a 500 and a connection that ends once are repeated, and are no differences', async (t) => {
  const { app } = await mock(t, { seed: 'small' })
  let count = 0
  const proxy = await plainTarget(t, (request, response) => {
    const failure = [
      () => response.writeHead(429).end('{}'),
      () => response.writeHead(500).end('{}'),
      () => request.destroy(),
    ]
    if (count++ % 2 === 0) return void failure[(count >> 1) % 3]?.()
    void app
      .inject({ url: `/v5${request.url?.replace('/v5', '')}`, headers: { authorization: 'Bearer any' } })
      .then((found) => {
        for (const [name, value] of Object.entries(found.headers)) response.setHeader(name, String(value))
        response.removeHeader('transfer-encoding')
        response.end(found.body)
      })
  })
  const { compared } = await forwardingTo(t, proxy)
  for (let index = 0; index < 3; index++) {
    const { comparison } = await compared('GET', `/v5/ad_accounts?page_size=${index + 1}`)
    t.equal(comparison.state, 'same', JSON.stringify(comparison))
  }
  t.equal(count, 6)
})

t.test('times of a clock of the mock are as far from now for the other server', async (t) => {
  const other = await target(t, { ownClocks: true })
  const { compared, account, now } = await forwardingTo(t, other.baseUrl, { writes: true })
  const sent = { ...awareness, start_time: now + 86_400, end_time: now + 864_000 }
  t.equal((await compared('POST', `/v5/ad_accounts/${account}/campaigns`, [sent])).comparison.state, 'same')
})

t.test('a server that cannot be reached is a failure and no difference', async (t) => {
  const { compared, call } = await forwardingTo(t, 'http://127.0.0.1:1/v5')
  const { comparison } = await compared('GET', '/v5/user_account')
  t.match(comparison, {
    state: 'failed',
    status: null,
    differences: [],
    reason: /GET http:\/\/127\.0\.0\.1:1\/v5\/user_account/,
  })
  t.equal((await call('GET', '/__mock/requests/count?differs=true')).body.count, 0)
})

t.test('faults, stubs, tokens and own refusals are not sent on', async (t) => {
  const seen: string[] = []
  const baseUrl = await plainTarget(t, (request, response) => {
    seen.push(String(request.url))
    response.end('{}')
  })
  const { call, forwarder } = await forwardingTo(t, baseUrl, { writes: true })
  await call('POST', '/__mock/stubs', { match: { path: '/user_account' }, response: { body: {} } })
  await call('GET', '/v5/user_account')
  await call('GET', '/v5/boards', undefined, { 'x-mock-fault': '503' })
  await call('GET', '/v5/boards', undefined, { authorization: '' })
  await call('HEAD', '/v5/boards')
  await call('POST', '/v5/oauth/token', 'grant_type=client_credentials', {
    'content-type': 'application/x-www-form-urlencoded',
    authorization: `Basic ${Buffer.from('1:2').toString('base64')}`,
  })
  await call('GET', '/v5/pins')
  await forwarder.idle()
  t.strictSame(seen, ['/v5/pins'])
})
