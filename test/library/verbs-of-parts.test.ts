import t, { type Test } from 'tap'
import { type Mock, startMock } from '#server/index.ts'

async function open(t: Test): Promise<Mock> {
  const mock = await startMock({ seed: 'small', listen: false })
  t.teardown(() => mock.close())
  return mock
}

t.test('worlds are listed and deleted by name', async (t) => {
  const mock = await open(t)
  await mock.worlds.create({ name: 'one', from: { seed: 'empty' }, ttl: 60 })
  t.match(await mock.worlds.get('one'), { name: 'one', path: '/w/one', ttl: 60 })
  t.strictSame(
    (await mock.worlds.list()).map(({ name }) => name),
    ['default', 'one'],
  )
  await mock.worlds.delete('one')
  await t.rejects(mock.worlds.get('one'), { name: 'ControlError', status: 404 })
  t.strictSame(await mock.worlds.clear(), ['default'])
})

t.test('snapshots are listed and deleted by name', async (t) => {
  const mock = await open(t)
  t.match(await mock.snapshots.take('before'), { name: 'before', bytes: Number })
  t.match(await mock.snapshots.list(), [{ name: 'before' }])
  await mock.snapshots.delete('before')
  t.strictSame(await mock.snapshots.list(), [])
  await t.rejects(mock.snapshots.restore('before'), { name: 'ControlError', status: 404 })
})

t.test('entities are created, edited and deleted by kind', async (t) => {
  const mock = await open(t)
  t.ok((await mock.entities.kinds()).some(({ kind, create }) => kind === 'order_lines' && create !== null))
  const item = { ad_account_id: '549755885262', name: 'Spring' }
  const id = String((await mock.entities.create('order_lines', item)).id)
  t.match(await mock.entities.edit('order_lines', id, { name: 'Autumn' }), { id, name: 'Autumn' })
  await mock.entities.delete('order_lines', id)
  await t.rejects(mock.entities.edit('order_lines', id, { name: 'Winter' }), { name: 'ControlError', status: 404 })
})

t.test('rules are listed for an operation and an evidence, and say whether they are in force', async (t) => {
  const mock = await open(t)
  await mock.settings.set({ rules: { 'campaign.budget.one-cap': { off: true } } })
  const rules = await mock.rules.list({ operation: 'campaigns/create' })
  t.match(
    rules.find(({ id }) => id === 'campaign.budget.one-cap'),
    { in_force: false },
  )
  t.ok((await mock.rules.list()).length > rules.length)
  t.ok((await mock.rules.list({ evidence: 'observed' })).every(({ evidence }) => evidence === 'observed'))
})

t.test('seeds are listed, and applied as an object or as YAML; their ids are found by alias', async (t) => {
  const mock = await open(t)
  t.ok((await mock.seeds.list()).includes('empty'))
  const { ad_accounts: one } = await mock.seeds.apply({ ad_accounts: [{ alias: 'shop', name: 'Shop' }] })
  const { ad_accounts: two } = await mock.seed('ad_accounts: [{ alias: stall, name: Stall }]')
  t.match((await mock.seeds.ids()).ad_accounts, { shop: one?.shop, stall: two?.stall })
  t.match(await mock.seeds.schema(), { $schema: String })
})

t.test('a call that matched nothing is listed with what it may have meant', async (t) => {
  const mock = await open(t)
  await mock.fetch(`${mock.baseUrl}/ad_acounts`)
  t.match(await mock.requests.unmatched(), [{ status: 404, near_operations: [{ operation: 'ad_accounts/list' }] }])
})

t.test('a request is named by its response, by itself, or by its id', async (t) => {
  const mock = await open(t)
  const response = await mock.fetch(`${mock.baseUrl}/ad_accounts`)
  const { id } = await mock.requests.get(response)
  t.match(await mock.requests.get(id), { id, status: 401 })
  t.match(await mock.requests.why({ id }), { id, verdict: 'refused' })
  t.match(await mock.requests.why({ headers: { 'x-mock-request-id': id } }), { id, verdict: 'refused' })
  t.match(await mock.requests.curl(response), /^curl .*ad_accounts/s)
})

t.test('a response of another server is refused, as nothing can be known of it', async (t) => {
  const mock = await open(t)
  await t.rejects(mock.requests.why(new Response('{}')), { name: 'TypeError', message: /no header x-mock-request-id/ })
})

t.test('a HAR and a count have the requests that match, and no others', async (t) => {
  const mock = await open(t)
  await mock.fetch(`${mock.baseUrl}/ad_accounts`)
  await mock.fetch(`${mock.baseUrl}/boards`)
  const match = { operation: 'boards/list', status: '4xx' } as const
  t.equal(await mock.requests.count(match), 1)
  t.match(await mock.requests.har(match), { log: { entries: { length: 1 } } })
})

t.test('a count and a HAR match a value of the body, also one that reads like a number', async (t) => {
  const mock = await open(t)
  const headers = { authorization: `Bearer ${mock.token}`, 'content-type': 'application/json' }
  await mock.fetch(`${mock.baseUrl}/ad_accounts`, { method: 'POST', headers, body: '{"name":"7"}' })
  t.equal(await mock.requests.count({ body_path: 'name', body_equals: '7' }), 1)
  t.equal(await mock.requests.count({ body_path: 'name', body_equals: 7 }), 0)
})

t.test('the latest requests are found in either order', async (t) => {
  const mock = await open(t)
  for (const path of ['/ad_accounts', '/boards', '/pins']) await mock.fetch(mock.baseUrl + path)
  const operations = async (options: Parameters<Mock['requests']['find']>[1]) =>
    (await mock.requests.find({}, options)).map(({ operation }) => operation)
  t.strictSame(await operations(2), ['boards/list', 'pins/list'])
  t.strictSame(await operations({ limit: 2, order: 'DESCENDING' }), ['pins/list', 'boards/list'])
})

t.test('a server describes itself, also without a socket', async (t) => {
  const mock = await open(t)
  t.match(await mock.about(), { name: 'pinterest-ads-mock', seed: 'small', worlds: ['default'], rules: Number })
})

t.test('a name with characters of a URL is refused as a name', async (t) => {
  const mock = await open(t)
  await t.rejects(mock.snapshots.take('a/b?c'), { name: 'ControlError', status: 400 })
})
