import t, { type Test } from 'tap'
import { mock } from '../support/mock.ts'

const campaigns = '/v5/ad_accounts/549755885262/campaigns'
const item = (name: string) => [{ name, objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }]

/** Returns a server with what makes campaigns, forks and deletes in its worlds, and reads the newest names. */
async function forking(t: Test) {
  const { call } = await mock(t, { seed: 'small', ownClocks: true })
  const at = (world: string, path: string): string => `/w/${world}${path}`
  return {
    call,
    create: async (world: string, name: string) =>
      t.equal((await call('POST', at(world, campaigns), item(name))).status, 200, `${name} is created in ${world}`),
    names: async (world: string): Promise<readonly string[]> => {
      const { body } = await call('GET', at(world, `${campaigns}?order=DESCENDING&page_size=3`))
      return body.items.map((campaign: { name: string }) => campaign.name)
    },
    fork: async (from: string, name: string) =>
      t.equal((await call('POST', '/__mock/worlds', { name, from: { world: from } })).status, 200),
    remove: (world: string) => call('DELETE', `/__mock/worlds/${world}`),
  }
}

t.test('a fork has what its origin had, whichever of them is written to first', async (t) => {
  const { create, names, fork } = await forking(t)
  await create('origin', 'Before')
  for (const name of ['one', 'two']) await fork('origin', name)
  t.equal((await names('one'))[0], 'Before')
  await create('origin', 'In the origin')
  await create('one', 'In one')
  t.match(await names('one'), ['In one', 'Before'])
  t.equal((await names('two'))[0], 'Before')
  t.match(await names('origin'), ['In the origin', 'Before'])
})

t.test('a fork of a fork outlives both', async (t) => {
  const { create, names, fork, remove } = await forking(t)
  await create('origin', 'Before')
  await fork('origin', 'child')
  await fork('child', 'grandchild')
  await remove('child')
  await remove('origin')
  t.equal((await names('grandchild'))[0], 'Before')
  await create('grandchild', 'After')
  t.match(await names('grandchild'), ['After', 'Before'])
})

t.test('a read of a fork that is repeated does not change when its origin does', async (t) => {
  const { create, names, fork, call } = await forking(t)
  await create('origin', 'Before')
  await fork('origin', 'copy')
  const before = await names('copy')
  await create('origin', 'After')
  t.same(await names('copy'), before)
  await call('POST', '/w/origin/__mock/reset', {})
  t.same(await names('copy'), before)
})

t.test('the time and the settings of a fork are its own', async (t) => {
  const { create, fork, call } = await forking(t)
  await create('origin', 'Before')
  await fork('origin', 'copy')
  await call('PUT', '/w/copy/__mock/settings', { limits: 'trial' })
  await call('POST', '/w/origin/__mock/time/freeze', { at: '2030-01-01T00:00:00Z' })
  t.match((await call('GET', '/w/origin/__mock/settings')).body, { limits: 'off' })
  t.match((await call('GET', '/w/copy/__mock/settings')).body, { limits: 'trial' })
  t.match((await call('GET', '/w/copy/__mock/time')).body, { iso: /^(?!2030)/ })
})
