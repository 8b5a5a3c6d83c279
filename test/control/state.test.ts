import t from 'tap'
import { type Json, mock } from '../helper.ts'

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
  ['with a document of nothing', (state) => (state.tables.pins[0].json = {}), /tables\.pins\[0\]\.json: must have/],
  ['with a list of other things', (state) => (state.tables.ads[0].rejected_reasons = [1]), /rejected_reasons\.0/],
  [
    'with a time that there is not',
    (state) => setting(state, 'clock', { frozen_at: -1 }),
    /settings\[\d+\].*frozen_at/,
  ],
  ['with limits that there are not', (state) => setting(state, 'limits', { x: 1 }), /tables\.settings\[\d+\]\.json/],
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
