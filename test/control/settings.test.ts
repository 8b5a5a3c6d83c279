import t from 'tap'
import { type Json, mock, testNow } from '../support/mock.ts'

const campaign = { name: 'Campaign', objective_type: 'AWARENESS', daily_spend_cap: 10_000_000 }
const both = { ...campaign, lifetime_spend_cap: 10_000_000, end_time: testNow + 86_400 }

t.test('a feature is switched on and off while the server runs', async (t) => {
  const { call, post } = await mock(t)
  const notOptimized = { ...campaign, daily_spend_cap: null, is_campaign_budget_optimization: false }
  const refused = async (): Promise<boolean> =>
    (await post('/campaigns', [notOptimized])).body.items[0].data.id === undefined
  t.notOk(await refused())
  await call('PUT', '/__mock/settings', { features: { '*': { require_cbo: true } } })
  t.ok(await refused())
  await call('PUT', '/__mock/settings', { features: {} })
  t.notOk(await refused())
})

t.test('a rule is reworded and switched off in one world, and holds in the others', async (t) => {
  const { call, account } = await mock(t)
  await call('POST', '/__mock/worlds', { name: 'one', from: { world: 'default' } })
  const answer = async (world: string): Promise<Json> =>
    (await call('POST', `/w/${world}/v5/ad_accounts/${account}/campaigns`, [both])).body.items[0]
  await call('PUT', '/w/one/__mock/settings', { rules: { 'campaign.budget.one-cap': { code: 7, message: 'No.' } } })
  t.same((await answer('one')).exceptions, [{ code: 7, message: 'No.' }])
  t.match((await answer('default')).exceptions, [{ code: 1 }])
  await call('PUT', '/w/one/__mock/settings', { rules: { 'campaign.budget.one-cap': { off: true } } })
  t.same((await answer('one')).exceptions, [])
})

t.test('the rules of a world tell what it was told', async (t) => {
  const { call } = await mock(t)
  await call('PUT', '/w/one/__mock/settings', { rules: { 'campaign.budget.one-cap': { off: true } } })
  const off = async (world: string) =>
    (await call('GET', `/w/${world}/__mock/rules`)).body.items.filter(({ in_force }: Json) => !in_force).length
  t.same([await off('one'), await off('two')], [1, 0])
})

t.test("a protocol's problem is reworded in one world too", async (t) => {
  const { app, call } = await mock(t)
  await call('PUT', '/__mock/settings', { rules: { 'request.token': { message: 'Who are you?' } } })
  t.match((await app.inject('/v5/ad_accounts')).json(), { code: 2, message: 'Who are you?' })
})

t.test('limits are set while the server runs, for one world', async (t) => {
  const { call } = await mock(t)
  await call('PUT', '/w/one/__mock/settings', { limits: { ads_read: { per_minute: 1 } } })
  const statuses = async (world: string) => [
    (await call('GET', `/w/${world}/v5/ad_accounts`)).status,
    (await call('GET', `/w/${world}/v5/ad_accounts`)).status,
  ]
  t.same(
    [await statuses('one'), await statuses('two')],
    [
      [200, 429],
      [200, 200],
    ],
  )
  await call('PUT', '/w/one/__mock/settings', { limits: 'off' })
  t.same(await statuses('one'), [200, 200])
})

const violations: readonly [string, Json, RegExp][] = [
  ['a rule that does not exist', { rules: { 'campaign.budget.onecap': { off: true } } }, /campaign\.budget\.one-cap/],
  ['a rule that nothing works without', { rules: { 'campaign.exists': { off: true } } }, /cannot be switched off/],
  ['a feature that does not exist', { features: { '*': { labls: true } } }, /labls/],
  ['a limit of a category that does not exist', { limits: { adsread: { per_minute: 1 } } }, /adsread/],
  ['a setting that does not exist', { feature: {} }, /feature/],
]

for (const [what, body, message] of violations) {
  t.test(`${what} is refused, and nothing is changed`, async (t) => {
    const { call } = await mock(t)
    const change = { features: { '*': { require_cbo: true } }, ...body }
    t.match(await call('PUT', '/__mock/settings', change), { status: 400, body: { code: 1, message } })
    t.strictSame((await call('GET', '/__mock/settings')).body, {
      features: {},
      rules: {},
      limits: 'off',
      api_version: '5.28',
      rehearse: 'off',
      profile: 'off',
      transitions: {},
      delivery: { accounts: {}, ready_after: 0 },
    })
  })
}

t.test(
  'features of an ad account that can never exist are refused, with the nearest, and nothing changes',
  async (t) => {
    const { call, account } = await mock(t)
    const features = { '*': { labels: false }, [`${account}1`]: { labels: false } }
    const { status, body } = await call('PUT', '/__mock/settings', { features })
    t.equal(status, 400)
    t.match(body.message, new RegExp(`no ad account ${account}1 in the world 'default', nor can .* mean ${account}\\?`))
    t.same((await call('GET', '/__mock/settings')).body.features, {})
  },
)

t.test('features of an ad account that may come later are accepted with a warning, and take effect then', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const { body: accounts } = await call('GET', '/v5/ad_accounts')
  const { call: other } = await mock(t)
  const later = accounts.items[1].id
  const { body } = await other('PUT', '/__mock/settings', { features: { [later]: { labels: false } } })
  t.match(body.warnings, [
    new RegExp(`no ad account ${later} in the world 'default': it takes effect when one is created`),
  ])
  t.equal((await other('GET', '/__mock/settings')).body.warnings, undefined)
  t.equal((await other('POST', '/v5/ad_accounts', { name: 'Second' })).body.id, later)
  const labels = { labels: [{ label_type: 'BRAND', value: 'x' }] }
  t.match((await other('POST', `/v5/ad_accounts/${later}/labels`, labels)).headers, { 'x-mock-rules': 'label.access' })
})
