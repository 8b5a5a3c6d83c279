import t from 'tap'
import { checkout } from '../fixtures/events.ts'
import { type Json, mock } from '../support/mock.ts'

t.test('a world that is exported and imported elsewhere answers the same', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const { body: state } = await call('GET', '/__mock/state')
  t.match(state, { format: 'pinterest-ads-mock/state', version: Number, tables: { campaigns: Array } })
  t.equal(typeof state.tables.campaigns[0].json, 'object', 'what is answered is readable')
  t.match(await call('PUT', '/w/other/__mock/state', state), { status: 200, body: { world: 'other', imported: true } })
  t.strictSame((await call('GET', '/w/other/__mock/state')).body, state)
  const [account] = (await call('GET', '/v5/ad_accounts')).body.items
  for (const path of ['campaigns', 'ad_groups', 'ads', 'labels', 'audiences', 'order_lines']) {
    const url = `/v5/ad_accounts/${account.id}/${path}`
    t.strictSame((await call('GET', `/w/other${url}`)).body, (await call('GET', url)).body, path)
  }
})

t.test('conversion events are imported with the products that they were about', async (t) => {
  const { call, post } = await mock(t)
  const contents = [{ id: 'product-1', item_price: '5', quantity: 1 }]
  const custom_data = { currency: 'USD', value: '5', contents }
  t.equal((await post('/events', { data: [{ ...checkout, custom_data }] })).status, 200)
  const { body: state } = await call('GET', '/__mock/state')
  t.match(state.tables.conversion_events, [{ products: [{ id: 'product-1' }] }])
  t.equal((await call('PUT', '/w/other/__mock/state', state)).status, 200)
  t.strictSame((await call('GET', '/w/other/__mock/state')).body, state)
})

t.test('ids go on where they stood', async (t) => {
  const { call, account } = await mock(t)
  const create = async (world: string): Promise<Json> =>
    (await call('POST', `/w/${world}/v5/ad_accounts`, { name: 'Next' })).body.id
  const { body: state } = await call('GET', '/__mock/state')
  state.tables.ad_accounts = []
  state.tables.ad_account_roles = []
  await call('PUT', '/w/other/__mock/state', state)
  t.equal(await create('other'), await create('default'))
  t.equal((await call('GET', `/w/other/v5/ad_accounts/${account}`)).status, 403)
})

const setting = (state: Json, name: string, json: unknown): unknown => state.tables.settings.push({ name, json })

const breaks: readonly [string, (state: Json) => void, RegExp][] = [
  ['of a newer version', (state) => (state.version = 999), /version 999 is newer/],
  ['of another format', (state) => (state.format = 'x'), /format/],
  ['with a table that there is not', (state) => (state.tables.nothing = [{}]), /tables\.nothing: there is no such/],
  ['with a column that there is not', (state) => (state.tables.campaigns[0].x = 1), /tables\.campaigns\[0\].*x/],
  ['with a value that breaks a column', (state) => (state.tables.campaigns[0].seq = 'x'), /tables\.campaigns\[0\]/],
  ['with a status that there is not', (state) => (state.tables.campaigns[0].status = 'GONE'), /campaigns\[0\]: CHECK/],
  ['with a document that is none', (state) => (state.tables.campaigns[0].json = 'x'), /tables\.campaigns\[0\]\.json/],
  ['with a document of nothing', (state) => (state.tables.pins[0].json = {}), /tables\.pins\[0\]\.json/],
  ['with a list of other things', (state) => (state.tables.ads[0].rejected_reasons = [1]), /rejected_reasons\.0/],
  [
    'with a time that there is not',
    (state) => setting(state, 'clock', { frozen_at: -1 }),
    /settings\[\d+\].*frozen_at/,
  ],
  ['with limits that there are not', (state) => setting(state, 'limits', { x: 1 }), /tables\.settings\[\d+\]/],
  ['with rules that are none', (state) => setting(state, 'rules', { x: 5 }), /tables\.settings\[\d+\]\.json\.x/],
  ['whose parents are missing', (state) => (state.tables.ad_accounts = []), /tables\.\w+: row \d+ belongs to none/],
]

for (const [what, change, message] of breaks) {
  t.test(`a state ${what} is refused, and the world stays as it was`, async (t) => {
    const { call } = await mock(t, { seed: 'small' })
    const { body: before } = await call('GET', '/__mock/state')
    const state = structuredClone(before)
    change(state)
    t.match(await call('PUT', '/__mock/state', state), { status: 400, body: { code: 1, message } })
    t.strictSame((await call('GET', '/__mock/state')).body, before)
  })
}

const half = 'a\ud800'
const values: readonly [string, (tables: Json) => void, RegExp][] = [
  ['an id that is a number', ({ campaigns }) => (campaigns[0].id = 626700000638), /campaigns\[0\]\.id is no text$/],
  ['an id of letters', ({ campaigns }) => (campaigns[0].id = 'first'), /campaigns\[0\]\.id is no id/],
  ['a reference that is a number', ({ ads }) => (ads[1].ad_group_id = 7), /ads\[1\]\.ad_group_id is no text$/],
  ['a text that is a number', ({ labels }) => (labels[0].value = 7), /labels\[0\]\.value is no text$/],
  ['a text with half a character', ({ labels }) => (labels[0].value = half), /labels\[0\]\.value has half a char/],
  ['a number that is a text', ({ campaigns }) => (campaigns[0].seq = '1'), /campaigns\[0\]\.seq is no whole number$/],
  ['a fraction', ({ campaigns }) => (campaigns[0].start_time = 0.5), /\.start_time is no whole number$/],
  ['more than a number can tell', ({ campaigns }) => (campaigns[0].end_time = 2 ** 60), /\.end_time is no whole/],
  ['a place that no order has', ({ campaigns }) => (campaigns[0].seq = 2 ** 31), /\.seq is not from 1 to/],
  ['true for a number', ({ pins }) => (pins[0].is_repin = true), /pins\[0\]\.is_repin is no whole number$/],
  ['a text for an entity', ({ campaigns }) => (campaigns[0].json = 'x'), /campaigns\[0\]\.json is no object$/],
  ['a list for an entity', ({ campaigns }) => (campaigns[0].json = []), /campaigns\[0\]\.json is no object$/],
  ['an entity without its id', ({ boards }) => (boards[0].json = {}), /boards\[0\]\.json\.id is not as beside it$/],
  ['an entity of another id', ({ ads }) => (ads[0].json.id = '7'), /ads\[0\]\.json\.id is not as beside it$/],
  [
    'an entity of another status',
    ({ ad_groups }) => (ad_groups[0].json.status = 'DRAFT'),
    /ad_groups\[0\]\.json\.status is not as beside it$/,
  ],
  ['an object for a list', ({ ads }) => (ads[0].rejected_reasons = {}), /ads\[0\]\.rejected_reasons is no list$/],
  [
    'a list for features',
    ({ ad_accounts }) => (ad_accounts[0].features = []),
    /ad_accounts\[0\]\.features is no object$/,
  ],
  [
    'limits that nobody knows',
    (tables) => (tables.settings = [{ name: 'limits', json: 'many' }]),
    /tables\.settings\.0\.json|settings\[0\]\.json/,
  ],
  [
    'a clock beyond all years',
    (tables) => (tables.settings = [{ name: 'clock', json: { frozen_at: 9e15 } }]),
    /tables\.settings\[0\]\.json\.frozen_at/,
  ],
]
for (const [what, change, message] of values) {
  t.test(`a state with ${what} is refused at its place, and the world stays as it was`, async (t) => {
    const { call } = await mock(t, { seed: 'small' })
    const { body: before } = await call('GET', '/__mock/state')
    const state = structuredClone(before)
    change(state.tables)
    t.match(await call('PUT', '/__mock/state', state), { status: 400, body: { code: 1, message } })
    t.strictSame((await call('GET', '/__mock/state')).body, before)
  })
}

t.test('what is nearest to that is taken, and given back as it came', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const { body: state } = await call('GET', '/__mock/state')
  const { tables } = state
  tables.labels[0].value = 'a\u{1f600}'
  tables.campaigns[0].end_time = 2 ** 52
  tables.campaigns[0].json.note = half
  tables.ad_accounts[0].features = { labels: false }
  tables.settings = [
    { name: 'clock', json: { frozen_at: 1_900_000_000_000 } },
    { name: 'limits', json: 'trial' },
    { name: 'others', json: [1] },
  ]
  t.equal((await call('PUT', '/w/other/__mock/state', state)).status, 200)
  t.strictSame((await call('GET', '/w/other/__mock/state')).body, state)
})

t.test('ids go on from the highest that is there, whatever the state says of it', async (t) => {
  const { call, account } = await mock(t)
  const { body: state } = await call('GET', '/__mock/state')
  for (const sequences of [{}, { ad_accounts: 0 }]) {
    t.equal((await call('PUT', '/w/other/__mock/state', { ...state, sequences })).status, 200)
    const { status, body } = await call('POST', '/w/other/v5/ad_accounts', { name: 'Next' })
    t.equal(status, 200)
    t.ok(BigInt(body.id) > BigInt(account))
  }
})

for (const sequences of [{ nothing: 1 }, { settings: 1 }, { ad_accounts: 2 ** 40 }]) {
  t.test(`a numbering that there cannot be is refused: ${JSON.stringify(sequences)}`, async (t) => {
    const { call } = await mock(t)
    const { body: state } = await call('GET', '/__mock/state')
    const message = new RegExp(`sequences\\.${Object.keys(sequences)[0]}`)
    t.match(await call('PUT', '/__mock/state', { ...state, sequences }), { status: 400, body: { message } })
  })
}
