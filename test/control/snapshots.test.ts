import { readdirSync } from 'node:fs'
import t from 'tap'
import { type Json, type Mock, mock } from '../support/mock.ts'

const namesOf = async ({ call }: Mock, world = 'default') =>
  (await call('GET', `/w/${world}/v5/ad_accounts`)).body.items.map(({ name }: Json) => name)

for (const where of ['memory', 'files'] as const) {
  t.test(`in ${where}, a snapshot is restored as often as one likes, in any world`, async (t) => {
    const world = await mock(t, where === 'files' ? { dataDir: t.testdir({}) } : {})
    const { call } = world
    t.match((await call('PUT', '/__mock/snapshots/before')).body, { name: 'before', bytes: Number })
    await call('POST', '/v5/ad_accounts', { name: 'Later' })
    t.same(await namesOf(world), ['Test', 'Later'])
    for (const name of ['default', 'default', 'other']) {
      const { body } = await call('POST', `/w/${name}/__mock/snapshots/default%2Fbefore/restore`)
      t.match(body, { world: name, restored: 'before', reference: 'default/before', kept: [], warnings: undefined })
      t.same(await namesOf(world, name), ['Test'])
      await call('POST', `/w/${name}/v5/ad_accounts`, { name: 'Again' })
    }
  })

  t.test(`in ${where}, a snapshot carries time, features and rules`, async (t) => {
    const { call } = await mock(t, where === 'files' ? { dataDir: t.testdir({}) } : {})
    await call('POST', '/__mock/time/freeze', { at: '2030-01-01T00:00:00Z' })
    await call('PUT', '/__mock/settings', { features: { '*': { require_cbo: true } } })
    await call('PUT', '/__mock/snapshots/then')
    await call('POST', '/__mock/reset')
    await call('POST', '/__mock/snapshots/then/restore')
    t.match((await call('GET', '/__mock/time')).body, { iso: '2030-01-01T00:00:00.000Z', frozen: true })
    t.match((await call('GET', '/__mock/settings')).body, { features: { '*': { require_cbo: true } } })
  })
}

t.test('snapshots with a data directory outlive the process', async (t) => {
  const dataDir = t.testdir({})
  const first = await mock(t, { dataDir })
  await first.call('PUT', '/__mock/snapshots/kept')
  await first.app.close()
  const second = await mock(t, { dataDir })
  t.match((await second.call('GET', '/__mock/snapshots')).body.items, [{ name: 'kept' }])
  t.same(readdirSync(`${dataDir}/snapshots`), ['kept.snapshot'])
})

t.test('a snapshot that is not there is refused, and the world stays as it was', async (t) => {
  const world = await mock(t)
  t.match(await world.call('POST', '/__mock/snapshots/none/restore'), { status: 404, body: { message: /none/ } })
  t.equal((await world.call('DELETE', '/__mock/snapshots/none')).status, 404)
  t.same(await namesOf(world), ['Test'])
})

t.test('a deleted snapshot is gone', async (t) => {
  const { call } = await mock(t)
  await call('PUT', '/__mock/snapshots/one')
  t.strictSame((await call('DELETE', '/__mock/snapshots/one')).body, { deleted: 'one' })
  t.strictSame((await call('GET', '/__mock/snapshots')).body, { items: [] })
})

t.test("a snapshot's name leads out of no directory", async (t) => {
  const { call } = await mock(t, { dataDir: t.testdir({}) })
  t.match(await call('PUT', '/__mock/snapshots/..%2Fout'), { status: 400, body: { code: 1 } })
})
