import t from 'tap'
import { type Mock, mock } from '#test/support/mock.ts'

const campaign = { name: 'Brand', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }

t.test('a body that breaks its schema is quoted back with the reason', async (t) => {
  const { post } = await mock(t)
  const { status, body } = await post('/campaigns', [{ ...campaign, name: 5, status: null }])
  t.equal(status, 400)
  t.strictSame(body, {
    code: 1,
    message:
      "Invalid request: [{'name': 5, 'objective_type': 'AWARENESS', 'daily_spend_cap': 1000000, 'status': None}] (5 is not of type string at [0].name)",
  })
})

t.test('a body that is no batch is quoted back too', async (t) => {
  const { post } = await mock(t)
  t.match((await post('/campaigns', 'test0')).body, { code: 1, message: /^Invalid request: / })
  t.strictSame((await post('/campaigns', '"test0"')).body, {
    code: 1,
    message: "Invalid request: 'test0' ('test0' is not of type array)",
  })
})

t.test('no body where one is needed is said so', async (t) => {
  const { account, call } = await mock(t)
  const { status, body } = await call('POST', `/v5/ad_accounts/${account}/campaigns`)
  t.equal(status, 400)
  t.equal(body.code, 1)
  t.notMatch(body.message, /''/, 'no property without a name is asked for')
})

t.test('the first three reasons are told, and how many more there are', async (t) => {
  const { post } = await mock(t)
  const { body } = await post('/campaigns', Array(5).fill({ ...campaign, name: 5 }))
  t.match(body.message, /\[0\]\.name; .*\[1\]\.name; .*\[2\]\.name; and 2 more\)$/)
})

t.test('a refusal of a huge body is short', async (t) => {
  const { post } = await mock(t)
  const { body } = await post('/campaigns', Array(30).fill({ ...campaign, name: 'x'.repeat(10_000) }))
  t.ok(body.message.length < 2000)
})

t.test('a page size that is no number is told in words of its own', async (t) => {
  const { get } = await mock(t)
  for (const [sent, expected] of [
    ['3e', '3e'],
    ['1.5', '1.5'],
    ['%20', ' '],
    ['1&page_size=2', '1,2'],
  ]) {
    const { status, body } = await get(`/campaigns?page_size=${sent}`)
    t.equal(status, 400)
    t.strictSame(body, { code: 1, message: `Parameter 'page_size' was not numeric (was ${expected})` })
  }
})

t.test('a page size out of bounds is told the bounds', async (t) => {
  const { get } = await mock(t)
  t.match((await get('/campaigns?page_size=0')).body, { code: 1, message: /^Invalid request: '0' .*at least 1/ })
  t.match((await get('/campaigns?page_size=251')).body, { code: 1, message: /^Invalid request: '251' .*at most 250/ })
})

t.test('an id in the path that is none is told the pattern that it must match', async (t) => {
  const { call, get } = await mock(t)
  const message = (name: string) => `'${name}' value 'abc' must match the pattern: ^\\d+$`
  t.strictSame((await call('GET', '/v5/ad_accounts/abc/campaigns')).body, {
    code: 1,
    message: message('ad_account_id'),
  })
  t.strictSame((await get('/campaigns/abc')).body, { code: 1, message: message('campaign_id') })
  t.strictSame((await get('/ad_groups/abc')).body, { code: 1, message: message('ad_group_id') })
})

t.test('an id in the path that is too long is refused', async (t) => {
  const { get } = await mock(t)
  const { status, body } = await get(`/campaigns/${'1'.repeat(19)}`)
  t.equal(status, 400)
  t.match(body, { code: 1, message: /is too long: at most 18/ })
})

t.test('a query parameter that nobody knows is ignored', async (t) => {
  const { get } = await mock(t)
  t.equal((await get('/campaigns?include_empty=false&campaign_ids%5B0%5D=1')).status, 200)
})

for (const query of [
  'entity_statuses=NOPE',
  'entity_statuses=ACTIVE,NOPE',
  'entity_statuses=ACTIVE&entity_statuses=NOPE',
  'entity_statuses=ACTIVE&entity_statuses=PAUSED,NOPE',
  'entity_statuses=,,NOPE,WORSE',
]) {
  t.test(`a value that is none of a list in a query is quoted, and not called missing: ${query}`, async (t) => {
    const { get } = await mock(t)
    const { status, body } = await get(`/campaigns?${query}`)
    t.equal(status, 400)
    t.equal(
      body.message,
      "Parameter 'entity_statuses' (value NOPE) is not one of ACTIVE, PAUSED, ARCHIVED, DRAFT, DELETED_DRAFT.",
    )
  })
}

const bodyOfItems = (items: readonly object[]) => ({ catalog_type: 'RETAIL', country: 'US', language: 'en-US', items })
const reasonOf = async ({ call }: Mock, body: object): Promise<string> =>
  (await call('POST', '/v5/catalogs/items/batch', body)).body.message.replace(/^.*\}\]?[^}]*\} \(/, '(')

t.test('a body that may have several forms is refused for what its own form lacks', async (t) => {
  const server = await mock(t, { seed: 'small' })
  const item = { operation: 'UPSERT', item_id: 'BOOT-1', attributes: {} }
  for (const [title, items, expected] of [
    [
      'a constant',
      [{ operation: 'FOO', item_id: 'BOOT-1' }],
      "('FOO' is not one of ['CREATE', 'UPSERT', 'UPDATE', 'DELETE'] at items[0].operation)",
    ],
    [
      'a missing property',
      [item, { ...item, item_id: undefined }],
      "('item_id' is a required property at items[1].item_id)",
    ],
    ['a type', [{ ...item, attributes: { price: 5 } }], '(5 is not of type string at items[0].attributes.price)'],
    [
      'one of several types',
      [{ ...item, attributes: { gtin: true } }],
      '(True is not of type string or number at items[0].attributes.gtin)',
    ],
  ] as const)
    t.equal(await reasonOf(server, bodyOfItems(items)), expected, title)
})

t.test('several mistakes in a list do not make another form the nearest one', async (t) => {
  const server = await mock(t, { seed: 'small' })
  const item = { operation: 'UPSERT', item_id: 5, attributes: {} }
  t.match(await reasonOf(server, bodyOfItems([item, item, item, item])), /^\(5 is not of type string .*; and 1 more\)$/)
})
