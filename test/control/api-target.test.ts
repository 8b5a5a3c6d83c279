import t from 'tap'
import { mock } from '../support/mock.ts'

const newer = '/schedules?entity_ids=1'

t.test('a header outranks the version of the world, and that the version of the server', async (t) => {
  const { call, account } = await mock(t, { target: { api_version: '5.23' } })
  const url = (world: string): string => `/w/${world}/v5/ad_accounts/${account}${newer}`
  for (const world of ['one', 'two']) await call('POST', '/__mock/worlds', { name: world, from: { world: 'default' } })
  await call('PUT', '/w/two/__mock/settings', { api_version: '5.28' })
  t.equal((await call('GET', url('one'))).status, 404, 'the server')
  t.equal((await call('GET', url('two'))).status, 200, 'the world')
  t.equal((await call('GET', url('two'), undefined, { 'x-mock-api-version': '5.23' })).status, 404, 'the header')
})

t.test('responses say which version they follow', async (t) => {
  const { call } = await mock(t)
  const version = async (world: string, headers = {}) =>
    (await call('GET', `/w/${world}/v5/ad_accounts`, undefined, headers)).headers['x-mock-api-version']
  await call('PUT', '/w/older/__mock/settings', { api_version: '5.23' })
  t.equal(await version('older'), '5.23.0')
  t.equal(await version('other'), '5.28.0')
  t.equal(await version('older', { 'x-mock-api-version': '5.28' }), '5.28.0')
})

t.test('a world is created with its version and profile, and a fork and an export have them', async (t) => {
  const { call } = await mock(t)
  const settings = { api_version: '5.23', rehearse: '5.28', profile: 'sandbox' }
  await call('POST', '/__mock/worlds', { name: 'one', settings })
  await call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'one' } })
  const { body: state } = await call('GET', '/w/one/__mock/state')
  t.equal((await call('PUT', '/w/import/__mock/state', state)).status, 200)
  for (const world of ['one', 'fork', 'import']) {
    t.match((await call('GET', `/w/${world}/__mock/settings`)).body, settings, world)
  }
  t.match((await call('GET', '/w/other/__mock/settings')).body, {
    api_version: '5.28',
    rehearse: 'off',
    profile: 'off',
  })
})

t.test('a reset brings back the version of the server, unless it keeps settings', async (t) => {
  const { call } = await mock(t)
  const version = async () => (await call('GET', '/w/one/__mock/settings')).body.api_version
  await call('PUT', '/w/one/__mock/settings', { api_version: '5.23' })
  await call('POST', '/w/one/__mock/reset', { keep: ['settings'] })
  t.equal(await version(), '5.23')
  await call('POST', '/w/one/__mock/reset')
  t.equal(await version(), '5.28')
})

t.test('versions and profiles that nobody knows are refused', async (t) => {
  const { call } = await mock(t)
  for (const change of [{ api_version: '4' }, { api_version: 'off' }, { rehearse: '5' }, { profile: 'nowhere' }]) {
    t.equal((await call('PUT', '/__mock/settings', change)).status, 400, JSON.stringify(change))
  }
  const { body: state } = await call('GET', '/__mock/state')
  const { settings = [] } = state.tables
  state.tables.settings = [...settings, { name: 'profile', json: 'nowhere' }]
  t.match(await call('PUT', '/__mock/state', state), { status: 400, body: { message: /tables\.settings/ } })
})

const uncoupled = {
  name: 'Brand',
  objective_type: 'AWARENESS',
  daily_spend_cap: 5_000_000,
  is_campaign_budget_optimization: false,
}

t.test(
  'a rule that only 5.28 documents is off in a world of 5.23, unless its settings or a rehearsal ask for it',
  async (t) => {
    const { call, account } = await mock(t)
    const rulesBroken = async (settings: object): Promise<readonly string[]> => {
      await call('PUT', '/__mock/settings', { api_version: '5.28', rehearse: 'off', rules: {}, ...settings })
      const { headers } = await call('POST', `/v5/ad_accounts/${account}/campaigns`, [
        { ...uncoupled, ad_account_id: account },
      ])
      return String(headers['x-mock-rules'] ?? '')
        .split(',')
        .filter((rule) => rule !== '')
    }
    const rule = 'campaign.budget.without-optimization'
    t.same(await rulesBroken({}), [rule])
    t.same(await rulesBroken({ api_version: '5.23' }), [])
    t.same(await rulesBroken({ api_version: '5.23', rules: { [rule]: { off: false } } }), [rule])
    t.same(await rulesBroken({ api_version: '5.23', rehearse: '5.28' }), [rule])
  },
)
