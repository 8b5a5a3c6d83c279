import { readdirSync } from 'node:fs'
import t from 'tap'
import { type Json, mock, testNow } from '../support/mock.ts'

const seed = {
  ad_accounts: [{ alias: 'shop', name: 'Shop' }],
  campaigns: [
    {
      alias: 'sale',
      ad_account: 'shop',
      name: 'Sale',
      objective_type: 'AWARENESS',
      daily_spend_cap: 20_000_000,
      start_time: '-1d',
    },
  ],
}
const everything = {
  name: 'full',
  from: { seed: 'empty' },
  ttl: '1h',
  clock: '2030-01-01T00:00:00Z',
  settings: { limits: 'trial', transitions: { audiences: 'immediate' } },
  seed,
  faults: [{ id: 'slow', effect: 'latency=1ms' }, { preset: 'deploy' }],
  stubs: [{ match: { path: '/widgets' }, response: { body: '{{now}}' } }],
}

t.test('a world is made with clock, settings, entities, faults and stubs in one call', async (t) => {
  const { call } = await mock(t, { ownClocks: true })
  const { status, body } = await call('POST', '/__mock/worlds', everything)
  t.equal(status, 200, JSON.stringify(body))
  t.match(body, { name: 'full', ttl: 3600, faults: ['slow', 'deploy'], stubs: ['stub-1'] })
  const at = (path: string) => call('GET', `/w/full${path}`)
  t.match((await at('/__mock/time')).body, { iso: '2030-01-01T00:00:00.000Z', frozen: true })
  t.match((await at('/__mock/settings')).body, { limits: 'trial', transitions: { audiences: 'immediate' } })
  t.same((await at('/__mock/seed')).body, body.ids)
  t.equal((await at('/v5/widgets')).status, 502, 'the deployment is at the time of the clock')
  await call('POST', '/w/full/__mock/time/advance', { by: '30s' })
  t.equal((await at('/v5/widgets')).body, String(Date.parse('2030-01-01T00:00:30Z') / 1000))
  const url = `/v5/ad_accounts/${body.ids.ad_accounts.shop}/campaigns/${body.ids.campaigns.sale}`
  t.equal((await at(url)).body.start_time, Date.parse('2029-12-31T00:00:00Z') / 1000, 'the seed goes by the clock')
})

t.test('a seed of a new world may be text of YAML, and refers to what its origin has', async (t) => {
  const { call, account } = await mock(t)
  const yaml = `campaigns: [{ alias: a, ad_account: "${account}", name: A, objective_type: AWARENESS, daily_spend_cap: 5000000 }]`
  const { body } = await call('POST', '/__mock/worlds', { name: 'two', from: { world: 'default' }, seed: yaml })
  const { items } = (await call('GET', `/w/two/v5/ad_accounts/${account}/campaigns`)).body
  t.same(
    items.map(({ id }: Json) => id),
    [body.ids.campaigns.a],
  )
})

/** A part of the call that is refused, and the reason. */
const refused: readonly [string, object, number, RegExp][] = [
  ['a moment', { clock: 'noon' }, 400, /clock: "noon" is no moment/],
  ['a setting', { settings: { rules: { 'campaign.none': { off: true } } } }, 400, /campaign\.none/],
  ['a transition', { settings: { transitions: { audience: 'never' } } }, 400, /Did you mean audiences\?/],
  ['an entity', { seed: { campaigns: [{ ad_account: 'nobody', name: 'A' }] } }, 400, /campaigns\[0\]/],
  [
    'a fault',
    { faults: [{ effect: 'reset' }, { match: { operation: 'nope' }, effect: 'reset' }] },
    400,
    /\[1\]: .*nope/,
  ],
  ['a failure', { faults: [{ preset: 'deplo' }] }, 400, /faults\[0\]\.preset: .*Did you mean deploy\?/],
  ['a stub', { stubs: [{ response: { body: '{{nope}}' } }] }, 400, /\{\{nope\}\} is no placeholder/],
  ['an origin', { from: { snapshot: 'none' } }, 404, /none/],
  ['a field', { fault: [] }, 400, /fault: there is no such field\. Did you mean faults\?/],
]
for (const [what, part, expected, message] of refused) {
  t.test(`where ${what} is refused, no world is made, and its name and number stay free`, async (t) => {
    const dataDir = t.testdir({})
    const { call } = await mock(t, { dataDir })
    const files = readdirSync(dataDir)
    for (const name of ['full', undefined]) {
      const { status, body } = await call('POST', '/__mock/worlds', { ...everything, ...part, name })
      t.equal(status, expected, JSON.stringify(body))
      t.match(body.message, message)
    }
    t.same(
      (await call('GET', '/__mock/worlds')).body.items.map(({ name }: Json) => name),
      ['default'],
    )
    t.same(readdirSync(dataDir).sort(), files.sort())
    t.equal((await call('POST', '/__mock/worlds', { ttl: 60 })).body.name, 'world-1')
    const { body } = await call('POST', '/__mock/worlds', { name: 'full' })
    t.equal(body.ttl, null, 'nothing of the refused call is left')
  })
}

t.test('a world without more than a name is answered without what others are', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('POST', '/__mock/worlds', { name: 'plain' })
  t.same(Object.keys(body), ['name', 'path', 'base_url', 'token', 'ttl', 'bytes', 'last_used'])
  t.equal((await call('GET', '/w/plain/__mock/time')).body.now, testNow)
})

t.test('a fault of a new world may strike what a stub of the same call answers', async (t) => {
  const { call } = await mock(t)
  const stubs = [{ match: { path: '/widgets' }, response: {} }]
  const faults = [{ match: { path: '/widgets' }, effect: 'unavailable' }]
  t.equal((await call('POST', '/__mock/worlds', { name: 'one', stubs, faults })).status, 200)
  t.equal((await call('GET', '/w/one/v5/widgets')).status, 503)
})

t.test('a match that no body of the operation can meet is refused in a new world, too', async (t) => {
  const { call } = await mock(t)
  const match = { operation: 'campaigns/create', body_path: 'nothing.here' }
  const { status, body } = await call('POST', '/__mock/worlds', { name: 'one', faults: [{ match, effect: 'reset' }] })
  t.equal(status, 400, JSON.stringify(body))
  t.match(body.message, /body_path/)
  t.equal((await call('GET', '/__mock/worlds/one')).status, 404)
})
