import t from 'tap'
import { basic, strict } from '../fixtures/oauth.ts'
import { unimplemented, withoutBoards } from '../fixtures/unimplemented.ts'
import { type Json, mock } from '../support/mock.ts'

const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const findingsOf = ({ body }: Json): readonly string[] => body.findings.map(({ finding }: Json) => finding)

t.test('the report tells what was called, what was refused, and what was never met', async (t) => {
  const { call, post, get } = await mock(t)
  await call('DELETE', '/__mock/requests')
  await post('/campaigns', [campaign, { ...campaign, daily_spend_cap: 0 }])
  await post('/campaigns', [{ ...campaign, name: 'Another', objective_type: 'FAME' }])
  await get('/campaigns?page_size=1')
  await call('GET', '/v5/nowhere')
  const { status, body } = await call('GET', '/__mock/report')
  t.equal(status, 200)
  t.match(body, { worlds: ['default'], requests: 4, operations: { built: Number } })
  t.same(body.operations.met, [
    { operation: 'campaigns/create', calls: 2, refused: 2 },
    { operation: 'campaigns/list', calls: 1, refused: 0 },
  ])
  t.equal(body.operations.never.length, body.operations.built - 2)
  t.notOk(body.operations.never.includes('campaigns/list'))
  t.match(
    body.errors.map(({ status, code, operations }: Json) => [status, code, operations]),
    [
      [200, 2384, ['campaigns/create']],
      [400, 1, ['campaigns/create']],
      [404, 1, ['GET of nothing']],
    ],
  )
  t.match(
    body.rules.find(({ rule }: Json) => rule === 'campaign.budget.required'),
    { count: 1, requests: [/^\d+$/] },
  )
  t.equal(body.met.partial_failures.count, 1)
  t.same(body.never, ['pages_past_the_first', 'rate_limits', 'token_expiries', 'server_errors', 'lost_answers'])
  t.same(body.findings, [])
})

t.test('a page past the first is met', async (t) => {
  const { call, post, get } = await mock(t)
  await post('/campaigns', [campaign, campaign])
  const { bookmark } = (await get('/campaigns?page_size=1')).body
  await get(`/campaigns?page_size=1&bookmark=${bookmark}`)
  t.equal((await call('GET', '/__mock/report')).body.met.pages_past_the_first.count, 1)
})

t.test('findings are made in what was really called', async (t) => {
  const { call, post, get } = await mock(t)
  for (let count = 0; count < 2; count++) await post('/campaigns', [{ ...campaign, colour: 'red', ad_account_id: '1' }])
  for (let id = 1; id < 6; id++) await get(`/campaigns/${id}`)
  const report = await call('GET', '/__mock/report')
  t.same(findingsOf(report), ['duplicate-create', 'list-per-item', 'ignored-field', 'deprecated-field'])
  const [duplicate] = report.body.findings
  t.match(duplicate, { harm: String, instead: String, count: 1 })
  t.match(duplicate.occurrences, [{ world: 'default', requests: [/^\d+$/, /^\d+$/] }])
})

t.test('clients of earlier versions find the findings as habits', async (t) => {
  const { call, post } = await mock(t)
  await post('/campaigns', [{ ...campaign, colour: 'red' }])
  const { body } = await call('GET', '/__mock/report')
  t.equal(body.findings.length, 1)
  t.strictSame(
    body.habits,
    body.findings.map(({ finding, title, harm, instead, count, occurrences }: Json) => ({
      habit: finding,
      title,
      harm,
      instead,
      count,
      findings: occurrences,
    })),
  )
})

t.test('a batch that was refused whole may be sent again', async (t) => {
  const { call, post } = await mock(t)
  for (let count = 0; count < 2; count++) await post('/campaigns', [{ ...campaign, daily_spend_cap: 0 }])
  t.same(findingsOf(await call('GET', '/__mock/report')), [])
})

t.test('a retry before the rate limit was reset is found, and one after it is not', async (t) => {
  const { call, clock } = await mock(t)
  const limited = async (world: string, milliseconds: number) => {
    const limits = { '*': { per_second: 1 } }
    await call('PUT', `/w/${world}/__mock/settings`, { limits })
    for (let count = 0; count < 2; count++) await call('GET', `/w/${world}/v5/ad_accounts`)
    clock.advance(milliseconds)
    await call('GET', `/w/${world}/v5/ad_accounts`)
    return call('GET', `/w/${world}/__mock/report`)
  }
  const early = await limited('early', 0)
  t.match(early.body.met.rate_limits, { count: 2 })
  t.same(findingsOf(early), ['retry-before-reset'])
  t.same(findingsOf(await limited('late', 60_000)), [])
})

t.test('a creation repeated after its answer was lost is found', async (t) => {
  const { app, account, call } = await mock(t)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  app.server.prependOnceListener('request', (_request, response) => {
    response.end = () => response.destroy()
  })
  const headers = { authorization: 'Bearer x', 'content-type': 'application/json' }
  const send = () =>
    fetch(`${origin}/v5/ad_accounts/${account}/campaigns`, {
      method: 'POST',
      headers,
      body: JSON.stringify([campaign]),
    })
  await t.rejects(send())
  t.equal((await send()).status, 200)
  const report = await call('GET', '/__mock/report')
  t.equal(report.body.met.lost_answers.count, 1)
  t.same(findingsOf(report), ['create-after-lost-answer'])
})

t.test('the report of all worlds has those of before a reset and those that are deleted', async (t) => {
  const { call } = await mock(t)
  await call('DELETE', '/__mock/requests')
  await call('GET', '/w/one/v5/ad_accounts')
  await call('GET', '/w/two/v5/boards')
  await call('POST', '/w/one/__mock/reset', {})
  await call('DELETE', '/__mock/worlds/two')
  t.equal((await call('GET', '/w/one/__mock/report')).body.requests, 0)
  const { body } = await call('GET', '/__mock/report?world=all')
  t.match(body, { worlds: ['one', 'two'], requests: 2 })
})

t.test('findings are not sought across worlds or resets', async (t) => {
  const { call } = await mock(t)
  for (const world of ['one', 'two', 'one']) {
    await call('POST', `/w/${world}/v5/ad_accounts`, { name: 'Same' })
    await call('POST', '/w/one/__mock/reset', {})
  }
  t.same(findingsOf(await call('GET', '/__mock/report?world=all')), [])
})

t.test('a threshold can fail a build', async (t) => {
  const { call, post } = await mock(t)
  await post('/campaigns', [{ ...campaign, colour: 'red' }])
  const cases: readonly [string, number][] = [
    ['', 200],
    ['?fail_on=ignored-field', 422],
    ['?fail_on=any', 422],
    ['?fail_on=bookmark-loop,list-per-item', 200],
    ['?min_operations=1', 200],
    ['?min_operations=50', 422],
    ['?max_findings=1', 200],
    ['?max_findings=0', 422],
    ['?max_habits=1', 200],
    ['?max_habits=0', 422],
    ['?fail_on=colour', 400],
  ]
  for (const [query, status] of cases) t.equal((await call('GET', `/__mock/report${query}`)).status, status, query)
  const { body } = await call('GET', '/__mock/report?fail_on=any')
  t.match(body, { code: 1, message: /ignored-field/, failures: [/ignored-field/], requests: Number })
})

t.test('as Markdown, the report is a page for people', async (t) => {
  const { call, post } = await mock(t)
  await post('/campaigns', [{ ...campaign, colour: 'red' }])
  const accept = { accept: 'text/markdown' }
  for (const [query, headers] of [
    ['?format=markdown', {}],
    ['', accept],
  ] as const) {
    const answer = await call('GET', `/__mock/report${query}`, undefined, headers)
    t.match(answer.headers['content-type'], /^text\/markdown/)
    t.match(answer.body, /^# What the clients did\n/)
    t.match(answer.body, "campaigns/create: 'colour' is described by no version that is known here.")
    t.match(answer.body, '| a rate limit (429) | **never** |')
    t.notMatch(answer.body, /\n{3}|undefined|\[object/)
  }
  const failed = await call('GET', '/__mock/report?format=markdown&fail_on=any')
  t.equal(failed.status, 422)
  t.match(failed.body, '## This report does not pass')
  t.match(failed.body, '## Findings')
})

t.test('a token that was good before and is not any more is met, and one that never was is not', async (t) => {
  const { call } = await mock(t, { seed: 'small', auth: strict })
  const get = (token: string) => call('GET', '/v5/ad_accounts', undefined, { authorization: `Bearer ${token}` })
  t.equal((await get('wrong')).status, 401)
  t.equal((await call('GET', '/__mock/report')).body.met.token_expiries.count, 0)
  const form = 'grant_type=client_credentials&scope=ads:read'
  const headers = { authorization: basic(), 'content-type': 'application/x-www-form-urlencoded' }
  const { body } = await call('POST', '/v5/oauth/token', form, headers)
  t.equal((await get(body.access_token)).status, 200)
  await call('POST', '/__mock/time/advance', { by: 'P365D' })
  t.equal((await get(body.access_token)).status, 401)
  const report = await call('GET', '/__mock/report')
  t.equal(report.body.met.token_expiries.count, 1)
})

t.test('a scope that was granted and that nothing needs is found', async (t) => {
  const { call } = await mock(t, { seed: 'small', auth: strict })
  const form = 'grant_type=client_credentials&scope=ads:read,boards:read'
  const headers = { authorization: basic(), 'content-type': 'application/x-www-form-urlencoded' }
  const { body } = await call('POST', '/v5/oauth/token', form, headers)
  await call('GET', '/v5/ad_accounts', undefined, { authorization: `Bearer ${body.access_token}` })
  const report = await call('GET', '/__mock/report')
  t.match(report.body.findings, [{ finding: 'unneeded-scope', occurrences: [{ message: /boards:read/ }] }])
  const { items } = (await call('GET', '/__mock/requests?operation=oauth/token')).body
  t.notMatch(JSON.stringify(items), body.access_token)
})

t.test(
  'calls that no operation answers are a finding where the server says so, or who asks for the report',
  async (t) => {
    for (const unmatched of ['report', 'fail'] as const) {
      const { call } = await mock(t, { ...withoutBoards, unmatched })
      for (const path of ['/nowhere', '/nowhere', unimplemented.path]) await call('GET', `/v5${path}`)
      await call('PUT', '/v5/pins')
      const any = await call('GET', '/__mock/report?fail_on=any')
      t.equal(any.status, unmatched === 'fail' ? 422 : 200, unmatched)
      t.same(findingsOf(any), unmatched === 'fail' ? ['unmatched-call'] : [])
      const asked = await call('GET', '/__mock/report?fail_on=unmatched-call')
      t.equal(asked.status, 422)
      const [{ count, occurrences }] = asked.body.findings
      t.equal(count, 3)
      t.match(occurrences, [
        { message: 'GET /nowhere has no operation.', requests: { length: 2 } },
        { message: `GET ${unimplemented.path} is ${unimplemented.id}, which is not implemented.` },
        { message: 'PUT /pins has no operation.' },
      ])
    }
  },
)

t.test('a stub answers what is not implemented, and it is no finding', async (t) => {
  const { call } = await mock(t, { ...withoutBoards, unmatched: 'fail' })
  const { id: operation, path } = unimplemented
  await call('POST', '/__mock/stubs', { match: { operation }, response: { status: 200, body: {} } })
  t.equal((await call('GET', `/v5${path}`)).status, 200)
  await call('GET', '/v5/ad_accounts/1/campaigns/2')
  t.same(findingsOf(await call('GET', '/__mock/report')), [], 'nor is an entity that is not there')
})

t.test('with unknown fields as findings a suite is strict: at any depth, in queries, and of every world', async (t) => {
  const { call, post } = await mock(t)
  await post('/campaigns', [{ ...campaign, tracking_urls: { impressions: ['https://example.com'] }, colour: 'red' }])
  await call('GET', '/w/one/v5/boards?pagesize=25')
  const { status, body } = await call('GET', '/__mock/report?world=all&fail_on=ignored-field')
  t.equal(status, 422)
  t.same(
    body.findings[0].occurrences.map(({ message }: Json) => message.replace(/ is described.*/, '')),
    ["campaigns/create: 'tracking_urls.impressions'", "campaigns/create: 'colour'", "boards/list: 'pagesize'"],
  )
})
