import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { type Json, type Mock, mock } from '../support/mock.ts'

/** Resolves once a call waits for requests of the world. */
async function waiterIn({ worlds }: Mock, world: string): Promise<void> {
  while (worlds.world(world).journal.listeners.size === 0) await setImmediate()
}

t.test('a restoration says what it ends: journaled requests, faults and waits', async (t) => {
  const world = await mock(t)
  const { call } = world
  await call('PUT', '/w/a/__mock/snapshots/x')
  await call('GET', '/w/a/v5/ad_accounts')
  await call('POST', '/w/a/__mock/faults', { effect: 'rate_limited' })
  const wait = call('POST', '/w/a/__mock/requests/wait', { match: { status: 500 }, timeout: 60 })
  await waiterIn(world, 'a')
  await call('GET', '/w/a/v5/ad_accounts')
  const { body } = await call('POST', '/w/a/__mock/snapshots/x/restore')
  t.strictSame(body, {
    world: 'a',
    restored: 'x',
    reference: 'a/x',
    ended: { requests: 2, faults: 1, stubs: 0, waits: 1 },
    kept: [],
  })
  t.equal((await wait).status, 422)
  t.match((await call('GET', '/w/a/__mock/faults')).body, { items: [] })
  t.match((await call('GET', '/w/a/__mock/requests/count')).body, { count: 0 })
})

t.test('a restoration leaves journal and faults, and who waits goes on waiting', async (t) => {
  const world = await mock(t)
  const { call } = world
  await call('PUT', '/__mock/snapshots/x')
  await call('POST', '/v5/ad_accounts', { name: 'Later' })
  await call('POST', '/__mock/faults', { id: 'slow', match: { operation: 'boards/list' }, effect: 'latency=1ms' })
  const wait = call('POST', '/__mock/requests/wait', { match: { operation: 'pins/list' }, timeout: 60 })
  await waiterIn(world, 'default')
  const { body } = await call('POST', '/__mock/snapshots/x/restore', { keep: ['journal', 'faults'] })
  t.match(body, { ended: { requests: 0, faults: 0, waits: 0 }, kept: ['journal', 'faults'] })
  const { body: accounts } = await call('GET', '/v5/ad_accounts')
  t.same(
    accounts.items.map(({ name }: Json) => name),
    ['Test'],
  )
  t.equal((await call('GET', '/v5/pins')).status, 200)
  t.match(await wait, { status: 200, body: { verified: true, found: 1 } })
  t.equal((await call('GET', '/v5/boards')).headers['x-mock-faults'], 'slow')
  const operations = (await call('GET', '/__mock/requests')).body.items.map(({ operation }: Json) => operation)
  t.match(operations.slice(-4), ['ad_accounts/create', 'ad_accounts/list', 'pins/list', 'boards/list'])
})

t.test('a restoration leaves time and settings', async (t) => {
  const { call } = await mock(t, { ownClocks: true })
  await call('PUT', '/__mock/snapshots/x')
  await call('POST', '/__mock/time/freeze', { at: '2030-01-01T00:00:00Z' })
  const transitions = { audiences: 'immediate' }
  await call('PUT', '/__mock/settings', { features: { '*': { labels: false } }, limits: 'trial', transitions })
  await call('POST', '/__mock/snapshots/x/restore', { keep: ['clock', 'settings'] })
  t.match((await call('GET', '/__mock/time')).body, { iso: '2030-01-01T00:00:00.000Z', frozen: true })
  const settings = { features: { '*': { labels: false } }, limits: 'trial', transitions }
  t.match((await call('GET', '/__mock/settings')).body, settings)
  await call('POST', '/__mock/reset', { from: { world: 'default' } })
  t.match((await call('GET', '/__mock/settings')).body, settings, 'and they are stored')
  await call('POST', '/__mock/snapshots/x/restore')
  t.match((await call('GET', '/__mock/time')).body, { frozen: false })
  t.match((await call('GET', '/__mock/settings')).body, { features: {}, limits: 'off' })
})

t.test('in files, a restoration leaves journal and faults, too', async (t) => {
  const { call } = await mock(t, { dataDir: t.testdir({}) })
  await call('PUT', '/w/a/__mock/snapshots/x')
  await call('GET', '/w/a/v5/boards')
  await call('POST', '/w/a/__mock/faults', { effect: 'rate_limited' })
  await call('POST', '/w/a/__mock/snapshots/x/restore', { keep: ['journal', 'faults'] })
  t.equal((await call('GET', '/w/a/v5/ad_accounts')).status, 429)
  t.match((await call('GET', '/w/a/__mock/requests/count')).body, { count: 2 })
})

t.test('what a restoration cannot keep is refused, with what it can', async (t) => {
  const { call } = await mock(t)
  await call('PUT', '/__mock/snapshots/x')
  const { status, body } = await call('POST', '/__mock/snapshots/x/restore', { keep: ['jornal'] })
  t.equal(status, 400)
  t.match(
    body.message,
    /keep\[0\]: "jornal" is not one of clock, faults, journal, settings, stubs\. Did you mean journal\?/,
  )
})
