import t from 'tap'
import { type Json, mock } from '../support/mock.ts'
import { description, mockBy } from './description.ts'

t.test('without a description, what the server lacks is no operation', async (t) => {
  const { get } = await mock(t)
  const { status, headers } = await get('/moods')
  t.equal(status, 404)
  t.equal(headers['x-mock-source'], undefined)
})

t.test(
  'an operation that the description has and the server lacks is answered by its schema, and marked',
  async (t) => {
    const { get } = await mockBy(t)
    const { status, body, headers } = await get('/moods')
    t.equal(status, 200)
    t.match(headers, { 'x-mock-source': 'contract', 'content-type': 'application/json' })
    t.ok(body.items.length >= 2)
    for (const { id, kind, color } of body.items) {
      t.match(id, /^\d+$/)
      t.ok(['CALM', 'LOUD'].includes(kind))
      t.match(color, /^#[0-9A-F]{6}$/)
    }
    t.equal(body.bookmark, null, 'a client that reads page after page comes to an end')
  },
)

t.test('a description may begin with a byte order mark', async (t) => {
  const { get } = await mockBy(t, `\uFEFF${JSON.stringify(description)}`)
  t.equal((await get('/moods')).status, 200)
})

t.test('the same call of a world has the same answer, and another call or world another one', async (t) => {
  const { call, get, account } = await mockBy(t)
  const [first, again, other] = [await get('/moods'), await get('/moods'), await get('/moods?page_size=3')]
  const elsewhere = await call('GET', `/w/other/v5/ad_accounts/${account}/moods`)
  t.strictSame(first.body, again.body)
  t.notSame(first.body, other.body)
  t.notSame(first.body, elsewhere.body)
  t.strictSame((await get('/moods?kinds=CALM&page_size=3')).body, (await get('/moods?page_size=3&kinds=CALM')).body)
})

t.test('an example is the answer where there is one', async (t) => {
  const { post, get } = await mockBy(t)
  const created = await post('/moods', { kind: 'CALM', color: '#00FF00' })
  t.match(created, { status: 201, body: { id: '7' } })
  t.strictSame(
    (await get('/campaigns/moods')).body,
    { campaigns: 3 },
    'a literal path before a parameter of this server',
  )
})

t.test('of several examples the world and the call choose one', async (t) => {
  const content = structuredClone(description)
  const { content: media } = content.paths['/ad_accounts/{ad_account_id}/moods'].get.responses[200]
  const value = (name: string): Json => ({ value: { items: [{ name }], bookmark: 'MORE' } })
  media['application/json'].examples = { calm: value('calm'), loud: value('loud') }
  const { get } = await mockBy(t, content)
  const seen = new Set<string>()
  for (let size = 1; size <= 20; size++) seen.add((await get(`/moods?page_size=${size}`)).body.items[0].name)
  t.strictSame([...seen].sort(), ['calm', 'loud'])
  t.equal((await get('/moods')).body.bookmark, 'MORE')
  t.equal((await get('/moods?bookmark=MORE')).body.bookmark, null, 'the page after the first is the last')
})

t.test('a response without content has none', async (t) => {
  const { call, account } = await mockBy(t)
  const { status, body, headers } = await call('DELETE', `/v5/ad_accounts/${account}/moods/7`)
  t.strictSame([status, body, headers['x-mock-source']], [204, '', 'contract'])
})

t.test('an operation that the server has is never answered by the description', async (t) => {
  const { call, account } = await mockBy(t)
  const { body, headers } = await call('GET', '/v5/ad_accounts')
  t.equal(body.items[0].id, account)
  t.equal(headers['x-mock-source'], undefined)
})

t.test('one that it knows and does not implement is answered', async (t) => {
  const content = structuredClone(description)
  const path = '/ad_accounts/{account}/campaigns'
  content.paths[path] = { get: content.paths['/ad_accounts/{ad_account_id}/moods'].get }
  const { get } = await mockBy(t, content, { without: ['campaigns/list'] })
  t.match(await get('/campaigns'), { status: 200, headers: { 'x-mock-source': 'contract' } })
})

t.test('stubs and faults come before the description, as for operations of the server', async (t) => {
  const { call, get } = await mockBy(t)
  await call('POST', '/__mock/stubs', {
    match: { path: '/ad_accounts/*/moods' },
    response: { body: { stubbed: true } },
  })
  const { body, headers } = await get('/moods')
  t.strictSame(body, { stubbed: true })
  t.equal(headers['x-mock-source'], undefined)
})

t.test('an older version of the API is answered with the same', async (t) => {
  const { call, account } = await mockBy(t)
  const { status } = await call('GET', `/v5/ad_accounts/${account}/moods`, undefined, { 'x-mock-api-version': '5.23' })
  t.equal(status, 200)
})

t.test('the journal, the list of requests and the report say where answers are from', async (t) => {
  const { call, get, post } = await mockBy(t)
  const { headers } = await get('/moods')
  await get('/campaigns')
  const refused = await post('/moods', {})
  const entry = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(entry.body, { operation: 'moods/list', fallback: 'contract', status: 200 })
  const list = await call('GET', '/__mock/requests?fallback=contract&path=/ad_accounts/*/moods')
  t.strictSame(
    list.body.items.map(({ operation, status }: Json) => [operation, status]),
    [
      ['moods/list', 200],
      ['moods/create', 400],
    ],
  )
  t.equal((await call('GET', '/__mock/requests/count?fallback=contract')).body.count, 2)
  const { body: report } = await call('GET', '/__mock/report')
  t.match(report.fallbacks, [
    { source: 'contract', operation: 'moods/list', count: 1, refused: 0 },
    { source: 'contract', operation: 'moods/create', count: 1, refused: 1 },
  ])
  const { body: why } = await call('GET', `/__mock/requests/${refused.headers['x-mock-request-id']}/why`)
  t.match(why, {
    fallback: 'contract',
    verdict: 'refused',
    reasons: [{ rule: 'request.schema', in: 'body', field: 'kind', passing_request: null }],
  })
  const markdown = await call('GET', '/__mock/report?format=markdown')
  t.match(markdown.body, '| moods/list | contract | 1 | 0 |')
})
